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
    for name in ["authorization_endpoint", "token_endpoint"] {
      let path = try #require(json[name]?.string).dropFirst("http://127.0.0.1:8414".count)
      #expect(conversation.send("OPTIONS \(path) HTTP/1.1\nHost: 127.0.0.1:8414").decision.endpoint != nil)
    }
    for grant in try #require(json["grant_types_supported"]?.array) {
      let answer = conversation.token("grant_type=\(try #require(grant.string))&\(Wire.secret)")
      #expect(answer.refusal?.kind != .grantTypeUnsupported)
    }
    for absent in ["password", "implicit"] { #expect(!Self.get().body.contains("\"\(absent)\"")) }
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

  @Test func `is not served without a host, and neither is anything else`() {
    for path in ["/authorize", "/authorize/login", "/authorize/consent", "/token", "/me"] {
      #expect(Conversation().send("POST \(path) HTTP/1.1\n\n").refusal == .hostForeign(nil))
    }
    #expect(Conversation().send("GET /.well-known/oauth-authorization-server HTTP/1.1").refusal == .hostForeign(nil))
  }
}
