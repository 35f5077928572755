import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient

/// A run as a hand-out: every message in full, secrets shortened unless asked for.
public struct Transcript {
  private let redaction: Redaction

  public init(_ redaction: Redaction) {
    self.redaction = redaction
  }

  public func text(of run: ScenarioRun) -> String {
    let scenario = run.scenario
    var lines = ["# \(scenario.title)", ""]
    if !scenario.about.isEmpty { lines += [scenario.about, ""] }
    if !scenario.fix.isEmpty { lines += ["How to fix it: \(scenario.fix)", ""] }
    if !scenario.source.isEmpty { lines += ["The idea comes from \(scenario.source).", ""] }
    if !scenario.specifications.isEmpty {
      lines += ["See " + scenario.specifications.map(\.description).joined(separator: ", ") + ".", ""]
    }
    lines += ["Profile \(scenario.profile), client \(scenario.client).", ""]
    for result in run.results { lines += text(of: result) }
    if let question = run.scenario.question {
      lines += ["## Question", "", question.ask, ""]
      lines += question.answers.enumerated().map { "\($0 + 1). \($1)" } + [""]
    }
    return lines.map { PrintableText.line($0) + "\n" }.joined()
  }

  /// Everything that was said in a session, whoever said it.
  public func text(of exchanges: [Exchange], title: String) -> String {
    var lines = ["# \(title)", ""]
    for exchange in exchanges {
      lines += ["## \(exchange.number). \(ExchangeText(exchange, redaction).arrow)", ""]
      lines += ["At \(exchange.at.timestamp).", ""] + messages(of: exchange)
    }
    return lines.map { PrintableText.line($0) + "\n" }.joined()
  }

  private func text(of result: StepResult) -> [String] {
    let lines = ["## \(result.number). \(result.step.title)", ""]
    return lines
      + result.exchanges.flatMap { ["### \(ExchangeText($0, redaction).arrow)", ""] + messages(of: $0) }
  }

  /// Both messages, and why it was refused.
  private func messages(of exchange: Exchange) -> [String] {
    var lines = ["```http"] + (exchange.request.map(message) ?? ["(\(exchange.problem ?? "not a request"))"])
    lines += ["```", "", "```http"] + message(exchange.response) + ["```", ""]
    if let refusal = exchange.decision?.report.results.first(where: { $0.outcome == .refused }) {
      lines += ["The server refused it: \(refusal.check.title) (\(refusal.check.specification))."]
      if let found = refusal.finding.found { lines += ["Found: \(redaction.evidence(found))."] }
      lines += [""]
    }
    if let judgement = exchange.judgement {
      lines += ["The client: \(judgement.refusal?.name ?? "accepted").", ""]
    }
    return lines
  }

  private func message(_ request: RequestMessage) -> [String] {
    let line = "\(request.head.method.rawValue) \(redaction.target(request.head.path ?? "/")) HTTP/1.1"
    return [line]
      + section(
        request.head.headerFields, redaction.body(request.body, mediaType: request.mediaType))
  }

  private func message(_ response: ResponseMessage) -> [String] {
    let status = response.head.status
    let line = "HTTP/1.1 \(status.code) \(status.reasonPhrase)"
    let body = redaction.body(response.body, mediaType: response.mediaType)
    return [line] + section(response.head.headerFields, response.mediaType == "text/html" ? "(a page)" : body)
  }

  private func section(_ fields: HTTPFields, _ body: String) -> [String] {
    let headers = fields.map { "\($0.name.rawName): \(redaction.field($0))" }
    return headers
      + (body.isEmpty ? [] : [""] + body.split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
  }
}
