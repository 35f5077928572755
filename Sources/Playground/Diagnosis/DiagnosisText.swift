import AuthorizationServer
import HTTPTypes
import OAuth

/// A diagnosis as lines for people.
public struct DiagnosisText {
  private let diagnosis: Diagnosis
  private let redaction: Redaction

  public init(_ diagnosis: Diagnosis, _ redaction: Redaction) {
    self.diagnosis = diagnosis
    self.redaction = redaction
  }

  public var lines: [String] { heading + checks.map(PrintableText.line) + verdict }

  /// What the request is, and what was assumed about it.
  public var heading: [String] { subject.map(PrintableText.line) }

  /// What would come of it, and why.
  public var verdict: [String] { outcome.map(PrintableText.line) }

  private var subject: [String] {
    let request = diagnosis.request
    let place = diagnosis.endpoint.map { "the \($0.rawValue) endpoint" } ?? "no endpoint"
    return [
      "\(request.head.method.rawValue) \(redaction.target(request.target)): \(place) of profile \(diagnosis.profile)"
    ]
      + diagnosis.assumptions.map { "  note     \($0)" }
  }

  private var checks: [String] {
    diagnosis.decision.report.results.flatMap { result -> [String] in
      let found = result.finding.found.map(redaction.evidence)
      switch result.outcome {
      case .passed: return ["  passed   \(result.check.title)" + (found.map { ": \($0)" } ?? "")]
      case .notReached: return ["  not reached: \(result.check.title)"]
      case .refused:
        let expected = result.finding.expected.map { ["           expected \(redaction.evidence($0))"] } ?? []
        return ["  REFUSED  \(result.check.title) (\(result.check.specification))"] + expected
          + (found.map { ["           found    \($0)"] } ?? [])
      }
    }
  }

  private var outcome: [String] {
    let status = diagnosis.response.head.status.code
    guard let refusal = diagnosis.decision.refusal else { return ["It would be answered with \(status)."] }
    let lesson = refusal.kind.lesson
    let error = diagnosis.response.errorInBody.map { " \($0.code)" } ?? ""
    return [
      "It would be refused with \(status)\(error).", "  What:    \(refusal.sentence)",
      "  Why:     \(lesson.why)", "  Fix:     \(lesson.fix)",
    ]
  }
}
