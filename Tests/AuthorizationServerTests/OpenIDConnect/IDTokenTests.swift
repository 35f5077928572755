import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `OpenID Connect Core §2, §3-1-3: the ID token` {
  private static let offline = Wire.openIDRequest.replacing("%20email", with: "%20offline_access")

  /// OIDC-02, OIDC-18.
  @Test func `says who signed in, when, and for which client`() throws {
    let conversation = Conversation()
    let answer = conversation.redeem(try conversation.code("\(Wire.openIDRequest)&nonce=n-0S6_WzA2Mj"))
    let token = try #require(JSONWebSignature(parsing: answer.member("id_token") ?? ""))
    let hash = AccessTokenHash.of(try #require(answer.accessToken))
    #expect(
      token.claims?.text == """
        {"iss":"http://127.0.0.1:8414","sub":"alice","aud":"workshop-app","exp":1800003600,"iat":1800000000,\
        "auth_time":1800000000,"nonce":"n-0S6_WzA2Mj","at_hash":"\(hash)"}
        """)
    #expect(
      token.header.text == """
        {"alg":"RS256","typ":"JWT","kid":"\(SigningKey.sample(.rs256).publicKey.thumbprint)"}
        """)
    #expect(token.fault(against: try conversation.jwks) == nil)
    #expect(answer.wire(.cacheControl).hasPrefix("HTTP/1.1 200 OK\nCache-Control: no-store\n"))
  }

  /// OIDC-03.
  @Test func `has the nonce exactly as it was sent, and none where none was`() throws {
    let sent = "\(Wire.openIDRequest)&nonce=a%2Bb%20%22c%22%20%C3%A9"
    #expect(try Conversation().idTokenClaims(sent)["nonce"] == "a+b \"c\" \u{E9}")
    #expect(try Conversation().idTokenClaims()["nonce"] == nil)
    #expect(try Conversation().idTokenClaims("\(Wire.openIDRequest)&nonce=")["nonce"] == nil)
  }

  /// OIDC-11.
  @Test func `comes only where openid was asked, allowed and left ticked`() throws {
    let conversation = Conversation()
    #expect(conversation.redeem(try conversation.code(Wire.request)).member("id_token") == nil)
    let form = try conversation.consentForm(Wire.openIDRequest)
    let code = try #require(conversation.submit(form, "scope=profile&decision=allow").parameter(.code))
    #expect(conversation.redeem(code).member("id_token") == nil)
    let off = Conversation { $0.openIDConnect = false }
    let answer = off.redeem(try off.code(Wire.openIDRequest))
    #expect(answer.member("scope") == "profile email")
    #expect(answer.member("id_token") == nil)
  }

  /// OIDC-15; OpenID Connect Core §12.2.
  @Test func `of a refresh is about the same sign-in, without nonce`() throws {
    let conversation = Conversation()
    let first = conversation.redeem(try conversation.code("\(Self.offline)&nonce=n"))
    conversation.advance(.seconds(500))
    let second = conversation.refresh(try #require(first.member("refresh_token")))
    let claims = try #require(JSONWebSignature(parsing: second.member("id_token") ?? "")?.claims)
    let before = try #require(JSONWebSignature(parsing: first.member("id_token") ?? "")?.claims)
    for same in ["iss", "sub", "aud", "auth_time"] { #expect(claims[same] == before[same]) }
    #expect(claims["iat"] == 1_800_000_500)
    #expect(claims["nonce"] == nil)
    #expect(claims["at_hash"] == .string(AccessTokenHash.of(try #require(second.accessToken))))
  }

  @Test func `does not come with a refresh that leaves openid out`() throws {
    let conversation = Conversation()
    let first = conversation.redeem(try conversation.code(Self.offline))
    let narrower = conversation.refresh(try #require(first.member("refresh_token")), "scope=profile")
    #expect(narrower.status == 200)
    #expect(narrower.member("id_token") == nil)
  }

  @Test func `does not come where no resource owner signed in`() throws {
    let nightly = "grant_type=client_credentials&client_id=nightly-job&client_secret=nightly-secret"
    #expect(Conversation().token(nightly).member("id_token") == nil)
  }

  /// OIDC-18: another algorithm only where the client is registered for it.
  @Test func `is signed with the algorithm of the client's registration`() throws {
    var clients = Directory.demonstration.clients
    clients[0].idTokenAlgorithm = .es256
    let conversation = Conversation(
      Directory(clients: clients, resourceOwners: Directory.demonstration.resourceOwners))
    let token = try #require(JSONWebSignature(parsing: conversation.idToken()))
    #expect(token.algorithm == "ES256")
    #expect(token.fault(against: try conversation.jwks) == nil)
  }

  /// OIDC-02: at most 255 ASCII characters.
  @Test func `has a subject of ASCII, whatever the name of its owner`() {
    #expect(ResourceOwner(username: "alice", password: "").subject == "alice")
    for username in ["Zo\u{EB}", String(repeating: "a", count: 256), ""] {
      let subject = ResourceOwner(username: username, password: "").subject
      #expect(subject.utf8.count == 43)
      #expect(subject.utf8.allSatisfy { $0.isVisibleASCII })
    }
  }
}
