import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `OpenID Connect Core §3-1-2: the authentication request` {
  private static let request = Wire.openIDRequest

  /// OIDC-01; OpenID Connect Core §3.1.2.1.
  @Test func `with openid must say redirect_uri, and without it the person at the browser is told`() {
    let openID = Conversation().authorize("response_type=code&client_id=workshop-app&scope=openid&state=xyz")
    #expect(openID.refusal == .redirectionURIMissing(registered: 1))
    #expect(openID.status == 400)
    #expect(openID[.location] == nil)
    #expect(Conversation().authorize("response_type=code&client_id=workshop-app&scope=profile").status == 200)
  }

  /// OIDC-09.
  @Test func `may be posted`() throws {
    let answer = Conversation().browse(
      """
      POST /authorize HTTP/1.1
      Host: 127.0.0.1:8414
      Content-Type: application/x-www-form-urlencoded

      \(Self.request)
      """)
    #expect(try #require(Form(page: answer.body)).action == "/authorize/login")
  }

  /// OIDC-10.
  @Test func `may ask for scope that nobody knows`() throws {
    let conversation = Conversation()
    let query = Self.request.replacing("openid%20profile%20email", with: "openid%20bogus")
    let answer = conversation.redeem(try conversation.code(query))
    #expect(answer.member("scope") == "openid")
    #expect(answer.member("id_token") != nil)
  }

  /// OIDC-21; OpenID Connect Core §3.1.2.6.
  @Test(arguments: [
    ("request", "request_not_supported"), ("request_uri", "request_uri_not_supported"),
    ("registration", "registration_not_supported"),
  ])
  func `is told what this server does not read`(_ parameter: String, _ error: String) {
    let answer = Conversation().authorize("\(Self.request)&\(parameter)=x")
    #expect(
      answer.wire(.location) == """
        HTTP/1.1 303 See Other
        Location: http://127.0.0.1:8252/callback?error=\(error)&state=xyz&iss=\(Wire.issuer)
        """)
  }

  /// OIDC-04.
  @Test func `with prompt=none shows nobody a page: nobody is signed in`() {
    let answer = Conversation().authorize("\(Self.request)&prompt=none")
    #expect(
      answer.wire(.location) == """
        HTTP/1.1 303 See Other
        Location: http://127.0.0.1:8252/callback?error=login_required\
        &error_description=The%20resource%20owner%20must%20sign%20in.&state=xyz&iss=\(Wire.issuer)
        """)
    #expect(answer.refusal == .signInRequired(.nobodySignedIn))
    #expect(answer[.setCookie] == nil)
  }

  /// OIDC-04.
  @Test func `with prompt=none needs the consent of before, for all that is asked`() throws {
    let conversation = Conversation()
    _ = try conversation.approve(Self.request.replacing("%20email", with: ""))
    let more = conversation.authorize("\(Self.request)&prompt=none")
    #expect(more.parameter(.error) == "consent_required")
    #expect(more.refusal == .consentRequired(Scope(["openid", "profile", "email"]), missing: Scope(["email"])))
    let same = conversation.authorize("\(Self.request.replacing("%20email", with: ""))&prompt=none")
    #expect(same.status == 303)
    let token = conversation.redeem(try #require(same.parameter(.code)))
    #expect(token.member("scope") == "openid profile")
    #expect(try #require(JSONWebSignature(parsing: token.member("id_token") ?? "")).claims?["sub"] == "alice")
  }

  /// RFC 8252 §8.6.
  @Test func `with prompt=none of a public client is always told to ask`() throws {
    let conversation = Conversation()
    let query = Wire.nativeRequest.replacing("scope=profile", with: "scope=openid")
    _ = try conversation.approve(query)
    #expect(conversation.authorize("\(query)&prompt=none").parameter(.error) == "consent_required")
  }

  /// OIDC-05.
  @Test(arguments: ["none%20login", "consent%20none", "none%20select_account", "login%20none%20consent"])
  func `with prompt=none and another word contradicts itself`(_ prompt: String) {
    let answer = Conversation().authorize("\(Self.request)&prompt=\(prompt)")
    #expect(answer.refusal?.kind == .promptContradictory)
    #expect(answer.parameter(.error) == "invalid_request")
    #expect(answer.parameter(.state) == "xyz")
  }

  @Test(arguments: ["None", "create", "login%20Consent", "none%00"])
  func `with a prompt that nobody knows is refused`(_ prompt: String) {
    #expect(Conversation().authorize("\(Self.request)&prompt=\(prompt)").refusedBy != nil)
  }

  /// OIDC-06.
  @Test(arguments: ["login", "select_account", "login%20consent"])
  func `can ask for a new sign-in`(_ prompt: String) throws {
    let conversation = Conversation()
    let first = try conversation.idTokenClaims()
    conversation.advance(.seconds(100))
    let query = "\(Self.request)&prompt=\(prompt)"
    #expect(try #require(Form(page: conversation.authorize(query).body)).action == "/authorize/login")
    let second = try conversation.idTokenClaims(query)
    #expect(second["auth_time"]?.integer == (first["auth_time"]?.integer ?? 0) + 100)
  }

  /// OIDC-06.
  @Test func `can ask for consent of somebody who is signed in`() throws {
    let conversation = Conversation()
    _ = try conversation.approve(Self.request)
    let form = try #require(Form(page: conversation.authorize("\(Self.request)&prompt=consent").body))
    #expect(form.action == "/authorize/consent")
  }

  /// The page of the new sign-in cannot be left out.
  @Test func `cannot be decided with the session of before where a new sign-in is asked`() throws {
    let conversation = Conversation()
    _ = try conversation.approve(Self.request)
    let form = try conversation.loginForm("\(Self.request)&prompt=login")
    let page = conversation.browse("GET /authorize/consent?\(form.hidden) HTTP/1.1\nHost: 127.0.0.1:8414")
    #expect(page.refusal == .signInStale)
    let decision = conversation.submit(
      Form(action: "/authorize/consent", hidden: form.hidden), "scope=openid&decision=allow")
    #expect(decision.refusal == .signInStale)
    #expect(conversation.signIn(form).status == 303)
  }

  /// OIDC-07.
  @Test(arguments: [
    (0, 0, "/authorize/login"), (60, 60, "/authorize/consent"), (60, 61, "/authorize/login"),
    (1, 2, "/authorize/login"),
  ])
  func `can say how old a sign-in may be`(_ maxAge: Int, _ age: Int, _ page: String) throws {
    let conversation = Conversation()
    _ = try conversation.approve(Self.request)
    conversation.advance(.seconds(age))
    let query = "\(Self.request)&max_age=\(maxAge)"
    #expect(try #require(Form(page: conversation.authorize(query).body)).action == page)
    let silent = conversation.authorize("\(query)&prompt=none")
    #expect(silent.parameter(.error) == (page == "/authorize/login" ? "login_required" : nil))
    let claims = try conversation.idTokenClaims(query)
    let expected = page == "/authorize/login" ? conversation.now : conversation.now - .seconds(age)
    #expect(claims["auth_time"]?.integer == expected.secondsSince1970)
  }

  @Test(arguments: [2_147_483_648, 99_999_999_999, Int.max])
  func `can allow any age`(_ maxAge: Int) throws {
    let conversation = Conversation()
    _ = try conversation.approve(Self.request)
    conversation.advance(.seconds(3600))
    #expect(conversation.authorize("\(Self.request)&max_age=\(maxAge)&prompt=none").parameter(.code) != nil)
  }

  /// The login page suggests the name, goes on to the password, and no more.
  @Test func `can hint at who will sign in`() throws {
    let page = Conversation().authorize("\(Self.request)&login_hint=%22bo%3Cb%22").body
    #expect(page.contains("name=\"username\" value=\"&quot;bo&lt;b&quot;\""))
    #expect(page.contains("autocomplete=\"current-password\" required autofocus>"))
    #expect(page.matches(of: /autofocus/).count == 1)
    #expect(MarkupReader(page).fault == nil)
    let long = Conversation().authorize("\(Self.request)&login_hint=\(String(repeating: "a", count: 321))")
    #expect(long.body.contains("name=\"username\" value=\"\""))
    #expect(long.body.contains("spellcheck=\"false\" required autofocus>"))
    let claims = try Conversation().idTokenClaims("\(Self.request)&login_hint=bob")
    #expect(claims["sub"] == "alice")
  }

  @Test(arguments: ["-1", "%2B5", "1.5", "1e3", "soon", "%D9%A1", "99999999999999999999", "0x10", "%20"])
  func `says the age in digits`(_ text: String) {
    let answer = Conversation().authorize("\(Self.request)&max_age=\(text)")
    #expect(answer.refusal?.kind == .maxAgeMalformed)
    #expect(answer.parameter(.error) == "invalid_request")
  }

  /// OIDC-08.
  @Test func `can say who is expected, and gets nobody else silently`() throws {
    let conversation = Conversation()
    let alice = try conversation.idToken()
    conversation.cookie = nil
    let form = try conversation.loginForm(Self.request)
    let target = try #require(conversation.signIn(form, "username=bob&password=builder")[.location])
    let consent = try #require(Form(page: conversation.browse("GET \(target) HTTP/1.1\nHost: 127.0.0.1:8414").body))
    #expect(conversation.submit(consent, "scope=openid&scope=profile&scope=email&decision=allow").status == 303)
    #expect(conversation.authorize("\(Self.request)&prompt=none").parameter(.code) != nil)
    let other = conversation.authorize("\(Self.request)&prompt=none&id_token_hint=\(alice)")
    #expect(other.parameter(.error) == "login_required")
    #expect(other.refusal == .signInRequired(.anotherHinted(signedIn: "bob")))
    let open = conversation.authorize("\(Self.request)&id_token_hint=\(alice)")
    #expect(try #require(Form(page: open.body)).action == "/authorize/login")
  }

  /// OpenID Connect Core §3.1.2.1: an expired one will do.
  @Test func `can say who is expected with an ID token that has expired, or whose key was replaced`() throws {
    let conversation = Conversation()
    let hint = try conversation.idToken()
    conversation.advance(ServerLimits.idTokenLifetime + .seconds(60))
    conversation.server.rotateKeys()
    let answer = conversation.authorize("\(Self.request)&prompt=none&id_token_hint=\(hint)")
    #expect(answer.parameter(.code) != nil)
  }

  @Test func `is refused with a hint that this server did not sign as an ID token`() throws {
    let conversation = Conversation()
    _ = try conversation.jwks
    let claims: JSON = ["iss": "http://127.0.0.1:8414", "sub": "alice"]
    func fault(_ hint: String) -> Refusal? {
      conversation.authorize("\(Self.request)&prompt=none&id_token_hint=\(hint)").refusal
    }
    let foreign = SigningKey.generate(.es256)
    #expect(fault("alice") == .idTokenHintInvalid(.unreadable))
    #expect(
      fault(JSONWebSignature(claims, type: "JWT", by: foreign).text)
        == .idTokenHintInvalid(.signature(.key(foreign.publicKey.thumbprint))))
    #expect(
      fault(JSONWebSignature(claims, type: "at+jwt", by: .sample(.rs256)).text) == .idTokenHintInvalid(.type("at+jwt")))
    #expect(
      fault(JSONWebSignature(["iss": "http://evil", "sub": "alice"], type: "JWT", by: .sample(.rs256)).text)
        == .idTokenHintInvalid(.issuer("http://evil")))
    #expect(
      fault(JSONWebSignature(["iss": "http://127.0.0.1:8414"], type: "JWT", by: .sample(.rs256)).text)
        == .idTokenHintInvalid(.noSubject))
    #expect(
      fault("\(Base64URL.encode(#"{"alg":"none"}"#.utf8)).e30.") == .idTokenHintInvalid(.signature(.algorithm("none"))))
    #expect(
      fault(JSONWebSignature(claims, type: "JWT", by: .sample(.es256)).text) == .signInRequired(.nobodySignedIn))
  }

  /// OIDC-16; OpenID Connect Core §11.
  @Test func `gets lasting access only by a decision`() throws {
    let conversation = Conversation()
    let query = Self.request.replacing("%20email", with: "%20offline_access")
    let asked = conversation.redeem(try conversation.code(query))
    #expect(asked.member("scope") == "openid profile offline_access")
    #expect(asked.member("refresh_token") != nil)
    let silent = conversation.redeem(
      try #require(conversation.authorize("\(query)&prompt=none").parameter(.code)))
    #expect(silent.member("scope") == "openid profile")
    #expect(silent.member("refresh_token") == nil)
  }

  @Test func `repeats none of its parameters`() {
    for parameter in ["nonce", "prompt", "max_age", "id_token_hint", "login_hint"] {
      let answer = Conversation().authorize("\(Self.request)&\(parameter)=1&\(parameter)=1")
      #expect(answer.refusal == .parameterRepeated(ParameterName(parameter), times: 2))
    }
  }

  @Test func `approved at once needs nobody to sign in`() throws {
    let conversation = Conversation()
    conversation.server.approvesAs = "alice"
    let answer = conversation.authorize("\(Self.request)&prompt=none&nonce=n")
    let token = conversation.redeem(try #require(answer.parameter(.code)))
    let claims = try #require(JSONWebSignature(parsing: token.member("id_token") ?? "")?.claims)
    #expect(claims["auth_time"]?.integer == conversation.now.secondsSince1970)
  }
}
