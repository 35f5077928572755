import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient

/// An exchange as lines for people: one that says what happened, below a refusal every check that led to it, and what a
/// check noted though it passed.
public struct ExchangeText {
  private let exchange: Exchange
  private let redaction: Redaction

  public init(_ exchange: Exchange, _ redaction: Redaction) {
    self.exchange = exchange
    self.redaction = redaction
  }

  public var lines: [String] {
    ([headline] + harmLines + (isRefused ? refusalLines : noteLines) + changeLines).map(PrintableText.line)
  }

  /// `browser → server  GET /authorize  200`: without query, times and numbers, so that two runs can be compared.
  public var arrow: String {
    let status = exchange.response.head.status.code
    let line = "\(exchange.sender.rawValue) → \(exchange.receiver.rawValue)  \(requestLine)  \(status)"
    return PrintableText.line(line)
  }

  private var requestLine: String {
    exchange.request.map { "\($0.head.method.rawValue) \(redaction.target($0.path))" } ?? "malformed request"
  }

  private var headline: String {
    let number = String(exchange.number)
    let parties = "\(exchange.sender.rawValue) to \(exchange.receiver.rawValue)"
    let milliseconds = max(1, (exchange.duration.nanoseconds + 500_000) / 1_000_000)
    let answer = "\(exchange.response.head.status.code) in \(milliseconds) ms"
    let columns = [(number, 3), (exchange.at.timeOfDay, 12), (parties, 18), (requestLine, 24), (answer, 13)]
    let line = columns.map { text, width in text.padded(to: width) }.joined(separator: "  ")
    return (line + outcome).trimmed
  }

  /// What went wrong on the way, and to whom that happens.
  private var harmLines: [String] {
    exchange.interferences.map { "     meddled  \($0.rawValue): \($0.lesson.does)" }
  }

  private var outcome: String {
    if let problem = exchange.problem { return "  ERROR \(problem)" }
    guard let refusal = exchange.decision?.refusal else { return "" }
    return "  ERROR " + [exchange.wireError, refusal.name].compactMap(\.self).joined(separator: " ")
  }

  private var isRefused: Bool { exchange.decision?.refusal != nil }

  private var noteLines: [String] {
    (exchange.decision?.report.results ?? []).filter(\.finding.isNoted).map(passedLine)
  }

  private var refusalLines: [String] {
    guard let report = exchange.decision?.report else { return [] }
    var lines: [String] = []
    var unreached = 0
    for result in report.results {
      switch result.outcome {
      case .passed: lines.append(passedLine(result))
      case .refused:
        lines.append("     REFUSED  \(result.check.title) (\(result.check.specification))")
        if let expected = result.finding.expected { lines.append("              expected \(text(expected))") }
        if let found = result.finding.found { lines.append("              found    \(text(found))") }
      case .notReached: unreached += 1
      }
    }
    if unreached > 0 { lines.append("     not reached: \(unreached) more") }
    if let refusal = report.refusal { lines.append("     What:    \(redaction.sentence(refusal.sentence))") }
    return lines
  }

  private func passedLine(_ result: CheckResult<Check>) -> String {
    let found = result.finding.found.map { ": \(text($0))" } ?? ""
    return "     \(result.finding.isNoted ? "noted " : "passed")   \(result.check.title)\(found)"
  }

  private var changeLines: [String] {
    (exchange.decision?.changes ?? []).map { "     now      \($0.sentence)" }
  }

  private func text(_ evidence: Evidence) -> String { redaction.evidence(evidence) }
}

extension String {
  fileprivate func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }

  fileprivate var trimmed: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
