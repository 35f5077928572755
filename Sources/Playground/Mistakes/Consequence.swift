import AuthorizationServer
public import OAuth
import OAuthClient

/// What comes of a mistake when the server is `strict`, and the request was right otherwise.
public struct Consequence: Equatable, Sendable {
  /// Where it shows; later than the request itself where only another request brings it to light. Nil is at once.
  public var laterAt: Stage?
  public let expectation: Expectation
  public let specification: Specification

  /// Nobody refuses anything.
  public var isHarmless: Bool { expectation.refusal == nil && expectation.client == nil }

  /// `400 invalid_grant`, `200 inactive`, `400`, `accepted`, `the client refuses`.
  public var words: String {
    if case .refused? = expectation.client, expectation.refusal == nil { return "the client refuses" }
    guard expectation.refusal != nil, let status = expectation.status else { return "accepted" }
    let said = expectation.error ?? (expectation.body == Self.inactive ? "inactive" : nil)
    return said.map { "\(status) \($0)" } ?? "\(status)"
  }

  /// The same, and why: `401 invalid_client: the secret is not the registered one`, `… at stage 3: …`.
  public var sentence: String {
    words + (laterAt.map { " at stage \($0.number)" } ?? "") + (lesson.map { ": \($0.clause)" } ?? "")
  }

  /// The name of the refusal, by which scenarios and filters find it.
  public var reason: String? {
    if let refusal = expectation.refusal { return refusal.rawValue }
    if case .refused(let refusal)? = expectation.client { return refusal.rawValue }
    return nil
  }

  /// What there is to learn about the reason.
  public var lesson: Lesson? {
    if let refusal = expectation.refusal { return refusal.lesson }
    if case .refused(let refusal)? = expectation.client { return refusal.lesson }
    return nil
  }

  /// The server refuses.
  private static func refused(_ refusal: Refusal.Kind, _ status: Int, _ error: ErrorCode?) -> Consequence {
    Consequence(
      expectation: Expectation(status: status, error: error?.text, refusal: refusal),
      specification: refusal.lesson.specification)
  }

  static func accepted(_ specification: Specification) -> Consequence {
    Consequence(expectation: Expectation(), specification: specification)
  }

  /// The client refuses what comes of it.
  static func client(_ refusal: ClientRefusal.Kind, at stage: Stage) -> Consequence {
    Consequence(
      laterAt: stage, expectation: Expectation(client: .refused(refusal)), specification: refusal.lesson.specification)
  }

  // MARK: Authorization endpoint

  /// The person at the browser reads it; nobody is redirected.
  static func page(_ refusal: Refusal.Kind, _ status: Int = 400) -> Consequence { refused(refusal, status, nil) }

  /// The client is told by a redirect.
  static func redirected(_ refusal: Refusal.Kind, _ error: ErrorCode = .invalidRequest) -> Consequence {
    refused(refusal, 303, error)
  }

  // MARK: Token endpoint

  static func invalidRequest(_ refusal: Refusal.Kind, _ status: Int = 400) -> Consequence {
    refused(refusal, status, .invalidRequest)
  }

  static func invalidClient(_ refusal: Refusal.Kind) -> Consequence { refused(refusal, 401, .invalidClient) }

  static func invalidGrant(_ refusal: Refusal.Kind) -> Consequence { refused(refusal, 400, .invalidGrant) }

  static func tokenError(_ refusal: Refusal.Kind, _ error: ErrorCode) -> Consequence { refused(refusal, 400, error) }

  // MARK: Protected resource

  static func invalidToken(_ refusal: Refusal.Kind) -> Consequence { refused(refusal, 401, .invalidToken) }

  /// A challenge without an error: no usable token came. RFC 6750 §3.1.
  static func bareChallenge(_ refusal: Refusal.Kind) -> Consequence { refused(refusal, 401, nil) }

  // MARK: Introspection and revocation

  private static let inactive = [JSON.Member("active", false)]

  /// Whoever asks is not told why. RFC 7662 §2.2.
  static func inactive(_ refusal: Refusal.Kind) -> Consequence {
    Consequence(
      expectation: Expectation(status: 200, refusal: refusal, body: inactive),
      specification: refusal.lesson.specification)
  }

  /// The answer is that of a success, and nothing happens. Decision D11.
  static func ignored(_ refusal: Refusal.Kind) -> Consequence { refused(refusal, 200, nil) }

  static func unknownEndpoint() -> Consequence { refused(.endpointUnknown, 404, nil) }

  func later(at stage: Stage) -> Consequence {
    var copy = self
    copy.laterAt = stage
    return copy
  }
}
