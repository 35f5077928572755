import AuthorizationServer
import Playground
import Terminal

/// The keys worth knowing now, made from the key map; help and quit stay at the right.
struct HintRow {
  let model: Model

  /// By usefulness on the panels; those that are not possible now are left out.
  /// A view has its own in the catalogue's order.
  private static let order: [Command] = [
    .edit, .undo, .newCode, .toggleDecision, .otherResourceOwner, .panel(.raw), .panel(.checks), .nextPanel, .pause,
    .menu(.question), .related, .view(.mistakes), .view(.scenarios), .view(.explanation), .view(.sequence),
    .view(.moments),
    .view(.token),
    .view(.inspector), .view(.policy), .view(.interference), .view(.comparison), .expireNow, .advance, .reset,
    .remove, .add, .stage(offset: 1), .zoom,
    .codeLifetime, .find, .menu(.palette),
  ]

  private var keyMap: KeyMap { model.surroundings.keyMap }

  func draw(in area: Rect, on canvas: inout Canvas) {
    guard !area.isEmpty else { return }
    if let keys = OverlayKeys(of: model) {
      canvas.draw(" " + keys.line(model.surroundings.charset), at: area.origin, columns: area.columns)
      return
    }
    let pinned = hint(.menu(.help)) + hint(.quit)
    let room = area.columns - pinned.columns - 1
    var line: StyledLine = " "
    if let enterWord, model.obstacle(to: Command.next) == nil, let key = keyMap.entry(of: .next)?.keys.first {
      line += StyledLine("\(model.surroundings.charset.name(of: key)) ", .accent) + StyledLine(enterWord + "  ")
    }
    for command in offered where isOffered(command) {
      let next = hint(command)
      if line.columns + next.columns > room { continue }
      line += next
    }
    canvas.draw(line, at: area.origin, columns: area.columns)
    canvas.draw(pinned, at: Position(column: max(0, area.endColumn - pinned.columns), row: area.row))
  }

  private var offered: [Command] {
    guard let view = model.views.last else {
      return (model.search == nil ? [] : [.findNext, .findPrevious]) + Self.order
    }
    let own = keyMap.entries.filter { $0.scope == .view(view) }.map(\.command)
    let others = keyMap.reachable(in: [.view(view), .everywhere]).filter { !$0.keys.isEmpty }.map(\.command)
    return own + [.find, .menu(.palette)]
      + (Self.order + [.menu(.copy)]).filter {
        others.contains($0) && ![.find, .menu(.palette), .view(view)].contains($0)
      }
  }

  private func isOffered(_ command: Command) -> Bool {
    guard model.obstacle(to: command) == nil else { return false }
    switch command {
    case .panel(let panel): return panel != model.focus
    case .newCode: return model.code != nil
    case .reset: return model.editor?.isChanged == true
    case .pause, .advance: return model.code != nil
    case .view(.moments): return !model.walkthrough.moments.isEmpty
    case .menu(.question), .related: return true
    case .view(.token): return !model.seenTokens.isEmpty
    case .view(.explanation): return model.exchange != nil
    case .find: return model.views.last != nil || model.focus.isText
    default: return true
    }
  }

  /// `e edit`; empty for what is not hinted.
  func hint(_ command: Command) -> StyledLine {
    guard let entry = keyMap.entry(of: command), let words = entry.hint, let key = entry.keys.first else { return [] }
    let shown =
      switch command {
      case .pause where model.clock.isPaused: "go on"
      case .quit where model.views.last != nil || model.hasSomethingToLeave: "back"
      case .find where !(model.views.last.map { model.content(of: $0).items.isEmpty } ?? true): "filter"
      case .toggleDecision where model.editor?.pageValues.decision == .deny: "allow"
      default: words
      }
    return StyledLine("\(model.surroundings.charset.name(of: key)) ", .accent) + StyledLine("\(shown)  ")
  }

  private var enterWord: String? {
    switch model.views.last {
    case .explanation?: return nil
    case .scenarios?: return "play"
    case .diagnosis?: return "paste"
    case .moments?: return "go back"
    case .mistakes?:
      return model.selected(in: .mistakes).flatMap(MistakesContent.stage) == nil ? "make it" : "go there"
    case .token?: return "open"
    case .inspector?: return "read"
    case .policy?: return "change"
    case .sequence?: return model.selected(in: .sequence) == SequenceRow.now ? "next" : "open"
    case .interference?: return "on, off"
    case .comparison?: return model.comparison == nil ? "compare" : nil
    case nil: break
    }
    if model.focus == .server { return "inspect" }
    if model.focus.showsExchanges { return "open" }
    if let step = model.scheduledStep, step.stage == nil { return "next" }
    switch model.walkthrough.current {
    case .authorize: return "authorize"
    case .code: return "sign in"
    case .token: return "redeem"
    case .me: return "call me"
    case .refresh: return "refresh"
    case .introspect: return "introspect"
    case .revoke: return "revoke"
    }
  }
}
