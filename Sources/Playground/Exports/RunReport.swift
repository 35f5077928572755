import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient

/// What came of a scenario's steps, as lines for people and as JSON.
public struct RunReport {
  private let scenario: Scenario
  private let redaction: Redaction

  public init(_ scenario: Scenario, _ redaction: Redaction = .shortened) {
    self.scenario = scenario
    self.redaction = redaction
  }

  public var heading: [String] {
    [
      PrintableText.line("\(scenario.id): \(scenario.title)"),
      "  profile \(scenario.profile), client \(scenario.client)",
      scenario.source.isEmpty ? nil : PrintableText.line("  from \(scenario.source)"),
    ].compactMap(\.self)
  }

  /// The step, its exchanges as arrows, and a mark for every expectation.
  public func lines(_ result: StepResult) -> [String] {
    var lines = ["  \(result.number). \(result.step.title)"]
    lines += result.exchanges.map { exchange in
      let refusal = exchange.decision?.refusal?.name ?? exchange.judgement?.refusal?.name
      let harm = exchange.interferences.map { "  [\($0.rawValue)]" }.joined()
      return "     \(ExchangeText(exchange, redaction).arrow)" + harm + (refusal.map { "  \($0)" } ?? "")
    }
    if let failure = result.failure { lines.append("     \(result.expectsNoAnswer ? "·" : "✗") \(failure.sentence)") }
    lines += result.comparisons.map { comparison in
      let expected = "\(comparison.name) \(comparison.expected)"
      return comparison.isMet ? "     ✓ \(expected)" : "     ✗ \(expected), but found \(found(comparison))"
    }
    return lines.map(PrintableText.line)
  }

  /// How to do it right, where the scenario says so.
  public var advice: [String] { scenario.fix.isEmpty ? [] : [PrintableText.line("  fix: \(scenario.fix)")] }

  public func summary(_ run: ScenarioRun) -> String {
    let comparisons = run.results.flatMap(\.comparisons)
    let unanswered = run.results.count { $0.failure != nil && !$0.expectsNoAnswer }
    let met = comparisons.count(where: \.isMet)
    let rest = unanswered > 0 ? ", \(unanswered) without an answer" : ""
    return "  \(run.isMet ? "✓ passed" : "✗ failed"): \(met) of \(comparisons.count) expectations met\(rest)"
  }

  public func line(_ result: StepResult) -> String {
    let json: JSON = .object([
      .init("event", "step"), .init("scenario", .string(scenario.id)), .init("profile", .string(scenario.profile)),
      .init("number", .integer(Int64(result.number))), .init("step", .string(result.step.title)),
      .init("met", .bool(result.isMet)),
      .init("failure", result.failure.map { .string($0.sentence) } ?? .null),
      .init("expectations", .array(result.comparisons.map(json))),
      .init("exchanges", .array(result.exchanges.map { ExchangeRecord($0, redaction).json })),
    ])
    return PrintableText.json(json.text)
  }

  public func line(_ run: ScenarioRun) -> String {
    let json: JSON = .object([
      .init("event", "scenario"), .init("scenario", .string(scenario.id)), .init("title", .string(scenario.title)),
      .init("profile", .string(scenario.profile)),
      .init("source", scenario.source.orNull), .init("fix", scenario.fix.orNull),
      .init("met", .bool(run.isMet)), .init("steps", .integer(Int64(run.results.count))),
    ])
    return PrintableText.json(json.text)
  }

  private func json(_ comparison: StepResult.Comparison) -> JSON {
    .object([
      .init("name", .string(comparison.name)), .init("expected", .string(comparison.expected)),
      .init("found", .string(found(comparison))), .init("met", .bool(comparison.isMet)),
    ])
  }

  /// Without its secrets, where a header or a member of the body was looked at; either can be long.
  private func found(_ comparison: StepResult.Comparison) -> String {
    let place = comparison.name.split(separator: " ").last ?? ""
    let parts = place.split(separator: ".", maxSplits: 1).map(String.init)
    var text = comparison.found
    if parts.first == "header", let name = parts.last.flatMap({ HTTPField.Name($0) }) {
      text = redaction.field(HTTPField(name: name, value: text))
    } else if let member = parts.last, parts.count > 1 {
      text = redaction.value(text, of: member)
    }
    return text.count > 120 ? text.prefix(120) + "…" : text
  }
}

extension String {
  fileprivate var orNull: JSON { isEmpty ? .null : .string(self) }
}
