public import OAuth

/// A browser that has been here: anonymous until somebody signs in.
/// The identifier changes then, so that none can be planted.
public struct Session: Equatable, Sendable {
  public let digest: TokenDigest
  public var resourceOwner: String?
  public var authenticatedAt: Instant?
}

/// An authorization request that waits for its resource owner. It is kept here and not in the page,
/// so that nothing can be changed between the checks and the decision.
public struct PendingAuthorization: Equatable, Sendable {
  public let digest: TokenDigest
  public let request: AuthorizationRequest
  public var session: TokenDigest
  /// Whether somebody must sign in before anything is decided, even where somebody has. OpenID Connect Core §3.1.2.3.
  public var needsSignIn = false
  /// The token of the form sent last; a form works once. RFC 6749 §10.12.
  public var formToken: TokenDigest
  /// Where the browser goes after signing in, where the request is sent again.
  public var back: String?
}
