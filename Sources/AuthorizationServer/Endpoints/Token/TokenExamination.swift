import OAuth

/// A token request under examination. RFC 6749 §4.1.3.
struct TokenExamination: ClientExamination, ScopeExamination, AudienceExamination {
  let request: RequestMessage
  var parameters = Parameters()
  var basic: BasicCredentials?
  var claim: ClientClaim?
  var client: RegisteredClient?
  var proven: ClientIdentifier?
  var grantType: GrantType?
  var code: AuthorizationCode?
  var verifier: CodeVerifier?
  var refreshToken: RefreshToken?
  var device: DeviceAuthorization?
  /// Who gave the client a password. RFC 6749 §4.3.
  var resourceOwner: ResourceOwner?
  /// The scope that the access token will have.
  var scope: Scope?
  /// The resource servers that it shall be for, of those that were granted.
  var resources: [ResourceIndicator] = []

  init(_ request: RequestMessage) {
    self.request = request
  }

  /// What a request means that was refused before its grant was looked at.
  func grantMeant(of known: [GrantType]) -> GrantType? {
    parameters[.grantType].flatMap { sent in known.first { $0.text.hasSameOctets(as: sent) } }
  }

  /// A client that acts in its own name means what it is registered for, where it may not have the default.
  func usualScope(_ policy: Policy) -> Scope {
    guard policy.scopePerClient else { return policy.defaultScope }
    let registered = client?.scope ?? Scope()
    let usual = policy.defaultScope.intersection(registered)
    return usual.isEmpty ? registered : usual
  }

  static func readsInQuery(_ name: ParameterName, _ policy: Policy) -> Bool { policy.queryAtToken.contains(name) }

  static let testedForTruth = definedParameters.subtracting([.clientID, .clientSecret])
    .union([.username, .password])

  static let definedParameters: Set<ParameterName> = [
    .grantType, .code, .redirectURI, .clientID, .clientSecret, .codeVerifier, .refreshToken, .scope,
    .deviceCode,
  ]
}
