public import OAuth

/// What there is to learn about one word: a refusal, a check, a parameter, an error code, a client's refusal.
public struct Lesson: Equatable, Sendable {
  /// One sentence: what it is, or what happened.
  public let what: String
  /// Why the rule exists.
  public let why: String
  /// The attack or accident that it prevents.
  public let prevents: String
  /// What to change in the request.
  public let fix: String
  public let specification: Specification

  public init(what: String, why: String, prevents: String, fix: String, specification: Specification) {
    self.what = what
    self.why = why
    self.prevents = prevents
    self.fix = fix
    self.specification = specification
  }
}
