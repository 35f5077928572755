import AuthorizationServer
import Playground
import Terminal

extension Model {
  /// Where the keys have their meaning now, the narrowest scope first.
  var scopes: [Scope] {
    if let view = views.last { return [.view(view), .everywhere] }
    let searched: [Scope] = search?.panel == focus ? [.searching] : []
    return searched + [.panel(focus), .panels, .everywhere]
  }

  /// Opens a view over what is there; the same view again closes it.
  mutating func show(_ view: ViewKind) {
    if views.last == view {
      views.removeLast()
    } else {
      if view == .comparison {
        (compared, comparison) = (comparable, nil)
        // With itself nobody compares a server.
        let own = scenario.scenario.profile
        let other = lists[.view(view)]?.selected ?? Profile.all.first { $0.name != own }?.name
        lists[.view(view), default: ListState()].selected = other
      }
      views.removeAll { $0 == view }
      views.append(view)
      lists[.view(view), default: ListState()].isInDetail = false
      if view == .sequence { lists[.view(view), default: ListState()].selected = arrowToBeginAt }
    }
  }

  /// Keys while the filter of a view is typed.
  mutating func pressFiltering(_ key: Key, in view: ViewKind, _ line: LineEditor) {
    var line = line
    var state = lists[.view(view), default: ListState()]
    if move(key, items(of: view), &state, visible: visibleRows(of: view), isTyping: true) {
    } else if key == .escape {
      (state.typing, state.filter) = (nil, "")
    } else if key == .enter {
      state.selected = selected(in: view)
      (state.typing, state.filter) = (nil, line.text)
    } else if line.apply(key) {
      state.typing = line
    }
    lists[.view(view)] = state
  }

  /// What a command does in a view; nil when it means the same as everywhere.
  mutating func perform(_ command: Command, in view: ViewKind) -> [Effect]? {
    switch command {
    case .move(let move): self.move(move, in: view)
    case .find: lists[.view(view), default: ListState()].typing = LineEditor()
    case .back, .quit: goBack(from: view)
    case .next: return choose(selected(in: view), in: view)
    default: return nil
    }
    return []
  }

  /// Out of the text, out of the filter, out of the view.
  private mutating func goBack(from view: ViewKind) {
    var state = lists[.view(view), default: ListState()]
    if state.isInDetail {
      state.isInDetail = false
    } else if !state.filter.isEmpty {
      (state.selected, state.filter) = (selected(in: view), "")
    } else if view == .comparison, comparison != nil {
      comparison = nil
    } else {
      views.removeLast()
    }
    lists[.view(view)] = state
  }

  private mutating func choose(_ name: String?, in view: ViewKind) -> [Effect] {
    switch view {
    case .explanation:
      views.removeLast()
      return []
    case .diagnosis: return askForPaste()
    case .moments: return rewind(to: name)
    case .scenarios: return name.map { perform(.play(scenario: $0)) } ?? []
    case .mistakes:
      guard let stage = name.flatMap(MistakesContent.stage) else {
        return name.map { perform(.make(mistake: $0)) } ?? []
      }
      select(stage)
      lists[.view(view)] = ListState()
      return []
    case .token:
      if case .tampering? = name.flatMap(TokenRow.init) { return perform(token: .tamper) }
      lists[.view(view), default: ListState()].isInDetail = name != nil
      return []
    case .inspector:
      lists[.view(view), default: ListState()].isInDetail = name != nil
      return []
    case .sequence: return openArrow(name)
    case .interference: return name == nil ? [] : carryOut(InterferenceAct.toggle)
    case .comparison: return compare(with: name)
    case .policy: return carryOut(PolicyAct.next)
    }
  }

  private mutating func move(_ move: Command.Move, in view: ViewKind) {
    let content = content(of: view)
    var state = lists[.view(view), default: ListState()]
    let layout = viewLayout(content, state)
    if move == .left || move == .right {
      state.isInDetail = move == .right && content.listShare < 100
    } else if state.isInDetail || content.listShare == 0 {
      let area = layout.detail.insideFrame.inset(columns: 1)
      let rows = content.detail(of: selected(in: view), columns: area.columns).rows
      let count = Paragraph(rows).rows(columns: area.columns).count
      state.detail = state.detail.scrolled(
        by: move.rows(page: area.rows, all: count), of: count, visible: area.rows)
    } else {
      let items = items(of: view)
      let visible = layout.list.insideFrame.rows - content.head.count
      items.moving(&state, by: move.rows(page: visible, all: items.count))
      state.window = state.window.showing(items.selection(state), of: items.count, visible: visible)
    }
    lists[.view(view)] = state
  }

  func viewLayout(_ content: any ViewContent, _ state: ListState) -> ViewLayout {
    ViewLayout(size, share: content.listShare, inDetail: state.isInDetail, hints: showsHints)
  }

  private func visibleRows(of view: ViewKind) -> Int {
    let content = content(of: view)
    return viewLayout(content, lists[.view(view), default: ListState()]).list.insideFrame.rows - content.head.count
  }
}
