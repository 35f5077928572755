import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Terminal

extension PlainReport {
  /// An exchange, and what it means where something was refused.
  static func lines(of exchange: Exchange, in model: Model) -> [String] {
    let head = headline(of: exchange, model)
    if exchange.decision?.refusal != nil || exchange.judgement?.refusal != nil {
      return [head] + explanation(of: exchange, in: model).map { "   \($0)" }
    }
    let changes = exchange.decision?.changes ?? []
    guard changes.isEmpty else { return [head] + changes.map { "   Now: \($0.sentence)." } }
    let note = PlainText.row(ExchangeNote.of(exchange).string).replacing("passed: ", with: "")
    return [head] + (note.isEmpty ? [] : ["   Note: \(note)."])
  }

  private static func headline(of exchange: Exchange, _ model: Model) -> String {
    ExchangeText(exchange, model.redaction).lines[0]
  }

  /// What, why, now, fix, a line each.
  static func explanation(of exchange: Exchange?, in model: Model) -> [String] {
    var past = model
    past.chosenExchange = exchange?.number
    let isClient = exchange?.decision?.refusal == nil && exchange?.judgement?.refusal != nil
    return (isClient ? ["ERROR: the client refuses the answer."] : [])
      + Explanation(of: past).entries.filter { exchange == nil || $0.label != "Here" }.map { label, text in
        (label.isEmpty ? "" : "\(label): ") + PlainText.sentence(text.string)
      }
  }

  /// Every check, a line each.
  static func checks(of exchange: Exchange, in model: Model) -> [String] {
    if let problem = exchange.problem { return ["Not a request: \(problem)."] }
    var lines: [String] = []
    if let decision = exchange.decision {
      lines.append("The authorization server:")
      lines += decision.report.results.flatMap { self.lines(of: $0, model) }
      lines += decision.changes.map { "   now: \($0.sentence)" }
    }
    if let judgement = exchange.judgement {
      lines.append("The client:")
      lines += judgement.results.flatMap { self.lines(of: $0, model) }
    }
    return lines.isEmpty ? ["Nobody judges this exchange."] : lines
  }

  private static func lines<Check: CheckName>(of result: CheckResult<Check>, _ model: Model) -> [String] {
    let found = result.finding.found.map(model.redaction.evidence)
    switch result.outcome {
    case .passed: return ["   passed: \(result.check.title)" + (found.map { ": \($0)" } ?? "")]
    case .notReached: return ["   not reached: \(result.check.title)"]
    case .refused:
      let expected = result.finding.expected.map(model.redaction.evidence)
      return ["   REFUSED: \(result.check.title), \(result.check.specification)"]
        + [("expected", expected), ("found", found)].compactMap { word, text in text.map { "      \(word): \($0)" } }
    }
  }

  /// Its octets, made visible, as the lines they have.
  static func raw(_ exchange: Exchange, in model: Model) -> [String] {
    RawRows.rows(of: exchange, columns: 1_000_000, model.redaction).map(\.string)
  }

  /// Who said what to whom, and by which way.
  static func sequence(of model: Model) -> [String] {
    let timeline = model.walkthrough.timeline
    let lines = timeline.exchanges.map { exchange in
      let way = exchange.isFrontChannel ? "front channel" : "back channel"
      let note = PlainText.row(ExchangeNote.of(exchange).string)
      return "\(exchange.number). \(exchange.sender.rawValue) to \(exchange.receiver.rawValue), \(way): "
        + "\(exchange.requestLine(model.redaction).prefix { $0 != "?" }), answered with \(exchange.response.head.status.code)"
        + (note.isEmpty ? "" : ", \(note)") + (timeline.isUndone(exchange) ? ", undone" : "") + "."
    }
    return lines + ["Next: \(PlainText.sentence(model.nextStep))."]
  }

  /// Every exchange, or those that have a text.
  static func log(of model: Model, having text: String) -> [String] {
    let lines = model.walkthrough.timeline.exchanges.map { headline(of: $0, model) }
    let shown = lines.filter { text.isEmpty || $0.lowercased().contains(text.lowercased()) }
    guard shown.isEmpty else { return shown }
    return [lines.isEmpty ? "No exchange yet." : "No exchange has \(JSON.string(text).text)."]
  }
}
