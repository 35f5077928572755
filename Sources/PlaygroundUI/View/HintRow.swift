import OAuth
import Playground
import Terminal

/// The keys worth knowing now, made from the key map; help and quit stay at the right.
struct HintRow {
  let model: Model

  /// By usefulness; those that are not possible now are left out.
  private static let order: [Command] = [
    .edit, .undo, .newCode, .toggleDecision, .otherResourceOwner, .panel(.raw), .panel(.checks), .nextPanel, .pause,
    .expireNow, .advance, .reset, .remove, .add, .stage(offset: 1), .zoom,
  ]

  func draw(in area: Rect, on canvas: inout Canvas) {
    guard !area.isEmpty else { return }
    let pinned = hint(.help) + hint(.quit)
    let room = area.columns - pinned.columns - 1
    var line: StyledLine = " "
    if model.focus != .log || model.exchange != nil {
      line += StyledLine("\(model.surroundings.charset.name(of: .enter)) ", .accent) + StyledLine(enterWord + "  ")
    }
    for command in Self.order where isOffered(command) {
      let next = hint(command)
      if line.columns + next.columns > room { continue }
      line += next
    }
    canvas.draw(line, at: area.origin, columns: area.columns)
    canvas.draw(pinned, at: Position(column: max(0, area.endColumn - pinned.columns), row: area.row))
  }

  private func isOffered(_ command: Command) -> Bool {
    guard model.obstacle(to: command) == nil else { return false }
    switch command {
    case .newCode: return model.code != nil
    case .reset: return model.editor?.isChanged == true
    case .pause, .advance: return model.code != nil
    default: return true
    }
  }

  private func hint(_ command: Command) -> StyledLine {
    guard let binding = KeyMap.standard.binding(of: command), let words = binding.hint, let key = binding.keys.first
    else { return [] }
    let shown =
      switch command {
      case .pause where model.clock.isPaused: "go on"
      case .toggleDecision where model.editor?.pageValues[.decision] == "deny": "allow"
      default: words
      }
    return StyledLine("\(key) ", .accent) + StyledLine("\(shown)  ")
  }

  private var enterWord: String {
    if model.focus == .log { return "open" }
    if let step = model.scheduledStep, step.stage == nil { return "next" }
    switch model.walkthrough.current {
    case .authorize: return "authorize"
    case .code: return "sign in"
    case .token: return "redeem"
    case .me: return "call me"
    }
  }
}
