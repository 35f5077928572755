import AuthorizationServer
import OAuth

/// What came of one step.
public struct StepResult: Equatable, Sendable {
  /// Counted from 1.
  public let number: Int
  public let step: Step
  public let exchanges: [Exchange]
  /// Why a request got no answer at all.
  public let failure: CarrierFailure?
  /// Where everything stood before the step; nil for one that sends no request.
  public let moment: Moment.Number?
  public let comparisons: [Comparison]

  /// One expectation beside what was found.
  public struct Comparison: Equatable, Sendable {
    /// `status`, `error`, `error_description`, `refusal`, `client`, `answer`, or `header.`, `body.`, `check.` and a
    /// name; of several answers with `answer 2: ` before it.
    public let name: String
    public let expected: String
    public let found: String
    public let isMet: Bool
  }

  /// - Parameter profile: the one that was played under.
  init(
    number: Int, step: Step, under profile: String, exchanges: [Exchange], moment: Moment.Number?,
    failure: CarrierFailure?
  ) {
    self.number = number
    self.step = step
    self.exchanges = exchanges
    self.failure = failure
    self.moment = step.action.sendsRequests ? moment : nil
    let expectations = step.expectations.map { $0.expectation(under: profile) }
    // What a client does beside a stage is not what the stage is about.
    let relevant = exchanges.filter { step.stage == nil || $0.decision?.endpoint != .keys }
    if case .together = step.action {
      comparisons = Self.compare(expectations, withAnswersIn: relevant)
    } else {
      comparisons = expectations.flatMap { expectation in
        StepEvidence(relevant).compare(with: expectation)
          + (expectation.isUnanswered ? [Self.unanswered(failure)] : [])
      }
    }
  }

  private static let answer = "answer"

  private static func unanswered(_ failure: CarrierFailure?) -> Comparison {
    Comparison(name: answer, expected: "none", found: failure == nil ? "one" : "none", isMet: failure != nil)
  }

  /// Whether a request without an answer is what was expected.
  public var expectsNoAnswer: Bool { comparisons.contains { $0.name == Self.answer } }

  public var isMet: Bool { (failure == nil || expectsNoAnswer) && comparisons.allSatisfy(\.isMet) }

  /// Who comes first in a race is not known beforehand: every answer belongs to one expectation, in whatever order.
  private static func compare(_ expectations: [Expectation], withAnswersIn exchanges: [Exchange]) -> [Comparison] {
    let answers = exchanges.filter { $0.receiver == .authorizationServer && $0.decision?.endpoint != .keys }
      .map { StepEvidence([$0]) }
    let meets = expectations.map { expectation in
      answers.map { $0.compare(with: expectation).allSatisfy(\.isMet) }
    }
    var left = Array(answers.indices)
    let matched = Assignment.of(meets)
    left.removeAll { matched.contains($0) }
    return expectations.indices.flatMap { index in
      let answer = matched[index] ?? (left.isEmpty ? nil : left.removeFirst())
      return (answer.map { answers[$0] } ?? StepEvidence([])).compare(with: expectations[index]).map {
        Comparison(
          name: "answer \(answer.map { String($0 + 1) } ?? "missing"): \($0.name)", expected: $0.expected,
          found: $0.found, isMet: $0.isMet)
      }
    }
  }
}

/// Gives as many as possible of some a counterpart that fits.
enum Assignment {
  /// - Parameter fits: for each the counterparts, and whether they fit.
  /// - Returns: for each the index of its counterpart.
  static func of(_ fits: [[Bool]]) -> [Int?] {
    var takenBy: [Int: Int] = [:]
    for index in fits.indices {
      var tried: Set<Int> = []
      _ = find(index, fits, &takenBy, &tried)
    }
    var assigned = [Int?](repeating: nil, count: fits.count)
    for (counterpart, index) in takenBy { assigned[index] = counterpart }
    return assigned
  }

  /// Takes a counterpart, and lets whoever had it find another.
  private static func find(
    _ index: Int, _ fits: [[Bool]], _ takenBy: inout [Int: Int], _ tried: inout Set<Int>
  ) -> Bool {
    for counterpart in fits[index].indices where fits[index][counterpart] && tried.insert(counterpart).inserted {
      if let other = takenBy[counterpart], !find(other, fits, &takenBy, &tried) { continue }
      takenBy[counterpart] = index
      return true
    }
    return false
  }
}
