import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `RFC 6749 appendix B, RFC 3629 §3: hostile octets` {
  private static let undecodable = [
    "%zz", "%+A", "%", "%4", "%4%41", "%ff", "%C0%80", "%C1%81", "%E0%80%80", "%ED%A0%80", "%F4%90%80%80", "%F5", "%80",
    "%E2%84", "%00", "a%00b",
  ]

  @Test(arguments: undecodable)
  func `are refused before anything is read, never repaired`(_ octets: String) throws {
    for pair in ["state=\(octets)", "\(octets)=a", "client_id=\(octets)"] {
      let answer = Conversation().authorize("\(Wire.request)&\(pair)")
      #expect(answer.refusal?.kind == .requestUndecodable)
      #expect(answer.status == 400)
      #expect(answer[.location] == nil)
      #expect(
        Conversation().token("\(pair)&\(Wire.secret)").wire() == """
          HTTP/1.1 400 Bad Request

          {"error":"invalid_request","error_description":"The request is not percent-encoded UTF-8."}
          """)
    }
    let conversation = Conversation()
    let form = try conversation.loginForm()
    #expect(conversation.signIn(form, "username=\(octets)&password=x").refusal?.kind == .requestUndecodable)
  }

  @Test(arguments: [[0xFF], [0xC0, 0x80], [0xED, 0xA0, 0x80], [0x00]] as [[UInt8]])
  func `are refused raw as well`(_ octets: [UInt8]) {
    let request = RequestMessage(
      wire: "POST /token HTTP/1.1\nHost: 127.0.0.1:8414\nContent-Type: application/x-www-form-urlencoded",
      body: Array("code=".utf8) + octets)
    #expect(Conversation().send(request).refusal?.kind == .requestUndecodable)
  }

  @Test func `at most a thousand parameters are read`() {
    let pairs = Array(repeating: "a=b", count: 1000).joined(separator: "&")
    #expect(Conversation().token(pairs).refusal == .clientUnidentified)
    #expect(Conversation().token("\(pairs)&a").refusal == .requestHasTooManyParameters(1001))
  }

  /// U+212A, the Kelvin sign, is K to Swift's `==`; U+037E, the Greek question mark, is a semicolon.
  @Test func `that look alike are not alike`() throws {
    let conversation = try Conversation(.samples())
    let client = "response_type=code&client_id=Kelvin"
    #expect(conversation.authorize(client).status == 200)
    #expect(
      conversation.authorize("response_type=code&client_id=%E2%84%AAelvin").refusal
        == .clientUnregistered("\u{212A}elvin"))
    let uri = conversation.authorize("\(client)&redirect_uri=https%3A%2F%2Fkelvin.example%2F%E2%84%AA")
    #expect(uri.refusal?.kind == .redirectionURIMalformed)
    #expect(conversation.authorize("\(client)&scope=%E2%84%AAelvin").refusal?.kind == .scopeMalformed)
    #expect(
      conversation.authorize("client_id=Kelvin&response_type=%E2%80%8Bcode").refusal?.kind == .responseTypeUnsupported)
    let secret = "grant_type=authorization_code&client_id=Kelvin&client_secret="
    #expect(conversation.token(secret + "Kelvin%3B").refusal == .authorizationCodeMissing)
    for wrong in ["%E2%84%AAelvin%3B", "Kelvin%CD%BE"] {
      #expect(conversation.token(secret + wrong).refusal?.kind == .clientSecretWrong)
    }
    let basic = Base64Standard.encode("Kelvin:Kelvin%CD%BE".utf8)
    #expect(conversation.token("grant_type=x", "Authorization: Basic \(basic)").refusal?.kind == .clientSecretWrong)
  }

  @Test func `do not sign anybody in under a name that looks alike`() throws {
    for credentials in ["username=%E2%84%AAate&password=Kelvin", "username=Kate&password=%E2%84%AAelvin"] {
      let conversation = try Conversation(.samples())
      #expect(conversation.signIn(try conversation.loginForm(), credentials).refusal?.kind == .passwordWrong)
    }
    let conversation = try Conversation(.samples())
    #expect(conversation.signIn(try conversation.loginForm(), "username=Kate&password=Kelvin").status == 303)
  }

  @Test func `in a name make another parameter`() {
    let answer = Conversation().authorize("response_type=code&client_id=workshop-app&sta%CC%81te=x&scop%D0%B5=bogus")
    #expect(answer.status == 200)
  }

  @Test(arguments: [
    "state", "scope", "response_type", "response_mode", "code_challenge_method", "code_challenge", "request",
  ])
  func `never reach a header unencoded`(_ name: String) throws {
    let evil = "%0D%0ASet-Cookie%3A%20a%3Db%0D%0A%0D%0A%3Cscript%3E%22"
    let rest = ["client_id=workshop-app", "response_type=code", "\(name)=\(evil)"].filter {
      name == "response_type" ? $0 != "response_type=code" : true
    }
    let answer = Conversation().authorize(rest.joined(separator: "&"))
    for field in answer.response.head.headerFields {
      #expect(field.value.utf8.allSatisfy { (0x20...0x7E).contains($0) })
      #expect(!field.value.contains("script>"))
    }
    #expect(answer.response.head.headerFields[values: .setCookie].allSatisfy { !$0.contains("a=b") })
  }

  @Test(arguments: ["client_id", "redirect_uri"])
  func `are shown on the error page as text`(_ name: String) {
    let evil = "%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%27%26"
    let query = name == "client_id" ? "client_id=\(evil)" : "client_id=workshop-app&redirect_uri=\(evil)"
    let page = Conversation().authorize(query).body
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;"))
    #expect(MarkupReader(page).fault == nil)
  }

  @Test func `of a client and a resource owner are shown on the consent page as text`() throws {
    let conversation = try Conversation(.samples())
    let query = "response_type=code&client_id=markup&scope=profile%20%3Cb%3E%27%26"
    let login = conversation.authorize(query)
    let target = conversation.signIn(
      try #require(Form(page: login.body)), "username=%3Ci%3E%26%22%27&password=markup")[.location]
    let consent = conversation.browse("GET \(try #require(target)) HTTP/1.1\nHost: 127.0.0.1:8414")
    for page in [login.body, consent.body] {
      #expect(page.contains("&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;"))
      #expect(!page.contains("<script"))
      #expect(MarkupReader(page).fault == nil)
    }
    #expect(consent.body.contains("<dd>&lt;i&gt;&amp;&quot;&#39;</dd>"))
    #expect(consent.body.contains("value=\"&lt;b&gt;&#39;&amp;\""))
  }

  @Test(arguments: [
    "/AUTHORIZE", "/authorize/", "//authorize", "/%61uthorize", "/authorize%00", "/token;x", "*", "/\u{301}",
  ])
  func `in a path lead nowhere`(_ path: String) {
    let answer = Conversation().send("GET \(path) HTTP/1.1\nHost: 127.0.0.1:8414")
    #expect(answer.refusal == .endpointUnknown(path: path))
    #expect(answer.status == 404)
  }
}
