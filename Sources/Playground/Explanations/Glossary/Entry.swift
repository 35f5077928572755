import AuthorizationServer
public import OAuth
import OAuthClient

extension Glossary {
  /// One meaning of a word.
  public struct Entry: Equatable, Sendable {
    public enum Kind: String, Sendable, CaseIterable {
      case errorCode = "error code"
      case parameter
      case check
      case refusal
      case policy = "policy switch"
      case clientCheck = "client check"
      case clientRefusal = "client refusal"
      case header = "header field"
      case claim
      case tokenHeader = "member of a token's header"
      case interference
    }

    /// One thing that there is to say: `Why` and a sentence or two.
    public struct Statement: Equatable, Sendable {
      public let label: String
      public let text: String
    }

    public let kind: Kind
    public let name: String
    public let specification: Specification?
    public let statements: [Statement]
    /// `refusal, RFC 6749 §4.1.2`
    public var description: String {
      [kind.rawValue, specification?.description].compactMap(\.self).joined(separator: ", ")
    }

    /// Other words of the glossary that belong to this one, the most likely first.
    public let related: [String]
  }
}

extension Glossary.Entry {
  private init(kind: Kind, name: String, lesson: Lesson, related: [String]) {
    self.init(
      kind: kind, name: name, specification: lesson.specification,
      statements: [
        Statement(label: "What", text: lesson.what), Statement(label: "Why", text: lesson.why),
        Statement(label: "Prevents", text: lesson.prevents), Statement(label: "Fix", text: lesson.fix),
      ], related: related)
  }

  init(_ code: ErrorCodeLesson) {
    self.init(kind: .errorCode, name: code.code.text, lesson: code.lesson, related: code.causes.map(\.rawValue))
  }

  init(_ parameter: ParameterLesson) {
    self.init(
      kind: .parameter, name: parameter.name.text, lesson: parameter.lesson,
      related: parameter.checks.map(\.rawValue) + parameter.clientChecks.map(\.rawValue))
  }

  init(_ check: Check) {
    self.init(kind: .check, name: check.rawValue, lesson: check.lesson, related: check.refusals.map(\.rawValue))
  }

  init(_ refusal: Refusal.Kind) {
    let codes = ErrorCodeLesson.all.filter { $0.causes.contains(refusal) }.map(\.code.text)
    let checks = Check.allCases.filter { $0.refusals.contains(refusal) }.map(\.rawValue)
    self.init(kind: .refusal, name: refusal.rawValue, lesson: refusal.lesson, related: codes + checks)
  }

  init(_ policy: PolicyLesson) {
    self.init(kind: .policy, name: policy.name, lesson: policy.lesson, related: policy.checks.map(\.rawValue))
  }

  init(_ check: ClientCheck) {
    self.init(
      kind: .clientCheck, name: check.rawValue, lesson: check.lesson, related: check.refusals.map(\.rawValue))
  }

  init(_ refusal: ClientRefusal.Kind) {
    let checks = ClientCheck.allCases.filter { $0.refusals.contains(refusal) }.map(\.rawValue)
    self.init(kind: .clientRefusal, name: refusal.rawValue, lesson: refusal.lesson, related: checks)
  }

  init(_ claim: ClaimLesson) {
    self.init(kind: claim.part == .header ? .tokenHeader : .claim, name: claim.name, lesson: claim.lesson, related: [])
  }

  init(_ header: HeaderLesson) {
    self.init(kind: .header, name: header.name, lesson: header.lesson, related: header.checks.map(\.rawValue))
  }

  init(_ interference: Interference) {
    let lesson = interference.lesson
    let scenario = ScenarioLibrary.all.filter { $0.interferences.contains(interference) }
      .min { Set($0.interferences).count < Set($1.interferences).count }
    let play = scenario.map { Statement(label: "Play it", text: "oauth-playground --scenario \($0.id)") }
    self.init(
      kind: .interference, name: interference.rawValue, specification: nil,
      statements: [
        Statement(label: "What", text: lesson.does), Statement(label: "Seen", text: lesson.seen),
        Statement(label: "Who", text: lesson.who), Statement(label: "Fix", text: lesson.fix), play,
      ].compactMap(\.self), related: [])
  }
}
