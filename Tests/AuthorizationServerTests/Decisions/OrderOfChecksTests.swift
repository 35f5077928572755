import AuthorizationServer
import OAuth
import Testing

@Suite struct `The order of checks` {
  @Test func `of the authorization endpoint`() {
    #expect(
      Conversation().authorize(Wire.request).checks == [
        "hostOwn", "methodAllowed", "mediaTypeForm", "requestDecodable", "clientIdentifierPresent", "clientRegistered",
        "pushedRequestKnown", "pushedRequestBoundToClient", "pushedRequestNotExpired", "pushedRequestNotUsed",
        "redirectionURIPresent", "redirectionURIWellFormed", "redirectionURIRegistered", "responseModeSupported",
        "parametersSentOnce", "requestPushedIfRequired", "requestObjectAbsent", "responseTypePresent",
        "responseTypeSupported",
        "responseTypeAllowed", "stateAcceptable", "scopeWellFormed", "scopeAllowed", "codeChallengePresent",
        "codeChallengeMethodSupported", "codeChallengeWellFormed", "promptUnderstood", "maxAgeWellFormed",
        "nonceAcceptable", "idTokenHintValid", "signInSufficient", "consentSufficient",
      ])
  }

  @Test func `of the login form`() throws {
    let conversation = Conversation()
    #expect(
      conversation.signIn(try conversation.loginForm()).checks == [
        "hostOwn", "methodAllowed", "mediaTypeForm", "requestDecodable", "parametersSentOnce", "sessionPresent",
        "interactionKnown", "formTokenValid", "passwordCorrect",
      ])
  }

  @Test func `of the consent page and its form`() throws {
    let conversation = Conversation()
    let page = [
      "hostOwn", "methodAllowed", "mediaTypeForm", "requestDecodable", "parametersSentOnce", "sessionPresent",
      "resourceOwnerSignedIn", "interactionKnown", "signInFresh", "hintedOwnerSignedIn",
    ]
    #expect(conversation.browse("GET /authorize/consent HTTP/1.1\nHost: 127.0.0.1:8414").checks == page)
    let decision = page + ["formTokenValid", "decisionPresent", "resourceOwnerAllowed", "scopeGranted"]
    #expect(try conversation.approve().checks == decision)
  }

  @Test func `of the token endpoint`() throws {
    let conversation = Conversation()
    #expect(
      conversation.redeem(try conversation.code()).checks == [
        "hostOwn", "methodAllowed", "mediaTypeForm", "credentialsNotInURI", "requestDecodable", "parametersSentOnce",
        "clientAuthenticationSingle", "clientAuthenticationReadable", "clientIdentified", "clientKnown",
        "clientAuthenticated", "clientAuthenticationMethodRegistered", "grantTypePresent", "grantTypeSupported",
        "grantTypeAllowed", "authorizationCodePresent", "authorizationCodeKnown", "authorizationCodeBoundToClient",
        "authorizationCodeNotExpired", "redirectionURISame", "codeVerifierPresent", "codeVerifierWellFormed",
        "codeVerifierMatches", "authorizationCodeNotRedeemed",
      ])
  }

  /// The rules before those of the grant.
  private static let client = [
    "hostOwn", "methodAllowed", "mediaTypeForm", "credentialsNotInURI", "requestDecodable", "parametersSentOnce",
    "clientAuthenticationSingle", "clientAuthenticationReadable", "clientIdentified", "clientKnown",
    "clientAuthenticated", "clientAuthenticationMethodRegistered",
  ]
  private static let grant = ["grantTypePresent", "grantTypeSupported", "grantTypeAllowed"]

  @Test func `of the token endpoint for the other grants`() throws {
    let refresh = [
      "refreshTokenPresent", "refreshTokenKnown", "refreshTokenBoundToClient", "refreshTokenNotRevoked",
      "refreshTokenNotExpired", "refreshTokenNotReused", "scopeWithinGrant",
    ]
    #expect(Conversation().refresh("").checks == Self.client + Self.grant + refresh)
    let conversation = Conversation()
    #expect(conversation.refresh(try conversation.tokens().refresh).checks == Self.client + Self.grant + refresh)
    #expect(
      Conversation().token("grant_type=client_credentials&\(Wire.jobSecret)").checks
        == Self.client + Self.grant + ["clientConfidential", "scopeWellFormed", "scopeAllowed"])
  }

  @Test func `of the token endpoint lists the rules of the grant that was meant, also when the client is refused`() {
    #expect(Conversation().token("grant_type=refresh_token").checks.last == "scopeWithinGrant")
    #expect(Conversation().token("grant_type=client_credentials").checks.last == "scopeAllowed")
    #expect(Conversation().token("grant_type=password").checks.last == "authorizationCodeNotRedeemed")
  }

  @Test func `of introspection and revocation`() {
    for caller in ["", Wire.secret, "token=a&\(Wire.secret)"] {
      #expect(
        Conversation().introspect(caller).checks == Self.client + [
          "callerAllowed", "tokenPresent", "tokenKnown", "tokenMeantForCaller", "resourceOwnerKnown", "tokenNotRevoked",
          "tokenNotExpired",
        ])
      #expect(
        Conversation().revoke(caller).checks == Self.client + ["tokenPresent", "tokenOwnedByClient", "tokenRevocable"])
    }
  }

  @Test func `of the protected resource`() {
    #expect(
      Conversation().me("Bearer a").checks == [
        "hostOwn", "methodAllowed", "accessTokenPresent", "accessTokenSingle", "accessTokenScheme",
        "accessTokenWellFormed", "accessTokenSignatureValid", "accessTokenMeantForUs", "accessTokenKnown",
        "resourceOwnerKnown", "accessTokenNotRevoked", "accessTokenNotExpired", "scopeSufficient",
      ])
  }

  @Test func `of the metadata and of a path that is no endpoint`() {
    let host = "HTTP/1.1\nHost: 127.0.0.1:8414"
    let metadata = Conversation().send("GET /.well-known/oauth-authorization-server \(host)")
    #expect(metadata.checks == ["hostOwn", "methodAllowed"])
    for path in ["/jwks", "/.well-known/openid-configuration"] {
      #expect(Conversation().send("GET \(path) \(host)").checks == ["hostOwn", "methodAllowed"])
    }
    #expect(Conversation().send("GET / \(host)").checks == ["hostOwn", "endpointKnown"])
  }

  /// Each query has two faults, that of its own row and that of the next.
  @Test(arguments: [
    ("response_type=code&redirect_uri=x", Refusal.Kind.clientIdentifierMissing),
    ("client_id=nobody&redirect_uri=x", .clientUnregistered),
    ("client_id=native-app&response_mode=x", .redirectionURIMissing),
    ("client_id=workshop-app&redirect_uri=x&response_mode=x", .redirectionURIMalformed),
    ("client_id=workshop-app&redirect_uri=http%3A%2F%2Fx&response_mode=x", .redirectionURIUnregistered),
    ("client_id=workshop-app&response_mode=x&state=a&state=b", .responseModeUnsupported),
    ("client_id=workshop-app&state=a&state=b&request=x", .parameterRepeated),
    ("client_id=workshop-app&request=x", .requestObjectUnsupported),
    ("client_id=workshop-app&scope=%22", .responseTypeMissing),
    ("client_id=batch&response_type=token", .responseTypeUnsupported),
    ("client_id=batch&response_type=code&scope=%22", .responseTypeNotAllowed),
    ("client_id=workshop-app&response_type=code&scope=%22&code_challenge_method=S256", .scopeMalformed),
    ("client_id=workshop-app&response_type=code&scope=bogus&code_challenge_method=S256", .scopeNotAllowed),
    (
      "client_id=native-app&redirect_uri=http%3A%2F%2F127.0.0.1%2Fcallback&response_type=code&code_challenge_method=x",
      .codeChallengeMissing
    ),
    (
      "client_id=workshop-app&response_type=code&code_challenge=x&code_challenge_method=x",
      .codeChallengeMethodUnsupported
    ),
    (
      "client_id=workshop-app&response_type=code&code_challenge=x&code_challenge_method=S256&prompt=x",
      .codeChallengeMalformed
    ),
    ("client_id=workshop-app&response_type=code&prompt=x&max_age=x", .promptUnknown),
    ("client_id=workshop-app&response_type=code&max_age=x&id_token_hint=x", .maxAgeMalformed),
    ("client_id=workshop-app&response_type=code&prompt=none&id_token_hint=x", .idTokenHintInvalid),
  ])
  func `of two faults at the authorization endpoint names the first`(_ query: String, _ kind: Refusal.Kind) throws {
    let conversation = try Conversation(.samples())
    conversation.advance(.seconds(1))
    #expect(conversation.authorize(query).refusal?.kind == kind)
  }

  @Test(arguments: [
    ("code=%zz&code=a", Refusal.Kind.requestUndecodable), ("code=a&code=b&client_id=nobody", .parameterRepeated),
    ("client_id=nobody&client_secret=x", .clientUnknown),
    ("client_id=workshop-app&client_secret=x", .clientSecretWrong),
    ("\(Wire.secret)&code=x", .grantTypeMissing), ("\(Wire.secret)&grant_type=x", .grantTypeUnsupported),
    (
      "client_id=nightly-job&client_secret=nightly-secret&grant_type=authorization_code&code=x", .grantTypeNotAllowed
    ),
    ("\(Wire.secret)&grant_type=authorization_code", .authorizationCodeMissing),
    ("\(Wire.secret)&grant_type=authorization_code&code=x&code_verifier=x", .authorizationCodeUnknown),
  ])
  func `of two faults at the token endpoint names the first`(_ body: String, _ kind: Refusal.Kind) throws {
    #expect(Conversation().token(body).refusal?.kind == kind)
  }

  /// The code has expired, was redeemed, and is used by whoever with whatever: the faults are taken away one by one.
  @Test func `of the faults of one code names the first that is left`() throws {
    let conversation = Conversation()
    let code = try conversation.code(Wire.provenRequest)
    let late = conversation.now + .seconds(30)
    let early = conversation.now
    func refusal(_ body: String, at instant: Instant) -> Refusal.Kind? {
      conversation.now = instant
      return conversation.token("grant_type=authorization_code&code=\(code)&\(body)").refusal?.kind
    }
    let other = "client_id=other-app&client_secret=other-secret"
    #expect(conversation.redeem(code, "code_verifier=\(Wire.verifier)").status == 200)
    #expect(refusal(other, at: late) == .authorizationCodeOfAnotherClient)
    #expect(refusal(Wire.secret, at: late) == .authorizationCodeExpired)
    #expect(refusal(Wire.secret, at: early) == .redirectionURIMissingAtToken)
    #expect(refusal("\(Wire.secret)&redirect_uri=x&code_verifier=x", at: early) == .redirectionURIDiffers)
    let right = "\(Wire.secret)&redirect_uri=\(Wire.callback)"
    #expect(refusal(right, at: early) == .codeVerifierMissing)
    #expect(refusal("\(right)&code_verifier=x", at: early) == .codeVerifierMalformed)
    #expect(refusal("\(right)&code_verifier=\(Wire.challenge)", at: early) == .codeVerifierWrong)
    #expect(refusal("\(right)&code_verifier=\(Wire.verifier)", at: early) == .authorizationCodeAlreadyRedeemed)
  }

  /// The token was replaced, has expired and is revoked: the faults are taken away one by one.
  @Test func `of the faults of one refresh token names the first that is left`() throws {
    let conversation = Conversation()
    let early = conversation.now
    let token = try conversation.tokens().refresh
    let revoked = try conversation.tokens().refresh
    _ = conversation.refresh(token)
    _ = conversation.refresh(revoked)
    _ = conversation.revoke("token=\(revoked)&\(Wire.secret)")
    conversation.advance(.seconds(1_209_600))
    let foreign = "grant_type=refresh_token&refresh_token=\(revoked)&scope=bogus&\(Wire.otherSecret)"
    #expect(conversation.token(foreign).refusal?.kind == .refreshTokenOfAnotherClient)
    #expect(conversation.refresh(revoked, "scope=bogus").refusal?.kind == .refreshTokenRevoked)
    #expect(conversation.refresh(token, "scope=bogus").refusal?.kind == .refreshTokenExpired)
    conversation.now = early
    #expect(conversation.refresh(token, "scope=bogus").refusal?.kind == .refreshTokenReused)
  }

  @Test(arguments: [
    ("client_id=workshop-app", Refusal.Kind.clientAuthenticationMissing), ("client_id=native-app", .callerNotAllowed),
    (Wire.secret, .tokenMissing),
  ])
  func `of two faults of an introspection names the first`(_ body: String, _ kind: Refusal.Kind) {
    #expect(Conversation().introspect(body).refusal?.kind == kind)
  }

  @Test func `of the faults of one token names the caller before its end, and revocation before expiry`() throws {
    let conversation = Conversation()
    let token = try conversation.accessToken()
    _ = conversation.revoke("token=\(token)&\(Wire.secret)")
    conversation.advance(.seconds(3600))
    #expect(conversation.introspect("token=\(token)&\(Wire.otherSecret)").refusal?.kind == .tokenNotMeantForCaller)
    #expect(conversation.introspect("token=\(token)&\(Wire.apiSecret)").refusal?.kind == .tokenRevoked)
    conversation.server.policy.accessTokenRevocation = false
    #expect(conversation.revoke("token=\(token)&\(Wire.otherSecret)").refusal?.kind == .tokenOfAnotherClient)
    #expect(conversation.revoke("token=\(token)&\(Wire.secret)").refusal == .tokenNotRevocable)
  }

  @Test func `of an access token names revocation before expiry and expiry before scope`() throws {
    let conversation = Conversation()
    let code = try conversation.code(
      "response_type=code&client_id=workshop-app&scope=email&redirect_uri=\(Wire.callback)")
    let token = try #require(conversation.redeem(code).accessToken)
    let issued = conversation.now
    conversation.advance(.seconds(3600))
    #expect(conversation.me("Bearer \(token)").refusal?.kind == .accessTokenExpired)
    conversation.now = issued
    _ = conversation.redeem(code)
    conversation.advance(.seconds(3600))
    #expect(conversation.me("Bearer \(token)").refusal?.kind == .accessTokenRevoked)
  }

  @Test func `puts the client before the code: a stranger learns nothing about it`() throws {
    let conversation = Conversation()
    let code = try conversation.code()
    let grant = "grant_type=authorization_code&redirect_uri=\(Wire.callback)&client_id=workshop-app&client_secret=x"
    #expect(conversation.token("\(grant)&code=\(code)").wire() == conversation.token("\(grant)&code=x").wire())
    #expect(conversation.server.authorizationCode(code)?.failedAttempts == 0)
  }
}
