import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

/// What a client that runs in a browser may read. RFC 9700 §2.6.
@Suite struct CrossOriginTests {
  private static func preflight(_ path: String, _ origin: String, method: String = "POST") -> Answer {
    Conversation().send(
      """
      OPTIONS \(path) HTTP/1.1
      Host: 127.0.0.1:8414
      Origin: \(origin)
      Access-Control-Request-Method: \(method)
      Access-Control-Request-Headers: authorization
      """)
  }

  private static let all: [HTTPField.Name] = [
    .accessControlAllowOrigin, .accessControlAllowMethods, .accessControlAllowHeaders, .accessControlAllowCredentials,
    .accessControlExposeHeaders, .vary,
  ]

  @Test func `a page of this machine may send token requests, without cookies`() {
    let answer = Self.preflight("/token", "http://localhost:5173")
    #expect(
      answer.wire(
        .accessControlAllowOrigin, .accessControlAllowMethods, .accessControlAllowHeaders,
        .accessControlAllowCredentials, .vary) == """
          HTTP/1.1 204 No Content
          Access-Control-Allow-Origin: http://localhost:5173
          Access-Control-Allow-Methods: POST
          Access-Control-Allow-Headers: Authorization, *
          Vary: Origin
          """)
    #expect(answer.checks == ["hostOwn", "originAllowed"])
  }

  @Test(arguments: [
    ("/token", "POST"), ("/revoke", "POST"), ("/par", "POST"), ("/device_authorization", "POST"), ("/register", "POST"),
    ("/me", "GET, HEAD, POST"), ("/jwks", "GET, HEAD"), ("/.well-known/oauth-authorization-server", "GET, HEAD"),
    ("/.well-known/openid-configuration", "GET, HEAD"),
  ])
  func `an endpoint that clients call allows its methods`(_ path: String, _ methods: String) {
    #expect(Self.preflight(path, "http://127.0.0.1:9010")[.accessControlAllowMethods] == methods)
  }

  @Test func `the page that asked may read tokens, errors and challenges`() throws {
    let conversation = Conversation()
    let token = conversation.token("grant_type=client_credentials", "Origin: http://[::1]:9010")
    #expect(token.status == 401)
    let me = conversation.send("GET /me HTTP/1.1\nHost: 127.0.0.1:8414\nOrigin: http://[::1]:9010")
    for answer in [token, me] {
      #expect(answer[.accessControlAllowOrigin] == "http://[::1]:9010")
      #expect(answer[.accessControlExposeHeaders] == "WWW-Authenticate")
      #expect(answer[.vary] == "Origin")
      #expect(answer[.accessControlAllowCredentials] == nil)
    }
  }

  @Test func `a configured client's page may read, that of a client that registered itself not`() throws {
    let conversation = try Conversation(.samples())
    #expect(conversation.register(#"{"redirect_uris":["https://self.example/cb"]}"#).status == 201)
    func shared(with origin: String) -> String? {
      conversation.token("grant_type=x", "Origin: \(origin)")[.accessControlAllowOrigin]
    }
    #expect(shared(with: "https://client.example") == "https://client.example")
    #expect(shared(with: "https://client.example:444") == nil)
    #expect(shared(with: "https://self.example") == nil)
  }

  @Test(arguments: [
    "https://evil.example", "null", "", "http://localhost.evil.example", "http://127.0.0.1.evil.example:8252",
    "http://127.0.0.1:8252/callback", "http://127.0.0.1:0", "http://127.0.0.1:99999", "https://127.0.0.1",
    "http://u@127.0.0.1:8252", "HTTP://127.0.0.1", "http://127.0.0.1:8252, http://evil.example",
  ])
  func `a foreign page may not, and the log says why`(_ origin: String) {
    let answer = Self.preflight("/token", origin)
    #expect(answer.refusal == .originForeign(origin))
    #expect(answer.status == 403)
    let token = Conversation().token("grant_type=x", "Origin: \(origin)")
    for answer in [answer, token] { #expect(Self.all.allSatisfy { answer[$0] == nil }) }
  }

  @Test func `anybody may read the metadata and the keys`() {
    for path in ["/.well-known/oauth-authorization-server", "/.well-known/openid-configuration", "/jwks"] {
      let answer = Conversation().send("GET \(path) HTTP/1.1\nHost: 127.0.0.1:8414\nOrigin: https://evil.example")
      #expect(answer.status == 200)
      #expect(answer[.accessControlAllowOrigin] == "*")
    }
  }

  @Test(arguments: [
    "/authorize", "/authorize/login", "/authorize/consent", "/device", "/device/login", "/device/consent",
    "/introspect",
  ])
  func `no script reads a page of ours or an introspection`(_ path: String) {
    let preflight = Self.preflight(path, "http://127.0.0.1:9010")
    #expect(preflight.status == 405)
    let asked = Conversation().send("GET \(path) HTTP/1.1\nHost: 127.0.0.1:8414\nOrigin: http://127.0.0.1:9010")
    for answer in [preflight, asked] { #expect(Self.all.allSatisfy { answer[$0] == nil }) }
  }

  @Test func `OPTIONS without a page that asks is no method of the token endpoint`() {
    let answer = Conversation().send("OPTIONS /token HTTP/1.1\nHost: 127.0.0.1:8414\nOrigin: http://127.0.0.1:9010")
    #expect(answer.wire(.allow).hasPrefix("HTTP/1.1 405 Method Not Allowed\nAllow: POST\n"))
  }

  @Test func `an endpoint that is not there answers no preflight`() {
    let conversation = Conversation()
    conversation.server.policy.openIDConnect = false
    let answer = conversation.send(
      """
      OPTIONS /jwks HTTP/1.1
      Host: 127.0.0.1:8414
      Origin: http://127.0.0.1:9010
      Access-Control-Request-Method: GET
      """)
    #expect(answer.refusal == .endpointUnknown(path: "/jwks"))
  }
}
