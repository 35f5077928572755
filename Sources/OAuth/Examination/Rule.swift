/// The name of a check, the one thing that a decision, a screen, a log and a test call it by.
public protocol CheckName: RawRepresentable<String>, Hashable, Sendable, CaseIterable {
  /// What is examined, in a few words: `redirect_uri is the one of the authorization request`.
  var title: String { get }
  var specification: Specification { get }
}

/// Why a party did not accept a message: a value with its facts.
public protocol RefusalFacts: Error, Equatable, Sendable {
  /// The case without its facts: `authorizationCodeExpired`.
  var name: String { get }
  var finding: Finding { get }
}

/// What a check expected and what it found.
public struct Finding: Equatable, Sendable {
  public var expected: Evidence?
  public var found: Evidence?
  /// Whether a developer should read it though the check passed: nothing refuses it, but it is a mistake.
  public private(set) var isNoted = false

  public init(expected: Evidence? = nil, found: Evidence? = nil) {
    self.expected = expected
    self.found = found
  }

  public static func found(_ evidence: Evidence) -> Finding { Finding(found: evidence) }

  public static func noted(_ evidence: Evidence) -> Finding {
    var finding = Finding(found: evidence)
    finding.isNoted = true
    return finding
  }
}

/// Something that is examined by an ordered list of rules, and what the rules have established about it so far.
public protocol Examinable: SendableMetatype {
  associatedtype Check: CheckName
  associatedtype Refusal: RefusalFacts
  /// What the rules may look at besides the subject: the server, or nothing.
  associatedtype Context
}

/// One check: one rule, one function, one kind of refusal.
public struct Rule<Subject: Examinable>: Sendable {
  public typealias Examination = @Sendable (inout Subject, Subject.Context) throws(Subject.Refusal) -> Finding

  public let check: Subject.Check
  public let examination: Examination

  public init(_ check: Subject.Check, _ examination: @escaping Examination) {
    self.check = check
    self.examination = examination
  }
}
