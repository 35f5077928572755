import OAuth
import Playground
import Terminal

extension PlainReport {
  /// The entries of a view, numbered, each with the name that commands know it by where it is one to type.
  static func list(of view: ViewKind, in model: Model) -> [String] {
    let items = model.items(of: view)
    guard items.contains(where: { $0.name != nil }) else { return entry(of: view, in: model) }
    var number = 0
    return [heading(of: view, in: model)]
      + items.map { item in
        let words = PlainText.row(item.line.string)
        guard let name = item.name else { return words }
        number += 1
        return "   \(number). " + (view.hasNames && !words.contains(name) ? "\(name): \(words)" : words)
      }
  }

  static func heading(of view: ViewKind, in model: Model) -> String {
    PlainText.row(model.content(of: view).heading.string) + "."
  }

  /// What there is to say about the entry under the cursor.
  static func entry(of view: ViewKind, in model: Model) -> [String] {
    let detail = model.content(of: view).detail(of: model.selected(in: view), columns: 1000)
    let title = PlainText.row(detail.title.string)
    return (title.isEmpty ? [] : [title + "."])
      + detail.rows.map { PlainText.row($0.string) }.filter { !$0.isEmpty }.map { "   \($0)" }
  }

  /// The question of the scenario and its answers.
  static func question(of model: Model) -> [String] {
    guard let question = model.scenario.scenario.question else { return ["This scenario asks nothing."] }
    return [question.ask] + question.answers.enumerated().map { "   \($0 + 1). \($1)" }
      + ["answer NUMBER answers it."]
  }
}

extension ViewKind {
  /// Whether its entries have names that people know.
  fileprivate var hasNames: Bool {
    switch self {
    case .scenarios, .mistakes, .policy, .interference, .comparison: true
    case .explanation, .moments, .diagnosis, .token, .inspector, .sequence: false
    }
  }

  /// What it is called in line mode: its command's name.
  var word: String {
    CommandEntry.catalogue.first { $0.command == .view(self) }?.name ?? rawValue
  }
}
