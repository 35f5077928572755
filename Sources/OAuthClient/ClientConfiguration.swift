public import OAuth

/// What a client knows before its first request: itself, and the server it was registered with. RFC 6749 §2, RFC 8414 §2.
public struct ClientConfiguration: Equatable, Sendable {
  public var identifier: ClientIdentifier
  /// Nil for a public client. RFC 6749 §2.1.
  public var secret: String?
  public var authentication: ClientAuthenticationMethod
  public var redirectionURI: String
  /// What is asked for; an empty one is not sent. RFC 6749 §3.3.
  public var scope: Scope
  public var issuer: Issuer
  /// Endpoints are absolute URLs: `http://127.0.0.1:8414/token`.
  public var authorizationEndpoint: String
  public var tokenEndpoint: String
  public var protectedResource: String
  /// Whether the server announced that its authorization responses carry `iss`. RFC 9207 §3.
  public var expectsIssuer: Bool
  /// Whether it wants to know who signed in: it then sends a nonce and examines the ID token. OpenID Connect Core §3.1.
  public var expectsIDToken = false

  public init(
    identifier: ClientIdentifier, secret: String?, authentication: ClientAuthenticationMethod, redirectionURI: String,
    scope: Scope, issuer: Issuer, authorizationEndpoint: String, tokenEndpoint: String, protectedResource: String,
    expectsIssuer: Bool
  ) {
    self.identifier = identifier
    self.secret = secret
    self.authentication = authentication
    self.redirectionURI = redirectionURI
    self.scope = scope
    self.issuer = issuer
    self.authorizationEndpoint = authorizationEndpoint
    self.tokenEndpoint = tokenEndpoint
    self.protectedResource = protectedResource
    self.expectsIssuer = expectsIssuer
  }
}
