import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite("The profile bshaffer") struct BShafferTests {
  @Test(
    arguments: Capture.bshafferAuthorization + Capture.bshafferToken + Capture.bshafferResource
      + Capture.bshafferCompared)
  func `answers as the library was seen to`(_ capture: Capture) throws {
    #expect(capture.replayed(in: try Conversation(playing: .bshaffer)) == capture.response)
  }

  @Test func `grants a code and tokens of 40 hexadecimal digits, in the library's order`() throws {
    let conversation = try Conversation(playing: .bshaffer)
    let answer = try conversation.approve("\(Wire.request)&response_mode=fragment")
    #expect(answer.status == 302)
    #expect(answer.body.isEmpty)
    #expect(answer[.contentType] == "application/json")
    let code = try #require(answer.parameter(.code))
    #expect(answer[.location] == "http://127.0.0.1:8252/callback?code=\(code)&state=xyz")
    let tokens = conversation.redeem(code, "state=other&code_verifier=stray")
    let (access, refresh) = (try #require(tokens.accessToken), try #require(tokens.refreshToken))
    for token in [code, access, refresh] {
      #expect(token.utf8.count == 40 && token.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) })
    }
    #expect(
      tokens.wire(.cacheControl, .pragma, .contentType) == """
        HTTP/1.1 200 OK
        Cache-Control: no-store
        Pragma: no-cache
        Content-Type: application/json

        {"access_token":"\(access)","expires_in":3600,"token_type":"Bearer","scope":"profile email",\
        "refresh_token":"\(refresh)"}
        """)
  }

  @Test func `lets the last of two values count`() throws {
    let answer = try Conversation(playing: .bshaffer).approve(Wire.request + "&state=two")
    #expect(answer.parameter(.state) == "two")
  }

  @Test func `names the redirection URI before the expiry of a code, and keeps the code`() throws {
    let conversation = try Conversation(playing: .bshaffer)
    let code = try conversation.code()
    let elsewhere = "grant_type=authorization_code&code=\(code)&redirect_uri=x&\(Wire.secret)"
    conversation.advance(.seconds(31))
    #expect(
      conversation.token(elsewhere).wire(.cacheControl) == """
        HTTP/1.1 400 Bad Request
        Cache-Control: no-store

        {"error":"redirect_uri_mismatch","error_description":"The redirect URI is missing or do not match",\
        "error_uri":"http:\\/\\/tools.ietf.org\\/html\\/rfc6749#section-4.1.3"}
        """)
    #expect(conversation.redeem(code).body.contains("The authorization code has expired"))
  }

  @Test func `refuses a replay as an unknown code, and the first tokens stay good`() throws {
    let conversation = try Conversation(playing: .bshaffer)
    let code = try conversation.code()
    let token = try #require(conversation.redeem(code).accessToken)
    #expect(
      conversation.redeem(code).wire() == """
        HTTP/1.1 400 Bad Request

        {"error":"invalid_grant","error_description":"Authorization code doesn't exist or is invalid for the client"}
        """)
    #expect(conversation.me("Bearer \(token)").status == 200)
  }

  @Test func `asks last whose code it is`() throws {
    let conversation = try Conversation(playing: .bshaffer)
    let code = try conversation.code()
    let body = "grant_type=authorization_code&code=\(code)&\(Wire.otherSecret)"
    #expect(conversation.token(body).refusal?.kind == .redirectionURIMissingAtToken)
    #expect(
      conversation.token("\(body)&redirect_uri=\(Wire.callback)").wire() == """
        HTTP/1.1 400 Bad Request

        {"error":"invalid_grant","error_description":"authorization_code doesn't exist or is invalid for the client"}
        """)
  }

  @Test func `narrows the scope of a code, and refuses to widen it`() throws {
    let conversation = try Conversation(playing: .bshaffer)
    #expect(
      conversation.redeem(try conversation.code(), "scope=read").wire() == """
        HTTP/1.1 400 Bad Request

        {"error":"invalid_scope","error_description":"The scope requested is invalid for this request"}
        """)
    let narrowed = conversation.redeem(try conversation.code(), "scope=email")
    #expect(try JSON(parsing: narrowed.response.body)["scope"] == "email")
    #expect(
      conversation.me("Bearer \(try #require(narrowed.accessToken))").wire(.wwwAuthenticate) == """
        HTTP/1.1 401 Unauthorized
        WWW-Authenticate: Bearer realm="Service", scope="profile", error="insufficient_scope", error_description="The request requires higher privileges than provided by the access token"

        {"error":"insufficient_scope","error_description":"The request requires higher privileges than provided by the \
        access token"}
        """)
  }

  @Test func `uses a refresh token up and brings no new one`() throws {
    let conversation = try Conversation(playing: .bshaffer)
    let token = try conversation.tokens(Wire.request).refresh
    let foreign = conversation.token("grant_type=refresh_token&refresh_token=\(token)&\(Wire.otherSecret)")
    #expect(foreign.body.contains("\"refresh_token doesn't exist or is invalid for the client\""))
    let refreshed = conversation.refresh(token)
    #expect(refreshed.status == 200)
    #expect(refreshed.accessToken != nil && refreshed.refreshToken == nil)
    #expect(conversation.refresh(token).body.contains("\"Invalid refresh token\""))
  }

  @Test func `gives refresh tokens to clients that may not use them`() throws {
    let conversation = try Conversation(playing: .bshaffer)
    let code = try conversation.code("response_type=code&client_id=percent&state=x")
    let secret = "client_id=percent&client_secret=100%25"
    let tokens = conversation.token("grant_type=authorization_code&code=\(code)&\(secret)")
    let token = try #require(tokens.refreshToken)
    #expect(
      conversation.token("grant_type=refresh_token&refresh_token=\(token)&\(secret)").refusal?.kind
        == .grantTypeNotAllowed)
  }

  @Test func `lets anybody revoke a token, which leaves the others alone`() throws {
    let conversation = try Conversation(playing: .bshaffer)
    let (access, refresh) = try conversation.tokens(Wire.request)
    #expect(conversation.revoke("token=\(refresh)&token_type_hint=refresh_token").body == "{\"revoked\":true}")
    #expect(conversation.refresh(refresh).body.contains("\"Invalid refresh token\""))
    #expect(conversation.me("Bearer \(access)").status == 200)
    #expect(conversation.revoke("token=\(access)").status == 200)
    #expect(conversation.me("Bearer \(access)").body.contains("\"The access token provided is invalid\""))
  }

  @Test func `says when tokens have expired`() throws {
    let conversation = try Conversation(playing: .bshaffer)
    let (access, refresh) = try conversation.tokens(Wire.request)
    conversation.advance(.seconds(3601))
    #expect(conversation.me("Bearer \(access)").body.contains("\"The access token provided has expired\""))
    conversation.advance(.seconds(1_209_600 - 3600))
    #expect(conversation.refresh(refresh).body.contains("\"Refresh token has expired\""))
  }

  @Test func `tells the client of a denial, with the body that nobody reads`() throws {
    let conversation = try Conversation(playing: .bshaffer)
    let answer = conversation.submit(try conversation.consentForm(), "decision=deny")
    #expect(
      answer.wire(.location) == """
        HTTP/1.1 302 Found
        Location: http://127.0.0.1:8252/callback?error=access_denied&error_description=The+user+denied+access+to+your+application&state=xyz

        {"error":"access_denied","error_description":"The user denied access to your application","state":"xyz"}
        """)
  }

  @Test func `knows PKCE only with OpenID Connect, and by codes of its own`() throws {
    let conversation = try Conversation(playing: .bshaffer)
    let request = "\(Wire.request)&code_challenge=\(Wire.challenge)&code_challenge_method=S256"
    #expect(conversation.redeem(try conversation.code(request)).status == 200)
    conversation.server.policy.openIDConnect = true
    for (verifier, error) in [
      ("", "code_verifier_missing"), ("code_verifier=short", "code_verifier_invalid"),
      ("code_verifier=\(Wire.challenge)", "code_verifier_mismatch"),
    ] {
      #expect(conversation.redeem(try conversation.code(request), verifier).errorOnTheWire == error)
    }
    #expect(conversation.redeem(try conversation.code(request), "code_verifier=\(Wire.verifier)").status == 200)
  }

  @Test func `lets a code and tokens live through their last second`() throws {
    let conversation = try Conversation(playing: .bshaffer)
    let (code, late) = (try conversation.code(), try conversation.code())
    conversation.advance(.milliseconds(30_900))
    let token = try #require(conversation.redeem(code).accessToken)
    conversation.advance(.milliseconds(100))
    #expect(conversation.redeem(late).refusal?.kind == .authorizationCodeExpired)
    conversation.advance(.seconds(3599))
    #expect(conversation.me("Bearer \(token)").status == 200)
    conversation.advance(.seconds(2))
    #expect(conversation.me("Bearer \(token)").refusal?.kind == .accessTokenExpired)
  }

  @Test func `compares the redirection URI decoded once more, and the scope wherever it stands`() throws {
    let conversation = try Conversation(playing: .bshaffer)
    let twice = "http%253A%252F%252F127.0.0.1%253A8252%252Fcallback"
    let body = "grant_type=authorization_code&code=\(try conversation.code())&redirect_uri=\(twice)&\(Wire.secret)"
    let answer = conversation.send(
      """
      POST /oauth/token?scope=email HTTP/1.1
      Host: 127.0.0.1:8414
      Content-Type: application/x-www-form-urlencoded

      \(body)
      """)
    #expect(try JSON(parsing: answer.response.body)["scope"] == "email")
  }

  @Test func `takes openid for a scope token like any other, with spaces around it`() throws {
    let conversation = try Conversation(playing: .bshaffer)
    let request = "response_type=code%20&client_id=workshop-app&redirect_uri=\(Wire.callback)&state=x"
    let tokens = conversation.redeem(try conversation.code("\(request)&scope=%20openid%20"))
    let body = try JSON(parsing: tokens.response.body)
    #expect(body["scope"] == "openid" && body["id_token"] == nil && body["refresh_token"] != nil)
  }

  @Test func `does not look at a challenge before the code is redeemed`() throws {
    let conversation = try Conversation(playing: .bshaffer)
    conversation.server.policy.openIDConnect = true
    for (sent, method) in [(Wire.challenge, ""), (Wire.challenge, "&code_challenge_method=s256"), ("short", "")] {
      let code = try conversation.code("\(Wire.request)&code_challenge=\(sent)\(method)")
      #expect(
        conversation.redeem(code, "code_verifier=\(Wire.verifier)").wire() == """
          HTTP/1.1 400 Bad Request

          {"error":"code_challenge_method_invalid","error_description":"Unknown PKCE code challenge method."}
          """)
    }
  }

  @Test(arguments: ["id_token", "code%20id_token", "token%20id_token"])
  func `knows more response types with OpenID Connect, and allows none of them`(_ type: String) throws {
    let conversation = try Conversation(playing: .bshaffer)
    let query = "client_id=workshop-app&state=x&response_type=\(type)"
    #expect(conversation.authorize(query).parameter(.errorDescription) == "Invalid or missing response type")
    conversation.server.policy.openIDConnect = true
    #expect(conversation.authorize(query).parameter(.errorDescription) == "implicit grant type not supported")
  }

  @Test func `gives an ID token once, and a refresh token for offline_access that is still asked for`() throws {
    let conversation = try Conversation(playing: .bshaffer)
    conversation.server.policy.openIDConnect = true
    let request = "response_type=code&client_id=workshop-app&scope=openid%20offline_access&state=x"
    let secret = "grant_type=authorization_code&\(Wire.secret)"
    let first = conversation.token("\(secret)&code=\(try conversation.code(request))")
    let again = conversation.refresh(try #require(first.refreshToken))
    #expect(try JSON(parsing: first.response.body)["id_token"] != nil)
    #expect(try JSON(parsing: again.response.body)["id_token"] == nil)
    #expect(
      conversation.token("\(secret)&code=\(try conversation.code(request))&scope=openid").refreshToken == nil)
  }

  @Test func `gives tokens for a password`() throws {
    let conversation = try Conversation(playing: .bshaffer)
    let body = "grant_type=password&username=alice&password=wonderland&\(Wire.passwordSecret)"
    let tokens = conversation.token("\(body)&scope=email")
    #expect(try JSON(parsing: tokens.response.body)["scope"] == "email")
    #expect(tokens.refreshToken != nil)
    #expect(conversation.me("Bearer \(try #require(conversation.token(body).accessToken))").status == 200)
  }
}
