import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `RFC 6749 §4.1.2, §10.5: the authorization code` {
  @Test func `is good until a nanosecond before its end`() throws {
    let conversation = Conversation()
    let code = try conversation.code()
    conversation.advance(.nanoseconds(29_999_999_999))
    #expect(conversation.redeem(code).status == 200)
  }

  @Test func `has expired at its end`() throws {
    let conversation = Conversation()
    let code = try conversation.code()
    conversation.advance(.seconds(30))
    let answer = conversation.redeem(code)
    #expect(answer.refusal == .authorizationCodeExpired(by: .zero, lifetime: .seconds(30)))
    #expect(
      answer.wire() == """
        HTTP/1.1 400 Bad Request

        {"error":"invalid_grant","error_description":"The authorization grant is invalid."}
        """)
  }

  @Test func `tells how late somebody was for an hour, and is then forgotten`() throws {
    let conversation = Conversation()
    let code = try conversation.code()
    conversation.advance(.milliseconds(34_200))
    let late = try #require(conversation.redeem(code).refusal)
    #expect(late == .authorizationCodeExpired(by: .milliseconds(4200), lifetime: .seconds(30)))
    #expect(late.finding == Finding(expected: "at most 30 s old", found: "expired 4.2 s ago"))
    conversation.advance(.seconds(3600))
    #expect(conversation.redeem(code).refusal == .authorizationCodeUnknown(code))
  }

  @Test func `keeps the lifetime it was issued with`() throws {
    let conversation = Conversation()
    let code = try conversation.code()
    conversation.server.policy.codeLifetime = .seconds(1)
    conversation.advance(.seconds(29))
    #expect(conversation.redeem(code).status == 200)
  }

  @Test func `works once, and a second use ends what came of the first`() throws {
    let conversation = Conversation()
    let code = try conversation.code(Wire.provenRequest)
    let token = try #require(conversation.redeem(code, "code_verifier=\(Wire.verifier)").accessToken)
    #expect(conversation.me("Bearer \(token)").status == 200)
    conversation.advance(.seconds(5))
    let replay = conversation.redeem(code, "code_verifier=\(Wire.verifier)")
    #expect(replay.refusal == .authorizationCodeAlreadyRedeemed(ago: .seconds(5), revokesGrant: true))
    #expect(
      replay.wire() == """
        HTTP/1.1 400 Bad Request

        {"error":"invalid_grant","error_description":"The authorization grant is invalid."}
        """)
    #expect(replay.decision.changes.contains(.grantRevoked(1, .authorizationCodeReplayed)))
    conversation.advance(.seconds(2))
    let me = conversation.me("Bearer \(token)")
    #expect(me.refusal == .accessTokenRevoked(.authorizationCodeReplayed, ago: .seconds(2)))
    #expect(
      me.wire(.wwwAuthenticate) == """
        HTTP/1.1 401 Unauthorized
        WWW-Authenticate: Bearer realm="oauth-playground", error="invalid_token", \
        error_description="The access token is not valid."

        {"error":"invalid_token","error_description":"The access token is not valid."}
        """)
  }

  /// OAuth 2.1 §7.5.2: whoever has only the code must not be able to end the owner's tokens.
  @Test(arguments: [
    ("code_verifier=\(Wire.challenge)", Refusal.Kind.codeVerifierWrong),
    ("code_verifier=short", .codeVerifierMalformed),
    ("", .codeVerifierMissing),
  ])
  func `replayed without the right verifier ends nothing`(_ verifier: String, _ kind: Refusal.Kind) throws {
    let conversation = Conversation()
    let code = try conversation.code(Wire.provenRequest)
    let token = try #require(conversation.redeem(code, "code_verifier=\(Wire.verifier)").accessToken)
    let replay = conversation.redeem(code, verifier)
    #expect(replay.refusal?.kind == kind)
    #expect(replay.decision.changes.isEmpty)
    #expect(conversation.me("Bearer \(token)").status == 200)
  }

  @Test func `replayed by another client or without its secret ends nothing`() throws {
    let conversation = Conversation()
    let code = try conversation.code()
    let token = try #require(conversation.redeem(code).accessToken)
    let grant = "grant_type=authorization_code&code=\(code)&redirect_uri=\(Wire.callback)"
    #expect(conversation.token("\(grant)&client_id=other-app&client_secret=other-secret").status == 400)
    #expect(conversation.token("\(grant)&client_id=workshop-app&client_secret=wrong").status == 401)
    #expect(conversation.me("Bearer \(token)").status == 200)
  }

  @Test func `is not burnt by failures, which are counted`() throws {
    let conversation = Conversation()
    let code = try conversation.code(Wire.provenRequest)
    let digest = String(code.prefix(6))
    for attempt in 1...3 {
      let answer = conversation.redeem(code, "code_verifier=\(Wire.challenge)")
      #expect(answer.decision.changes == [.authorizationCodeTried(digest, failedAttempts: attempt)])
      #expect(conversation.server.authorizationCode(code)?.failedAttempts == attempt)
    }
    #expect(conversation.redeem(code, "code_verifier=\(Wire.verifier)").status == 200)
    #expect(conversation.server.authorizationCode(code)?.redeemedAt == conversation.now)
  }

  @Test func `that failed before tells of a replay all the same`() throws {
    let conversation = Conversation()
    let code = try conversation.code(Wire.provenRequest)
    _ = conversation.redeem(code)
    _ = conversation.redeem(code, "code_verifier=\(Wire.verifier)")
    conversation.server.policy.failedRedemptionBurnsCode = true
    let replay = conversation.redeem(code, "code_verifier=\(Wire.verifier)")
    #expect(replay.refusal == .authorizationCodeAlreadyRedeemed(ago: .zero, revokesGrant: true))
  }

  @Test func `needs the redirection URI of its request, in the same octets`() throws {
    let conversation = Conversation()
    let code = try conversation.code()
    let grant = "grant_type=authorization_code&code=\(code)&\(Wire.secret)"
    #expect(
      conversation.token(grant).refusal == .redirectionURIMissingAtToken(expected: "http://127.0.0.1:8252/callback"))
    #expect(
      conversation.token("\(grant)&redirect_uri=").refusal
        == .redirectionURIMissingAtToken(expected: "http://127.0.0.1:8252/callback"))
    for wrong in [
      "http%3A%2F%2F127.0.0.1%3A8252%2Fcallbac%E2%84%AA", "\(Wire.callback)%3F", "http%3A%2F%2F127.0.0.1%2Fcallback",
    ] {
      #expect(conversation.token("\(grant)&redirect_uri=\(wrong)").refusal?.kind == .redirectionURIDiffers)
    }
    #expect(conversation.redeem(code).status == 200)
  }

  @Test func `needs no redirection URI where none was sent, but the right one if any`() throws {
    let conversation = Conversation()
    let request = "response_type=code&client_id=workshop-app"
    #expect(
      conversation.token("grant_type=authorization_code&code=\(try conversation.code(request))&\(Wire.secret)").status
        == 200)
    #expect(conversation.redeem(try conversation.code(request)).status == 200)
    let code = try conversation.code(request)
    let wrong = "grant_type=authorization_code&code=\(code)&redirect_uri=https%3A%2F%2Fevil.example&\(Wire.secret)"
    #expect(conversation.token(wrong).refusal?.kind == .redirectionURIDiffers)
  }

  @Test func `is redeemed once though twenty ask at the same time`() async throws {
    let conversation = Conversation()
    let code = try conversation.code()
    let request = RequestMessage(
      wire: """
        POST /token HTTP/1.1
        Host: 127.0.0.1:8414
        Content-Type: application/x-www-form-urlencoded

        \(Wire.redemption(code))
        """)
    let answers = await conversation.sendTogether(request, times: 20)
    #expect(answers.count { $0.status == 200 } == 1)
    #expect(answers.count { $0.refusal?.kind == .authorizationCodeAlreadyRedeemed } == 19)
    let token = try #require(answers.compactMap(\.accessToken).first)
    #expect(conversation.me("Bearer \(token)").refusal?.kind == .accessTokenRevoked)
  }
}
