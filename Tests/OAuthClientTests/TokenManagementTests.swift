import OAuth
import OAuthClient
import Testing

@Suite("RFC 7009 §2: ending a token")
struct RevocationExchangeTests {
  private func client(_ more: String = "") throws -> OAuthClient {
    var client = try Workshop.withCode()
    let answer = Workshop.answer(#"{"access_token":"access-1","token_type":"Bearer"\#(more)}"#)
    _ = client.judge(tokenResponse: answer, at: Workshop.start)
    return client
  }

  @Test func `the request names the refresh token, and the access token where there is no other`() throws {
    let client = try client(#","refresh_token":"refresh-1""#)
    #expect(
      Workshop.lines(client.revocationDraft().message()) == [
        "POST /revoke", "Host: 127.0.0.1:8414", "Authorization: Basic d29ya3Nob3AtYXBwOndvcmtzaG9wLXNlY3JldA==",
        "Content-Type: application/x-www-form-urlencoded", "Content-Length: 45", "",
        "token=refresh-1&token_type_hint=refresh_token",
      ])
    #expect(
      try self.client().revocationDraft().body == .form([.token: "access-1", .tokenTypeHint: "access_token"]))
    #expect(
      try Workshop.client().revocationDraft().body == .form([.token: "", .tokenTypeHint: "access_token"]))
  }

  @Test func `200 is all there is to say, whatever the body`() throws {
    let client = try client()
    for body in ["", "{}", "gone"] { #expect(client.judge(revocationResponse: Workshop.answer(body)).refusal == nil) }
  }

  static let cases: [(Int, String, ClientRefusal)] = [
    (503, "", .revocationRefused(status: 503, nil, description: nil)),
    (
      400, #"{"error":"unsupported_token_type","error_description":"No."}"#,
      .revocationRefused(status: 400, .unsupportedTokenType, description: "No.")
    ),
  ]

  @Test(arguments: cases)
  func `anything else means that the token may still be good`(
    _ status: Int, _ body: String, _ refusal: ClientRefusal
  ) throws {
    let judgement = try client().judge(revocationResponse: Workshop.answer(body, status: status))
    #expect(judgement.refusal == refusal)
    #expect(judgement.results.map(\.check) == [.revocationSuccessful])
  }
}

@Suite("RFC 7662 §2: asking what a token is worth")
struct IntrospectionExchangeTests {
  private static let checks: [ClientCheck] = [
    .introspectionSuccessful, .introspectionReadable, .tokenActive, .activeTokenNotExpired,
  ]

  private func server() throws -> ResourceServer {
    ResourceServer(
      credentials: ClientCredentials(
        identifier: try Workshop.identifier("api"), secret: "api-secret", method: .clientSecretPost),
      introspectionEndpoint: "\(Workshop.issuer)/introspect")
  }

  @Test func `the request is literally this, with credentials of the resource server`() throws {
    #expect(
      Workshop.lines(try server().introspectionDraft(of: "access-1").message()) == [
        "POST /introspect", "Host: 127.0.0.1:8414", "Content-Type: application/x-www-form-urlencoded",
        "Content-Length: 82", "",
        "token=access-1&token_type_hint=access_token&client_id=api&client_secret=api-secret",
      ])
  }

  @Test func `an active token passes every check, and the answer says whose it is`() throws {
    let body = #"{"active":true,"username":"alice","client_id":"workshop-app","exp":1795219201}"#
    let judgement = try server().judge(introspectionResponse: Workshop.answer(body), at: Workshop.start)
    #expect(judgement.refusal == nil)
    #expect(judgement.results.map(\.check) == Self.checks)
    #expect(judgement.results[2].finding.found == "true: alice, by workshop-app")
  }

  static let cases: [(Int, String, ClientCheck, ClientRefusal)] = [
    (
      401, #"{"error":"invalid_client"}"#, .introspectionSuccessful,
      .introspectionRefused(status: 401, .invalidClient, description: nil)
    ),
    (502, "<p>", .introspectionSuccessful, .introspectionRefused(status: 502, nil, description: nil)),
    (200, "<p>", .introspectionReadable, .introspectionUnreadable(active: nil)),
    (200, #"{"active":"true"}"#, .introspectionReadable, .introspectionUnreadable(active: "true")),
    (200, #"{"active":false}"#, .tokenActive, .tokenInactive),
    (
      200, #"{"active":true,"exp":1795219200}"#, .activeTokenNotExpired,
      .activeTokenExpired(1_795_219_200, now: 1_795_219_200)
    ),
    (
      200, #"{"active":true,"exp":"later"}"#, .activeTokenNotExpired,
      .activeTokenExpired("later", now: 1_795_219_200)
    ),
  ]

  @Test(arguments: cases)
  func `a token that is not known to be good is refused by its check`(
    _ status: Int, _ body: String, _ check: ClientCheck, _ refusal: ClientRefusal
  ) throws {
    let judgement = try server().judge(
      introspectionResponse: Workshop.answer(body, status: status), at: Workshop.start)
    #expect(judgement.refusal == refusal)
    #expect(judgement.results.map(\.check) == Self.checks)
    #expect(judgement.results.first { $0.outcome == .refused }?.check == check)
    #expect(refusal.finding.expected?.revealed.isEmpty == false)
    #expect(refusal.finding.found?.revealed.isEmpty == false)
  }
}
