import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `RFC 6749 §6: the refresh request` {
  private static let invalidGrant = """
    HTTP/1.1 400 Bad Request
    Cache-Control: no-store

    {"error":"invalid_grant","error_description":"The authorization grant is invalid."}
    """
  private static let invalidScope = """
    HTTP/1.1 400 Bad Request

    {"error":"invalid_scope","error_description":"The scope is wider than what was granted."}
    """

  @Test func `is answered with two new tokens, in JSON that nobody stores`() throws {
    let conversation = Conversation()
    let old = try conversation.tokens()
    let answer = conversation.send(
      """
      POST /token HTTP/1.1
      Host: 127.0.0.1:8414
      Authorization: Basic d29ya3Nob3AtYXBwOndvcmtzaG9wLXNlY3JldA==
      Content-Type: application/x-www-form-urlencoded

      grant_type=refresh_token&refresh_token=\(old.refresh)
      """)
    #expect(
      answer.wire(.contentType, .cacheControl, .pragma) == """
        HTTP/1.1 200 OK
        Content-Type: application/json
        Cache-Control: no-store
        Pragma: no-cache

        {"access_token":"RANDOM","token_type":"Bearer","expires_in":3600,"refresh_token":"RANDOM",\
        "scope":"profile email offline_access"}
        """)
    let new = (access: try #require(answer.accessToken), refresh: try #require(answer.refreshToken))
    #expect(Set([old.access, old.refresh, new.access, new.refresh]).count == 4)
    for access in [old.access, new.access] { #expect(conversation.me("Bearer \(access)").status == 200) }
  }

  @Test func `needs a refresh token, which is issued for offline access`() throws {
    let conversation = Conversation()
    #expect(
      conversation.redeem(try conversation.code(Wire.offlineRequest)).wire() == """
        HTTP/1.1 200 OK

        {"access_token":"RANDOM","token_type":"Bearer","expires_in":3600,"refresh_token":"RANDOM",\
        "scope":"profile email offline_access"}
        """)
    #expect(conversation.redeem(try conversation.code()).refreshToken == nil)
    let form = try conversation.consentForm(Wire.offlineRequest)
    #expect(form.boxes == ["profile", "email", "offline_access"])
    let code = try #require(conversation.submit(form, "scope=profile&decision=allow").parameter(.code))
    #expect(conversation.redeem(code).refreshToken == nil)
  }

  @Test func `is of no use to a client without the grant, which gets no refresh token`() throws {
    let conversation = try Conversation(.samples()) { $0.refreshTokenIssuance = .always }
    let code = try conversation.code("response_type=code&client_id=tenant")
    let answer = conversation.token(
      "grant_type=authorization_code&code=\(code)&client_id=tenant&client_secret=tenant-secret")
    #expect(answer.accessToken != nil)
    #expect(answer.refreshToken == nil)
    let refresh = conversation.token("grant_type=refresh_token&refresh_token=r&\(Wire.jobSecret)")
    #expect(
      refresh.wire() == """
        HTTP/1.1 400 Bad Request

        {"error":"unauthorized_client","error_description":"The client may not use this grant."}
        """)
  }

  @Test(arguments: ["", "&refresh_token=", "&token=r", "&Refresh_Token=r"])
  func `without a refresh token is incomplete`(_ rest: String) {
    #expect(
      Conversation().token("grant_type=refresh_token\(rest)&\(Wire.secret)").wire() == """
        HTTP/1.1 400 Bad Request

        {"error":"invalid_request","error_description":"Parameter refresh_token is missing."}
        """)
  }

  @Test func `takes nothing else for a refresh token`() throws {
    let conversation = Conversation()
    let tokens = try conversation.tokens()
    for wrong in [try conversation.code(), tokens.access, "\(tokens.refresh)a", String(tokens.refresh.dropLast()), "r"]
    {
      let answer = conversation.refresh(wrong)
      #expect(answer.refusal == .refreshTokenUnknown(wrong))
      #expect(answer.wire(.cacheControl) == Self.invalidGrant)
    }
    #expect(conversation.refresh(tokens.refresh).status == 200)
  }

  @Test(arguments: [
    "client_id=other-app&client_secret=other-secret", "client_id=native-app",
  ])
  func `of another client is refused and changes nothing`(_ client: String) throws {
    let conversation = Conversation()
    let tokens = try conversation.tokens()
    let answer = conversation.token("grant_type=refresh_token&refresh_token=\(tokens.refresh)&\(client)")
    #expect(answer.refusal?.kind == .refreshTokenOfAnotherClient)
    #expect(answer.decision.changes.isEmpty)
    #expect(answer.wire(.cacheControl) == Self.invalidGrant)
    #expect(conversation.refresh(tokens.refresh).status == 200)
  }

  @Test(arguments: ["client_id=workshop-app", "client_id=workshop-app&client_secret=wrong", "", "client_id=nobody"])
  func `without the client's credentials is refused and changes nothing`(_ client: String) throws {
    let conversation = Conversation()
    let tokens = try conversation.tokens()
    let answer = conversation.token("grant_type=refresh_token&refresh_token=\(tokens.refresh)&\(client)")
    #expect(
      answer.wire(.wwwAuthenticate) == """
        HTTP/1.1 401 Unauthorized
        WWW-Authenticate: Basic realm="oauth-playground"

        {"error":"invalid_client","error_description":"Client authentication failed."}
        """)
    #expect(answer.decision.changes.isEmpty)
    #expect(conversation.refresh(tokens.refresh).status == 200)
  }

  @Test func `may not repeat the token or carry it in its URI`() throws {
    let conversation = Conversation()
    let token = try conversation.tokens().refresh
    #expect(conversation.refresh(token, "refresh_token=r").refusal == .parameterRepeated(.refreshToken, times: 2))
    let uri = conversation.send(
      """
      POST /token?refresh_token=\(token) HTTP/1.1
      Host: 127.0.0.1:8414
      Content-Type: application/x-www-form-urlencoded

      grant_type=refresh_token&\(Wire.secret)
      """)
    #expect(uri.refusal == .credentialsInURI(.refreshToken))
    #expect(conversation.refresh(token).status == 200)
  }

  @Test func `may narrow the scope, and the next one has all of it again`() throws {
    let conversation = Conversation()
    let narrow = conversation.refresh(try conversation.tokens().refresh, "scope=email")
    #expect(
      narrow.wire() == """
        HTTP/1.1 200 OK

        {"access_token":"RANDOM","token_type":"Bearer","expires_in":3600,"refresh_token":"RANDOM","scope":"email"}
        """)
    let me = conversation.me("Bearer \(try #require(narrow.accessToken))")
    #expect(
      me.wire(.wwwAuthenticate) == """
        HTTP/1.1 403 Forbidden
        WWW-Authenticate: Bearer realm="oauth-playground", error="insufficient_scope", \
        error_description="The access token is not for this.", scope="profile"

        {"error":"insufficient_scope","error_description":"The access token is not for this."}
        """)
    let full = conversation.refresh(try #require(narrow.refreshToken))
    #expect(try JSON(parsing: full.response.body)["scope"] == "profile email offline_access")
    #expect(conversation.me("Bearer \(try #require(full.accessToken))").status == 200)
  }

  @Test(arguments: ["scope=profile%20read", "scope=openid", "scope=bogus", "scope=Profile"])
  func `may not widen the scope, and asking for it uses nothing up`(_ scope: String) throws {
    let conversation = Conversation()
    let token = try conversation.tokens().refresh
    let answer = conversation.refresh(token, scope)
    #expect(answer.wire() == Self.invalidScope)
    #expect(answer.decision.changes.isEmpty)
    #expect(conversation.refresh(token).status == 200)
  }

  @Test func `may not hold a malformed scope`() throws {
    let conversation = Conversation()
    let token = try conversation.tokens().refresh
    #expect(conversation.refresh(token, "scope=profile%20%20email").refusal == .scopeMalformed(.emptyToken))
    #expect(conversation.refresh(token, "scope=").status == 200, "an empty value counts as omitted")
  }

  @Test func `of a public client needs its name and no secret`() throws {
    let conversation = Conversation()
    let code = try conversation.code(Wire.nativeOfflineRequest)
    let token = try #require(conversation.token(Wire.nativeRedemption(code)).refreshToken)
    let request = "grant_type=refresh_token&refresh_token=\(token)&client_id=native-app"
    #expect(conversation.token("\(request)&client_secret=guess").refusal?.kind == .clientHasNoSecret)
    let answer = conversation.token(request)
    #expect(
      answer.wire() == """
        HTTP/1.1 200 OK

        {"access_token":"RANDOM","token_type":"Bearer","expires_in":3600,"refresh_token":"RANDOM",\
        "scope":"profile offline_access"}
        """)
    #expect(conversation.token(request).refusal?.kind == .refreshTokenReused)
  }

  @Test func `ends when the code that began it all is replayed`() throws {
    let conversation = Conversation()
    let code = try conversation.code(Wire.offlineRequest)
    let token = try #require(conversation.redeem(code).refreshToken)
    let newest = try #require(conversation.refresh(token).refreshToken)
    _ = conversation.redeem(code)
    conversation.advance(.seconds(2))
    let answer = conversation.refresh(newest)
    #expect(answer.refusal == .refreshTokenRevoked(.authorizationCodeReplayed, ago: .seconds(2)))
    #expect(answer.wire(.cacheControl) == Self.invalidGrant)
  }
}
