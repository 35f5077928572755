import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `RFC 8414: the metadata` {
  private static func get(_ host: String = "127.0.0.1:8414") -> Answer {
    Conversation().send("GET /.well-known/oauth-authorization-server HTTP/1.1\nHost: \(host)")
  }

  @Test func `is one JSON object of what the server can do`() throws {
    let answer = Self.get()
    #expect(
      answer.wire(.contentType, .xContentTypeOptions).hasPrefix("HTTP/1.1 200 OK\nContent-Type: application/json\nX"))
    let json = try JSON(parsing: answer.response.body)
    #expect(json["issuer"] == "http://127.0.0.1:8414")
    #expect(json["authorization_endpoint"] == "http://127.0.0.1:8414/authorize")
    #expect(json["token_endpoint"] == "http://127.0.0.1:8414/token")
    #expect(json["response_types_supported"] == ["code"])
    #expect(json["code_challenge_methods_supported"] == ["S256"])
    #expect(json["authorization_response_iss_parameter_supported"] == true)
  }

  @Test func `has no empty list, and publishes what silence would make wrong`() throws {
    guard case .object(let members) = try JSON(parsing: Self.get().response.body) else {
      Issue.record("no object")
      return
    }
    #expect(!members.contains { $0.value == .array([]) || $0.value == .null })
    let names = Set(members.map(\.name))
    #expect(
      names.isSuperset(of: [
        "grant_types_supported", "response_modes_supported", "token_endpoint_auth_methods_supported",
        "scopes_supported",
      ]))
  }

  @Test func `names only endpoints that answer and grants that are known`() throws {
    let json = try JSON(parsing: Self.get().response.body)
    let conversation = Conversation()
    for name in ["authorization_endpoint", "token_endpoint", "introspection_endpoint", "revocation_endpoint"] {
      let path = try #require(json[name]?.string).dropFirst("http://127.0.0.1:8414".count)
      #expect(conversation.send("OPTIONS \(path) HTTP/1.1\nHost: 127.0.0.1:8414").decision.endpoint != nil)
    }
    for grant in try #require(json["grant_types_supported"]?.array) {
      let answer = conversation.token("grant_type=\(try #require(grant.string))&\(Wire.secret)")
      #expect(answer.refusal?.kind != .grantTypeUnsupported)
    }
    for absent in ["password", "implicit"] { #expect(!Self.get().body.contains("\"\(absent)\"")) }
  }

  @Test func `tells all of it in this form`() {
    let url = "http://127.0.0.1:8414"
    #expect(
      Self.get().body == """
        {"issuer":"\(url)","authorization_endpoint":"\(url)/authorize","token_endpoint":"\(url)/token",\
        "jwks_uri":"\(url)/jwks","introspection_endpoint":"\(url)/introspect","revocation_endpoint":"\(url)/revoke",\
        "registration_endpoint":"\(url)/register","device_authorization_endpoint":"\(url)/device_authorization",\
        "pushed_authorization_request_endpoint":"\(url)/par",\
        "scopes_supported":["openid","profile","email","read","offline_access"],"response_types_supported":["code"],\
        "response_modes_supported":["query","fragment","form_post"],\
        "grant_types_supported":["authorization_code","refresh_token","client_credentials",\
        "urn:ietf:params:oauth:grant-type:device_code"],\
        "token_endpoint_auth_methods_supported":["client_secret_basic","client_secret_post","none"],\
        "introspection_endpoint_auth_methods_supported":["client_secret_basic","client_secret_post"],\
        "revocation_endpoint_auth_methods_supported":["client_secret_basic","client_secret_post","none"],\
        "code_challenge_methods_supported":["S256"],"authorization_response_iss_parameter_supported":true,\
        "userinfo_endpoint":"\(url)/me","subject_types_supported":["public"],\
        "id_token_signing_alg_values_supported":["RS256","ES256"],"claim_types_supported":["normal"],\
        "claims_supported":["iss","sub","aud","exp","iat","auth_time","nonce","at_hash","name","preferred_username",\
        "email","email_verified"],"prompt_values_supported":["none","login","consent","select_account"],\
        "claims_parameter_supported":false,"request_parameter_supported":false,"request_uri_parameter_supported":false}
        """)
  }

  /// Each method at each endpoint: what is advertised is accepted, and what is not is refused.
  @Test(arguments: ["token", "introspection", "revocation"])
  func `names the ways to authenticate that each endpoint accepts, and no others`(_ endpoint: String) throws {
    let json = try JSON(parsing: Self.get().response.body)
    let advertised = try #require(json["\(endpoint)_endpoint_auth_methods_supported"]?.array).compactMap(\.string)
    let conversation = Conversation()
    func ask(_ client: String, _ header: String? = nil) -> Answer {
      switch endpoint {
      case "token": conversation.token("grant_type=refresh_token&refresh_token=r&\(client)", header)
      case "introspection": conversation.introspect("token=t&\(client)", header)
      default: conversation.revoke("token=t&\(client)", header)
      }
    }
    let answers = [
      "client_secret_basic": ask("", Wire.basic), "client_secret_post": ask(Wire.secret),
      "none": ask("client_id=native-app"), "private_key_jwt": ask("client_assertion=eyJ"),
    ]
    for (method, answer) in answers { #expect((answer.status != 401) == advertised.contains(method), "\(method)") }
  }

  @Test func `names grants that all lead to a token, and scope that is granted`() throws {
    let json = try JSON(parsing: Self.get().response.body)
    let conversation = Conversation()
    let refresh = try conversation.tokens().refresh
    let device = try conversation.device()
    _ = try conversation.decide(device)
    // The browser that decided about the device has another cookie for the pages of the authorization endpoint.
    conversation.cookie = nil
    let deviceGrant = "urn:ietf:params:oauth:grant-type:device_code"
    let requests = [
      deviceGrant: "grant_type=\(deviceGrant)&device_code=\(device.code)&client_id=tv-app",
      "authorization_code": Wire.redemption(try conversation.code()),
      "refresh_token": "grant_type=refresh_token&refresh_token=\(refresh)&\(Wire.secret)",
      "client_credentials": "grant_type=client_credentials&\(Wire.jobSecret)",
    ]
    let grants = try #require(json["grant_types_supported"]?.array).compactMap(\.string)
    #expect(Set(grants) == Set(requests.keys))
    for request in requests.values { #expect(conversation.token(request).accessToken != nil) }
    let scope = try #require(json["scopes_supported"]?.array).compactMap(\.string)
    let asked = "response_type=code&client_id=workshop-app&redirect_uri=\(Wire.callback)&scope="
    let code = try conversation.code(asked + scope.joined(separator: "%20"))
    let granted = try JSON(parsing: conversation.redeem(code).response.body)["scope"]?.string
    #expect(granted == scope.joined(separator: " "))
  }

  @Test func `is read with GET and HEAD only`() {
    let answer = Conversation().send("POST /.well-known/oauth-authorization-server HTTP/1.1\nHost: 127.0.0.1:8414\n\n")
    #expect(answer.wire(.allow).hasPrefix("HTTP/1.1 405 Method Not Allowed\nAllow: GET, HEAD\n"))
    #expect(
      Conversation().send("HEAD /.well-known/oauth-authorization-server HTTP/1.1\nHost: 127.0.0.1:8414").status == 200)
  }

  @Test func `comes from the configuration, not from the Host header`() {
    #expect(Self.get("localhost:8414").body == Self.get().body)
    #expect(Self.get("LOCALHOST:8414").status == 200)
  }

  @Test(arguments: [
    "evil.example", "evil.example:8414", "127.0.0.1", "127.0.0.1:8415", "127.0.0.1:8414.evil.example", "localhost", "",
    "loca\u{17F}ost:8414", "127.0.0.1:8414 evil.example",
  ])
  func `is not served under another host's name`(_ host: String) {
    let answer = Self.get(host)
    #expect(answer.refusal == .hostForeign(host))
    #expect(answer.status == 421)
    #expect(!answer.body.contains("8414"))
  }

  @Test func `a host without its port is told what that means`() {
    #expect(
      Self.get("127.0.0.1").refusal?.finding.found?.revealed == "127.0.0.1, which without a port means port 80")
    #expect(Self.get("evil.example").refusal?.finding.found?.revealed == "evil.example")
  }

  @Test(arguments: ["127.0.0.1", "127.0.0.1:80", "localhost", "localhost:80"])
  func `port 80 need not be said`(_ host: String) {
    var server = AuthorizationServer(
      issuer: Issuer("http://127.0.0.1:80"), profile: .strict, directory: .demonstration,
      random: .seeded(1, stream: 0))
    let request = "GET /.well-known/oauth-authorization-server HTTP/1.1\nHost: \(host)"
    #expect(server.respond(to: RequestMessage(wire: request), at: Instant(seconds: 0)).status == 200)
    #expect(!server.isOwnHost("127.0.0.1:8414"))
  }

  /// RFC 9112 §3.2.2.
  @Test(arguments: ["evil.example", "127.0.0.1:8414@evil.example", "127.0.0.1:8415", "x@127.0.0.1:8414", ""])
  func `is not served to a target that names another host, whatever Host says`(_ host: String) {
    for path in ["/.well-known/oauth-authorization-server", "/nothing"] {
      let answer = Conversation().send("GET http://\(host)\(path) HTTP/1.1\nHost: 127.0.0.1:8414")
      #expect(answer.refusal == .hostForeign(host))
      #expect(answer.status == 421)
    }
  }

  @Test func `is served to an absolute target, for which Host does not count`() {
    let answer = Conversation().send(
      "GET http://127.0.0.1:8414/.well-known/oauth-authorization-server HTTP/1.1\nHost: evil.example")
    #expect(answer.body == Self.get().body)
  }

  @Test func `is not served without a host, and neither is anything else`() {
    for path in [
      "/authorize", "/authorize/login", "/authorize/consent", "/token", "/me", "/introspect", "/revoke", "/",
      "/nothing",
    ] {
      #expect(Conversation().send("POST \(path) HTTP/1.1\n\n").refusal == .hostForeign(nil))
    }
    #expect(Conversation().send("GET /.well-known/oauth-authorization-server HTTP/1.1").refusal == .hostForeign(nil))
  }
}
