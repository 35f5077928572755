import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Terminal

/// Every known mistake in the request of the stage, those about the field under the cursor first, and what to expect.
struct MistakesContent: ViewContent {
  let model: Model

  private var stage: Stage { model.walkthrough.current }

  var heading: StyledLine {
    let request = model.editor.map {
      stage == .code ? "the login and consent pages" : "\($0.method.rawValue) \($0.path)"
    }
    return StyledLine("Break it  ", .title.bold) + StyledLine(request ?? "", .accent)
      + StyledLine("  stage \(stage.number): \(stage.rawValue)", .muted)
  }

  var listTitle: StyledLine { "Known mistakes" }
  var listNote: StyledLine { StyledLine("\(model.mistakes.count)", .muted) }
  var listShare: Int { 50 }

  var items: [ListItem] {
    let mistakes = model.mistakes
    var items: [ListItem] = []
    for (index, mistake) in mistakes.enumerated() {
      if index == 0 || mistakes[index - 1].subject != mistake.subject {
        items.append(ListItem(nil, StyledLine(mistake.subject, .title.bold)))
      }
      let mark = mistake.consequence.isHarmless ? StyledLine("  ✓ ", .ok) : StyledLine("  ✗ ", .error)
      items.append(
        ListItem(
          mistake.name, mark + StyledLine(mistake.title),
          words: "\(mistake.name) \(mistake.title) \(mistake.consequence.sentence) "
            + "\(mistake.consequence.reason ?? "") \(mistake.story)"))
    }
    return items + otherStages
  }

  func detail(of name: String?, columns: Int) -> ViewDetail {
    guard let mistake = model.mistakes.first(where: { $0.name == name }) else {
      return name.flatMap(Self.stage).map { detail(of: $0, columns: columns) } ?? ViewDetail()
    }
    let consequence = mistake.consequence
    var entries: [(label: String, text: StyledLine)] = [
      ("Does", StyledLine(mistake.sentence(model.redaction))), ("Stands for", StyledLine(mistake.story)),
      ("Expect", Self.expected(mistake)),
    ]
    if let lesson = consequence.lesson {
      entries += [("Because", StyledLine(lesson.why)), ("Stops", StyledLine(lesson.prevents))]
    }
    if let caution { entries.append(("Mind", StyledLine(caution, .attention))) }
    let rows = entries.flatMap { label, text in
      [StyledLine(label.uppercased(), .title.bold)] + text.wrapped(to: max(1, columns - 2)).map { "  " + $0 } + [[]]
    }
    return ViewDetail(
      title: StyledLine(mistake.title), note: StyledLine(consequence.specification.description, .muted), rows: rows)
  }

  func footer(of name: String?) -> StyledLine {
    guard let mistake = model.mistakes.first(where: { $0.name == name }) else {
      return name.flatMap(Self.stage).map {
        StyledLine(" \(model.key(.next)) shows what goes wrong at stage \($0.number)")
      } ?? ""
    }
    return StyledLine(" expect: ", .muted) + Self.expected(mistake)
  }

  /// `✗ 400 invalid_grant at stage 3: the code_verifier does not fit the challenge`.
  static func expected(_ mistake: Mistake) -> StyledLine {
    let consequence = mistake.consequence
    let (mark, style): (String, Style) = consequence.isHarmless ? ("✓", .ok) : ("✗", .error)
    let words = consequence.words
    return StyledLine("\(mark) \(words)", style) + StyledLine(String(consequence.sentence.dropFirst(words.count)))
  }

  /// What makes it come otherwise than is said.
  private var caution: String? {
    let profile = model.scenario.scenario.profile
    if profile != Mistake.profile {
      return "This is what \(Mistake.profile) answers. Here the server plays \(profile): compare."
    }
    return missing(at: stage)
  }
}

extension Model {
  /// The mistakes that can be made in the request of the stage.
  var mistakes: [Mistake] {
    let all = Mistake.catalogue(for: walkthrough.current, of: walkthrough)
    let fields = editor?.fields ?? []
    guard fields.indices.contains(requestRow) else { return all }
    let subject = fields[requestRow].name
    return all.filter { $0.subject == subject } + all.filter { $0.subject != subject }
  }

  /// Makes a mistake in the request, ready to be sent.
  mutating func make(_ name: String) -> [Effect] {
    guard let mistake = mistakes.first(where: { $0.name == name }) else { return [] }
    edit { $0.make(mistake) }
    views.removeAll { $0 == .mistakes }
    focus = .request
    let changed = editor?.fields.firstIndex { $0.condition != .unchanged }
    requestRow = changed ?? requestRow
    let undoing = mistake.alterations.isEmpty ? "" : ", \(key(.undo)) undoes it"
    notice = Notice(
      "\(mistake.title). Expect: \(mistake.consequence.words). \(key(.next)) sends it\(undoing)", isProblem: false)
    return mistake.delay == .zero ? [] : [.clock(.advance(mistake.delay))]
  }
}
