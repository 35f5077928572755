import Playground
import Terminal

/// Everything that can go wrong between client and server, what is switched on, and what to expect of it.
struct InterferenceContent: ViewContent {
  let model: Model

  private static let groups: [(title: String, interferences: [Interference])] = [
    (
      "the request on its way",
      [.stripAuthorization, .postToGet, .loseBody, .decodeTwice, .alterRequest, .delay, .deliverTwice]
    ),
    ("the answer on its way", [.dropResponse, .alterResponse, .phpWarning]),
    ("the server", [.serverOff, .clockSkew, .abort, .failStore, .failClientLookup]),
  ]

  var heading: StyledLine {
    StyledLine("Interference  ", .title.bold) + StyledLine("what happens between client and server", .muted)
  }

  var listTitle: StyledLine { "Let it happen" }
  var listShare: Int { 50 }

  var listNote: StyledLine {
    let count = model.interferences.count
    return count == 0 ? StyledLine("nothing interferes", .muted) : StyledLine("\(count) on", .attention)
  }

  var items: [ListItem] {
    Self.groups.flatMap { group in
      [.heading(group.title)]
        + group.interferences.map { interference in
          let lesson = interference.lesson
          let setting = setting(of: interference)
          let mark = StyledLine(setting == nil ? "  " : "• ", .attention)
          let line = mark + StyledLine(lesson.title, setting == nil ? .text : .attention.bold)
          return ListItem(
            interference.rawValue, line,
            words: "\(interference.rawValue) \(lesson.title) \(lesson.seen) \(lesson.who)"
              + (setting == nil ? "" : " on"))
        }
    }
  }

  private func setting(of interference: Interference) -> InterferenceSetting? {
    model.interferences.first { $0.interference == interference }
  }

  func detail(of name: String?, columns: Int) -> ViewDetail {
    guard let interference = name.flatMap(Interference.init) else { return ViewDetail() }
    let lesson = interference.lesson
    let setting = setting(of: interference)
    let now = setting.map { StyledLine("on: \($0.words)", .attention) } ?? StyledLine("off", .muted)
    let entries: [(label: String, text: StyledLine)] = [
      ("Now", now), ("Does", StyledLine(lesson.does)), ("Expect", StyledLine(lesson.seen)),
      ("Who does that", StyledLine(lesson.who)), ("Fix", StyledLine(lesson.fix)),
    ]
    let rows = entries.flatMap { label, text in
      [StyledLine(label.uppercased(), .title.bold)] + text.wrapped(to: max(1, columns - 2)).map { "  " + $0 } + [[]]
    }
    return ViewDetail(title: StyledLine(interference.rawValue), rows: rows)
  }

  func footer(of name: String?) -> StyledLine {
    guard let interference = name.flatMap(Interference.init) else { return "" }
    return setting(of: interference) == nil
      ? StyledLine(
        " \(model.key(.next)) lets it happen to the next message, \(model.key(.meddle(.always))) to every one")
      : StyledLine(" \(model.key(.next)) switches it off")
  }
}

/// What interferes now, for the first row of a screen: what harms messages must not be forgotten.
enum InterferenceMark {
  static func line(_ settings: [InterferenceSetting], columns: Int) -> StyledLine {
    guard let first = settings.first else { return [] }
    let words = settings.count == 1 && columns >= 76 ? first.interference.rawValue : "\(settings.count)"
    return StyledLine("! \(words)  ", .attention)
  }
}
