import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `RFC 9068: signed access tokens` {
  private static func conversation() -> Conversation { Conversation { $0.accessTokenFormat = .jwt } }

  /// 9068-01, 9068-02, 9068-03, 9068-05, 9068-06.
  @Test func `say who issued them, for whom, about whom and for how long`() throws {
    let conversation = Self.conversation()
    let token = try #require(JSONWebSignature(parsing: conversation.accessToken()))
    #expect(token.header["typ"] == "at+jwt")
    #expect(token.algorithm == "RS256")
    #expect(token.fault(against: try conversation.jwks) == nil)
    guard case .object(let claims) = token.claims else {
      Issue.record("no claims")
      return
    }
    let identifier = try #require(claims.first { $0.name == "jti" }?.value.string)
    #expect(identifier.utf8.count == 22)
    #expect(
      token.claims?.text == """
        {"iss":"http://127.0.0.1:8414","exp":1800003600,"aud":"http://127.0.0.1:8414","sub":"alice",\
        "client_id":"workshop-app","iat":1800000000,"jti":"\(identifier)","scope":"profile email"}
        """)
  }

  /// 9068-04.
  @Test func `of a client in its own name are about the client`() throws {
    let body = "grant_type=client_credentials&client_id=nightly-job&client_secret=nightly-secret"
    let token = try #require(JSONWebSignature(parsing: Self.conversation().token(body).accessToken ?? ""))
    #expect(token.claims?["sub"] == "nightly-job")
    #expect(token.claims?["client_id"] == "nightly-job")
  }

  @Test func `are no two alike`() throws {
    let conversation = Self.conversation()
    #expect(try conversation.accessToken() != conversation.accessToken())
  }

  /// 9068-07.
  @Test func `open the protected resource, and with any part changed they do not`() throws {
    let conversation = Self.conversation()
    let token = try conversation.accessToken()
    #expect(conversation.me("Bearer \(token)").status == 200)
    let parts = token.split(separator: ".").map(String.init)
    let signed = try #require(JSONWebSignature(parsing: token))
    let none = Base64URL.encode(#"{"alg":"none","typ":"at+jwt"}"#.utf8)
    for (tampered, refusal) in [
      ("\(none).\(parts[1]).", Refusal.accessTokenSignatureInvalid(.algorithm("none"))),
      ("\(parts[0]).\(Base64URL.encode(#"{"sub":"bob"}"#.utf8)).\(parts[2])", .accessTokenSignatureInvalid(.signature)),
      (
        "\(parts[0]).\(parts[1]).\(Base64URL.encode(signed.signature.reversed()))",
        .accessTokenSignatureInvalid(.signature)
      ),
    ] {
      let answer = conversation.me("Bearer \(tampered)")
      #expect(answer.refusal == refusal)
      #expect(answer.wire(.wwwAuthenticate).hasPrefix("HTTP/1.1 401 Unauthorized\n"))
      #expect(answer.errorOnTheWire == "invalid_token")
    }
  }

  /// 9068-07. Each is signed by the right key, and wrong in one claim.
  @Test func `are examined for issuer and audience`() throws {
    let conversation = Self.conversation()
    _ = try conversation.jwks
    let own = "http://127.0.0.1:8414"
    func refusal(_ claims: JSON) -> Refusal? {
      conversation.me("Bearer \(JSONWebSignature(claims, type: "at+jwt", by: .sample(.rs256)).text)").refusal
    }
    #expect(
      refusal(["iss": "http://evil", "aud": .string(own)])
        == .accessTokenForAnother(claim: "iss", expected: own, found: "http://evil"))
    #expect(
      refusal(["iss": .string(own), "aud": ["https://a", "https://b"]])
        == .accessTokenForAnother(claim: "aud", expected: own, found: "https://a https://b"))
    #expect(refusal(["iss": .string(own)]) == .accessTokenForAnother(claim: "aud", expected: own, found: ""))
    #expect(refusal(["iss": .string(own), "aud": [.string(own)]])?.kind == .accessTokenUnknown)
  }

  /// 9068-07, 6750-12.
  @Test func `are not to be confused with ID tokens`() throws {
    let conversation = Self.conversation()
    let answer = conversation.me("Bearer \(try conversation.idToken())")
    #expect(answer.refusal == .idTokenAsAccessToken(type: "jwt"))
    #expect(answer.errorOnTheWire == "invalid_token")
  }

  /// 9068-07.
  @Test func `expire, and end by revocation, as opaque ones do`() throws {
    let conversation = Self.conversation()
    let token = try conversation.accessToken()
    let introspection = conversation.send(
      """
      POST /introspect HTTP/1.1
      Host: 127.0.0.1:8414
      Content-Type: application/x-www-form-urlencoded

      token=\(token)&client_id=api&client_secret=api-secret
      """)
    #expect(try JSON(parsing: introspection.response.body)["active"] == true)
    let issued = conversation.now
    conversation.advance(.seconds(3600))
    #expect(conversation.me("Bearer \(token)").refusal?.kind == .accessTokenExpired)
    conversation.now = issued
    let revocation = conversation.send(
      """
      POST /revoke HTTP/1.1
      Host: 127.0.0.1:8414
      Content-Type: application/x-www-form-urlencoded

      token=\(token)&\(Wire.secret)
      """)
    #expect(revocation.status == 200)
    #expect(conversation.me("Bearer \(token)").refusal?.kind == .accessTokenRevoked)
  }

  @Test func `come from a refresh too, and the ID token beside them is bound to them`() throws {
    let conversation = Self.conversation()
    let query = Wire.openIDRequest.replacing("%20email", with: "%20offline_access")
    let first = conversation.redeem(try conversation.code(query))
    let second = conversation.refresh(try #require(first.member("refresh_token")))
    let token = try #require(JSONWebSignature(parsing: second.accessToken ?? ""))
    #expect(token.claims?["scope"] == "openid profile offline_access")
    let idToken = try #require(JSONWebSignature(parsing: second.member("id_token") ?? ""))
    #expect(idToken.claims?["at_hash"] == .string(AccessTokenHash.of(second.accessToken ?? "")))
  }
}
