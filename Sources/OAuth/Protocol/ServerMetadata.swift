/// What an authorization server says about itself. RFC 8414 §2. Members without a value are left out of the document.
public struct ServerMetadata: Equatable, Sendable {
  public var issuer: Issuer
  public var authorizationEndpoint: String
  public var tokenEndpoint: String
  /// Where the keys are by which the server's tokens can be checked.
  public var keySetURL: String?
  /// Nil for a server that is no OpenID provider.
  public var openID: OpenIDMetadata?
  public var scopesSupported: [String]
  public var responseTypesSupported: [ResponseType]
  public var responseModesSupported: [ResponseMode]
  public var grantTypesSupported: [GrantType]
  public var tokenEndpointAuthMethodsSupported: [ClientAuthenticationMethod]
  public var codeChallengeMethodsSupported: [CodeChallengeMethod]
  /// RFC 9207 §3.
  public var authorizationResponseIssParameterSupported: Bool
  public var introspectionEndpoint: String?
  public var introspectionEndpointAuthMethodsSupported: [ClientAuthenticationMethod] = []
  public var revocationEndpoint: String?
  public var revocationEndpointAuthMethodsSupported: [ClientAuthenticationMethod] = []
  /// RFC 7591 §3.
  public var registrationEndpoint: String?
  /// RFC 8628 §4.
  public var deviceAuthorizationEndpoint: String?
  /// RFC 9126 §5.
  public var pushedAuthorizationRequestEndpoint: String?

  public init(
    issuer: Issuer, authorizationEndpoint: String, tokenEndpoint: String,
    scopesSupported: [String], responseTypesSupported: [ResponseType], responseModesSupported: [ResponseMode],
    grantTypesSupported: [GrantType], tokenEndpointAuthMethodsSupported: [ClientAuthenticationMethod],
    codeChallengeMethodsSupported: [CodeChallengeMethod], authorizationResponseIssParameterSupported: Bool
  ) {
    self.issuer = issuer
    self.authorizationEndpoint = authorizationEndpoint
    self.tokenEndpoint = tokenEndpoint
    self.scopesSupported = scopesSupported
    self.responseTypesSupported = responseTypesSupported
    self.responseModesSupported = responseModesSupported
    self.grantTypesSupported = grantTypesSupported
    self.tokenEndpointAuthMethodsSupported = tokenEndpointAuthMethodsSupported
    self.codeChallengeMethodsSupported = codeChallengeMethodsSupported
    self.authorizationResponseIssParameterSupported = authorizationResponseIssParameterSupported
  }

  public var json: JSON {
    var members: [JSON.Member] = [
      .init("issuer", .string(issuer.text)),
      .init("authorization_endpoint", .string(authorizationEndpoint)),
      .init("token_endpoint", .string(tokenEndpoint)),
    ]
    for (name, url) in optionalEndpoints { if let url { members.append(.init(name, .string(url))) } }
    for (name, values) in lists where !values.isEmpty {
      members.append(.init(name, .array(values.map(JSON.string))))
    }
    members.append(
      .init("authorization_response_iss_parameter_supported", .bool(authorizationResponseIssParameterSupported)))
    members += openID?.members ?? []
    return .object(members)
  }

  private var optionalEndpoints: [(String, String?)] {
    [
      ("jwks_uri", keySetURL),
      ("introspection_endpoint", introspectionEndpoint),
      ("revocation_endpoint", revocationEndpoint),
      ("registration_endpoint", registrationEndpoint),
      ("device_authorization_endpoint", deviceAuthorizationEndpoint),
      ("pushed_authorization_request_endpoint", pushedAuthorizationRequestEndpoint),
    ]
  }

  /// Members with no elements are omitted. RFC 8414 §3.2.
  private var lists: [(String, [String])] {
    [
      ("scopes_supported", scopesSupported),
      ("response_types_supported", responseTypesSupported.map(\.text)),
      ("response_modes_supported", responseModesSupported.map(\.rawValue)),
      ("grant_types_supported", grantTypesSupported.map(\.text)),
      ("token_endpoint_auth_methods_supported", tokenEndpointAuthMethodsSupported.map(\.rawValue)),
      (
        "introspection_endpoint_auth_methods_supported",
        introspectionEndpointAuthMethodsSupported.map(\.rawValue)
      ),
      ("revocation_endpoint_auth_methods_supported", revocationEndpointAuthMethodsSupported.map(\.rawValue)),
      ("code_challenge_methods_supported", codeChallengeMethodsSupported.map(\.rawValue)),
    ]
  }
}
