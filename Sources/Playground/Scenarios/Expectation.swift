public import AuthorizationServer
public import OAuth
public import OAuthClient

/// What must come of a step; nil where nothing is said.
public struct Expectation: Equatable, Sendable {
  /// Of the authorization server's last answer in the step.
  public var status: Int?
  /// The error code on the wire.
  public var error: String?
  /// Why the server refused.
  public var refusal: Refusal.Kind?
  /// What the client made of it.
  public var client: ClientVerdict?
  /// Members of the JSON body of the server's last answer; `null` says that a member is not there.
  public var body: [JSON.Member] = []

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
}
