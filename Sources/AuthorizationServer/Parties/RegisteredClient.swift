public import OAuth

/// A client as the server knows it. RFC 6749 §2, RFC 7591 §2.
public struct RegisteredClient: Equatable, Sendable {
  public var identifier: ClientIdentifier
  public var type: ClientType
  public var secret: String?
  public var authenticationMethods: [ClientAuthenticationMethod]
  public var grants: [GrantType]
  public var redirectionURIs: [RedirectionURI]
  /// What the client may ask for.
  public var scope: Scope
  /// What the consent page calls it.
  public var name: String
  /// Overrides the policy for this client.
  public var requiresPKCE: Bool?
  /// `id_token_signed_response_alg`. OpenID Connect Registration §2.
  public var idTokenAlgorithm = SigningAlgorithm.rs256
  /// Resource servers: whose tokens it may introspect; nil is what our own protected resource accepts. RFC 7662 §2.1.
  public var audience: String?
  /// Whether the client must push its authorization requests. RFC 9126 §6.
  public var requiresPushedAuthorizationRequests = false
  /// Whether nobody vouched for it: it came by dynamic registration. RFC 9700 §4.11.2.
  public var isSelfRegistered = false
  /// What it says about itself that is only kept and told back. RFC 7591 §2.
  public var description: [JSON.Member] = []

  public init(
    identifier: ClientIdentifier, type: ClientType, secret: String? = nil,
    authenticationMethods: [ClientAuthenticationMethod]? = nil, grants: [GrantType],
    redirectionURIs: [RedirectionURI] = [], scope: Scope = Scope(), name: String? = nil, requiresPKCE: Bool? = nil
  ) {
    self.identifier = identifier
    self.type = type
    self.secret = secret
    self.authenticationMethods =
      authenticationMethods ?? (type == .public ? [.none] : [.clientSecretBasic, .clientSecretPost])
    self.grants = grants
    self.redirectionURIs = redirectionURIs
    self.scope = scope
    self.name = name ?? identifier.text
    self.requiresPKCE = requiresPKCE
  }
}
