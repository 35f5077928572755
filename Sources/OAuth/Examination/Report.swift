/// What a check came to.
public enum Outcome: String, Sendable, CaseIterable {
  case passed
  case refused
  case notReached
}

/// One line of a decision.
public struct CheckResult<Check: CheckName>: Equatable, Sendable {
  public let check: Check
  public let outcome: Outcome
  public let finding: Finding
}

/// The ordered checks of one examination, recorded as they ran.
public struct Report<Check: CheckName, Refusal: RefusalFacts>: Equatable, Sendable {
  public private(set) var results: [CheckResult<Check>] = []
  public private(set) var refusal: Refusal?

  public init() {}

  /// Runs the rules in order until one refuses; from then on a rule is only noted as not reached.
  public mutating func examine<Subject>(
    _ subject: inout Subject, by rules: [Rule<Subject>], in context: Subject.Context
  ) where Subject: Examinable, Subject.Check == Check, Subject.Refusal == Refusal {
    for rule in rules {
      guard refusal == nil else {
        record(rule.check, .notReached, Finding())
        continue
      }
      do throws(Refusal) {
        record(rule.check, .passed, try rule.examination(&subject, context))
      } catch {
        refusal = error
        record(rule.check, .refused, error.finding)
      }
    }
  }

  /// The report as it stands where something outside the rules ended the examination before one of them.
  ///
  /// - Parameter index: the rule that was not reached any more; the number of all for the end.
  public func interrupted(before index: Int, at check: Check, by refusal: Refusal) -> Report {
    var report = Report()
    for result in results[..<index] { report.record(result.check, result.outcome, result.finding) }
    report.record(check, .refused, refusal.finding)
    for result in results[index...] { report.record(result.check, .notReached, Finding()) }
    report.refusal = refusal
    return report
  }

  private mutating func record(_ check: Check, _ outcome: Outcome, _ finding: Finding) {
    results.append(CheckResult(check: check, outcome: outcome, finding: finding))
  }
}
