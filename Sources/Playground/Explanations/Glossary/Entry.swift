import AuthorizationServer
import OAuth
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
    }

    public let kind: Kind
    public let name: String
    public let lesson: Lesson
    /// Other words of the glossary that belong to this one, the most likely first.
    public let related: [String]
  }
}

extension Glossary.Entry {
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
}
