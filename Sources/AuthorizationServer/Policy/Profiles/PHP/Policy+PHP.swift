import OAuth

extension Policy {
  /// What programs in PHP have in common that are built on the library oauth2-server-php, with that library's defaults.
  static let php: Policy = {
    var policy = Policy()
    // How PHP fills its variables.
    policy.decoding = .php
    policy.duplicateParameters = .last
    policy.acceptsJSONBody = true
    policy.ignoreUnreadableBasic = true
    policy.credentialPrecedence = .header
    policy.formDecodedBasic = false
    policy.bearerScheme = .anywhere
    policy.tokenInQuery = true
    policy.tokenInBody = true
    policy.methodsAtResource = .any
    policy.emptyTokenSent = false
    policy.challengeForces401 = true
    // What the library does.
    policy.grantTypes = [.authorizationCode, .refreshToken, .clientCredentials, .password]
    policy.wholeSeconds = true
    policy.redirectURIRequired = .never
    policy.anyRedirectURI = true
    policy.loopbackPorts = false
    policy.queryAtToken = [.scope]
    policy.stateRequired = true
    policy.unknownScope = .refuse
    policy.defaultScopeExamined = false
    policy.redirectURIAtToken = .whereSent
    policy.codeReuse = .refuse
    policy.accessTokenRevocation = false
    policy.refreshTokenIssuance = .everyClient
    policy.refreshTokenRotation = false
    policy.refreshTokenOnce = true
    policy.refreshTokenReuse = .refuse
    // PKCE came with its OpenID Connect, which is off unless somebody turns it on.
    policy.openIDConnect = false
    policy.plainOpenIDScope = true
    policy.unknownPrompt = .ignore
    policy.supportPKCE = .openID
    policy.requirePKCE = .none
    policy.allowPlainPKCE = true
    policy.issuerInResponse = false
    policy.registration = .off
    return policy
  }()
}
