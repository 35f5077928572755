import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `RFC 6750: the protected resource` {
  private static let bare = """
    HTTP/1.1 401 Unauthorized
    WWW-Authenticate: Bearer realm="oauth-playground"

    {}
    """
  private static let invalidToken = """
    HTTP/1.1 401 Unauthorized
    WWW-Authenticate: Bearer realm="oauth-playground", error="invalid_token", \
    error_description="The access token is not valid."

    {"error":"invalid_token","error_description":"The access token is not valid."}
    """
  private static let oneToken = """
    HTTP/1.1 400 Bad Request
    WWW-Authenticate: Bearer realm="oauth-playground", error="invalid_request", \
    error_description="Send one access token, in one way."

    {"error":"invalid_request","error_description":"Send one access token, in one way."}
    """

  private static func post(_ body: String, to target: String = "/me", _ header: String = "") -> String {
    "POST \(target) HTTP/1.1\nHost: 127.0.0.1:8414\nContent-Type: application/x-www-form-urlencoded\n\(header)\n\(body)"
  }

  @Test(arguments: ["Bearer", "bearer", "BEARER", "Bearer "])
  func `opens to a token, its scheme in any case`(_ scheme: String) throws {
    let conversation = Conversation()
    let answer = conversation.me("\(scheme) \(try conversation.accessToken())")
    #expect(
      answer.wire(.contentType, .cacheControl, .xContentTypeOptions, .wwwAuthenticate) == """
        HTTP/1.1 200 OK
        Content-Type: application/json
        Cache-Control: no-store
        X-Content-Type-Options: nosniff

        {"sub":"alice","name":"Alice Liddell","preferred_username":"alice","email":"alice@example.org",\
        "email_verified":true}
        """)
  }

  @Test func `tells only what the scope opens`() throws {
    let conversation = Conversation()
    let token = try conversation.accessToken(
      "response_type=code&client_id=workshop-app&redirect_uri=\(Wire.callback)&scope=profile")
    #expect(
      conversation.me("Bearer \(token)").body
        == #"{"sub":"alice","name":"Alice Liddell","preferred_username":"alice"}"#)
  }

  @Test func `may be asked with POST and HEAD, and with nothing else`() throws {
    let conversation = Conversation()
    let header = "Authorization: Bearer \(try conversation.accessToken())\n"
    #expect(conversation.send(Self.post("", header)).status == 200)
    #expect(conversation.send("HEAD /me HTTP/1.1\nHost: 127.0.0.1:8414\n\(header)").status == 200)
    let answer = conversation.send("DELETE /me HTTP/1.1\nHost: 127.0.0.1:8414\n\(header)")
    #expect(
      answer.wire(.allow, .wwwAuthenticate) == """
        HTTP/1.1 405 Method Not Allowed
        Allow: GET, POST, HEAD

        {"error":"invalid_request","error_description":"This endpoint takes another method."}
        """)
  }

  @Test func `says how to authenticate and nothing else to who sends no token`() {
    #expect(Conversation().send("GET /me HTTP/1.1\nHost: 127.0.0.1:8414").wire(.wwwAuthenticate) == Self.bare)
  }

  @Test(arguments: ["Basic YTpi", "Digest a", "BearerX a", "\u{17F}earer a", "Bear\u{65}\u{301}r a"])
  func `does not blame a token for another scheme`(_ authorization: String) {
    #expect(Conversation().me(authorization).wire(.wwwAuthenticate) == Self.bare)
  }

  @Test func `does not read a token in query or body`() throws {
    let conversation = Conversation()
    let token = try conversation.accessToken()
    let query = conversation.send("GET /me?access_token=\(token) HTTP/1.1\nHost: 127.0.0.1:8414")
    #expect(query.wire(.wwwAuthenticate) == Self.bare)
    #expect(conversation.send(Self.post("access_token=\(token)")).wire(.wwwAuthenticate) == Self.bare)
    let json = conversation.send(
      "POST /me HTTP/1.1\nHost: 127.0.0.1:8414\nContent-Type: application/json\n\n{\"access_token\":\"\(token)\"}")
    #expect(json.refusal == .accessTokenMissing)
    let get = conversation.send(
      "GET /me HTTP/1.1\nHost: 127.0.0.1:8414\nContent-Type: application/x-www-form-urlencoded\n\naccess_token=\(token)"
    )
    #expect(get.refusal == .accessTokenMissing)
  }

  @Test func `refuses two tokens, alike or not`() throws {
    let conversation = Conversation()
    let token = try conversation.accessToken()
    let header = "Authorization: Bearer \(token)\n"
    let requests = [
      "GET /me?access_token=\(token) HTTP/1.1\nHost: 127.0.0.1:8414\n\(header)",
      "GET /me?%zz&access_token=\(token)&%00 HTTP/1.1\nHost: 127.0.0.1:8414\n\(header)",
      "GET /me?access_token= HTTP/1.1\nHost: 127.0.0.1:8414\n\(header)",
      Self.post("access_token=\(token)", header), Self.post("access_token=a&access_token=a"),
      Self.post("access_token=a", to: "/me?access_token=b"),
      "GET /me HTTP/1.1\nHost: 127.0.0.1:8414\n\(header)\(header)",
    ]
    for request in requests { #expect(conversation.send(request).wire(.wwwAuthenticate) == Self.oneToken) }
  }

  @Test func `refuses a scheme without a token`() {
    #expect(Conversation().me("Bearer").wire(.wwwAuthenticate) == Self.oneToken)
  }

  @Test(arguments: ["nonsense", "a b", "a,b", "=", "a=b", "\"a\"", "é", "\u{212A}", "a;b"])
  func `calls a malformed or unknown token invalid`(_ token: String) {
    #expect(Conversation().me("Bearer \(token)").wire(.wwwAuthenticate) == Self.invalidToken)
  }

  @Test func `takes no authorization code for a token`() throws {
    let conversation = Conversation()
    let code = try conversation.code()
    let answer = conversation.me("Bearer \(code)")
    #expect(answer.refusal == .authorizationCodeAsAccessToken(code))
    #expect(answer.wire(.wwwAuthenticate) == Self.invalidToken)
    #expect(conversation.redeem(code).status == 200)
  }

  @Test func `opens until a nanosecond before the token's end`() throws {
    let conversation = Conversation()
    let token = try conversation.accessToken()
    conversation.advance(.nanoseconds(3_599_999_999_999))
    #expect(conversation.me("Bearer \(token)").status == 200)
    conversation.advance(.nanoseconds(1))
    let answer = conversation.me("Bearer \(token)")
    #expect(answer.refusal == .accessTokenExpired(by: .zero, lifetime: .seconds(3600)))
    #expect(answer.wire(.wwwAuthenticate) == Self.invalidToken)
  }

  @Test func `names the scope that is missing`() throws {
    let conversation = Conversation()
    let token = try conversation.accessToken(
      "response_type=code&client_id=workshop-app&redirect_uri=\(Wire.callback)&scope=email")
    let answer = conversation.me("Bearer \(token)")
    #expect(answer.refusal == .scopeInsufficient(required: Scope(["profile"]), granted: Scope(["email"])))
    #expect(
      answer.wire(.wwwAuthenticate) == """
        HTTP/1.1 403 Forbidden
        WWW-Authenticate: Bearer realm="oauth-playground", error="insufficient_scope", \
        error_description="The access token is not for this.", scope="profile"

        {"error":"insufficient_scope","error_description":"The access token is not for this."}
        """)
  }

  @Test func `keeps a token without its scheme out of logs`() throws {
    let conversation = Conversation()
    let token = try conversation.accessToken()
    let answer = conversation.me(token)
    #expect(answer.refusal == .accessTokenSchemeWrong(token))
    #expect(answer.refusal?.finding.found?.shortened == "\(token.prefix(6))…")
    #expect(conversation.me("Basic \(token)").refusal?.finding.found?.shortened == "Basic")
  }

  @Test func `keeps no token of a request in the shortened form of its checks`() throws {
    let conversation = Conversation()
    let token = try conversation.accessToken()
    let results = conversation.me("Bearer \(token)").decision.report.results
    #expect(results.contains { $0.finding.found?.revealed.contains(token) == true })
    #expect(!results.contains { $0.finding.found?.shortened.contains(token) == true })
  }
}
