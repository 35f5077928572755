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
    let place = model.surroundings
    return place.notices.map { "Note: \($0)." } + [
      "Server http://\(place.serverAuthority), client http://\(place.clientAuthority), profile \(place.profile).",
      "Scenario \(model.scenario.scenario.id): \(model.scenario.scenario.title).",
      "Commands are words; help lists them.",
    ]
  }

  /// What has come since: exchanges, and what there is to say about them.
  public static func news(from before: Model, to after: Model) -> [String] {
    let known = before.walkthrough.timeline.exchanges.last?.number ?? 0
    let isNewWalk = after.walkthrough.timeline.total < before.walkthrough.timeline.total
    let exchanges = after.walkthrough.timeline.exchanges.filter { isNewWalk || $0.number > known }
    var lines = exchanges.flatMap { self.lines(of: $0, in: after) }
    if after.clock.isPaused != before.clock.isPaused {
      lines.append(after.clock.isPaused ? "The server's clock stands still." : "The server's clock runs.")
    }
    if let notice = after.notice, notice != before.notice { lines.append(sentence(notice)) }
    return lines
  }

  /// What comes next, and the words that are possible now.
  public static func prompt(for model: Model) -> String {
    var parts = [step(of: model)]
    if let code = model.code, case .alive(let left) = code.condition(at: model.now) {
      parts.append("The code lives \(CountdownView.shown(left)).")
    }
    return (parts + ["\(possible(in: model).joined(separator: ", ")) > "]).joined(separator: " ")
  }

  private static func step(of model: Model) -> String {
    let count = model.scenario.scenario.steps.count
    guard model.scenario.step != nil else { return "The scenario is over. Next: \(words(model.nextStep))." }
    return "Step \(model.scenario.results.count + 1) of \(count): \(words(model.nextStep))."
  }

  private static func possible(in model: Model) -> [String] {
    var words = ["send", "edit NAME VALUE"]
    if model.editor?.canUndo == true { words.append("undo") }
    if model.code != nil { words.append("new") }
    words.append("explain")
    if model.exchange != nil { words += ["raw", "checks"] }
    return words + ["advance N", "policy NAME VALUE", "break", "scenario ID", "help", "quit"]
  }

  /// An exchange, and what it means where something was refused.
  private static func lines(of exchange: Exchange, in model: Model) -> [String] {
    var lines = Array(ExchangeText(exchange, model.redaction).lines.prefix(1))
    let isRefused = exchange.decision?.refusal != nil || exchange.judgement?.refusal != nil
    guard isRefused else {
      return lines + (exchange.decision?.changes ?? []).map { "   Now: \($0.sentence)." }
    }
    var past = model
    past.chosenExchange = exchange.number
    if exchange.decision?.refusal == nil { lines.append("   ERROR: the client refuses the answer.") }
    for (label, text) in Explanation(of: past).entries where label != "Here" {
      lines.append("   \(label): \(words(text.string))")
    }
    return lines
  }

  /// The request that is sent next, a field a line.
  static func request(of model: Model) -> [String] {
    guard let editor = model.editor else { return ["This stage has no request."] }
    let isPage = editor.parameterPlace == .page
    let head = isPage ? "The resource owner's answers." : "\(editor.method.rawValue) \(editor.path)"
    return [head] + editor.fields.map { line(of: $0, model) }
  }

  static func field(named name: String, of model: Model) -> [String] {
    guard let row = model.row(named: name), let fields = model.editor?.fields else { return ["\(name) is not sent."] }
    return [line(of: fields[row], model)]
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

  /// The known mistakes of the request, a name and what it does a line.
  static func mistakes(of model: Model) -> [String] {
    let mistakes = Mistake.catalogue(for: model.walkthrough.current, of: model.walkthrough)
    return mistakes.isEmpty ? ["No mistake is known for this request."] : mistakes.map { "\($0.name): \($0.title)." }
  }

  private static func sentence(_ notice: Notice) -> String {
    (notice.isProblem ? "ERROR: " : "Note: ") + words(notice.sentence)
  }

  /// Without the signs that stand for keys, and those that decorate.
  private static func words(_ text: String) -> String {
    text.replacing("↵", with: "send").replacing("✓ ", with: "").replacing("✗ ", with: "")
  }
}
