import OAuth
import OAuthClient
import Testing

/// ID tokens as a server, or somebody who would like to be one, makes them.
enum IDTokens {
  static let accessToken = "2YotnFZFEjr1zCsicMWpAA"
  static let now: Int64 = 1_795_219_200
  static let key = SigningKey.ofRFC7515(.rs256)
  /// A key of nobody that the client knows.
  static let stranger = SigningKey.generate(.rs256)

  static func client() throws -> OAuthClient {
    var client = try Workshop.client()
    client.configuration.expectsIDToken = true
    _ = client.beginAuthorization(at: Workshop.start)
    _ = client.judge(keysResponse: Workshop.answer(JSONWebKeySet([key.publicKey]).json.text))
    return client
  }

  /// The right claims, but for one that is replaced or, with null, removed.
  static func claims(_ nonce: String?, _ claim: String = "", _ value: JSON = .null) -> JSON {
    var claims: [JSON.Member] = [
      .init("iss", .string(Workshop.issuer)), .init("sub", "alice"), .init("aud", "workshop-app"),
      .init("exp", .integer(now + 1)), .init("iat", .integer(now)), .init("nonce", .string(nonce ?? "")),
      .init("at_hash", .string(AccessTokenHash.of(accessToken))),
    ]
    claims.removeAll { $0.name == claim }
    if !claim.isEmpty, value != .null { claims.append(.init(claim, value)) }
    return .object(claims)
  }

  static func signed(_ claims: JSON, by key: SigningKey = key) -> String {
    JSONWebSignature(claims, type: "JWT", by: key).text
  }

  /// A token whose header says what it likes.
  static func unsigned(_ header: JSON, _ claims: JSON) -> String {
    "\(Base64URL.encode(header.octets)).\(Base64URL.encode(claims.octets)).AAAA"
  }

  static func response(_ idToken: JSON, scope: String? = nil) -> ResponseMessage {
    var members: [JSON.Member] = [
      .init("access_token", .string(accessToken)), .init("token_type", "Bearer"), .init("id_token", idToken),
    ]
    if let scope { members.append(.init("scope", .string(scope))) }
    return Workshop.answer(JSON.object(members).text)
  }
}

@Suite("OpenID Connect Core §3.1.3.7: the ID token")
struct IDTokenTests {
  static let checks: [ClientCheck] = [
    .idTokenReadable, .idTokenSigned, .idTokenSignatureFits, .idTokenIssuerExpected, .idTokenMeantForUs,
    .idTokenNotExpired, .idTokenFresh, .nonceOurs, .accessTokenHashFits,
  ]

  struct Case: Sendable {
    let refusal: ClientRefusal.Kind
    let check: ClientCheck
    let claim: String
    /// Null removes the claim.
    var value = JSON.null
  }

  static let cases: [Case] = [
    Case(refusal: .idTokenIssuerWrong, check: .idTokenIssuerExpected, claim: "iss", value: "http://127.0.0.1:8415"),
    Case(refusal: .idTokenIssuerWrong, check: .idTokenIssuerExpected, claim: "iss"),
    Case(refusal: .idTokenForAnother, check: .idTokenMeantForUs, claim: "aud", value: ["other-app", "third-app"]),
    Case(refusal: .idTokenForAnother, check: .idTokenMeantForUs, claim: "aud", value: ["workshop-app", "other-app"]),
    Case(refusal: .idTokenForAnother, check: .idTokenMeantForUs, claim: "aud", value: []),
    Case(refusal: .idTokenForAnother, check: .idTokenMeantForUs, claim: "aud"),
    Case(refusal: .idTokenExpired, check: .idTokenNotExpired, claim: "exp", value: .integer(IDTokens.now)),
    Case(refusal: .idTokenExpired, check: .idTokenNotExpired, claim: "exp", value: "tomorrow"),
    Case(refusal: .idTokenIssueTimeWrong, check: .idTokenFresh, claim: "iat", value: .integer(IDTokens.now - 601)),
    Case(refusal: .idTokenIssueTimeWrong, check: .idTokenFresh, claim: "iat", value: .integer(IDTokens.now + 601)),
    Case(refusal: .idTokenIssueTimeWrong, check: .idTokenFresh, claim: "iat"),
    Case(refusal: .nonceWrong, check: .nonceOurs, claim: "nonce", value: "other"),
    Case(refusal: .nonceWrong, check: .nonceOurs, claim: "nonce"),
    Case(refusal: .accessTokenHashWrong, check: .accessTokenHashFits, claim: "at_hash", value: "other"),
  ]

  @Test func `is asked for with a nonce, fresh for each request`() throws {
    var client = try IDTokens.client()
    let first = try #require(client.beginAuthorization(at: Workshop.start).query[.nonce])
    #expect(first == client.attempt?.nonce)
    #expect(first.utf8.count == 22)
    #expect(client.beginAuthorization(at: Workshop.start).query[.nonce] != first)
    var other = try Workshop.client()
    #expect(other.beginAuthorization(at: Workshop.start).query[.nonce] == nil)
  }

  @Test(arguments: ["", "at_hash"])
  func `is kept when every check passed, its hash of the access token there or not`(_ removed: String) throws {
    var client = try IDTokens.client()
    let token = IDTokens.signed(IDTokens.claims(client.attempt?.nonce, removed))
    let judgement = client.judge(tokenResponse: IDTokens.response(.string(token)), at: Workshop.start)
    #expect(judgement.refusal == nil)
    #expect(judgement.results.map(\.check).suffix(Self.checks.count) == Self.checks)
    #expect(client.idToken?.claims?["sub"] == "alice")
    #expect(client.accessToken != nil)
  }

  @Test(arguments: cases)
  func `is refused for a claim, and the access token with it`(_ example: Case) throws {
    var client = try IDTokens.client()
    let token = IDTokens.signed(IDTokens.claims(client.attempt?.nonce, example.claim, example.value))
    try expect(example.refusal, by: example.check, of: token, &client)
  }

  @Test(arguments: ["none", "HS256"])
  func `is refused where nothing signs it`(_ algorithm: String) throws {
    var client = try IDTokens.client()
    let token = IDTokens.unsigned(["alg": .string(algorithm)], IDTokens.claims(client.attempt?.nonce))
    try expect(.idTokenUnsigned, by: .idTokenSigned, of: token, &client)
  }

  @Test func `is refused where another algorithm signs it than was registered`() throws {
    var client = try IDTokens.client()
    let other = SigningKey.ofRFC7515(.es256)
    _ = client.judge(keysResponse: Workshop.answer(JSONWebKeySet([other.publicKey]).json.text))
    let token = IDTokens.signed(IDTokens.claims(client.attempt?.nonce), by: other)
    try expect(.idTokenAlgorithmWrong, by: .idTokenSigned, of: token, &client)
    client.configuration.idTokenAlgorithm = .es256
    #expect(client.judge(tokenResponse: IDTokens.response(.string(token)), at: Workshop.start).refusal == nil)
  }

  @Test func `is refused with a signature of a stranger, whatever key it names`() throws {
    var client = try IDTokens.client()
    let claims = IDTokens.claims(client.attempt?.nonce)
    let strangers = IDTokens.signed(claims, by: IDTokens.stranger)
    try expect(.idTokenKeyUnknown, by: .idTokenSignatureFits, of: strangers, &client)
    let signature = try #require(strangers.split(separator: ".").last)
    let parts = IDTokens.signed(claims).split(separator: ".")
    let forged = "\(parts[0]).\(parts[1]).\(signature)"
    try expect(.idTokenSignatureWrong, by: .idTokenSignatureFits, of: forged, &client)
  }

  @Test func `is refused with one claim changed under a signature that was right`() throws {
    var client = try IDTokens.client()
    let parts = IDTokens.signed(IDTokens.claims(client.attempt?.nonce)).split(separator: ".")
    let changed = Base64URL.encode(IDTokens.claims(client.attempt?.nonce, "sub", "bob").octets)
    try expect(.idTokenSignatureWrong, by: .idTokenSignatureFits, of: "\(parts[0]).\(changed).\(parts[2])", &client)
  }

  @Test func `is refused where the client has no keys at all`() throws {
    var client = try Workshop.client()
    client.configuration.expectsIDToken = true
    _ = client.beginAuthorization(at: Workshop.start)
    let token = IDTokens.signed(IDTokens.claims(client.attempt?.nonce))
    try expect(.idTokenKeyUnknown, by: .idTokenSignatureFits, of: token, &client)
  }

  @Test func `must be there and readable`() throws {
    var client = try IDTokens.client()
    let missing = Workshop.answer(#"{"access_token":"\#(IDTokens.accessToken)","token_type":"Bearer"}"#)
    #expect(client.judge(tokenResponse: missing, at: Workshop.start).refusal == .idTokenMissing)
    for unreadable: JSON in [7, "abc", "e30.W10.AAAA", ""] {
      let judgement = client.judge(tokenResponse: IDTokens.response(unreadable), at: Workshop.start)
      #expect(judgement.refusal == .idTokenUnreadable(unreadable))
    }
  }

  @Test func `is not looked for where openid was not granted`() throws {
    var client = try IDTokens.client()
    let judgement = client.judge(tokenResponse: IDTokens.response("abc", scope: "profile"), at: Workshop.start)
    #expect(judgement.refusal == nil)
    #expect(client.accessToken != nil)
    #expect(client.idToken == nil)
  }

  private func expect(
    _ kind: ClientRefusal.Kind, by check: ClientCheck, of token: String, _ client: inout OAuthClient
  ) throws {
    let before = client
    let judgement = client.judge(tokenResponse: IDTokens.response(.string(token)), at: Workshop.start)
    let refusal = try #require(judgement.refusal)
    #expect(refusal.kind == kind)
    #expect(judgement.results.first { $0.outcome == .refused }?.check == check)
    #expect(refusal.finding.expected?.revealed.isEmpty == false)
    #expect(refusal.finding.found?.revealed.isEmpty == false)
    #expect(client == before)
  }
}
