public import OAuth

/// A client as a value: it builds each request and judges each response,
/// and remembers what it was given. RFC 6749 §1.1.
///
/// It sends nothing and follows nothing; whoever holds it carries the messages and hands in the instants.
public struct OAuthClient: Equatable, Sendable {
  public var configuration: ClientConfiguration
  public internal(set) var random: RandomSource
  public internal(set) var attempt: AuthorizationAttempt?
  /// The code of the current attempt, once its response was accepted.
  public internal(set) var receivedCode: String?
  public internal(set) var accessToken: ReceivedAccessToken?
  public internal(set) var refreshToken: String?
  /// What the last redeemed code was good for; a refresh cannot give more. RFC 6749 §6.
  public internal(set) var grantedScope: Scope?
  /// The ID token of the last accepted token response. OpenID Connect Core §2.
  public internal(set) var idToken: JSONWebSignature?
  /// The server's public keys, once they were fetched. RFC 7517 §5.
  public internal(set) var keys: JSONWebKeySet?
  /// The last accepted answer of the protected resource.
  public internal(set) var resource: JSON?

  public init(configuration: ClientConfiguration, random: RandomSource) {
    self.configuration = configuration
    self.random = random
  }
}
