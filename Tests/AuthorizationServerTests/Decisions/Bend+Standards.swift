import AuthorizationServer
import OAuth

/// What the standards leave to a server, switch by switch.
extension Bend {
  private static let grant = "grant_type=authorization_code"
  private static let native = "response_type=code&client_id=named-host"
  private static let workshop = "response_type=code&client_id=workshop-app"

  static let authorization = [
    Bend("requirePKCE", .codeChallengePresent, nil, .codeChallengeMissing) {
      $0.requirePKCE = .all
    } ask: {
      $0.authorize(Wire.request)
    },
    Bend("requirePKCE", .codeChallengePresent, .codeChallengeMissing, nil) {
      $0.requirePKCE = .none
    } ask: {
      $0.authorize("response_type=code&client_id=public-plain")
    },
    Bend("allowPlainPKCE", .codeChallengeMethodSupported, .codeChallengeMethodUnsupported, nil) {
      $0.allowPlainPKCE = true
    } ask: {
      $0.authorize("\(workshop)&code_challenge=\(Wire.challenge)&code_challenge_method=plain")
    },
    Bend("allowPlainPKCE", .codeChallengeMethodSupported, .codeChallengeMethodMissing, nil) {
      $0.allowPlainPKCE = true
    } ask: {
      $0.authorize("\(workshop)&code_challenge=\(Wire.challenge)")
    },
    Bend("redirectURIMatching", .redirectionURIRegistered, .redirectionURIUnregistered, nil) {
      $0.redirectURIMatching = .prefix
    } ask: {
      $0.authorize("\(workshop)&redirect_uri=\(Wire.callback)%2F..%2Fevil")
    },
    Bend("redirectURIMatching", .redirectionURIRegistered, .redirectionURIUnregistered, nil) {
      $0.redirectURIMatching = .ignoreCase
    } ask: {
      $0.authorize("\(workshop)&redirect_uri=http%3A%2F%2F127.0.0.1%3A8252%2FCallBack")
    },
    Bend("redirectURIRequired", .redirectionURIPresent, nil, .redirectionURIMissing) {
      $0.redirectURIRequired = .always
    } ask: {
      $0.authorize(workshop)
    },
    Bend("redirectURIRequired", .redirectionURIPresent, .redirectionURIMissing, nil) {
      $0.redirectURIRequired = .never
    } ask: {
      $0.authorize("\(workshop)&scope=openid")
    },
    Bend("anyRedirectURI", .redirectionURIRegistered, .redirectionURIUnregistered, nil) {
      $0.anyRedirectURI = true
    } ask: {
      $0.authorize("response_type=code&client_id=trusted&redirect_uri=https%3A%2F%2Fevil.example%2F")
    },
    Bend("loopbackPorts", .redirectionURIRegistered, nil, .redirectionURIUnregistered) {
      $0.loopbackPorts = false
    } ask: {
      $0.authorize(Wire.nativeRequest)
    },
    Bend("localhostPorts", .redirectionURIRegistered, .redirectionURIUnregistered, nil) {
      $0.localhostPorts = true
    } ask: {
      $0.authorize("\(native)&redirect_uri=http%3A%2F%2Flocalhost%3A51004%2Fcb")
    },
    Bend("stateRequired", .stateAcceptable, nil, .stateMissing) {
      $0.stateRequired = true
    } ask: {
      $0.authorize(workshop)
    },
    Bend("duplicateParameters", .parametersSentOnce, .parameterRepeated, nil) {
      $0.duplicateParameters = .first
    } ask: {
      $0.authorize("\(workshop)&scope=profile&scope=bogus")
    },
    Bend("duplicateParameters", .parametersSentOnce, .parameterRepeated, nil) {
      $0.duplicateParameters = .last
    } ask: {
      $0.authorize("\(workshop)&scope=bogus&scope=profile")
    },
    Bend("duplicateParameters", .clientIdentifierPresent, .parameterRepeated, nil) {
      $0.duplicateParameters = .last
    } ask: {
      $0.authorize("client_id=nobody&\(workshop)")
    },
    Bend("unknownScope", .scopeAllowed, nil, .scopeNotAllowed) {
      $0.unknownScope = .refuse
    } ask: {
      $0.authorize("\(workshop)&scope=profile%20bogus")
    },
    Bend("defaultScope", .scopeAllowed, nil, .scopeNotAllowed) {
      $0.defaultScope = "bogus"
    } ask: {
      $0.authorize(workshop)
    },
  ]

  static let token = [
    Bend("codeLifetime", .authorizationCodeNotExpired, .authorizationCodeExpired, nil) {
      $0.codeLifetime = .seconds(60)
    } ask: {
      let code = try $0.code()
      $0.advance(.seconds(59))
      return $0.redeem(code)
    },
    Bend("redirectURIAtToken", .redirectionURISame, .redirectionURIMissingAtToken, nil) {
      $0.redirectURIAtToken = .optional
    } ask: {
      $0.token("\(grant)&code=\(try $0.code())&\(Wire.secret)")
    },
    Bend("redirectURIAtToken", .redirectionURISame, .redirectionURIDiffers, .redirectionURIDiffers) {
      $0.redirectURIAtToken = .optional
    } ask: {
      $0.token("\(grant)&code=\(try $0.code())&redirect_uri=x&\(Wire.secret)")
    },
    Bend("redirectURIAtToken", .redirectionURISame, .redirectionURIDiffers, nil) {
      $0.redirectURIAtToken = .optionalPrefix
    } ask: {
      $0.token("\(grant)&code=\(try $0.code())&redirect_uri=\(Wire.callback.uppercased())%2Fx&\(Wire.secret)")
    },
    Bend("redirectURIAtToken", .redirectionURISame, .redirectionURIDiffers, nil) {
      $0.redirectURIAtToken = .ignored
    } ask: {
      $0.token("\(grant)&code=\(try $0.code())&redirect_uri=x&\(Wire.secret)")
    },
    Bend("credentialPrecedence", .clientAuthenticationSingle, .clientAuthenticationTwice, nil) {
      $0.credentialPrecedence = .header
    } ask: {
      let body =
        "\(grant)&code=\(try $0.code())&redirect_uri=\(Wire.callback)&client_id=workshop-app&client_secret=wrong"
      return $0.token(body, Wire.basic)
    },
    Bend("credentialPrecedence", .clientAuthenticationSingle, .clientAuthenticationTwice, nil) {
      $0.credentialPrecedence = .body
    } ask: {
      $0.token(Wire.redemption(try $0.code()), "Authorization: Basic d29ya3Nob3AtYXBwOndyb25n")
    },
    Bend("formDecodedBasic", .clientAuthenticationReadable, .basicCredentialsMalformed, nil) {
      $0.formDecodedBasic = false
    } ask: {
      let code = try $0.code("response_type=code&client_id=percent")
      return $0.token("\(grant)&code=\(code)", "Authorization: Basic cGVyY2VudDoxMDAl")
    },
    Bend(
      "enforceRegisteredAuthentication", .clientAuthenticationMethodRegistered, nil,
      .clientAuthenticationMethodUnregistered
    ) {
      $0.enforceRegisteredAuthentication = true
    } ask: {
      let code = try $0.code("response_type=code&client_id=post-only")
      return $0.token("\(grant)&code=\(code)", "Authorization: Basic cG9zdC1vbmx5OnBvc3Qtc2VjcmV0")
    },
    Bend("acceptsJSONBody", .mediaTypeForm, .mediaTypeNotForm, nil) {
      $0.acceptsJSONBody = true
    } ask: {
      $0.send(
        """
        POST /token HTTP/1.1
        Host: 127.0.0.1:8414
        Content-Type: application/json

        {"grant_type":"authorization_code","code":"\(try $0.code())","client_id":"workshop-app",\
        "redirect_uri":"http://127.0.0.1:8252/callback","client_secret":"workshop-secret"}
        """)
    },
    Bend("acceptsGETAtToken", .methodAllowed, .methodNotAllowed, nil) {
      $0.acceptsGETAtToken = true
    } ask: {
      $0.send("GET /token?\(Wire.redemption(try $0.code())) HTTP/1.1\nHost: 127.0.0.1:8414")
    },
    Bend("codeReuse", .authorizationCodeNotRedeemed, .authorizationCodeAlreadyRedeemed, nil) {
      $0.codeReuse = .allow
    } ask: {
      let code = try $0.code()
      _ = $0.redeem(code)
      return $0.redeem(code)
    },
    Bend("failedRedemptionBurnsCode", .authorizationCodeNotRedeemed, nil, .authorizationCodeBurnt) {
      $0.failedRedemptionBurnsCode = true
    } ask: {
      let code = try $0.code()
      _ = $0.redeem(code, "code_verifier=\(Wire.verifier)")
      return $0.redeem(code)
    },
  ]

  static let resource = [
    Bend("accessTokenLifetime", .accessTokenNotExpired, nil, .accessTokenExpired) {
      $0.accessTokenLifetime = .seconds(60)
    } ask: {
      let token = try $0.accessToken()
      $0.advance(.seconds(60))
      return $0.me("Bearer \(token)")
    },
    Bend("tokenInQuery", .accessTokenPresent, .accessTokenInQuery, nil) {
      $0.tokenInQuery = true
    } ask: {
      $0.send("GET /me?access_token=\(try $0.accessToken()) HTTP/1.1\nHost: 127.0.0.1:8414")
    },
    Bend("tokenInBody", .accessTokenPresent, .accessTokenInBody, nil) {
      $0.tokenInBody = true
    } ask: {
      $0.send(
        """
        POST /me HTTP/1.1
        Host: 127.0.0.1:8414
        Content-Type: application/x-www-form-urlencoded

        access_token=\(try $0.accessToken())
        """)
    },
  ]

  static let server = [
    Bend("serverEnabled", .serverEnabled, nil, .serverSwitchedOff) {
      $0.serverEnabled = false
    } ask: {
      $0.authorize(workshop)
    },
    Bend("issuerPath", .endpointKnown, .endpointUnknown, nil) {
      $0.issuerPath = "/tenant"
    } ask: {
      $0.browse("GET /tenant/authorize?\(workshop) HTTP/1.1\nHost: 127.0.0.1:8414")
    },
  ]
}
