import OAuth
import OAuthClient
import Playground
import Terminal

/// The other stages, whose requests have mistakes of their own, and how to get there.
extension MistakesContent {
  private static var prefix: String { "stage " }

  /// The stage that a row of the list stands for.
  static func stage(_ name: String) -> Stage? {
    name.hasPrefix(prefix) ? Stage(rawValue: String(name.dropFirst(prefix.count))) : nil
  }

  var otherStages: [ListItem] {
    let stages = Stage.allCases.filter { $0 != model.walkthrough.current }
    return [ListItem(nil, []), ListItem(nil, StyledLine("other stages", .title.bold), words: "")]
      + stages.map { stage in
        let count = Mistake.catalogue(for: stage, of: model.walkthrough).count
        let reached = missing(at: stage) == nil ? "" : ", not reached yet"
        return ListItem(
          Self.prefix + stage.rawValue,
          StyledLine("  \(stage.number) \(stage.rawValue)") + StyledLine("  \(count)\(reached)", .muted),
          words: "stage \(stage.rawValue)")
      }
  }

  func detail(of stage: Stage, columns: Int) -> ViewDetail {
    let lesson = StageLesson.of(stage)
    var entries: [(label: String, text: StyledLine)] = [("What", StyledLine(lesson.what))]
    if let missing = missing(at: stage) {
      entries.append(("Not yet", StyledLine(missing, .attention)))
    }
    entries.append(
      ("There", StyledLine("\(model.key(.next)) takes you to its request and shows what goes wrong with it.")))
    let rows = entries.flatMap { label, text in
      [StyledLine(label.uppercased(), .title.bold)] + text.wrapped(to: max(1, columns - 2)).map { "  " + $0 } + [[]]
    }
    return ViewDetail(
      title: StyledLine("stage \(stage.number): \(stage.rawValue)"), note: StyledLine(lesson.specification, .muted),
      rows: rows)
  }

  /// What the request of a stage still lacks, and how to get it; nil where it has everything.
  func missing(at stage: Stage) -> String? {
    let client = model.walkthrough.client
    switch stage {
    case .token where client.receivedCode == nil:
      return "The client has no code yet, which the server misses before it sees most mistakes. "
        + "\(model.key(.newCode)) gets one: authorize, sign in, allow."
    case .me where client.accessToken == nil, .introspect where client.accessToken == nil,
      .revoke where client.accessToken == nil:
      return "The client has no access token yet, and without one the server sees little else. Get a code and redeem "
        + "it at stage 3."
    case .refresh where client.refreshToken == nil:
      return
        "The client has no refresh token, which the server misses before it sees most mistakes. Add offline_access "
        + "to scope at stage 1, get a code and redeem it."
    default: return nil
    }
  }
}
