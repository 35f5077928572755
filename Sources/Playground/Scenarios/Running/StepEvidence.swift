import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient

/// Exchanges as expectations look at them.
struct StepEvidence {
  private let answered: Exchange?
  private let exchanges: [Exchange]

  init(_ exchanges: [Exchange]) {
    self.exchanges = exchanges
    answered = exchanges.last { $0.receiver == .authorizationServer }
  }

  func compare(with expectation: Expectation) -> [StepResult.Comparison] {
    var comparisons = [
      compare("status", expectation.status.map { String($0) }, answered.map { String($0.response.head.status.code) }),
      compare("error", expectation.error, wireError?.code.text),
    ].compactMap(\.self)
    if let sought = expectation.errorDescription {
      comparisons.append(compare("error_description", sought, [wireError?.description].compactMap(\.self)))
    }
    comparisons += [
      compare("refusal", expectation.refusal?.rawValue, answered?.decision?.refusal?.name),
      compare("client", expectation.client?.text, verdict),
    ].compactMap(\.self)
    comparisons += expectation.headers.map { compare("header.\($0.name)", $0.value, fields($0.name)) }
    comparisons += bodyComparisons(expectation.body)
    return comparisons
      + expectation.checks.compactMap { compare("check.\($0.check)", $0.outcome.rawValue, outcome(of: $0.check)) }
  }

  private func compare(_ name: String, _ expected: String?, _ found: String?) -> StepResult.Comparison? {
    expected.map { expected in
      StepResult.Comparison(
        name: name, expected: expected, found: found ?? "none", isMet: found?.hasSameOctets(as: expected) ?? false)
    }
  }

  private func compare(_ name: String, _ sought: Expectation.Sought, _ found: [String]) -> StepResult.Comparison {
    StepResult.Comparison(
      name: name, expected: sought.text, found: found.isEmpty ? "none" : found.joined(separator: ", "),
      isMet: sought.isMet(by: found))
  }

  private func bodyComparisons(_ members: [JSON.Member]) -> [StepResult.Comparison] {
    let body = answered.flatMap { try? JSON(parsing: $0.response.body) }
    return members.map { member in
      let found = body?[member.name]
      let isMet = member.value == .null ? (found ?? .null) == .null : found == member.value
      return StepResult.Comparison(
        name: "body.\(member.name)", expected: member.value == .null ? "none" : member.value.text,
        found: found?.text ?? "none", isMet: isMet)
    }
  }

  private func fields(_ name: String) -> [String] {
    guard let name = HTTPField.Name(name) else { return [] }
    return answered?.response.head.headerFields[values: name] ?? []
  }

  private var wireError: ErrorResponse? {
    exchanges.last { $0.receiver == .client }.flatMap(\.errorOnWire) ?? answered?.errorOnWire
  }

  private var judgement: Judgement? { exchanges.last { $0.judgement != nil }?.judgement }

  private var verdict: String? { judgement.map { $0.refusal?.name ?? "accepted" } }

  /// A check that ran more than once has passed if it always did.
  private func outcome(of check: String) -> String? {
    if let check = Check(rawValue: check) { return Self.outcome(of: check, in: answered?.decision?.report.results) }
    return ClientCheck(rawValue: check).flatMap { Self.outcome(of: $0, in: judgement?.results) }
  }

  private static func outcome<Name>(of check: Name, in results: [CheckResult<Name>]?) -> String? {
    let outcomes = (results ?? []).filter { $0.check == check }.map(\.outcome)
    return (outcomes.first { $0 != .passed } ?? outcomes.first)?.rawValue
  }
}
