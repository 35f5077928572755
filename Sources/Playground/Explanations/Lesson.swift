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

extension Lesson {
  /// What happened, for the end of a sentence: without its full stop, and in lower case unless it begins with a name.
  var clause: String {
    let word = what.prefix { $0 != " " }
    let isName = word.dropFirst().contains { !$0.isLowercase }
    return (isName ? what : what.prefix(1).lowercased() + what.dropFirst()).trimmingFullStop
  }
}

extension String {
  fileprivate var trimmingFullStop: String { last == "." ? String(dropLast()) : self }
}
