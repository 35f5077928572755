import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `OpenID Connect Discovery §3, §4: the provider's metadata` {
  private static let host = "HTTP/1.1\nHost: 127.0.0.1:8414"

  private static func get(_ path: String, _ policy: (inout Policy) -> Void = { _ in }) -> Answer {
    Conversation(policy: policy).send("GET \(path) \(host)")
  }

  /// OIDC-19, OIDC-20.
  @Test func `says where everything is and what is supported`() throws {
    let answer = Self.get("/.well-known/openid-configuration")
    #expect(answer.wire(.contentType).hasPrefix("HTTP/1.1 200 OK\nContent-Type: application/json\n"))
    let json = try JSON(parsing: answer.response.body)
    #expect(json["issuer"] == "http://127.0.0.1:8414")
    #expect(json["jwks_uri"] == "http://127.0.0.1:8414/jwks")
    #expect(json["userinfo_endpoint"] == "http://127.0.0.1:8414/me")
    #expect(json["response_types_supported"] == ["code"])
    #expect(json["subject_types_supported"] == ["public"])
    #expect(json["id_token_signing_alg_values_supported"] == ["RS256", "ES256"])
    #expect(json["scopes_supported"]?.array?.contains("openid") == true)
    #expect(json["scopes_supported"]?.array?.contains("offline_access") == true)
    #expect(json["claims_supported"]?.array?.contains("email_verified") == true)
    #expect(json["prompt_values_supported"] == ["none", "login", "consent", "select_account"])
    for unsupported in ["request_parameter_supported", "request_uri_parameter_supported", "claims_parameter_supported"]
    {
      #expect(json[unsupported] == false)
    }
    #expect(json["acr_values_supported"] == nil)
  }

  /// 8414-11.
  @Test func `is the same document as that of RFC 8414`() {
    #expect(
      Self.get("/.well-known/openid-configuration").body == Self.get("/.well-known/oauth-authorization-server").body)
  }

  @Test func `names no member twice`() throws {
    guard case .object(let members) = Conversation().server.metadata.json else {
      Issue.record("no object")
      return
    }
    #expect(Set(members.map(\.name)).count == members.count)
  }

  @Test func `is not there where OpenID Connect is off, and the rest says nothing of it`() throws {
    #expect(Self.get("/.well-known/openid-configuration") { $0.openIDConnect = false }.status == 404)
    #expect(Self.get("/jwks") { $0.openIDConnect = false }.status == 404)
    let json = try JSON(
      parsing: Self.get("/.well-known/oauth-authorization-server") { $0.openIDConnect = false }.response.body)
    for name in ["jwks_uri", "userinfo_endpoint", "subject_types_supported", "id_token_signing_alg_values_supported"] {
      #expect(json[name] == nil)
    }
    #expect(json["scopes_supported"]?.array?.contains("openid") == false)
  }

  @Test func `names the keys as long as anything is signed`() throws {
    let signed: (inout Policy) -> Void = {
      $0.openIDConnect = false
      $0.accessTokenFormat = .jwt
    }
    #expect(Self.get("/jwks", signed).status == 200)
    #expect(
      Self.get("/.well-known/oauth-authorization-server", signed).member("jwks_uri") == "http://127.0.0.1:8414/jwks")
  }
}

@Suite struct `RFC 7517: the keys of the server` {
  /// OIDC-17.
  @Test func `are public only, each with its own kid, use and alg`() throws {
    let answer = Conversation().send("GET /jwks HTTP/1.1\nHost: 127.0.0.1:8414")
    #expect(answer.wire(.contentType).hasPrefix("HTTP/1.1 200 OK\nContent-Type: application/json\n"))
    let keys = try #require(try JSON(parsing: answer.response.body)["keys"]?.array)
    #expect(keys.map { $0["alg"] } == ["RS256", "ES256"])
    #expect(keys.map { $0["use"] } == ["sig", "sig"])
    #expect(
      keys.map { $0["kid"]?.string } == SigningAlgorithm.allCases.map { SigningKey.sample($0).publicKey.thumbprint })
    for name in ["d", "p", "q", "dp", "dq", "qi", "k"] { #expect(keys.allSatisfy { $0[name] == nil }) }
  }

  @Test func `are read with GET and HEAD only`() {
    #expect(Conversation().send("HEAD /jwks HTTP/1.1\nHost: 127.0.0.1:8414").status == 200)
    let answer = Conversation().send("POST /jwks HTTP/1.1\nHost: 127.0.0.1:8414")
    #expect(answer.wire(.allow).hasPrefix("HTTP/1.1 405 Method Not Allowed\nAllow: GET, HEAD\n"))
  }

  /// OpenID Connect Core §10.1.1.
  @Test func `stay published after they were replaced, and sign no more`() throws {
    let conversation = Conversation()
    let old = try #require(JSONWebSignature(parsing: conversation.idToken()))
    #expect(try conversation.jwks.keys.count == 2)
    conversation.server.rotateKeys()
    let keys = try conversation.jwks
    #expect(keys.keys.count == 4)
    #expect(old.fault(against: keys) == nil)
    let next = try #require(JSONWebSignature(parsing: conversation.idToken()))
    #expect(next.keyIdentifier == keys.keys[0].identifier)
    #expect(next.keyIdentifier != old.keyIdentifier)
    #expect(next.fault(against: keys) == nil)
  }

  @Test func `are forgotten when eight younger ones were replaced`() throws {
    let conversation = Conversation()
    for _ in 0..<6 { conversation.server.rotateKeys() }
    #expect(try conversation.jwks.keys.count == 2 + ServerLimits.retiredKeys)
  }
}
