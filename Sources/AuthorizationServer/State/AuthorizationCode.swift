public import OAuth

/// An authorization code as the server keeps it, with everything it is bound to. RFC 6749 §4.1.2.
public struct AuthorizationCode: Expiring, Equatable, Sendable {
  public let digest: TokenDigest
  public let grant: Grant.Number
  public let request: AuthorizationRequest
  public let resourceOwner: String
  /// What was granted: what was asked, less what the resource owner unticked.
  public let scope: Scope
  public let issuedAt: Instant
  public internal(set) var lifetime: Duration
  public var redeemedAt: Instant?
  public var failedAttempts = 0
}

/// A validated authorization request: only the checks of the authorization endpoint make one. RFC 6749 §4.1.1.
public struct AuthorizationRequest: Equatable, Sendable {
  public let client: ClientIdentifier
  public let redirection: Redirection
  public let scope: Scope
  public let challenge: BoundChallenge?
  public var authentication = AuthenticationRequest()
  /// For which resource servers; none is our own protected resource. RFC 8707 §2.1.
  public var resources: [ResourceIndicator] = []
  /// Whether the answer is tokens, without a code. RFC 6749 §4.2.
  public var asksForToken = false

  /// The challenge and the method that the verifier must answer. RFC 7636 §4.4.
  public struct BoundChallenge: Equatable, Sendable {
    public let challenge: CodeChallenge
    /// Nil where the server let a request pass that named none, or one that nobody knows.
    public let method: CodeChallengeMethod?

    public var methodName: String { method?.rawValue ?? "no method" }
  }
}

/// Where an authorization response may go: a redirection URI that was found to be the client's. RFC 6749 §3.1.2.4.
public struct Redirection: Equatable, Sendable {
  public let uri: RedirectionURI
  /// False where the only registered one was used; the token request then need not repeat it. RFC 6749 §4.1.3.
  public let wasSent: Bool
  public internal(set) var state: String?
  /// How the response travels; the default of `code` until the request is found to name another.
  public var mode = ResponseMode.query
}
