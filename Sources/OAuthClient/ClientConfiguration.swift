public import OAuth

/// What a client knows before its first request: itself, and the server it was registered with.
/// RFC 6749 §2, RFC 8414 §2.
public struct ClientConfiguration: Equatable, Sendable {
  /// Where the server's endpoints are, as absolute URLs: `http://127.0.0.1:8414/token`.
  public struct Endpoints: Equatable, Sendable {
    public var authorization: String
    public var token: String
    public var revocation: String
    /// The server's public keys. OpenID Connect Discovery §3: `jwks_uri`.
    public var keys: String
    /// The protected resource, which is not the authorization server's own.
    public var resource: String

    public init(authorization: String, token: String, revocation: String, keys: String, resource: String) {
      self.authorization = authorization
      self.token = token
      self.revocation = revocation
      self.keys = keys
      self.resource = resource
    }
  }

  public var credentials: ClientCredentials
  public var redirectionURI: String
  /// What is asked for; an empty one is not sent. RFC 6749 §3.3.
  public var scope: Scope
  public var issuer: Issuer
  public var endpoints: Endpoints
  /// Whether the server announced that its authorization responses carry `iss`. RFC 9207 §3.
  public var expectsIssuer: Bool
  /// Whether it wants to know who signed in: it then sends a nonce and examines the ID token. OpenID Connect Core §3.1.
  public var expectsIDToken = false
  /// Which member of the protected resource says whose it is. OpenID Connect Core §5.3.2.
  public var subjectMember = "sub"
  /// What it registered for its ID tokens: `id_token_signed_response_alg`. OpenID Connect Registration §2.
  public var idTokenAlgorithm = SigningAlgorithm.rs256

  public init(
    credentials: ClientCredentials, redirectionURI: String, scope: Scope, issuer: Issuer, endpoints: Endpoints,
    expectsIssuer: Bool
  ) {
    self.credentials = credentials
    self.redirectionURI = redirectionURI
    self.scope = scope
    self.issuer = issuer
    self.endpoints = endpoints
    self.expectsIssuer = expectsIssuer
  }

  public var identifier: ClientIdentifier { credentials.identifier }
}
