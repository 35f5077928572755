import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite("The profile keycloak") struct KeycloakTests {
  private static let openIDRequest =
    "response_type=code&client_id=workshop-app&redirect_uri=\(Wire.callback)&scope=openid&state=xyz"

  /// Signs in; nobody is asked for consent.
  private func code(_ conversation: Conversation, _ query: String = Wire.request) throws -> String {
    let answer = conversation.authorize(query)
    if let code = answer.parameter(.code) { return code }
    return try #require(signIn(conversation, answer).parameter(.code))
  }

  private func signIn(_ conversation: Conversation, _ answer: Answer) throws -> Answer {
    let form = try #require(Form(page: answer.body))
    let target = try #require(conversation.signIn(form)[.location])
    return conversation.browse("GET \(target) HTTP/1.1\nHost: 127.0.0.1:8414")
  }

  @Test(arguments: Capture.keycloakAuthorization + Capture.keycloakToken + Capture.keycloakResource)
  func `answers as its source has it`(_ capture: Capture) throws {
    #expect(capture.replayed(in: try Conversation(playing: .keycloak)) == capture.response)
  }

  @Test(arguments: [
    ("response_type=code", "Missing parameters: client_id"),
    ("response_type=code&client_id=nobody", "Client not found."),
    (
      "response_type=code&client_id=workshop-app&redirect_uri=https%3A%2F%2Fevil.example",
      "Invalid parameter: redirect_uri"
    ),
    ("response_type=code&client_id=workshop-app&redirect_uri=\(Wire.callback)%23x", "Invalid parameter: redirect_uri"),
    ("response_type=code&client_id=workshop-app&scope=openid", "Invalid parameter: redirect_uri"),
  ])
  func `shows a page where nobody can be sent on`(_ query: String, _ sentence: String) throws {
    let answer = try Conversation(playing: .keycloak).authorize(query)
    #expect(answer.status == 400)
    #expect(answer[.contentType]?.hasPrefix("text/html") == true)
    #expect(answer.body.contains(">\(sentence)<"))
  }

  @Test func `names the session in the redirect, in the code and beside the tokens`() throws {
    let conversation = try Conversation(playing: .keycloak)
    let answer = try signIn(conversation, conversation.authorize(Self.openIDRequest))
    let code = try #require(answer.parameter(.code))
    let session = try #require(answer.parameter("session_state"))
    #expect(
      answer.wire(.location) == """
        HTTP/1.1 302 Found
        Location: http://127.0.0.1:8252/callback?state=xyz&session_state=\(session)&code=\(code)
        """)
    let parts = code.split(separator: ".")
    #expect(parts.count == 3 && parts.allSatisfy { $0.utf8.count == 36 } && parts[1] == session)
    let tokens = conversation.redeem(code)
    let body = try JSON(parsing: tokens.response.body)
    let (access, refresh) = (try #require(tokens.accessToken), try #require(tokens.refreshToken))
    let idToken = try #require(body["id_token"]?.string)
    #expect(
      tokens.wire(.cacheControl, .pragma, .contentType) == """
        HTTP/1.1 200 OK
        Cache-Control: no-store
        Pragma: no-cache
        Content-Type: application/json

        {"access_token":"\(access)","expires_in":300,"refresh_expires_in":1800,"refresh_token":"RANDOM",\
        "token_type":"Bearer","id_token":"\(idToken)","not-before-policy":0,"session_state":"\(session)",\
        "scope":"openid profile email"}
        """)
    let again = conversation.refresh(refresh)
    #expect(try JSON(parsing: again.response.body)["session_state"]?.string == session)
    #expect(conversation.me("Bearer \(access)").status == 200)
  }

  @Test func `gives a service account no session and no refresh token`() throws {
    let body = try JSON(
      parsing: try Conversation(playing: .keycloak).token("grant_type=client_credentials&\(Wire.jobSecret)").response
        .body)
    #expect(body["refresh_expires_in"] == 0 && body["expires_in"] == 300)
    #expect(body["session_state"] == nil && body["refresh_token"] == nil)
  }

  @Test func `refuses userinfo to a token without openid`() throws {
    let conversation = try Conversation(playing: .keycloak)
    let token = try #require(conversation.redeem(try code(conversation)).accessToken)
    #expect(
      conversation.me("Bearer \(token)").wire(.wwwAuthenticate) == """
        HTTP/1.1 403 Forbidden
        WWW-Authenticate: Bearer realm="myrealm", error="insufficient_scope", error_description="Missing openid scope"

        {"error":"insufficient_scope","error_description":"Missing openid scope"}
        """)
  }

  @Test func `ends the session of the client with a replay`() throws {
    let conversation = try Conversation(playing: .keycloak)
    let code = try code(conversation, Self.openIDRequest)
    let tokens = conversation.redeem(code)
    let (access, refresh) = (try #require(tokens.accessToken), try #require(tokens.refreshToken))
    let replay = conversation.token("grant_type=authorization_code&code=\(code)&redirect_uri=x&\(Wire.secret)")
    #expect(replay.wire() == refusal("invalid_grant", "Code not valid"))
    #expect(conversation.me("Bearer \(access)").status == 401)
    #expect(conversation.refresh(refresh).wire() == refusal("invalid_grant", "Session doesn't have required client"))
  }

  @Test(arguments: [
    ("redirect_uri=x&\(Wire.secret)", "Incorrect redirect_uri"),
    (Wire.secret, "Incorrect redirect_uri"),
    ("redirect_uri=\(Wire.callback)&\(Wire.otherSecret)", "Auth error"),
    ("redirect_uri=\(Wire.callback)&\(Wire.secret)", "PKCE code verifier not specified"),
    ("redirect_uri=\(Wire.callback)&\(Wire.secret)&code_verifier=short", "PKCE invalid code verifier"),
    ("redirect_uri=\(Wire.callback)&\(Wire.secret)&code_verifier=\(Wire.challenge)", "PKCE verification failed"),
  ])
  func `takes the code out before it compares anything`(_ rest: String, _ description: String) throws {
    let conversation = try Conversation(playing: .keycloak)
    let code = try code(conversation, Wire.provenRequest)
    let body = "grant_type=authorization_code&code=\(code)"
    #expect(conversation.token("\(body)&\(rest)").wire() == refusal("invalid_grant", description))
    #expect(
      conversation.redeem(code, "code_verifier=\(Wire.verifier)").wire() == refusal("invalid_grant", "Code not valid"))
  }

  @Test func `reads a missing method as plain, and no verifier where there was no challenge`() throws {
    let conversation = try Conversation(playing: .keycloak)
    let plain = try code(conversation, "\(Wire.request)&code_challenge=\(Wire.challenge)")
    #expect(conversation.redeem(plain, "code_verifier=\(Wire.challenge)").status == 200)
    #expect(conversation.redeem(try code(conversation), "code_verifier=stray").status == 200)
    #expect(
      conversation.authorize("response_type=code&client_id=native-app&redirect_uri=http%3A%2F%2F127.0.0.1%2Fcallback")
        .parameter(.errorDescription) == "Missing parameter: code_challenge_method")
  }

  @Test func `says the same of a late code as of none`() throws {
    let conversation = try Conversation(playing: .keycloak)
    let code = try code(conversation)
    conversation.advance(.seconds(61))
    #expect(conversation.redeem(code).wire() == refusal("invalid_grant", "Code not valid"))
  }

  @Test func `ends the session with the user`() throws {
    let conversation = try Conversation(playing: .keycloak)
    let tokens = conversation.redeem(try code(conversation, Self.openIDRequest))
    let (access, refresh) = (try #require(tokens.accessToken), try #require(tokens.refreshToken))
    #expect(conversation.removeResourceOwner("alice"))
    #expect(conversation.refresh(refresh).wire() == refusal("invalid_grant", "Session not active"))
    #expect(conversation.me("Bearer \(access)")[.wwwAuthenticate]?.contains("User session not found") == true)
  }

  @Test func `calls a refresh token stale when the one after it was used`() throws {
    let conversation = try Conversation(playing: .keycloak)
    conversation.server.policy.refreshTokenReuse = .refuse
    let first = try #require(conversation.redeem(try code(conversation)).refreshToken)
    conversation.advance(.seconds(1))
    let second = try #require(conversation.refresh(first).refreshToken)
    #expect(
      conversation.refresh(first).wire() == refusal("invalid_grant", "Maximum allowed refresh token reuse exceeded"))
    conversation.advance(.seconds(1))
    #expect(conversation.refresh(second).status == 200)
    #expect(conversation.refresh(first).wire() == refusal("invalid_grant", "Stale token"))
  }

  @Test func `keeps an old refresh token beside the new one, until it ends or the realm says otherwise`() throws {
    let conversation = try Conversation(playing: .keycloak)
    let old = try #require(conversation.redeem(try code(conversation)).refreshToken)
    #expect(
      conversation.token("grant_type=refresh_token&refresh_token=\(old)&\(Wire.otherSecret)").wire()
        == refusal("invalid_grant", "Invalid refresh token. Token client and authorized client don't match"))
    let new = try #require(conversation.refresh(old, "scope=read").refreshToken)
    #expect(new != old && conversation.refresh(old).status == 200)
    conversation.server.policy.refreshTokenReuse = .revokeFamily
    #expect(
      conversation.refresh(old).wire() == refusal("invalid_grant", "Maximum allowed refresh token reuse exceeded"))
    #expect(conversation.refresh(new).wire() == refusal("invalid_grant", "Session doesn't have required client"))
    conversation.advance(.seconds(1801))
    #expect(conversation.refresh(new).wire() == refusal("invalid_grant", "Token is not active"))
  }

  @Test func `knows an expired access token no more than a forged one`() throws {
    let conversation = try Conversation(playing: .keycloak)
    let token = try #require(conversation.redeem(try code(conversation, Self.openIDRequest)).accessToken)
    conversation.advance(.seconds(301))
    #expect(
      conversation.me("Bearer \(token)").wire(.wwwAuthenticate) == """
        HTTP/1.1 401 Unauthorized
        WWW-Authenticate: Bearer realm="myrealm", error="invalid_token", error_description="Token verification failed"

        {"error":"invalid_token","error_description":"Token verification failed"}
        """)
  }

  @Test func `has the client of the post`() throws {
    let conversation = try Conversation(playing: .keycloak)
    let query =
      "response_type=code&client_id=codeflowclient&redirect_uri=http%3A%2F%2Flocalhost%3A9010%2Fcallback&state=x"
    let code = try code(conversation, query)
    let body = "grant_type=authorization_code&code=\(code)&redirect_uri=http%3A%2F%2Flocalhost%3A9010%2Fcallback"
    #expect(
      conversation.token("\(body)&client_id=codeflowclient&client_secret=codeflow-secret").accessToken != nil)
  }

  private func refusal(_ error: String, _ description: String) -> String {
    "HTTP/1.1 400 Bad Request\n\n{\"error\":\"\(error)\",\"error_description\":\"\(description)\"}"
  }
}
