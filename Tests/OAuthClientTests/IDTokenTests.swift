import OAuth
import OAuthClient
import Testing

@Suite("OpenID Connect Core §3.1.3.7: the ID token")
struct IDTokenTests {
  static let accessToken = "2YotnFZFEjr1zCsicMWpAA"
  static let checks: [ClientCheck] = [
    .idTokenReadable, .idTokenSigned, .idTokenIssuerExpected, .idTokenMeantForUs, .idTokenNotExpired, .nonceOurs,
    .accessTokenHashFits,
  ]

  struct Case: Sendable {
    let refusal: ClientRefusal.Kind
    let check: ClientCheck
    var algorithm = "RS256"
    /// Replaces a claim; null removes it.
    var claim = ""
    var value = JSON.null
  }

  static let cases: [Case] = [
    Case(refusal: .idTokenUnsigned, check: .idTokenSigned, algorithm: "none"),
    Case(refusal: .idTokenUnsigned, check: .idTokenSigned, algorithm: "HS256"),
    Case(refusal: .idTokenIssuerWrong, check: .idTokenIssuerExpected, claim: "iss", value: "http://127.0.0.1:8415"),
    Case(refusal: .idTokenIssuerWrong, check: .idTokenIssuerExpected, claim: "iss"),
    Case(refusal: .idTokenForAnother, check: .idTokenMeantForUs, claim: "aud", value: ["other-app", "third-app"]),
    Case(refusal: .idTokenForAnother, check: .idTokenMeantForUs, claim: "aud"),
    Case(refusal: .idTokenExpired, check: .idTokenNotExpired, claim: "exp", value: 1_795_219_200),
    Case(refusal: .idTokenExpired, check: .idTokenNotExpired, claim: "exp", value: "tomorrow"),
    Case(refusal: .nonceWrong, check: .nonceOurs, claim: "nonce", value: "other"),
    Case(refusal: .nonceWrong, check: .nonceOurs, claim: "nonce"),
    Case(refusal: .accessTokenHashWrong, check: .accessTokenHashFits, claim: "at_hash", value: "other"),
  ]

  static func client() throws -> OAuthClient {
    var client = try Workshop.client()
    client.configuration.expectsIDToken = true
    _ = client.beginAuthorization(at: Workshop.start)
    return client
  }

  static func idToken(of client: OAuthClient, _ algorithm: String, _ claim: String, _ value: JSON) -> String {
    var claims: [JSON.Member] = [
      .init("iss", .string(Workshop.issuer)), .init("sub", "alice"), .init("aud", "workshop-app"),
      .init("exp", 1_795_219_201), .init("nonce", .string(client.attempt?.nonce ?? "")),
      .init("at_hash", .string(AccessTokenHash.of(accessToken))),
    ]
    claims.removeAll { $0.name == claim }
    if !claim.isEmpty, value != .null { claims.append(.init(claim, value)) }
    let header: JSON = ["alg": .string(algorithm)]
    return "\(Base64URL.encode(header.octets)).\(Base64URL.encode(JSON.object(claims).octets)).AAAA"
  }

  static func response(_ idToken: JSON) -> ResponseMessage {
    let body: JSON = ["access_token": .string(accessToken), "token_type": "Bearer", "id_token": idToken]
    return Workshop.answer(body.text)
  }

  @Test func `is asked for with a nonce, fresh for each request`() throws {
    var client = try Self.client()
    let first = try #require(client.authorizationDraft()?.query[.nonce])
    #expect(first == client.attempt?.nonce)
    #expect(first.utf8.count == 22)
    #expect(client.beginAuthorization(at: Workshop.start).query[.nonce] != first)
    #expect(try Workshop.waiting().authorizationDraft()?.query[.nonce] == nil)
  }

  @Test func `is kept when every check passed, its hash of the access token there or not`() throws {
    for claim in ["", "at_hash"] {
      var client = try Self.client()
      let token = Self.idToken(of: client, "ES256", claim, .null)
      let judgement = client.judge(tokenResponse: Self.response(.string(token)), at: Workshop.start)
      #expect(judgement.refusal == nil)
      #expect(judgement.results.map(\.check).suffix(7) == Self.checks)
      #expect(client.idToken?.claims?["sub"] == "alice")
      #expect(client.accessToken != nil)
    }
  }

  @Test(arguments: cases)
  func `is refused, and the access token with it`(_ example: Case) throws {
    var client = try Self.client()
    let token = Self.idToken(of: client, example.algorithm, example.claim, example.value)
    let judgement = client.judge(tokenResponse: Self.response(.string(token)), at: Workshop.start)
    let refusal = try #require(judgement.refusal)
    #expect(refusal.kind == example.refusal)
    #expect(judgement.results.first { $0.outcome == .refused }?.check == example.check)
    #expect(refusal.finding.expected?.revealed.isEmpty == false)
    #expect(refusal.finding.found?.revealed.isEmpty == false)
    #expect(client.accessToken == nil)
    #expect(client.idToken == nil)
  }

  @Test func `must be there and readable`() throws {
    var client = try Self.client()
    let missing = Workshop.answer(#"{"access_token":"\#(Self.accessToken)","token_type":"Bearer"}"#)
    #expect(client.judge(tokenResponse: missing, at: Workshop.start).refusal == .idTokenMissing)
    for unreadable: JSON in [7, "abc", "e30.W10.AAAA", ""] {
      let judgement = client.judge(tokenResponse: Self.response(unreadable), at: Workshop.start)
      #expect(judgement.refusal == .idTokenUnreadable(unreadable))
    }
  }
}
