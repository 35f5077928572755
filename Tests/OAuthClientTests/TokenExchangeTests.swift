import HTTPTypes
import OAuth
import OAuthClient
import Testing

@Suite("RFC 6749 §4.1.3: token request")
struct TokenRequestTests {
  private let uri = "redirect_uri=http%3A%2F%2F127.0.0.1%3A8252%2Fcallback"

  @Test func `the request with Basic is literally this`() throws {
    let client = try Workshop.withCode()
    #expect(
      Workshop.lines(client.tokenDraft().message()) == [
        "POST /token", "Host: 127.0.0.1:8414", "Authorization: Basic d29ya3Nob3AtYXBwOndvcmtzaG9wLXNlY3JldA==",
        "Content-Type: application/x-www-form-urlencoded", "Content-Length: 153", "",
        "grant_type=authorization_code&code=code-1&\(uri)&code_verifier=\(Workshop.verifier)",
      ])
  }

  @Test func `a secret in the body stands beside the identifier, and no header is sent`() throws {
    var client = try Workshop.client(.clientSecretPost)
    _ = client.beginAuthorization(at: Workshop.start)
    let message = client.tokenDraft(code: "c+d").message()
    #expect(message.head.headerFields[.authorization] == nil)
    #expect(
      String(decoding: message.body, as: UTF8.self)
        == "grant_type=authorization_code&code=c%2Bd&\(uri)&client_id=workshop-app&client_secret=workshop-secret"
        + "&code_verifier=\(Workshop.verifier)")
  }

  @Test func `a public client says who it is and nothing more`() throws {
    var client = try Workshop.client(.none)
    _ = client.beginAuthorization(at: Workshop.start)
    let message = client.tokenDraft(code: "c").message()
    #expect(message.head.headerFields[.authorization] == nil)
    #expect(
      String(decoding: message.body, as: UTF8.self)
        == "grant_type=authorization_code&code=c&\(uri)&client_id=workshop-app&code_verifier=\(Workshop.verifier)")
  }

  @Test func `what is not there yet is sent with an empty value`() throws {
    let client = try Workshop.client()
    #expect(
      client.tokenDraft().body
        == .form([
          .grantType: "authorization_code", .code: "", .redirectURI: "http://127.0.0.1:8252/callback",
          .codeVerifier: "",
        ]))
  }

  @Test func `the redirection URI is the one that was sent, even after the configuration has changed`() throws {
    var client = try Workshop.withCode()
    client.configuration.redirectionURI = "http://127.0.0.1:9999/callback"
    #expect(client.tokenDraft().body.parameters?[.redirectURI] == "http://127.0.0.1:8252/callback")
  }

  @Test func `a named code replaces the received one`() throws {
    #expect(try Workshop.withCode().tokenDraft(code: "other").body.parameters?[.code] == "other")
  }
}

@Suite("RFC 6749 §5.1, §5.2: token response")
struct TokenResponseTests {
  private static let checks: [ClientCheck] = [
    .tokenResponseSuccessful, .tokenResponseMediaTypeJSON, .tokenResponseObject, .accessTokenReceived, .tokenTypeBearer,
    .accessTokenUsable, .lifetimeNumeric, .refreshTokenUsable, .grantedScopeReadable,
  ]
  private let good =
    #"{"access_token":"2YotnFZFEjr1zCsicMWpAA","token_type":"Bearer","expires_in":3600,"#
    + #""refresh_token":"tGzv3JOkF0XG5Qx2TlKWIA","scope":"profile openid"}"#

  @Test func `a good response passes every check in order and gives the tokens`() throws {
    var client = try Workshop.withCode()
    let judgement = client.judge(tokenResponse: Workshop.answer(good), at: Workshop.start + .seconds(3))
    #expect(judgement.refusal == nil)
    #expect(judgement.results.map(\.check) == Self.checks)
    #expect(judgement.results.allSatisfy { $0.outcome == .passed })
    let token = try #require(client.accessToken)
    #expect(token.token.text == "2YotnFZFEjr1zCsicMWpAA")
    #expect(token.scope == Scope(["profile", "openid"]))
    #expect(token.receivedAt == Workshop.start + .seconds(3))
    #expect(token.expiresIn == 3600)
    #expect(token.expiresAt == Workshop.start + .seconds(3603))
    #expect(client.refreshToken == "tGzv3JOkF0XG5Qx2TlKWIA")
  }

  @Test func `evidence marks the tokens as secrets`() throws {
    var client = try Workshop.withCode()
    let results = client.judge(tokenResponse: Workshop.answer(good), at: Workshop.start).results
    #expect(results[3].finding.found?.revealed == "2YotnFZFEjr1zCsicMWpAA")
    #expect(results[3].finding.found?.shortened == "2YotnF…")
    #expect(results[7].finding.found?.shortened == "tGzv3J…")
    for result in results {
      #expect(result.finding.found?.shortened.contains("2YotnFZ") != true)
    }
  }

  /// A response, the check that refuses it and the refusal.
  struct Case: Sendable, CustomTestStringConvertible {
    let body: String
    var status = 200
    var mediaType: String? = "application/json"
    let check: ClientCheck
    let refusal: ClientRefusal.Kind
    let found: String
    var testDescription: String { "\(refusal): \(status) \(body)" }
  }

  private static func token(_ rest: String) -> String { #"{"access_token":"a","token_type":"Bearer"\#(rest)}"# }

  static let cases: [Case] = [
    Case(
      body: #"{"error":"invalid_grant","error_description":"It expired."}"#, status: 400,
      check: .tokenResponseSuccessful, refusal: .tokenErrorReceived, found: "400, invalid_grant: It expired."),
    Case(
      body: #"{"error":"invalid_client"}"#, status: 401, mediaType: "text/html", check: .tokenResponseSuccessful,
      refusal: .tokenErrorReceived, found: "401, invalid_client"),
    Case(
      body: "<h1>Bad Gateway</h1>", status: 502, check: .tokenResponseSuccessful, refusal: .tokenResponseUnreadable,
      found: "502 without a readable error"),
    Case(
      body: #"{"error":400}"#, status: 400, check: .tokenResponseSuccessful, refusal: .tokenResponseUnreadable,
      found: "400 without a readable error"),
    Case(
      body: token(""), status: 201, check: .tokenResponseSuccessful, refusal: .tokenResponseUnreadable,
      found: "201 without a readable error"),
    Case(
      body: token(""), mediaType: "text/html; charset=UTF-8", check: .tokenResponseMediaTypeJSON,
      refusal: .tokenResponseMediaTypeWrong, found: "text/html"),
    Case(
      body: token(""), mediaType: nil, check: .tokenResponseMediaTypeJSON, refusal: .tokenResponseMediaTypeWrong,
      found: "no Content-Type"),
    Case(
      body: "<b>Warning</b>" + token(""), check: .tokenResponseObject, refusal: .tokenResponseNotJSON,
      found: "not JSON at octet 0: expected a value"),
    Case(
      body: #"{"access_token":"a","access_token":"b"}"#, check: .tokenResponseObject, refusal: .tokenResponseNotJSON,
      found: "not JSON at octet 20: expected a member name that has not occurred before"),
    Case(
      body: "[]", check: .tokenResponseObject, refusal: .tokenResponseNotObject, found: "an array"),
    Case(
      body: #"{"token_type":"Bearer"}"#, check: .accessTokenReceived, refusal: .accessTokenMissing, found: "nothing"),
    Case(body: #"{"access_token":7}"#, check: .accessTokenReceived, refusal: .accessTokenMissing, found: "a number"),
    Case(
      body: #"{"access_token":""}"#, check: .accessTokenReceived, refusal: .accessTokenMissing, found: "an empty string"
    ),
    Case(body: #"{"access_token":"a"}"#, check: .tokenTypeBearer, refusal: .tokenTypeMissing, found: "nothing"),
    Case(
      body: #"{"access_token":"a","token_type":null}"#, check: .tokenTypeBearer, refusal: .tokenTypeMissing,
      found: "null"),
    Case(
      body: #"{"access_token":"a","token_type":"mac"}"#, check: .tokenTypeBearer, refusal: .tokenTypeUnsupported,
      found: "mac"),
    Case(
      body: #"{"access_token":"a b\r\nX: y","token_type":"Bearer"}"#, check: .accessTokenUsable,
      refusal: .accessTokenMalformed, found: "a b\r\nX: y"),
    Case(
      body: token(#","expires_in":"3600""#), check: .lifetimeNumeric, refusal: .lifetimeNotNumeric,
      found: #"a string: "3600""#),
    Case(
      body: token(#","expires_in":-1"#), check: .lifetimeNumeric, refusal: .lifetimeNotNumeric, found: "a number: -1"),
    Case(
      body: token(#","expires_in":1e300"#), check: .lifetimeNumeric, refusal: .lifetimeNotNumeric,
      found: "a number: 1e+300"),
    Case(
      body: token(#","refresh_token":["r"]"#), check: .refreshTokenUsable, refusal: .refreshTokenNotString,
      found: "an array"),
    Case(
      body: token(#","scope":["openid"]"#), check: .grantedScopeReadable, refusal: .grantedScopeNotString,
      found: #"an array: ["openid"]"#),
    Case(
      body: token(#","scope":"openid  profile""#), check: .grantedScopeReadable, refusal: .grantedScopeMalformed,
      found: #""openid  profile", with an empty token"#),
    Case(
      body: token(#","scope":"openid é""#), check: .grantedScopeReadable, refusal: .grantedScopeMalformed,
      found: #"octet 195 in "é""#),
  ]

  @Test(arguments: cases)
  func `a bad response is refused by its check and gives no token`(example: Case) throws {
    var client = try Workshop.withCode()
    let before = client
    let judgement = client.judge(
      tokenResponse: Workshop.answer(example.body, status: example.status, mediaType: example.mediaType),
      at: Workshop.start)
    #expect(judgement.refusal?.kind == example.refusal)
    #expect(judgement.results.map(\.check) == Self.checks)
    let position = try #require(Self.checks.firstIndex(of: example.check))
    let outcomes = judgement.results.map(\.outcome)
    #expect(outcomes[..<position].allSatisfy { $0 == .passed })
    #expect(outcomes[position] == .refused)
    #expect(outcomes[(position + 1)...].allSatisfy { $0 == .notReached })
    #expect(judgement.results[position].finding.found?.revealed == example.found)
    #expect(client == before)
  }

  @Test func `a malformed token is kept out of logs`() throws {
    var client = try Workshop.withCode()
    let judgement = client.judge(
      tokenResponse: Workshop.answer(#"{"access_token":"not a bearer token at all","token_type":"Bearer"}"#),
      at: Workshop.start)
    #expect(judgement.refusal?.finding.found?.shortened == "not a …")
  }

  @Test(arguments: ["bearer", "BEARER", "bEaReR"])
  func `the token type is compared without regard to case`(type: String) throws {
    var client = try Workshop.withCode()
    let body = #"{"access_token":"a","token_type":"\#(type)"}"#
    #expect(client.judge(tokenResponse: Workshop.answer(body), at: Workshop.start).refusal == nil)
    #expect(client.accessToken?.token.text == "a")
  }

  @Test(arguments: [
    (#","scope":"profile openid""#, ["profile", "openid"], "profile openid (as asked)"),
    (#","scope":"openid""#, ["openid"], "openid (narrower than asked, without profile)"),
    (
      #","scope":"openid profile email""#, ["openid", "profile", "email"],
      "openid profile email (wider than asked, with email)"
    ),
    (#","scope":"email""#, ["email"], "email (other than asked, without openid profile, with email)"),
    (#","scope":"""#, [], "nothing (narrower than asked, without openid profile)"),
    (#","scope":null"#, ["openid", "profile"], "no scope: what was asked for was granted"),
    ("", ["openid", "profile"], "no scope: what was asked for was granted"),
  ])
  func `a scope other than the one asked for is noted and kept`(member: String, scope: [String], note: String) throws {
    var client = try Workshop.withCode()
    let judgement = client.judge(
      tokenResponse: Workshop.answer(#"{"access_token":"a","token_type":"Bearer"\#(member)}"#), at: Workshop.start)
    #expect(judgement.refusal == nil)
    #expect(judgement.results.last?.finding == Finding(expected: "openid profile", found: "\(note)"))
    #expect(client.accessToken?.scope == Scope(scope))
  }

  @Test(arguments: [
    ("", Int64?.none, Instant?.none), (#","expires_in":null"#, nil, nil), (#","expires_in":0"#, 0, Workshop.start),
    (#","expires_in":3599.9"#, 3599, Workshop.start + .seconds(3599)),
    (#","expires_in":9223372036854775807"#, .max, nil), (#","expires_in":9000000000"#, 9_000_000_000, nil),
  ])
  func `a lifetime may be absent, fractional or longer than an instant can hold`(
    member: String, seconds: Int64?, end: Instant?
  ) throws {
    var client = try Workshop.withCode()
    let judgement = client.judge(
      tokenResponse: Workshop.answer(#"{"access_token":"a","token_type":"Bearer"\#(member)}"#), at: Workshop.start)
    #expect(judgement.refusal == nil)
    #expect(client.accessToken?.expiresIn == seconds)
    #expect(client.accessToken?.expiresAt == end)
  }

  @Test func `a response without a refresh token replaces one that had it`() throws {
    var client = try Workshop.withCode()
    _ = client.judge(tokenResponse: Workshop.answer(good), at: Workshop.start)
    _ = client.judge(
      tokenResponse: Workshop.answer(#"{"access_token":"b","token_type":"Bearer","refresh_token":null}"#),
      at: Workshop.start)
    #expect(client.accessToken?.token.text == "b")
    #expect(client.refreshToken == nil)
  }
}
