import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `RFC 6749 §3.1, §4.1.1: the authorization request` {
  @Test func `a GET without a session shows the login page and issues nothing`() {
    let conversation = Conversation()
    let answer = conversation.authorize(Wire.request)
    #expect(answer.wire(.location).hasPrefix("HTTP/1.1 200 OK\n\n<!DOCTYPE html>"))
    #expect(answer.body.contains("<title>Sign in - oauth-playground</title>"))
    #expect(conversation.server.state.authorizationCodes.count == 0)
    #expect(answer.decision.changes.isEmpty)
  }

  @Test func `a POST is answered like a GET`() throws {
    let conversation = Conversation()
    let answer = conversation.browse(
      """
      POST /authorize HTTP/1.1
      Host: 127.0.0.1:8414
      Content-Type: Application/X-WWW-Form-Urlencoded; charset=utf-8

      \(Wire.request)
      """)
    #expect(answer.status == 200)
    #expect(Form(page: answer.body)?.action == "/authorize/login")
  }

  @Test func `a POST must be a form and its query is not read`() {
    let conversation = Conversation()
    let json = conversation.send("POST /authorize?\(Wire.request) HTTP/1.1\nHost: 127.0.0.1:8414\n\n{}")
    #expect(json.refusal == .mediaTypeNotForm(nil))
    let form = conversation.send(
      "POST /authorize?\(Wire.request) HTTP/1.1\nHost: 127.0.0.1:8414\n"
        + "Content-Type: application/x-www-form-urlencoded\n\nresponse_type=code")
    #expect(form.refusal == .clientIdentifierMissing)
  }

  /// The request goes on, for nothing in the standard refuses it; the learner is told, and no log has the secret.
  @Test func `a client secret that comes through the browser is noticed`() throws {
    func found(_ query: String) throws -> Evidence {
      let answer = Conversation().authorize(query)
      #expect(answer.refusal == nil)
      return try #require(answer.decision.report.results.first { $0.check == .clientRegistered }?.finding.found)
    }
    #expect(
      try found("\(Wire.request)&client_secret=workshop-secret").revealed
        == "confidential client workshop-app; client_secret came along, through the browser, where it is no secret "
        + "(RFC 6749 §2.3.1)")
    #expect(try found("\(Wire.request)&client_secret=").revealed == "confidential client workshop-app")
  }

  @Test(arguments: ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
  func `another method gets 405, the allowed ones and no word about other origins`(_ method: String) {
    let answer = Conversation().send(
      "\(method) /authorize?\(Wire.request) HTTP/1.1\nHost: 127.0.0.1:8414\nOrigin: https://app.example")
    #expect(answer.wire(.allow).hasPrefix("HTTP/1.1 405 Method Not Allowed\nAllow: GET, POST, HEAD\n"))
    #expect(!answer.response.head.headerFields.contains { $0.name.canonicalName.hasPrefix("access-control") })
  }

  @Test func `parameters that nobody defines are ignored, even twice`() {
    #expect(Conversation().authorize("\(Wire.request)&foo=bar&foo=baz").status == 200)
  }

  @Test func `a parameter without a value counts as not sent`() throws {
    let answer = try Conversation().approve("response_type=code&client_id=workshop-app&redirect_uri=&scope=&state=")
    #expect(
      answer.wire(.location) == """
        HTTP/1.1 303 See Other
        Location: http://127.0.0.1:8252/callback?code=RANDOM&iss=\(Wire.issuer)
        """)
    let downgrade =
      "response_type=code&client_id=native-app&redirect_uri=http%3A%2F%2F127.0.0.1%2Fcallback&code_challenge="
    #expect(Conversation().authorize(downgrade).refusal?.kind == .codeChallengeMissing)
  }

  @Test func `names and values are case-sensitive`() {
    #expect(Conversation().authorize("response_type=code&Client_ID=workshop-app").refusal == .clientIdentifierMissing)
    #expect(
      Conversation().authorize("response_type=Code&client_id=workshop-app").refusal == .responseTypeUnsupported("Code"))
  }

  @Test(arguments: ["scope", "state", "response_type", "code_challenge", "code_challenge_method", "response_mode"])
  func `a repeated parameter is told to the client`(_ name: String) {
    let answer = Conversation().authorize("client_id=workshop-app&redirect_uri=\(Wire.callback)&\(name)=&\(name)=query")
    let expected = Refusal.parameterRepeated(ParameterName(name), times: 2)
    #expect(answer.refusal == expected)
    #expect(
      answer.wire(.location) == """
        HTTP/1.1 303 See Other
        Location: http://127.0.0.1:8252/callback?error=invalid_request\
        &error_description=A%20parameter%20is%20repeated.&iss=\(Wire.issuer)
        """)
  }

  @Test(arguments: [
    "client_id=workshop-app&client_id=workshop-app", "client_id=workshop-app&client_id=other-app",
    "client_id=workshop-app&redirect_uri=\(Wire.callback)&redirect_uri=\(Wire.callback)",
    "client_id=workshop-app&redirect_uri=\(Wire.callback)&redirect_uri=https%3A%2F%2Fevil.example",
  ])
  func `a repeated client_id or redirect_uri is shown to the person`(_ query: String) {
    let answer = Conversation().authorize("response_type=code&\(query)")
    #expect(answer.refusal?.kind == .parameterRepeated)
    #expect(answer.status == 400)
    #expect(answer[.location] == nil)
  }

  @Test(arguments: ["", "client_id=", "client_id=nobody", "client_id=WORKSHOP-APP", "client_id=workshop-app%20"])
  func `without a known client nobody is redirected`(_ client: String) {
    let answer = Conversation().authorize("response_type=code&redirect_uri=\(Wire.callback)&\(client)")
    #expect(answer.status == 400)
    #expect(answer[.location] == nil)
    #expect(answer[.contentType] == "text/html; charset=utf-8")
  }

  @Test func `a missing response_type is invalid_request`() {
    #expect(
      Conversation().authorize("client_id=workshop-app&state=xyz").wire(.location) == """
        HTTP/1.1 303 See Other
        Location: http://127.0.0.1:8252/callback?error=invalid_request\
        &error_description=Parameter%20response_type%20is%20missing.&state=xyz&iss=\(Wire.issuer)
        """)
  }

  @Test(arguments: ["foo", "token", "id_token", "code%20token", "code%20"])
  func `no response_type but code is supported`(_ type: String) {
    #expect(
      Conversation().authorize("response_type=\(type)&client_id=workshop-app&state=xyz").wire(.location) == """
        HTTP/1.1 303 See Other
        Location: http://127.0.0.1:8252/callback?error=unsupported_response_type\
        &error_description=Only%20code%20is%20supported.&state=xyz&iss=\(Wire.issuer)
        """)
  }

  @Test func `a client without the grant is told unauthorized_client`() throws {
    #expect(
      try Conversation(.samples()).authorize("response_type=code&client_id=batch").wire(.location) == """
        HTTP/1.1 303 See Other
        Location: https://batch.example/cb?error=unauthorized_client\
        &error_description=The%20client%20may%20not%20use%20this%20grant.&iss=\(Wire.issuer)
        """)
  }

  @Test(arguments: [
    ("request=eyJ", "request_not_supported"), ("request_uri=urn%3Ax", "request_uri_not_supported"),
  ])
  func `a request object is refused, not ignored`(_ parameter: String, _ error: String) {
    #expect(
      Conversation().authorize("response_type=code&client_id=workshop-app&\(parameter)").wire(.location) == """
        HTTP/1.1 303 See Other
        Location: http://127.0.0.1:8252/callback?error=\(error)&iss=\(Wire.issuer)
        """)
  }

  @Test func `the default response mode may be named, another is invalid_request`() {
    #expect(Conversation().authorize("\(Wire.request)&response_mode=query").status == 200)
    #expect(
      Conversation().authorize("\(Wire.request)&response_mode=bogus").refusal == .responseModeUnsupported("bogus"))
  }

  @Test func `state has at most 4096 octets`() {
    let fits = "response_type=code&client_id=workshop-app&state=" + String(repeating: "s", count: 4096)
    #expect(Conversation().authorize(fits).status == 200)
    #expect(Conversation().authorize(fits + "s").refusal == .stateTooLong(4097))
  }
}

@Suite struct `RFC 6749 §3.3: scope` {
  private static func refusal(of scope: String) -> Refusal? {
    Conversation().authorize("response_type=code&client_id=workshop-app&scope=\(scope)").refusal
  }

  @Test(arguments: [
    ("profile%20%20email", Scope.Fault.emptyToken), ("%20profile", .emptyToken), ("profile%20", .emptyToken),
    ("a%22b", .character(0x22, token: "a\"b")), ("a%5Cb", .character(0x5C, token: "a\\b")),
    ("a%09b", .character(0x09, token: "a\tb")), ("%C3%A9", .character(0xC3, token: "é")),
  ])
  func `a malformed list is invalid_scope`(_ scope: String, _ fault: Scope.Fault) {
    #expect(Self.refusal(of: scope) == .scopeMalformed(fault))
  }

  @Test func `tokens are case-sensitive and what is left must not be nothing`() {
    let allowed = Scope(["openid", "profile", "email", "read", "offline_access"])
    #expect(Self.refusal(of: "READ") == .scopeNotAllowed(asked: Scope(["READ"]), allowed: allowed))
    #expect(Self.refusal(of: "read%20bogus") == nil)
  }

  @Test func `the token response names what was granted of what was asked`() throws {
    let code = try Conversation().approve("response_type=code&client_id=workshop-app&scope=bogus%20email%20profile")
    #expect(code.status == 303)
    let conversation = Conversation()
    let request =
      "response_type=code&client_id=workshop-app&redirect_uri=\(Wire.callback)&scope=bogus%20email%20profile"
    let token = conversation.redeem(try conversation.code(request))
    #expect((try JSON(parsing: token.response.body))["scope"] == "email profile")
  }

  @Test func `without scope the default is asked`() throws {
    let conversation = Conversation()
    #expect(try conversation.consentForm("response_type=code&client_id=workshop-app").boxes == ["profile"])
  }

  @Test func `what the resource owner unticks is not granted`() throws {
    let conversation = Conversation()
    let form = try conversation.consentForm()
    #expect(form.boxes == ["profile", "email"])
    let code = try #require(conversation.submit(form, "decision=allow&scope=email&scope=read").parameter(.code))
    #expect(try JSON(parsing: conversation.redeem(code).response.body)["scope"] == "email")
  }
}
