import Terminal

/// A view on the whole screen: heading, list, the text beside it, status, hints.
struct ViewScreen {
  let kind: ViewKind
  let model: Model

  func draw(on canvas: inout Canvas) {
    let content = model.content(of: kind)
    let state = model.lists[.view(kind), default: ListState()]
    let layout = ViewLayout(
      model.size, share: content.listShare, inDetail: state.isInDetail, hints: model.showsHints)
    let items = content.items.filtered(by: state.query)
    let selection = items.selection(state)
    let name = selection.flatMap { items[$0].name }
    canvas.draw((" " + content.heading).shortened(to: layout.heading.columns), at: layout.heading.origin)
    if !layout.list.isEmpty { draw(items, selection, state, content, in: layout.list, on: &canvas) }
    if !layout.detail.isEmpty { draw(content, name, state, in: layout.detail, on: &canvas) }
    StatusRow(model: model).draw(in: layout.status, otherwise: content.footer(of: name), on: &canvas)
    HintRow(model: model).draw(in: layout.hints, on: &canvas)
  }

  private func draw(
    _ items: [ListItem], _ selection: Int?, _ state: ListState, _ content: any ViewContent, in area: Rect,
    on canvas: inout Canvas
  ) {
    let isFocused = !state.isInDetail
    let note = note(content, state, items)
    // What is typed matters more than what the list is called.
    let isCrowded = !state.query.isEmpty && content.listTitle.columns + note.columns > area.columns - 9
    let title = isCrowded ? [] : content.listTitle
    let room = max(0, area.columns - 6)
    let inside = canvas.frame(area, title: title, note: note.shortened(to: room), focused: isFocused)
    let (head, body) = inside.top(content.head.count)
    for (index, line) in content.head.enumerated() {
      canvas.draw(line, at: head.line(index).left(2).rest.origin, columns: max(0, head.columns - 2))
    }
    ListBody(items: items, selection: selection, state: state, isFocused: isFocused && model.overlay == nil)
      .draw(in: body, on: &canvas).draw(onBorderOf: area, on: &canvas)
    if items.isEmpty {
      let words = state.query.isEmpty ? "nothing here yet" : "none has “\(state.query)”; \(escape(state)) shows all"
      canvas.write(" " + words, at: body.origin, style: .muted, columns: body.columns)
    }
  }

  /// The key that leaves the filter: while it is typed no command has one.
  private func escape(_ state: ListState) -> String {
    state.typing == nil ? model.key(.back) : Key.escape.description
  }

  /// The filter, or how many there are.
  private func note(_ content: any ViewContent, _ state: ListState, _ items: [ListItem]) -> StyledLine {
    guard state.typing == nil, state.filter.isEmpty else {
      let count = items.count { $0.name != nil }
      let all = content.items.count { $0.name != nil }
      let cursor = state.typing == nil ? "" : "█"
      return StyledLine("/\(state.query)\(cursor)", .accent) + StyledLine("  \(count) of \(all)", .muted)
    }
    return content.listNote
  }

  private func draw(
    _ content: any ViewContent, _ name: String?, _ state: ListState, in area: Rect, on canvas: inout Canvas
  ) {
    let detail = content.detail(of: name, columns: max(1, area.columns - 4))
    let isFocused = state.isInDetail || content.listShare == 0
    let inside = canvas.frame(area, title: detail.title, note: detail.note, focused: isFocused).inset(columns: 1)
    TextBody(rows: detail.rows, window: state.detail).draw(in: inside, on: &canvas).draw(onBorderOf: area, on: &canvas)
  }
}

/// The rows of a list.
struct ListBody {
  let items: [ListItem]
  let selection: Int?
  let state: ListState
  let isFocused: Bool

  /// Says how many rows lie beyond its ends.
  func draw(in area: Rect, on canvas: inout Canvas) -> MoreMarks {
    let window = state.window.showing(selection, of: items.count, visible: area.rows)
    let shown = window.range(of: items.count, visible: area.rows)
    ListView(
      rows: items[shown].map(\.line), selection: selection.map { $0 - shown.lowerBound }, isFocused: isFocused
    ).draw(in: area, on: &canvas)
    return MoreMarks(shown, of: items.count)
  }
}

/// The rows of a text.
struct TextBody {
  let rows: [StyledLine]
  let window: ScrollWindow

  /// Says how many rows lie beyond its ends.
  func draw(in area: Rect, on canvas: inout Canvas) -> MoreMarks {
    let count = Paragraph(rows, window: window).draw(in: area, on: &canvas)
    return MoreMarks(window.showing(nil, of: count, visible: area.rows).range(of: count, visible: area.rows), of: count)
  }
}
