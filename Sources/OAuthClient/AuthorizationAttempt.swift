public import OAuth

/// What a client must remember between an authorization request and its response. RFC 6749 §10.12, RFC 7636 §4.1.
public struct AuthorizationAttempt: Equatable, Sendable {
  /// Unguessable, and sent in no other request.
  public let state: String
  public let codeVerifier: CodeVerifier
  /// Comes back in the ID token; nil for a client that expects none. OpenID Connect Core §3.1.2.1.
  public let nonce: String?
  public let challengeMethod: CodeChallengeMethod
  /// As sent: the token request has to repeat it. RFC 6749 §4.1.3.
  public let redirectionURI: String
  public let started: Instant
  /// When a response with the right state arrived; from then on no other response counts.
  public internal(set) var answered: Instant?

  init(redirectionURI: String, started: Instant, withNonce: Bool, random: inout RandomSource) {
    state = random.token(octets: 16)
    codeVerifier = CodeVerifier(from: &random)
    nonce = withNonce ? random.token(octets: 16) : nil
    challengeMethod = .s256
    self.redirectionURI = redirectionURI
    self.started = started
  }
}
