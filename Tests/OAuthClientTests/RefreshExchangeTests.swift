import HTTPTypes
import OAuth
import OAuthClient
import Testing

@Suite("RFC 6749 §6: refreshing an access token")
struct RefreshExchangeTests {
  /// A client that has redeemed a code for `openid profile`, with an ID token about alice.
  private func client() throws -> OAuthClient {
    var client = try IDTokens.client()
    let body: JSON = [
      "access_token": .string(IDTokens.accessToken), "token_type": "Bearer", "refresh_token": "refresh-1",
      "scope": "openid profile", "id_token": .string(IDTokens.signed(IDTokens.claims(client.attempt?.nonce))),
    ]
    _ = client.judge(tokenResponse: Workshop.answer(body.text), at: Workshop.start)
    return client
  }

  private func answer(_ members: String) -> ResponseMessage {
    Workshop.answer(#"{"access_token":"\#(IDTokens.accessToken)","token_type":"Bearer"\#(members)}"#)
  }

  @Test func `the request is literally this`() throws {
    #expect(
      Workshop.lines(try client().refreshDraft().message()) == [
        "POST /token", "Host: 127.0.0.1:8414", "Authorization: Basic d29ya3Nob3AtYXBwOndvcmtzaG9wLXNlY3JldA==",
        "Content-Type: application/x-www-form-urlencoded", "Content-Length: 48", "",
        "grant_type=refresh_token&refresh_token=refresh-1",
      ])
  }

  @Test func `without a refresh token an empty one is sent`() throws {
    #expect(try Workshop.client().refreshDraft().body == .form([.grantType: "refresh_token", .refreshToken: ""]))
  }

  @Test func `a new refresh token takes the place of the old one, and without one the old one stays`() throws {
    var client = try client()
    #expect(client.judge(refreshResponse: answer(""), at: Workshop.start).refusal == nil)
    #expect(client.refreshToken == "refresh-1")
    #expect(client.accessToken?.scope == Scope(["openid", "profile"]))
    let rotated = answer(#","refresh_token":"refresh-2","scope":"profile""#)
    let judgement = client.judge(refreshResponse: rotated, at: Workshop.start)
    #expect(judgement.refusal == nil)
    #expect(judgement.results.last?.check == .refreshedScopeGranted)
    #expect(client.refreshToken == "refresh-2")
    #expect(client.accessToken?.scope == Scope(["profile"]))
    #expect(client.grantedScope == Scope(["openid", "profile"]))
    #expect(client.idToken?.claims?["sub"] == "alice")
  }

  @Test func `a scope that was never granted is refused`() throws {
    var client = try client()
    let before = client
    let refusal = client.judge(refreshResponse: answer(#","scope":"profile email""#), at: Workshop.start).refusal
    #expect(
      refusal == .refreshedScopeWider(Scope(["profile", "email"]), granted: Scope(["openid", "profile"])))
    #expect(refusal?.finding.expected == "openid profile at most")
    #expect(refusal?.finding.found == "profile email")
    #expect(client == before)
  }

  @Test func `an ID token about somebody else is refused, and one about the same person needs no nonce`() throws {
    var client = try client()
    let other = IDTokens.signed(IDTokens.claims(nil, "sub", "bob"))
    let refusal = client.judge(refreshResponse: IDTokens.response(.string(other)), at: Workshop.start).refusal
    #expect(refusal == .idTokenSubjectChanged("bob", expected: "alice"))
    let same = IDTokens.signed(IDTokens.claims(nil, "nonce"))
    let judgement = client.judge(refreshResponse: IDTokens.response(.string(same)), at: Workshop.start)
    #expect(judgement.refusal == nil)
    #expect(judgement.results.last?.check == .idTokenSubjectSame)
    #expect(!judgement.results.contains { $0.check == .nonceOurs })
    #expect(client.idToken?.text == same)
  }

  @Test func `an error is told with its code, and the tokens stay`() throws {
    var client = try client()
    let before = client
    let refusal = client.judge(
      refreshResponse: Workshop.answer(#"{"error":"invalid_grant"}"#, status: 400), at: Workshop.start
    ).refusal
    #expect(refusal == .tokenErrorReceived(status: 400, .invalidGrant, description: nil))
    #expect(client == before)
  }
}

@Suite("RFC 6749 §4.4: a client in its own name")
struct ClientCredentialsExchangeTests {
  private func credentials(_ method: ClientAuthenticationMethod) throws -> ClientCredentials {
    ClientCredentials(
      identifier: try Workshop.identifier("nightly-job"), secret: "nightly-secret", method: method)
  }

  @Test func `the request is literally this`() throws {
    let draft = try Workshop.client().clientCredentialsDraft(
      as: credentials(.clientSecretPost), scope: Scope(["read"]))
    #expect(
      Workshop.lines(draft.message()) == [
        "POST /token", "Host: 127.0.0.1:8414", "Content-Type: application/x-www-form-urlencoded",
        "Content-Length: 91", "",
        "grant_type=client_credentials&client_id=nightly-job&client_secret=nightly-secret&scope=read",
      ])
    let bare = try Workshop.client().clientCredentialsDraft(as: credentials(.clientSecretBasic), scope: Scope())
    #expect(bare.body == .form([.grantType: "client_credentials"]))
    #expect(bare.fields[.authorization] == "Basic bmlnaHRseS1qb2I6bmlnaHRseS1zZWNyZXQ=")
  }

  @Test func `its token is the one in use then, and there is nothing to refresh`() throws {
    var client = try IDTokens.client()
    let answer = Workshop.answer(#"{"access_token":"job","token_type":"Bearer"}"#)
    let judgement = client.judge(clientCredentialsResponse: answer, asked: Scope(["read"]), at: Workshop.start)
    #expect(judgement.refusal == nil)
    #expect(judgement.results.last?.finding.found == "no scope: what was asked for was granted")
    #expect(judgement.results.last?.finding.expected == "read")
    #expect(client.accessToken?.token.text == "job")
    #expect(client.accessToken?.scope == Scope(["read"]))
    #expect(client.refreshToken == nil && client.idToken == nil && client.grantedScope == nil)
  }
}
