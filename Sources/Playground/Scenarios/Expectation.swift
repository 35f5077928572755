public import AuthorizationServer
public import OAuth
public import OAuthClient

/// What must come of a step; nil where nothing is said.
public struct Expectation: Equatable, Sendable {
  /// Of the authorization server's last answer in the step.
  public var status: Int?
  /// The error code on the wire.
  public var error: String?
  /// What is said beside the error code.
  public var errorDescription: Sought?
  /// Why the server refused.
  public var refusal: Refusal.Kind?
  /// What the client made of it.
  public var client: ClientVerdict?
  /// Header fields of the server's last answer.
  public var headers: [Header] = []
  /// Members of the JSON body of the server's last answer; `null` says that a member is not there.
  public var body: [JSON.Member] = []
  /// No answer reaches the sender; what else is expected of one is expected of what the server gave.
  public var isUnanswered = false
  /// What single checks came to: those of the server, or of the client where the server has none of that name.
  public var checks: [CheckOutcome] = []

  public enum ClientVerdict: Equatable, Sendable {
    case accepted
    case refused(ClientRefusal.Kind)

    public var text: String {
      switch self {
      case .accepted: "accepted"
      case .refused(let kind): kind.rawValue
      }
    }
  }

  /// A text that is looked for.
  public enum Sought: Equatable, Sendable {
    case absent
    case exactly(String)
    case containing(String)

    public var text: String {
      switch self {
      case .absent: "none"
      case .exactly(let text): text
      case .containing(let text): "with \(text)"
      }
    }

    func isMet(by found: [String]) -> Bool {
      switch self {
      case .absent: found.isEmpty
      case .exactly(let text): found.contains { $0.hasSameOctets(as: text) }
      case .containing(let text): found.contains { $0.contains(text) }
      }
    }
  }

  public struct Header: Equatable, Sendable {
    public let name: String
    public let value: Sought
  }

  public struct CheckOutcome: Equatable, Sendable {
    /// The name of a ``Check`` or a ``ClientCheck``.
    public let check: String
    public let outcome: Outcome
  }
}

/// What must come of a step whatever server is imitated, and what must come of it instead with some of them.
public struct ProfiledExpectation: Equatable, Sendable {
  public let common: Expectation
  /// By the name of the profile; what is said here takes the place of all that is said in ``common``.
  public let exceptions: [String: Expectation]

  public init(_ common: Expectation, except exceptions: [String: Expectation] = [:]) {
    self.common = common
    self.exceptions = exceptions
  }

  public func expectation(under profile: String) -> Expectation {
    exceptions[profile] ?? common
  }
}
