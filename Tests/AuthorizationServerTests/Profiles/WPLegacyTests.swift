import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite("The profile wp-legacy") struct WPLegacyTests {
  private static let request =
    "response_type=code&client_id=workshop-app&redirect_uri=\(Wire.callback)&state=xyz"

  private func code(_ conversation: Conversation, _ query: String = request) throws -> String {
    try conversation.codeAtOnce(query)
  }

  @Test(arguments: Capture.wpLegacyAuthorization + Capture.wpLegacyToken + Capture.wpLegacyResource)
  func `answers as the plugin was seen to`(_ capture: Capture) throws {
    #expect(capture.replayed(in: try Conversation(playing: .wpLegacy)) == capture.response)
  }

  @Test func `gives state before the code, a bearer token without scope, and a row of the table of users`() throws {
    let conversation = try Conversation(playing: .wpLegacy, approvedBy: "alice")
    let answer = conversation.authorize(Self.request)
    let code = try #require(answer.parameter(.code))
    #expect(
      answer.wire(.location) == """
        HTTP/1.1 302 Found
        Location: http://127.0.0.1:8252/callback?state=xyz&code=\(code)
        """)
    let tokens = conversation.redeem(code)
    let (access, refresh) = (try #require(tokens.accessToken), try #require(tokens.refreshToken))
    for token in [code, access, refresh] {
      #expect(token.utf8.count == 40 && token.utf8.allSatisfy { "0123456789abcdef".utf8.contains($0) })
    }
    #expect(
      tokens.wire(.contentType, .cacheControl, .pragma) == """
        HTTP/1.1 200 OK
        Content-Type: application/json
        Cache-Control: no-store

        {"access_token":"\(access)","expires_in":3600,"token_type":"bearer","scope":null,"refresh_token":"\(refresh)"}
        """)
    let row = """
      {"ID":"1","user_login":"alice","user_nicename":"alice","user_email":"alice@example.org","user_url":"",\
      "user_registered":"2018-03-06 12:00:00","user_status":"0","display_name":"Alice Liddell"}
      """
    #expect(conversation.me("Bearer \(access)").body == row)
    let query = "GET /oauth/request_access?access_token=\(access) HTTP/1.1\nHost: 127.0.0.1:8414"
    #expect(conversation.send(query).body == row)
  }

  @Test func `grants tokens to a GET with the secret in its address`() throws {
    let conversation = try Conversation(playing: .wpLegacy, approvedBy: "alice")
    let query = Wire.redemption(try code(conversation))
    let answer = conversation.send("GET /oauth/request_token?\(query) HTTP/1.1\nHost: 127.0.0.1:8414")
    #expect(answer.accessToken != nil)
  }

  @Test func `lets a code be redeemed again until it has expired`() throws {
    let conversation = try Conversation(playing: .wpLegacy, approvedBy: "alice")
    let code = try code(conversation)
    let first = try #require(conversation.redeem(code).accessToken)
    let second = try #require(conversation.redeem(code).accessToken)
    #expect(first != second)
    #expect(conversation.me("Bearer \(first)").status == 200)
    conversation.advance(.seconds(31))
    #expect(
      conversation.redeem(code).wire() == """
        HTTP/1.1 400 Bad Request

        {"error":"invalid_grant","error_description":"The authorization code has expired"}
        """)
  }

  @Test func `compares the redirection URI only where it comes along`() throws {
    let conversation = try Conversation(playing: .wpLegacy, approvedBy: "alice")
    let body = "grant_type=authorization_code&code=\(try code(conversation))"
    #expect(
      conversation.token("\(body)&redirect_uri=x&\(Wire.secret)").wire() == """
        HTTP/1.1 400 Bad Request

        {"error":"redirect_uri_mismatch","error_description":"The redirect URI is missing or do not match"}
        """)
    #expect(conversation.token("\(body)&\(Wire.secret)").status == 200)
  }

  @Test func `takes any redirection URI at the token endpoint that begins as the first did`() throws {
    let conversation = try Conversation(playing: .wpLegacy, approvedBy: "alice")
    let body = "grant_type=authorization_code&code=\(try code(conversation))&\(Wire.secret)"
    #expect(conversation.token("\(body)&redirect_uri=\(Wire.callback.uppercased()).evil").status == 200)
  }

  @Test func `brings state back with the backslashes of WordPress`() throws {
    let conversation = try Conversation(playing: .wpLegacy, approvedBy: "alice")
    let answer = conversation.authorize("response_type=code&client_id=workshop-app&state=it's")
    #expect(answer[.location]?.hasPrefix("http://127.0.0.1:8252/callback?state=it%5C%27s&code=") == true)
  }

  @Test func `speaks of a refresh token where a code is another client's`() throws {
    let conversation = try Conversation(playing: .wpLegacy, approvedBy: "alice")
    let body = "grant_type=authorization_code&code=\(try code(conversation))&\(Wire.otherSecret)"
    #expect(
      conversation.token(body).wire() == """
        HTTP/1.1 400 Bad Request

        {"error":"invalid_grant","error_description":"Refresh token doesn't exist or is invalid for the client"}
        """)
  }

  @Test func `refuses every scope at the token endpoint, too`() throws {
    let conversation = try Conversation(playing: .wpLegacy, approvedBy: "alice")
    #expect(
      conversation.redeem(try code(conversation), "scope=profile").wire() == """
        HTTP/1.1 400 Bad Request

        {"error":"invalid_scope","error_description":"An unsupported scope was requested."}
        """)
  }

  @Test func `keeps the old refresh token beside the new one`() throws {
    let conversation = try Conversation(playing: .wpLegacy, approvedBy: "alice")
    let old = try #require(conversation.redeem(try code(conversation)).refreshToken)
    let new = try #require(conversation.refresh(old).refreshToken)
    #expect(new != old)
    #expect(conversation.refresh(old).status == 200)
    #expect(
      conversation.token("grant_type=refresh_token&refresh_token=\(old)&\(Wire.otherSecret)").body.contains(
        "\"Invalid refresh token\""))
    conversation.advance(.seconds(1_209_601))
    #expect(conversation.refresh(new).body.contains("\"Refresh token has expired\""))
  }

  @Test func `takes a URI that begins with the registered one, and redirects nothing else`() throws {
    let conversation = try Conversation(playing: .wpLegacy, approvedBy: "alice")
    let uri = "http%3A%2F%2F127.0.0.1%3A8252%2FCALLBACK.evil"
    let answer = conversation.authorize("response_type=code&client_id=workshop-app&state=x&redirect_uri=\(uri)")
    #expect(answer[.location]?.hasPrefix("http://127.0.0.1:8252/CALLBACK.evil?state=x&code=") == true)
  }

  @Test func `puts tokens into the fragment, a refresh token among them`() throws {
    let conversation = try Conversation(playing: .wpLegacy, approvedBy: "alice")
    let answer = conversation.authorize("response_type=token&client_id=workshop-app&state=xyz")
    let location = try #require(answer[.location])
    let start = "http://127.0.0.1:8252/callback?state=xyz#access_token="
    try #require(location.hasPrefix(start))
    let token = String(location.dropFirst(start.count).prefix(40))
    #expect(location.contains("&expires_in=3600&token_type=bearer&refresh_token="))
    #expect(conversation.me("Bearer \(token)").status == 200)
  }

  @Test func `names the expiry of a token with the error of a grant`() throws {
    let conversation = try Conversation(playing: .wpLegacy, approvedBy: "alice")
    let token = try #require(conversation.redeem(try code(conversation)).accessToken)
    conversation.advance(.seconds(3601))
    #expect(
      conversation.me("Bearer \(token)").wire(.wwwAuthenticate) == """
        HTTP/1.1 401 Unauthorized
        WWW-Authenticate: Bearer realm="Service", error="invalid_grant", error_description="The access token provided has expired."

        {"error":"invalid_grant","error_description":"The access token provided has expired."}
        """)
  }

  @Test func `comes back from the login page without redirect_uri`() throws {
    let conversation = try Conversation(playing: .wpLegacy)
    let target = try #require(conversation.authorize(Self.request)[.location])
    let form = try #require(Form(page: conversation.browse("GET \(target) HTTP/1.1\nHost: 127.0.0.1:8414").body))
    let back = try #require(conversation.signIn(form)[.location])
    #expect(back == "http://127.0.0.1:8414/oauth/authorize/?client_id=workshop-app&state=xyz&response_type=code")
    #expect(conversation.browse("GET \(back) HTTP/1.1\nHost: 127.0.0.1:8414").parameter(.code) != nil)
  }

  @Test func `prints PHP warnings in front of the JSON where it is told to`() throws {
    let conversation = try Conversation(playing: .wpLegacy, approvedBy: "alice")
    conversation.server.policy.phpWarnings = true
    #expect(conversation.redeem(try code(conversation)).body.hasPrefix("<br />\n<b>Warning</b>"))
  }
}
