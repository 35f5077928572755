import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Terminal

/// What lines tell of a model: one fact a line, numbers before words, nothing that is drawn.
public enum PlainReport {
  /// The first lines.
  public static func greeting(of model: Model) -> [String] {
    let (place, scenario) = (model.surroundings, model.scenario.scenario)
    return place.notices.map { "Note: \($0)." } + [
      "Server http://\(place.serverAuthority), client http://\(place.clientAuthority), profile \(scenario.profile).",
      "Scenario \(scenario.id): \(scenario.title).",
      "Commands are words; help lists them.",
    ]
  }

  /// What has come since: exchanges, and what there is to say about them.
  ///
  /// - Parameter isAnswer: whether somebody asked for something, so that a notice is about that and no old one.
  public static func news(from before: Model, to after: Model, isAnswer: Bool) -> [String] {
    let known = before.walkthrough.timeline.exchanges.last?.number ?? 0
    let isNewWalk = after.walkthrough.timeline.total < before.walkthrough.timeline.total
    let exchanges = after.walkthrough.timeline.exchanges.filter { isNewWalk || $0.number > known }
    var lines = exchanges.flatMap { self.lines(of: $0, in: after) }
    if exchanges.isEmpty { lines += changes(from: before, to: after) }
    lines += clock(from: before, to: after)
    if after.hidesSecrets != before.hidesSecrets {
      lines.append("Codes, tokens and secrets are \(after.hidesSecrets ? "hidden" : "shown").")
    }
    if let notice = after.notice, isAnswer || notice != before.notice { lines.append(sentence(notice)) }
    return lines
  }

  /// What comes next, and the words that are possible now.
  public static func prompt(for model: Model) -> String {
    var parts = [step(of: model)]
    if let code = model.code, case .alive = code.condition(at: model.serverTime) {
      parts.append(condition(of: code, model))
    }
    return (parts + ["\(possible(in: model).joined(separator: ", ")) > "]).joined(separator: " ")
  }

  private static func step(of model: Model) -> String {
    let count = model.scenario.scenario.steps.count
    let next = PlainText.sentence(String(model.nextStep.drop { $0.isNumber || $0 == " " }))
    guard model.scenario.step != nil else { return "The scenario is over. Next: \(next)." }
    return "Step \(model.scenario.results.count + 1) of \(count): \(next)."
  }

  private static func possible(in model: Model) -> [String] {
    var words = ["send", "request", "edit NAME VALUE"]
    if model.editor?.canUndo == true { words.append("undo") }
    if model.code != nil { words.append("new") }
    if model.obstacle(to: .menu(.question)) == nil { words.append("question") }
    return words + ["explain", "break", "time", "help", "quit"]
  }

  private static func sentence(_ notice: Notice) -> String {
    (notice.isProblem ? "ERROR: " : "Note: ") + PlainText.sentence(notice.sentence).ended
  }
}

extension PlainReport {
  /// The request that is sent next, a field a line.
  static func request(of model: Model) -> [String] {
    guard let editor = model.editor else { return ["This stage has no request."] }
    let isPage = editor.parameterPlace == .page
    let head = isPage ? "The resource owner's answers." : "\(editor.method.rawValue) \(editor.path)"
    return [head] + editor.fields.map { line(of: $0, model) }
  }

  /// The fields that are not as they were, or the other request.
  private static func changes(from before: Model, to after: Model) -> [String] {
    guard before.walkthrough.current == after.walkthrough.current else {
      return ["Stage \(after.walkthrough.current.number): \(after.walkthrough.current.rawValue)."] + request(of: after)
    }
    let old = before.editor?.fields ?? []
    let new = after.editor?.fields ?? []
    let gone = old.filter { field in !new.contains { $0.name == field.name && $0.place == field.place } }
    return new.filter { !old.contains($0) }.map { line(of: $0, after) } + gone.map { "   \($0.name): not sent" }
  }

  private static func line(of field: RequestEditor.Field, _ model: Model) -> String {
    let value = field.value.map { model.redaction.value($0, of: field.name) }
    let shown = value.map { $0.isEmpty ? "empty" : $0 } ?? "not sent"
    let note =
      switch field.condition {
      case .unchanged: ""
      case .edited: ", edited"
      case .removed: ", left out"
      case .added: ", added"
      }
    return "   \(field.name): \(shown)\(note)"
  }
}

extension String {
  /// With a full stop, unless it has an end.
  fileprivate var ended: String { last.map { ".!?".contains($0) } == true ? self : self + "." }
}
