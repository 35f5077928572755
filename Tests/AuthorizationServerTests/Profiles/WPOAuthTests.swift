import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite("The profile wp-oauth") struct WPOAuthTests {
  @Test(
    arguments: Capture.wpOAuthAuthorization + Capture.wpOAuthToken + Capture.wpOAuthResource
      + Capture.wpOAuthCompared)
  func `answers as the plugin was seen to`(_ capture: Capture) throws {
    #expect(capture.replayed(in: try Conversation(playing: .wpOAuth)) == capture.response)
  }

  @Test func `grants a code with a parameter of its own, and tokens`() throws {
    let conversation = try Conversation(playing: .wpOAuth, approvedBy: "alice")
    let answer = conversation.authorize(Wire.request)
    let code = try #require(answer.parameter(.code))
    #expect(
      answer.wire(.contentType, .location) == """
        HTTP/1.1 302 Found
        Content-Type: application/json
        Location: http://127.0.0.1:8252/callback?code=\(code)&state=xyz&iframe=break

        {"iframe":"break"}
        """)
    let tokens = conversation.redeem(code, "state=other")
    let (access, refresh) = (try #require(tokens.accessToken), try #require(tokens.refreshToken))
    for token in [code, access, refresh] {
      #expect(token.utf8.count == 40 && token.utf8.allSatisfy { $0.isASCIIAlphanumeric && !(0x41...0x5A).contains($0) })
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
    #expect(
      conversation.me("Bearer \(access)").body == """
        {"ID":"1","user_login":"alice","user_nicename":"alice","user_email":"alice@example.org",\
        "user_registered":"2018-03-06 12:00:00","user_status":"0","display_name":"Alice Liddell",\
        "user_roles":["subscriber"],"capabilities":{"read":true,"level_0":true,"subscriber":true}}
        """)
    #expect(
      conversation.refresh(refresh).wire() == """
        HTTP/1.1 400 Bad Request

        {"error":"unauthorized_client","error_description":"The grant type is unauthorized for this client_id"}
        """)
  }

  @Test func `sends the browser to the login page and back, and cuts the request at an ampersand`() throws {
    let conversation = try Conversation(playing: .wpOAuth)
    let away = conversation.authorize("response_type=code&client_id=workshop-app&scope=profile%20email&state=a%26b")
    let target = try #require(away[.location])
    #expect(target.hasSuffix("scope%3Dprofile+email%26state%3Da%26b"))
    #expect(away[.setCookie]?.contains("; Path=/;") == true)
    let form = try #require(Form(page: conversation.browse("GET \(target) HTTP/1.1\nHost: 127.0.0.1:8414").body))
    #expect(form.action == "/wp-login.php")
    let back = conversation.signIn(form)
    #expect(
      back.wire(.location) == """
        HTTP/1.1 302 Found
        Location: http://127.0.0.1:8414/oauth/authorize?response_type=code&client_id=workshop-app&scope=profile%20email&state=a&b
        """)
    let answer = conversation.browse("GET \(try #require(back[.location])) HTTP/1.1\nHost: 127.0.0.1:8414")
    #expect(answer.parameter(.code) != nil)
    #expect(answer.parameter(.state) == "a")
  }

  @Test func `shows the login page again after a wrong password`() throws {
    let conversation = try Conversation(playing: .wpOAuth)
    let target = try #require(conversation.authorize(Wire.request)[.location])
    let form = try #require(Form(page: conversation.browse("GET \(target) HTTP/1.1\nHost: 127.0.0.1:8414").body))
    let again = conversation.signIn(form, "username=alice&password=wrong")
    #expect(again.refusal?.kind == .passwordWrong)
    let back = conversation.signIn(try #require(Form(page: again.body)))
    #expect(back[.location]?.hasPrefix("http://127.0.0.1:8414/oauth/authorize?") == true)
  }

  @Test func `has no login page for a browser that asked for nothing`() throws {
    let conversation = try Conversation(playing: .wpOAuth)
    let page = conversation.browse("GET /wp-login.php HTTP/1.1\nHost: 127.0.0.1:8414")
    #expect(page.refusal?.kind == .sessionMissing)
  }

  @Test func `takes prompt=none for a denial, and asks once more for prompt=login`() throws {
    #expect(
      try Conversation(playing: .wpOAuth, approvedBy: "alice").authorize("\(Wire.request)&prompt=none").wire(.location)
        == """
        HTTP/1.1 302 Found
        Location: http://127.0.0.1:8252/callback?error=access_denied&error_description=The user denied access to your application&state=xyz&iframe=break

        {"error":"access_denied","error_description":"The user denied access to your application","state":"xyz",\
        "iframe":"break"}
        """)
    let conversation = try Conversation(playing: .wpOAuth)
    let target = try #require(conversation.authorize("\(Wire.request)&prompt=login")[.location])
    #expect(!target.contains("prompt"))
  }

  @Test func `takes a URI that begins with the registered one, whatever the case`() throws {
    let conversation = try Conversation(playing: .wpOAuth, approvedBy: "alice")
    for ending in ["callback.evil.example%2F", "CALLBACK%2Fx"] {
      let uri = "http%3A%2F%2F127.0.0.1%3A8252%2F\(ending)"
      let answer = conversation.authorize("response_type=code&client_id=workshop-app&redirect_uri=\(uri)")
      #expect(answer.parameter(.code) != nil)
    }
    conversation.server.policy.redirectURIMatching = .exact
    let answer = conversation.authorize(
      "response_type=code&client_id=workshop-app&redirect_uri=http%3A%2F%2F127.0.0.1%3A8252%2Fcallback.evil")
    #expect(answer.errorOnTheWire == "redirect_uri_mismatch")
    // Without any, the registered one counts under either setting.
    #expect(conversation.authorize("response_type=code&client_id=workshop-app").parameter(.code) != nil)
  }

  @Test func `needs no state, puts a backslash before a quote, and refuses without state if it is told to`() throws {
    let conversation = try Conversation(playing: .wpOAuth, approvedBy: "alice")
    #expect(conversation.authorize("response_type=code&client_id=workshop-app").parameter(.state) == nil)
    let answer = conversation.authorize("response_type=code&client_id=workshop-app&state=it's")
    #expect(answer[.location]?.contains("&state=it%5C%27s&") == true)
    conversation.server.policy.stateRequired = true
    #expect(
      conversation.authorize("response_type=code&client_id=workshop-app")[.location]
        == "http://127.0.0.1:8252/callback?error=invalid_request&error_description=The state parameter is required"
        + "&iframe=break")
  }

  @Test func `knows the scope tokens of everybody, and basic by default`() throws {
    let conversation = try Conversation(playing: .wpOAuth, approvedBy: "alice")
    let code = try conversation.codeAtOnce("response_type=code&client_id=workshop-app")
    #expect(try JSON(parsing: conversation.redeem(code).response.body)["scope"] == "basic")
    for scope in ["basic", "openid%20profile%20email%20basic"] {
      #expect(
        conversation.authorize("response_type=code&client_id=other-app&scope=\(scope)").parameter(.code) != nil)
    }
    let answer = conversation.authorize("response_type=code&client_id=workshop-app&scope=read")
    #expect(answer.parameter(.error) == "invalid_scope")
  }

  @Test func `tells who has openid the number of the user`() throws {
    let conversation = try Conversation(playing: .wpOAuth, approvedBy: "alice")
    let code = try conversation.codeAtOnce("response_type=code&client_id=workshop-app&scope=openid")
    let tokens = conversation.redeem(code)
    #expect(try JSON(parsing: tokens.response.body)["id_token"] == nil)
    let body = try JSON(parsing: conversation.me("Bearer \(try #require(tokens.accessToken))").response.body)
    #expect(body["email"] == "alice@example.org")
    #expect(body["sub"] == "1")
  }

  @Test func `takes a wrong or missing verifier for an unknown code, and the code stays good`() throws {
    let conversation = try Conversation(playing: .wpOAuth, approvedBy: "alice")
    let code = try conversation.codeAtOnce(Wire.provenRequest)
    for verifier in ["", "code_verifier=\(Wire.challenge)", "code_verifier=short"] {
      #expect(
        conversation.redeem(code, verifier).wire() == """
          HTTP/1.1 400 Bad Request

          {"error":"invalid_grant","error_description":"Authorization code doesn't exist or is invalid for the client"}
          """)
    }
    #expect(conversation.redeem(code, "code_verifier=\(Wire.verifier)").status == 200)
    let plain = try conversation.codeAtOnce("\(Wire.request)&code_challenge=\(Wire.challenge)")
    #expect(conversation.redeem(plain, "code_verifier=\(Wire.challenge)").status == 200)
    #expect(conversation.redeem(try conversation.codeAtOnce(), "code_verifier=stray").status == 200)
  }

  @Test func `names the redirection URI, the expiry and the replay as the library does`() throws {
    let conversation = try Conversation(playing: .wpOAuth, approvedBy: "alice")
    let code = try conversation.codeAtOnce()
    #expect(
      conversation.token("grant_type=authorization_code&code=\(code)&redirect_uri=x&\(Wire.secret)").errorOnTheWire
        == "redirect_uri_mismatch")
    #expect(
      conversation.token("grant_type=authorization_code&code=\(code)&\(Wire.secret)").errorOnTheWire
        == "redirect_uri_mismatch")
    #expect(conversation.redeem(code).status == 200)
    #expect(conversation.redeem(code).body.contains("Authorization code doesn't exist"))
    let late = try conversation.codeAtOnce()
    conversation.advance(.seconds(31))
    #expect(conversation.redeem(late).body.contains("The authorization code has expired"))
  }

  @Test func `knows the scope tokens of its library, and looks for scope in the query, too`() throws {
    let conversation = try Conversation(playing: .wpOAuth, approvedBy: "alice")
    let request = "response_type=code&client_id=workshop-app&state=x&scope=offline_access%20profile"
    let code = try #require(conversation.authorize(request).parameter(.code))
    let answer = conversation.send(
      """
      POST /oauth/token?scope=profile HTTP/1.1
      Host: 127.0.0.1:8414
      Content-Type: application/x-www-form-urlencoded

      grant_type=authorization_code&code=\(code)&\(Wire.secret)
      """)
    #expect(try JSON(parsing: answer.response.body)["scope"] == "profile")
  }

  @Test(arguments: ["", "&code_challenge_method=banana"])
  func `looks at a challenge when the code is redeemed, and takes every other method for plain`(_ method: String) throws
  {
    let conversation = try Conversation(playing: .wpOAuth, approvedBy: "alice")
    let request = "\(Wire.request)&code_challenge=\(Wire.verifier)\(method)"
    let code = try #require(conversation.authorize(request).parameter(.code))
    #expect(conversation.redeem(code, "code_verifier=\(Wire.challenge)").refusal?.kind == .codeVerifierWrong)
    #expect(conversation.redeem(code, "code_verifier=\(Wire.verifier)").status == 200)
  }

  @Test func `says that it is switched off with an error named error`() throws {
    let conversation = try Conversation(playing: .wpOAuth, approvedBy: "alice")
    conversation.server.policy.serverEnabled = false
    for target in ["/oauth/authorize", "/oauth/token", "/oauth/me", "/oauth/nonsense"] {
      #expect(
        conversation.send("GET \(target) HTTP/1.1\nHost: 127.0.0.1:8414").wire() == """
          HTTP/1.1 503 Service Unavailable

          {"error":"error","error_description":"temporarily unavailable"}
          """)
    }
  }

  @Test(arguments: ["oauth-authorization-server", "openid-configuration"])
  func `advertises a grant that search and replace has made`(_ name: String) throws {
    let conversation = try Conversation(playing: .wpOAuth, approvedBy: "alice")
    let answer = conversation.send("GET /.well-known/\(name) HTTP/1.1\nHost: 127.0.0.1:8414")
    let document = try JSON(parsing: answer.response.body)
    #expect(document["issuer"] == "https://127.0.0.1:8414")
    #expect(document["token_endpoint"] == "http://127.0.0.1:8414/oauth/token/")
    #expect(document["introspection_endpoint"] == "http://127.0.0.1:8414/oauth/introspection/")
    #expect(
      document["grant_types_supported"] == [
        "authorization_code", "client_credentials", "refresh_token", "uswo_me_resource_returner_credentials",
        "implicit",
      ])
    let keys = conversation.send("GET /.well-known/keys HTTP/1.1\nHost: 127.0.0.1:8414")
    #expect(try JSON(parsing: keys.response.body)["keys"]?.array?.isEmpty == false)
  }
}
