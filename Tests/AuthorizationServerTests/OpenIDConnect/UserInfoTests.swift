import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `OpenID Connect Core §5: userinfo at the protected resource` {
  private static func request(_ scope: String) -> String {
    Wire.openIDRequest.replacing("openid%20profile%20email", with: scope)
  }

  /// OIDC-12, OIDC-14.
  @Test(arguments: [
    ("openid", #"{"sub":"alice"}"#),
    ("openid%20email", #"{"sub":"alice","email":"alice@example.org","email_verified":true}"#),
    ("openid%20profile", #"{"sub":"alice","name":"Alice Liddell","preferred_username":"alice"}"#),
    ("profile", #"{"sub":"alice","name":"Alice Liddell","preferred_username":"alice"}"#),
  ])
  func `tells the claims that the scope opens, and always sub`(_ scope: String, _ body: String) throws {
    let conversation = Conversation()
    let answer = conversation.me("Bearer \(try conversation.accessToken(Self.request(scope)))")
    #expect(answer.wire(.contentType) == "HTTP/1.1 200 OK\nContent-Type: application/json\n\n\(body)")
  }

  /// OIDC-12.
  @Test func `takes GET and POST, and its sub is that of the ID token`() throws {
    let conversation = Conversation()
    let answer = conversation.redeem(try conversation.code(Wire.openIDRequest))
    let claims = try #require(JSONWebSignature(parsing: answer.member("id_token") ?? "")?.claims)
    for method in ["GET", "POST"] {
      let me = conversation.send(
        "\(method) /me HTTP/1.1\nHost: 127.0.0.1:8414\nAuthorization: Bearer \(answer.accessToken ?? "")")
      #expect(me.status == 200)
      #expect(me.member("sub") == claims["sub"]?.string)
    }
  }

  /// OIDC-13.
  @Test func `refuses as every protected resource does`() throws {
    let conversation = Conversation()
    #expect(conversation.me("Bearer nonsense").errorOnTheWire == "invalid_token")
    let email = conversation.me("Bearer \(try conversation.accessToken(Self.request("email")))")
    #expect(email.status == 403)
    #expect(email.errorOnTheWire == "insufficient_scope")
  }

  @Test func `does not open to openid where OpenID Connect is off`() throws {
    let conversation = Conversation()
    let token = try conversation.accessToken(Self.request("openid"))
    conversation.server.policy.openIDConnect = false
    #expect(conversation.me("Bearer \(token)").refusal?.kind == .scopeInsufficient)
  }
}
