import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient

/// What came of one step.
public struct StepResult: Equatable, Sendable {
  /// Counted from 1.
  public let number: Int
  public let step: Step
  public let exchanges: [Exchange]
  /// Why a request got no answer at all.
  public let failure: CarrierFailure?
  public let comparisons: [Comparison]

  /// One expectation beside what was found.
  public struct Comparison: Equatable, Sendable {
    /// `status`, `error`, `refusal`, `client`, or `body.` and the name of a member.
    public let name: String
    public let expected: String
    public let found: String
    public let isMet: Bool
  }

  init(number: Int, step: Step, exchanges: [Exchange], failure: CarrierFailure?) {
    self.number = number
    self.step = step
    self.exchanges = exchanges
    self.failure = failure
    let evidence = StepEvidence(exchanges.filter { step.stage == nil || !$0.fetchesKeys })
    comparisons = step.expectation.map(evidence.compare) ?? []
  }

  /// A request without an answer is never what was expected.
  public var isMet: Bool { failure == nil && comparisons.allSatisfy(\.isMet) }
}

extension Exchange {
  /// What a client does beside a stage is not what the stage is about.
  fileprivate var fetchesKeys: Bool { decision?.endpoint == .keys }
}

/// The exchanges of a step as expectations look at them.
private struct StepEvidence {
  private let answered: Exchange?
  private let exchanges: [Exchange]

  init(_ exchanges: [Exchange]) {
    self.exchanges = exchanges
    answered = exchanges.last { $0.receiver == .authorizationServer }
  }

  func compare(with expectation: Expectation) -> [StepResult.Comparison] {
    var comparisons: [StepResult.Comparison] = []
    func compare(_ name: String, _ expected: String?, _ found: String?) {
      guard let expected else { return }
      comparisons.append(
        .init(
          name: name, expected: expected, found: found ?? "none", isMet: found?.hasSameOctets(as: expected) ?? false))
    }
    compare("status", expectation.status.map { String($0) }, answered.map { String($0.response.head.status.code) })
    compare("error", expectation.error, wireError)
    compare("refusal", expectation.refusal?.rawValue, answered?.decision?.refusal?.name)
    compare("client", expectation.client?.text, verdict)
    let body = answered.flatMap { try? JSON(parsing: $0.response.body) }
    for member in expectation.body {
      let found = body?[member.name]
      let isMet = member.value == .null ? (found ?? .null) == .null : found == member.value
      comparisons.append(
        .init(
          name: "body.\(member.name)", expected: member.value == .null ? "none" : member.value.text,
          found: found?.text ?? "none", isMet: isMet))
    }
    return comparisons
  }

  private var wireError: String? {
    exchanges.last { $0.receiver == .client }.flatMap(\.wireError) ?? answered?.wireError
  }

  private var verdict: String? {
    guard let judgement = exchanges.last(where: { $0.judgement != nil })?.judgement else { return nil }
    return judgement.refusal?.name ?? "accepted"
  }
}
