import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `Form Post Response Mode` {
  private static let request = "\(Wire.request)&response_mode=form_post"

  /// Everything between the header and the footer of the page.
  private static func form(of answer: Answer) throws -> String {
    try #require(answer.body.between("<main>\n", "</main>"))
  }

  @Test func `a code travels in hidden fields of a form that goes to the client`() throws {
    let answer = try Conversation().approve(Self.request)
    #expect(
      answer.wire(.contentType, .location, .cacheControl, .pragma).hasPrefix(
        """
        HTTP/1.1 200 OK
        Content-Type: text/html; charset=utf-8
        Cache-Control: no-store
        Pragma: no-cache

        """))
    let code = try #require(answer.body.between("name=\"code\" value=\"", "\""))
    #expect(Base64URL.decode(code)?.count == 32)
    #expect(
      try Self.form(of: answer) == """
        <h1>Back to the application</h1>
        <p>The answer goes to <code>http://127.0.0.1:8252</code>.</p>
        <form method="post" action="http://127.0.0.1:8252/callback">
        <input type="hidden" name="code" value="\(code)">
        <input type="hidden" name="state" value="xyz">
        <input type="hidden" name="iss" value="http://127.0.0.1:8414">
        <div class="actions">
        <button type="submit" autofocus>Continue</button>
        </div>
        </form>

        """)
  }

  @Test func `the page may run its own script and nothing else, and post to the client`() throws {
    let answer = try Conversation().approve(Self.request)
    let policy = try #require(answer[.contentSecurityPolicy])
    #expect(answer.body.pieces(between: "<script>", "</script>") == ["document.forms[0].submit()"])
    // printf 'document.forms[0].submit()' | openssl dgst -sha256 -binary | base64
    #expect(policy.between("script-src ", ";") == "'sha256-ePniVEkSivX/c7XWBGafqh8tSpiRrKiqYeqbG7N1TOE='")
    #expect(policy.between("form-action ", ";") == "'self' http://127.0.0.1:8252 http://127.0.0.1:* http://localhost:*")
    #expect(policy.hasSuffix("; frame-ancestors 'none'; base-uri 'none'"))
    #expect(answer[.referrerPolicy] == "no-referrer")
    #expect(MarkupReader(answer.body).fault == nil)
  }

  @Test func `other pages have no script and allow none`() {
    let answer = Conversation().authorize(Self.request)
    #expect(!answer.body.contains("<script"))
    #expect(answer[.contentSecurityPolicy]?.contains("script-src") == false)
  }

  @Test func `an error travels so too`() throws {
    let conversation = Conversation()
    let answer = conversation.submit(try conversation.consentForm(Self.request), "decision=deny")
    #expect(answer.status == 200)
    #expect(try Self.form(of: answer).contains("<input type=\"hidden\" name=\"error\" value=\"access_denied\">"))
    let early = conversation.authorize("\(Self.request)&code_challenge_method=S256")
    #expect(try Self.form(of: early).contains("<input type=\"hidden\" name=\"error\" value=\"invalid_request\">"))
    #expect(try Self.form(of: early).contains("<input type=\"hidden\" name=\"state\" value=\"xyz\">"))
  }

  @Test func `every value is escaped`() throws {
    let request =
      "response_type=code&client_id=workshop-app&response_mode=form_post"
      + "&state=%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E%26%27"
    let answer = try Conversation().approve(request)
    #expect(answer.body.contains("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;&amp;&#39;\""))
    #expect(answer.body.pieces(between: "<script>", "</script>").count == 1)
    let markup = try Conversation(.samples()).approve("response_type=code&client_id=markup&response_mode=form_post")
    #expect(markup.body.contains("action=\"https://markup.example/&#39;cb&#39;\""))
  }
}

@Suite struct `OAuth 2.0 Multiple Response Types §2.1: response modes` {
  @Test(arguments: ["", "&response_mode=query", "&response_mode="])
  func `a code goes into the query unless something else is asked for`(_ mode: String) throws {
    #expect(
      try Conversation().approve(Wire.request + mode).wire(.location) == """
        HTTP/1.1 303 See Other
        Location: http://127.0.0.1:8252/callback?code=RANDOM&state=xyz&iss=\(Wire.issuer)
        """)
  }

  @Test func `fragment puts everything behind the number sign, errors too`() throws {
    let conversation = Conversation()
    let request = "\(Wire.request)&response_mode=fragment"
    #expect(
      try conversation.approve(request).wire(.location) == """
        HTTP/1.1 303 See Other
        Location: http://127.0.0.1:8252/callback#code=RANDOM&state=xyz&iss=\(Wire.issuer)
        """)
    #expect(
      conversation.submit(try conversation.consentForm(request), "decision=deny").wire(.location) == """
        HTTP/1.1 303 See Other
        Location: http://127.0.0.1:8252/callback#error=access_denied\
        &error_description=The%20resource%20owner%20denied%20the%20request.&state=xyz&iss=\(Wire.issuer)
        """)
  }

  @Test func `fragment leaves the query of the redirection URI alone`() throws {
    let answer = try Conversation(.samples()).approve("response_type=code&client_id=tenant&response_mode=fragment")
    #expect(answer[.location]?.hasPrefix("https://client.example/cb?tenant=a%20b&y=%2B#code=") == true)
  }

  @Test(arguments: ["bogus", "form-post", "FORM_POST", "query.jwt", "fragment%20"])
  func `an unknown mode is refused by way of the query`(_ mode: String) {
    #expect(
      Conversation().authorize("\(Wire.request)&response_mode=\(mode)").wire(.location) == """
        HTTP/1.1 303 See Other
        Location: http://127.0.0.1:8252/callback?error=invalid_request\
        &error_description=The%20response_mode%20is%20not%20supported.&state=xyz&iss=\(Wire.issuer)
        """)
  }

  @Test func `of two modes none counts`() {
    let answer = Conversation().authorize("\(Wire.request)&response_mode=fragment&response_mode=fragment")
    #expect(answer.refusal == .parameterRepeated(.responseMode, times: 2))
    #expect(answer[.location]?.hasPrefix("http://127.0.0.1:8252/callback?error=invalid_request&") == true)
  }

  @Test func `the metadata names the three`() throws {
    let json = Conversation().server.metadata.json
    #expect(json["response_modes_supported"] == ["query", "fragment", "form_post"])
  }
}
