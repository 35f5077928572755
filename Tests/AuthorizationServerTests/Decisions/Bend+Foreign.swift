import AuthorizationServer
import OAuth

/// What other servers do, switch by switch.
extension Bend {
  private static let grant = "grant_type=authorization_code"
  private static let workshop = "response_type=code&client_id=workshop-app"

  static let reading = [
    Bend("decoding", .mediaTypeForm, .mediaTypeNotForm, nil) {
      $0.decoding = .php
    } ask: {
      $0.send("POST /authorize?\(workshop) HTTP/1.1\nHost: 127.0.0.1:8414")
    },
    Bend("decoding", .requestDecodable, .requestUndecodable, nil) {
      $0.decoding = .php
    } ask: {
      $0.authorize("\(workshop)&x=%zz")
    },
    Bend("decoding", .requestDecodable, .requestJSONUnreadable, .requestJSONUnreadable) {
      $0.decoding = .rest
    } ask: {
      $0.server.policy.acceptsJSONBody = true
      return $0.send("POST /token HTTP/1.1\nHost: 127.0.0.1:8414\nContent-Type: application/json\n\n{")
    },
    Bend("slashes", .redirectionURIWellFormed, nil, .redirectionURIMalformed) {
      $0.slashes = true
    } ask: {
      $0.authorize("response_type=code&client_id=markup&redirect_uri=https%3A%2F%2Fmarkup.example%2F'cb'")
    },
    Bend("unknownPrompt", .promptUnderstood, .promptUnknown, nil) {
      $0.unknownPrompt = .ignore
    } ask: {
      $0.authorize("\(workshop)&prompt=logn")
    },
    Bend("consent", .promptUnderstood, .promptUnknown, nil) {
      $0.consent = .promptAllow
    } ask: {
      $0.authorize("\(workshop)&prompt=allow")
    },
    Bend("methodsAtResource", .methodAllowed, .methodNotAllowed, nil) {
      $0.methodsAtResource = .any
    } ask: {
      $0.send("DELETE /me HTTP/1.1\nHost: 127.0.0.1:8414\nAuthorization: Bearer \(try $0.accessToken())\n\n")
    },
    Bend("methodsAtResource", .methodAllowed, nil, .methodNotAllowed) {
      $0.methodsAtResource = .get
    } ask: {
      $0.send("POST /me HTTP/1.1\nHost: 127.0.0.1:8414\nAuthorization: Bearer \(try $0.accessToken())\n\n")
    },
    Bend("plainOpenIDScope", .scopeAllowed, .scopeNotAllowed, nil) {
      $0.plainOpenIDScope = true
    } ask: {
      $0.server.policy.openIDConnect = false
      return $0.authorize("\(workshop)&scope=openid")
    },
    Bend("queryAtToken", .grantTypePresent, .grantTypeMissing, nil) {
      $0.queryAtToken = [.grantType]
    } ask: {
      $0.send(
        """
        POST /token?grant_type=authorization_code HTTP/1.1
        Host: 127.0.0.1:8414
        Content-Type: application/x-www-form-urlencoded

        code=\(try $0.code())&redirect_uri=\(Wire.callback)&\(Wire.secret)
        """)
    },
    Bend("ignoreUnreadableBasic", .clientAuthenticationReadable, .authorizationSchemeUnsupported, nil) {
      $0.ignoreUnreadableBasic = true
    } ask: {
      $0.token(Wire.nativeRedemption(try $0.code(Wire.nativeRequest)), "Authorization: Bearer abc")
    },
    Bend("ignoreUnreadableBasic", .clientAuthenticationSingle, .clientAuthenticationTwice, nil) {
      $0.ignoreUnreadableBasic = true
    } ask: {
      $0.token(Wire.redemption(try $0.code()), "Authorization: Bearer abc")
    },
    Bend("credentialPrecedence", .clientIdentified, .clientIdentifiersDiffer, nil) {
      $0.credentialPrecedence = .header
    } ask: {
      $0.token(
        "\(grant)&code=\(try $0.code())&redirect_uri=\(Wire.callback)&client_id=other-app", Wire.basic)
    },
    Bend("bearerScheme", .accessTokenScheme, .accessTokenSchemeWrong, nil) {
      $0.bearerScheme = .anywhere
    } ask: {
      $0.me("NotBearer \(try $0.accessToken())")
    },
    Bend("bearerScheme", .accessTokenScheme, nil, .accessTokenSchemeWrong) {
      $0.bearerScheme = .caseSensitive
    } ask: {
      $0.me("bearer \(try $0.accessToken())")
    },
    Bend("emptyTokenSent", .accessTokenPresent, .accessTokenInQuery, .accessTokenMissing) {
      $0.emptyTokenSent = false
    } ask: {
      $0.send("GET /me?access_token= HTTP/1.1\nHost: 127.0.0.1:8414")
    },
    Bend("exactMediaType", .mediaTypeForm, nil, .mediaTypeNotForm) {
      $0.exactMediaType = true
    } ask: {
      $0.send(
        """
        POST /token HTTP/1.1
        Host: 127.0.0.1:8414
        Content-Type: application/x-www-form-urlencoded;charset=UTF-8

        grant_type=authorization_code&code=\(try $0.code())&redirect_uri=\(Wire.callback)&\(Wire.secret)
        """)
    },
    Bend("duplicateParameters", .parametersSentOnce, nil, .parameterRepeated) {
      $0.duplicateParameters = .refuseAny
    } ask: {
      $0.authorize("\(workshop)&x=1&x=2")
    },
  ]

  static let granting = [
    Bend("grantTypes", .grantTypeSupported, nil, .grantTypeUnsupported) {
      $0.grantTypes = [.clientCredentials]
    } ask: {
      $0.redeem(try $0.code())
    },
    Bend("wholeSeconds", .authorizationCodeNotExpired, .authorizationCodeExpired, nil) {
      $0.wholeSeconds = true
    } ask: {
      let code = try $0.code()
      $0.advance(.seconds(30))
      return $0.redeem(code)
    },
    Bend("wholeSeconds", .refreshTokenNotExpired, .refreshTokenExpired, nil) {
      $0.wholeSeconds = true
    } ask: {
      let token = try $0.tokens().refresh
      $0.advance(.seconds(1_209_600))
      return $0.refresh(token)
    },
    Bend("wholeSeconds", .accessTokenNotExpired, .accessTokenExpired, nil) {
      $0.wholeSeconds = true
    } ask: {
      let token = try $0.accessToken()
      $0.advance(.seconds(3600))
      return $0.me("Bearer \(token)")
    },
    Bend("wholeSeconds", .tokenNotExpired, .tokenExpired, nil) {
      $0.wholeSeconds = true
    } ask: {
      let token = try $0.accessToken()
      $0.advance(.seconds(3600))
      return $0.introspect("token=\(token)&\(Wire.secret)")
    },
    Bend("supportPKCE", .codeChallengeMethodSupported, .codeChallengeMethodUnsupported, nil) {
      $0.supportPKCE = .unexamined
    } ask: {
      $0.authorize("\(workshop)&code_challenge=\(Wire.challenge)&code_challenge_method=banana")
    },
    Bend("supportPKCE", .codeVerifierPresent, .codeVerifierWithoutChallenge, nil) {
      $0.supportPKCE = .lenient
    } ask: {
      $0.redeem(try $0.code(), "code_verifier=x")
    },
    Bend("supportPKCE", .codeVerifierMatches, .codeVerifierWrong, nil) {
      $0.supportPKCE = .never
    } ask: {
      $0.redeem(try $0.code(Wire.provenRequest), "code_verifier=\(Wire.challenge)")
    },
    Bend("supportPKCE", .codeChallengePresent, .codeChallengeMissing, nil) {
      $0.supportPKCE = .openID
      $0.openIDConnect = false
    } ask: {
      $0.authorize("response_type=code&client_id=public-plain")
    },
    Bend("offeredScope", .scopeAllowed, nil, .scopeNotAllowed) {
      $0.offeredScope = "email"
    } ask: {
      $0.authorize(workshop)
    },
    Bend("implicitGrant", .responseTypeSupported, .responseTypeUnsupported, nil) {
      $0.implicitGrant = true
    } ask: {
      $0.authorize("response_type=token&client_id=workshop-app")
    },
    Bend("unknownScope", .scopeAllowed, nil, .scopeNotAllowed) {
      $0.unknownScope = .refuseAll
    } ask: {
      $0.authorize("\(workshop)&scope=profile")
    },
    Bend("clientGrants", .grantTypeAllowed, nil, .grantTypeNotAllowed) {
      $0.clientGrants = [.authorizationCode]
    } ask: {
      $0.refresh(try $0.tokens().refresh)
    },
    Bend("scopePerClient", .scopeAllowed, .scopeNotAllowed, nil) {
      $0.scopePerClient = false
    } ask: {
      $0.authorize("response_type=code&client_id=other-app&scope=email")
    },
    Bend("promptReading", .promptUnderstood, .promptUnknown, nil) {
      $0.promptReading = .noneRefuses
    } ask: {
      $0.authorize("\(workshop)&prompt=bogus")
    },
    Bend("promptReading", .signInSufficient, .signInRequired, nil) {
      $0.promptReading = .noneRefuses
    } ask: {
      $0.authorize("\(workshop)&prompt=none")
    },
    Bend("promptReading", .consentSufficient, nil, .consentRequired) {
      $0.promptReading = .noneRefuses
    } ask: {
      $0.server.approvesAs = "alice"
      return $0.authorize("\(workshop)&prompt=none")
    },
    Bend("defaultScopeExamined", .scopeAllowed, .scopeNotAllowed, nil) {
      $0.defaultScopeExamined = false
    } ask: {
      $0.server.policy.defaultScope = "admin"
      return $0.authorize(workshop)
    },
    Bend("defaultScopeAdded", .scopeSufficient, .scopeInsufficient, nil) {
      $0.defaultScopeAdded = true
    } ask: {
      $0.me("Bearer \(try $0.accessToken("\(workshop)&redirect_uri=\(Wire.callback)&scope=email"))")
    },
    Bend("emptyScope", .scopeAllowed, .scopeNotAllowed, nil) {
      $0.emptyScope = true
    } ask: {
      $0.server.policy.defaultScope = ""
      return $0.authorize(workshop)
    },
    Bend("resourceScope", .scopeSufficient, .scopeInsufficient, nil) {
      $0.resourceScope = ""
    } ask: {
      $0.me("Bearer \(try $0.accessToken("\(workshop)&redirect_uri=\(Wire.callback)&scope=email"))")
    },
    Bend("resourceScope", .scopeSufficient, nil, .scopeInsufficient) {
      $0.resourceScope = "openid"
    } ask: {
      $0.me("Bearer \(try $0.accessToken())")
    },
    Bend("redirectURIMatching", .redirectionURIRegistered, .redirectionURIUnregistered, nil) {
      $0.redirectURIMatching = .prefixIgnoringCase
    } ask: {
      $0.authorize("\(workshop)&redirect_uri=http%3A%2F%2F127.0.0.1%3A8252%2FCallBack.evil")
    },
    Bend("redirectURIAtToken", .redirectionURISame, .redirectionURIDiffers, nil) {
      $0.redirectURIAtToken = .whereSent
    } ask: {
      $0.token("\(grant)&code=\(try $0.code(workshop))&redirect_uri=x&\(Wire.secret)")
    },
    Bend("refreshTokenOnce", .refreshTokenNotReused, nil, .refreshTokenReused) {
      $0.refreshTokenOnce = true
    } ask: {
      $0.server.policy.refreshTokenRotation = false
      let token = try $0.tokens().refresh
      _ = $0.refresh(token)
      return $0.refresh(token)
    },
  ]
}
