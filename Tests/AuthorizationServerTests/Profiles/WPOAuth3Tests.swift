import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite("The profile wp-oauth-3") struct WPOAuth3Tests {
  private func conversation() throws -> Conversation { try Conversation(playing: .wpOAuth3, approvedBy: "alice") }

  private func token(_ conversation: Conversation) throws -> String {
    let code = try #require(conversation.authorize(Wire.request).parameter(.code))
    return try #require(conversation.redeem(code).accessToken)
  }

  @Test(arguments: Capture.wpOAuth3Authorization + Capture.wpOAuth3Token + Capture.wpOAuth3Resource)
  func `answers as the plugin was seen to`(_ capture: Capture) throws {
    let answer = capture.replayed(in: try Conversation(playing: .wpOAuth3))
    #expect(answer == capture.response)
    #expect(!answer.contains("WWW-Authenticate"))
  }

  @Test func `grants a code with an empty list for a body, a day of access, and ten days of a refresh token`() throws {
    let conversation = try conversation()
    let answer = conversation.authorize("response_type=code&client_id=workshop-app")
    let code = try #require(answer.parameter(.code))
    #expect(
      answer.wire(.contentType, .location) == """
        HTTP/1.1 302 Found
        Content-Type: application/json
        Location: http://127.0.0.1:8252/callback?code=\(code)

        []
        """)
    let tokens = conversation.redeem(code)
    let (access, refresh) = (try #require(tokens.accessToken), try #require(tokens.refreshToken))
    #expect(
      tokens.body == """
        {"access_token":"\(access)","expires_in":86400,"token_type":"Bearer","scope":"basic","refresh_token":"\(refresh)"}
        """)
    #expect(Profile.wpOAuth3.policy.refreshTokenLifetime == .seconds(864_000))
    #expect(
      conversation.me("Bearer \(access)").body == """
        {"ID":"1","user_login":"alice","user_nicename":"alice","user_email":"alice@example.org",\
        "user_registered":"2018-03-06 12:00:00","user_status":"0","display_name":"Alice Liddell",\
        "email":"alice@example.org"}
        """)
    #expect(
      conversation.refresh(refresh).body
        == #"{"error":"unsupported_grant_type","error_description":"Grant type \"refresh_token\" not supported"}"#)
  }

  @Test func `gives the default scope to who asks for none, and refuses it to who asks for it`() throws {
    let conversation = try conversation()
    let request = "response_type=code&client_id=workshop-app"
    #expect(conversation.authorize("\(request)&scope=basic").parameter(.error) == "invalid_scope")
    #expect(conversation.authorize("\(request)&scope=profile%20basic").parameter(.error) == "invalid_scope")
    #expect(conversation.authorize("\(request)&scope=profile%20email").parameter(.code) != nil)
    #expect(conversation.authorize(request).parameter(.code) != nil)
  }

  @Test func `sends codes to whatever begins as the registered address`() throws {
    let answer = try conversation().authorize(
      "response_type=code&client_id=workshop-app&redirect_uri=HTTP%3A%2F%2F127.0.0.1%3A8252%2Fcallback.evil%2F")
    #expect(answer[.location]?.hasPrefix("HTTP://127.0.0.1:8252/callback.evil/?code=") == true)
  }

  @Test func `ignores challenges and prompt`() throws {
    let conversation = try conversation()
    let answer = conversation.authorize("\(Wire.provenRequest)&prompt=none")
    #expect(conversation.redeem(try #require(answer.parameter(.code))).status == 200)
  }

  @Test func `takes the expired and the replayed code as the library does`() throws {
    let conversation = try conversation()
    let code = try #require(conversation.authorize(Wire.request).parameter(.code))
    #expect(conversation.redeem(code).status == 200)
    #expect(conversation.redeem(code).body.contains("Authorization code doesn't exist"))
    let late = try #require(conversation.authorize(Wire.request).parameter(.code))
    conversation.advance(.seconds(31))
    #expect(conversation.redeem(late).body.contains("The authorization code has expired"))
  }

  @Test func `says nothing of why a token is no good, with a cookie or without`() throws {
    let conversation = try conversation()
    let token = try token(conversation)
    conversation.advance(.seconds(86_401))
    for cookie in ["X-None: 1", "Cookie: wordpress_logged_in_1=alice"] {
      #expect(
        conversation.send("GET /oauth/me HTTP/1.1\nHost: 127.0.0.1:8414\n\(cookie)\nAuthorization: Bearer \(token)")
          .wire(.wwwAuthenticate) == """
            HTTP/1.1 400 Bad Request

            {"error":"invalid_request","error_description":"Missing or invalid parameter(s)"}
            """)
    }
  }

  @Test func `ends a token by destroy, which wants that token`() throws {
    let conversation = try conversation()
    let token = try token(conversation)
    let request = "GET /oauth/destroy HTTP/1.1\nHost: 127.0.0.1:8414"
    #expect(conversation.send("\(request)\nAuthorization: Bearer nonsense").status == 400)
    #expect(conversation.me("Bearer \(token)").status == 200)
    #expect(
      conversation.send("\(request)\nAuthorization: Bearer \(token)").body
        == #"{"status":true,"description":"Session destroyed successfully"}"#)
    #expect(conversation.me("Bearer \(token)").status == 400)
  }

  @Test func `shows the row of nobody for a user that is gone`() throws {
    let conversation = try conversation()
    let token = try token(conversation)
    #expect(conversation.removeResourceOwner("alice"))
    conversation.server.policy.accessTokenRevocation = false
    #expect(conversation.me("Bearer \(token)").body == #"{"email":null}"#)
  }

  @Test func `answers 200 while it is switched off`() throws {
    let conversation = try conversation()
    conversation.server.policy.serverEnabled = false
    for target in ["/oauth/authorize", "/oauth/token", "/oauth/me", "/oauth/nonsense"] {
      #expect(
        conversation.send("GET \(target) HTTP/1.1\nHost: 127.0.0.1:8414").wire(.cacheControl) == """
          HTTP/1.1 200 OK

          {"error":"temporarily_unavailable"}
          """)
    }
  }

  @Test func `advertises no more than sign-in`() throws {
    let answer = try conversation().send("GET /.well-known/openid-configuration HTTP/1.1\nHost: 127.0.0.1:8414")
    let document = try JSON(parsing: answer.response.body)
    #expect(document["issuer"] == "https://127.0.0.1:8414")
    #expect(document["token_endpoint"] == "http://127.0.0.1:8414/oauth/token")
    #expect(document["grant_types_supported"] == nil)
  }
}
