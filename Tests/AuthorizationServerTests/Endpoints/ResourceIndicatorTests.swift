import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `RFC 8707: tokens for a resource server` {
  private static let api = "https%3A%2F%2Fapi.example%2F"
  private static let files = "https%3A%2F%2Ffiles.example%2F"
  private static let job = "grant_type=client_credentials&\(Wire.jobSecret)"

  private static func audience(_ answer: Answer) throws -> JSON? {
    try #require(JSONWebSignature(parsing: answer.accessToken ?? "")).claims?["aud"]
  }

  private static let jwt: @Sendable (inout Policy) -> Void = { $0.accessTokenFormat = .jwt }

  /// 9068-06.
  @Test func `§2 the audience of a signed token is what was asked, else our own`() throws {
    let conversation = Conversation(policy: Self.jwt)
    #expect(try Self.audience(conversation.redeem(conversation.code())) == "http://127.0.0.1:8414")
    let one = try conversation.code("\(Wire.request)&resource=\(Self.api)")
    #expect(try Self.audience(conversation.redeem(one)) == "https://api.example/")
    let two = try conversation.code("\(Wire.request)&resource=\(Self.api)&resource=\(Self.files)&resource=\(Self.api)")
    #expect(
      try Self.audience(conversation.redeem(two)) == ["https://api.example/", "https://files.example/"])
    #expect(
      try Self.audience(conversation.token("\(Self.job)&resource=\(Self.api)")) == "https://api.example/")
    #expect(try Self.audience(conversation.token("\(Self.job)&resource=")) == "http://127.0.0.1:8414")
  }

  @Test func `§2.2 the token request may choose among those, a refresh too, and left out means all`() throws {
    let conversation = Conversation(policy: Self.jwt)
    let request = "\(Wire.offlineRequest)&resource=\(Self.api)&resource=\(Self.files)"
    let first = conversation.redeem(try conversation.code(request), "resource=\(Self.files)")
    #expect(try Self.audience(first) == "https://files.example/")
    let second = conversation.refresh(try #require(first.refreshToken), "resource=\(Self.api)")
    #expect(try Self.audience(second) == "https://api.example/")
    let third = conversation.refresh(try #require(second.refreshToken))
    #expect(try Self.audience(third) == ["https://api.example/", "https://files.example/"])
    let fourth = conversation.refresh(try #require(third.refreshToken), "resource=https%3A%2F%2Fother.example%2F")
    #expect(
      fourth.wire(.cacheControl) == """
        HTTP/1.1 400 Bad Request
        Cache-Control: no-store

        {"error":"invalid_target","error_description":"The resource is not one that was granted."}
        """)
    #expect(conversation.refresh(try #require(third.refreshToken)).status == 200)
  }

  @Test func `§2.2 another resource burns no code, and where none was granted none is chosen`() throws {
    let conversation = Conversation(policy: Self.jwt)
    let code = try conversation.code("\(Wire.request)&resource=\(Self.api)")
    #expect(conversation.redeem(code, "resource=\(Self.files)").errorOnTheWire == "invalid_target")
    #expect(conversation.redeem(code).status == 200)
    let plain = conversation.redeem(try conversation.code(), "resource=\(Self.files)&resource=\(Self.api)")
    #expect(try Self.audience(plain) == "http://127.0.0.1:8414")
  }

  /// 9700-13.
  @Test(arguments: [Policy.AccessTokenFormat.opaque, .jwt])
  func `RFC 9700 §2.3: a token for another resource server opens nothing here`(_ format: Policy.AccessTokenFormat)
    throws
  {
    let conversation = Conversation { $0.accessTokenFormat = format }
    let foreign = try #require(
      conversation.redeem(conversation.code("\(Wire.request)&resource=\(Self.api)")).accessToken)
    let answer = conversation.me("Bearer \(foreign)")
    #expect(
      answer.refusal
        == .accessTokenForAnother(claim: "aud", expected: "http://127.0.0.1:8414", found: "https://api.example/"))
    #expect(answer.status == 401)
    #expect(answer.errorOnTheWire == "invalid_token")
    for own in ["http%3A%2F%2F127.0.0.1%3A8414", "http%3A%2F%2F127.0.0.1%3A8414%2Fme"] {
      let code = try conversation.code("\(Wire.request)&resource=\(own)&resource=\(Self.api)")
      #expect(conversation.me("Bearer \(try #require(conversation.redeem(code).accessToken))").status == 200)
    }
  }

  /// 7662-05.
  @Test func `RFC 7662 §2.2: a resource server learns about tokens for itself`() throws {
    var api = Directory.demonstration.clients[5]
    api.identifier = try #require(ClientIdentifier("files"))
    api.audience = "https://files.example/"
    let conversation = Conversation(
      Directory(
        clients: Directory.demonstration.clients + [api], resourceOwners: Directory.demonstration.resourceOwners))
    let files = "client_id=files&client_secret=api-secret"
    let own = try conversation.accessToken()
    let foreign = try #require(
      conversation.redeem(conversation.code("\(Wire.request)&resource=\(Self.files)")).accessToken)
    let active = try JSON(parsing: conversation.introspect("token=\(foreign)&\(files)").response.body)
    #expect(active["active"] == true)
    #expect(active["aud"] == "https://files.example/")
    #expect(conversation.introspect("token=\(own)&\(files)").body == #"{"active":false}"#)
    #expect(conversation.introspect("token=\(foreign)&\(Wire.apiSecret)").body == #"{"active":false}"#)
    let ours = try JSON(parsing: conversation.introspect("token=\(own)&\(Wire.apiSecret)").response.body)
    #expect(ours["aud"] == "http://127.0.0.1:8414")
  }

  @Test(arguments: [
    "api", "%2Fapi", "%2F%2Fapi.example", "https%3A%2F%2Fapi.example%2F%23a", "https%3A%2F%2Fapi.example%2F+a",
  ])
  func `§2 an address that is not absolute, or has a fragment, is invalid_target`(_ resource: String) throws {
    let description = "Parameter resource must be an absolute URI without a fragment."
    let answer = Conversation().authorize("\(Wire.request)&resource=\(resource)")
    #expect(answer.parameter(.error) == "invalid_target")
    #expect(answer.parameter(.errorDescription) == description)
    #expect(answer.parameter(.state) == "xyz")
    let body = "{\"error\":\"invalid_target\",\"error_description\":\"\(description)\"}"
    #expect(Conversation().token("\(Self.job)&resource=\(resource)").body == body)
    #expect(Conversation().push("\(Wire.request)&client_secret=workshop-secret&resource=\(resource)").body == body)
    #expect(Conversation().askForDevice("client_id=tv-app&resource=\(resource)").body == body)
  }

  @Test func `§2.1 the pages say where the access is for`() throws {
    let conversation = Conversation()
    let row = "<dt>Access to</dt><dd><code>https://api.example/</code></dd>"
    _ = try conversation.code()
    let page = conversation.authorize("\(Wire.request)&resource=\(Self.api)").body
    #expect(page.contains(row))
    #expect(MarkupReader(page).fault == nil)
    #expect(!conversation.authorize(Wire.request).body.contains("Access to"))
  }

  @Test func `a device gets a token for the resource that it asked for`() throws {
    let conversation = Conversation(policy: Self.jwt)
    let json = try JSON(
      parsing: conversation.askForDevice("client_id=tv-app&resource=\(Self.api)").response.body)
    let device = Device(
      code: try #require(json["device_code"]?.string), userCode: try #require(json["user_code"]?.string))
    _ = try conversation.decide(device)
    #expect(try Self.audience(conversation.poll(device)) == "https://api.example/")
  }

  @Test func `what was allowed for one resource is not allowed for another`() throws {
    let conversation = Conversation { $0.consent = .remember }
    _ = try conversation.code("\(Wire.request)&resource=\(Self.api)")
    #expect(conversation.authorize("\(Wire.request)&resource=\(Self.api)").parameter(.code) != nil)
    for other in [Wire.request, "\(Wire.request)&resource=\(Self.files)"] {
      #expect(Form(page: conversation.authorize(other).body)?.action == "/authorize/consent")
      #expect(conversation.authorize("\(other)&prompt=none").parameter(.error) == "consent_required")
    }
  }

  @Test func `the rules are part of a decision only where a resource is named`() throws {
    let conversation = Conversation()
    #expect(!conversation.authorize(Wire.request).checks.contains("resourceWellFormed"))
    let request = "\(Wire.request)&resource=\(Self.api)"
    #expect(
      conversation.authorize(request).checks.suffix(3) == [
        "resourceWellFormed", "signInSufficient", "consentSufficient",
      ])
    let answer = conversation.redeem(try conversation.code(request), "resource=\(Self.api)")
    #expect(answer.checks.suffix(3) == ["authorizationCodeNotRedeemed", "resourceWellFormed", "resourceWithinGrant"])
  }
}
