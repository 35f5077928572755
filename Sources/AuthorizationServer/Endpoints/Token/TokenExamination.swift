import OAuth

/// A token request under examination. RFC 6749 §4.1.3.
struct TokenExamination: ClientExamination, ScopeExamination {
  let request: RequestMessage
  var parameters = Parameters()
  var basic: BasicCredentials?
  var claim: ClientClaim?
  var client: RegisteredClient?
  var grantType: GrantType?
  var code: AuthorizationCode?
  var verifier: CodeVerifier?
  var refreshToken: RefreshToken?
  /// The scope that the access token will have.
  var scope: Scope?

  init(_ request: RequestMessage) {
    self.request = request
  }

  static let definedParameters: Set<ParameterName> = [
    .grantType, .code, .redirectURI, .clientID, .clientSecret, .codeVerifier, .refreshToken, .scope,
  ]
}
