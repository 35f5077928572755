import OAuth
import OAuthClient
import Testing

@Suite("RFC 6749 §4.1.1: authorization request")
struct AuthorizationRequestTests {
  @Test func `the request is literally this`() throws {
    var client = try Workshop.client()
    let draft = client.beginAuthorization(at: Workshop.start)
    #expect(
      Workshop.lines(draft.message()) == [
        "GET /authorize?response_type=code&client_id=workshop-app"
          + "&redirect_uri=http%3A%2F%2F127.0.0.1%3A8252%2Fcallback&scope=openid%20profile"
          + "&state=3l80SatLsUPRQqQCuhYjgg&code_challenge=PmPRz3jG43_RSxvUIxc-BgfpozBuX-1i00sczv91aYg"
          + "&code_challenge_method=S256",
        "Host: 127.0.0.1:8414", "", "",
      ])
  }

  @Test func `the attempt remembers what the response and the token request need`() throws {
    let client = try Workshop.waiting()
    let attempt = try #require(client.attempt)
    #expect(attempt.state == Workshop.state)
    #expect(attempt.codeVerifier.text == Workshop.verifier)
    #expect(attempt.challengeMethod == .s256)
    #expect(attempt.redirectionURI == "http://127.0.0.1:8252/callback")
    #expect(attempt.started == Workshop.start)
    #expect(attempt.answered == nil)
  }

  @Test func `an empty scope is not sent`() throws {
    var client = try Workshop.client()
    client.configuration.scope = Scope()
    #expect(client.beginAuthorization(at: Workshop.start).query.values(of: .scope).isEmpty)
  }

  @Test func `a new attempt has new secrets, drops the code and keeps the tokens`() throws {
    var client = try Workshop.withCode()
    _ = client.judge(
      tokenResponse: Workshop.answer(#"{"access_token":"a","token_type":"Bearer","refresh_token":"r"}"#),
      at: Workshop.start)
    let draft = client.beginAuthorization(at: Workshop.start + .seconds(1))
    #expect(draft.query[.state] == Workshop.secondState)
    #expect(client.attempt?.codeVerifier.text == "vC3WL1GWjcVmPqHmPHemolGwb9aI9IOSAj78_OUXHQI")
    #expect(client.receivedCode == nil)
    #expect(client.accessToken?.token.text == "a")
    #expect(client.refreshToken == "r")
  }
}

@Suite("RFC 6749 §4.1.2, RFC 9207: authorization response")
struct AuthorizationResponseTests {
  private static let checks: [ClientCheck] = [
    .attemptUnderWay, .authorizationResponseDecodable, .parametersSentOnce, .stateOurs, .issuerExpected,
    .authorizationGranted, .authorizationCodeReceived,
  ]
  private let good = "code=code-1&state=\(Workshop.state)&iss=http%3A%2F%2F127.0.0.1%3A8414"

  @Test func `a good response passes every check in order and gives the code`() throws {
    var client = try Workshop.waiting()
    let judgement = client.judge(authorizationResponse: Workshop.response(good), at: Workshop.start + .seconds(2))
    #expect(judgement.refusal == nil)
    #expect(judgement.results.map(\.check) == Self.checks)
    #expect(judgement.results.allSatisfy { $0.outcome == .passed })
    #expect(client.receivedCode == "code-1")
    #expect(client.attempt?.answered == Workshop.start + .seconds(2))
  }

  @Test func `evidence shows state and issuer, and marks the code as a secret`() throws {
    var client = try Workshop.waiting()
    let results = client.judge(authorizationResponse: Workshop.response(good), at: Workshop.start).results
    #expect(results[0].finding.found?.revealed == "the request of 00:00:00.000")
    #expect(results[3].finding == Finding(expected: "\(Workshop.state)", found: "\(Workshop.state)"))
    #expect(results[4].finding.found?.revealed == Workshop.issuer)
    #expect(results[6].finding.found?.revealed == "code-1")
    #expect(results[6].finding.found?.shortened == "…")
  }

  /// A response, the check that refuses it and the refusal.
  struct Case: Sendable, CustomTestStringConvertible {
    let query: String
    let check: ClientCheck
    let refusal: ClientRefusal
    var testDescription: String { "\(refusal.name): \(query)" }

    init(_ query: String, _ check: ClientCheck, _ refusal: ClientRefusal) {
      (self.query, self.check, self.refusal) = (query, check, refusal)
    }
  }

  static let cases: [Case] = {
    let (ours, issuer) = ("state=\(Workshop.state)", Issuer(Workshop.issuer))
    return [
      Case("code=a&code=b&\(ours)", .parametersSentOnce, .parameterRepeated(.code, times: 2)),
      Case("\(ours)&\(ours)&state=x", .parametersSentOnce, .parameterRepeated(.state, times: 3)),
      Case("code=a", .stateOurs, .stateMissing(expected: Workshop.state)),
      Case("code=a&state=", .stateOurs, .stateMissing(expected: Workshop.state)),
      Case("code=a&state=forged", .stateOurs, .stateWrong("forged", expected: Workshop.state)),
      Case("error=access_denied&state=x", .stateOurs, .stateWrong("x", expected: Workshop.state)),
      Case("code=a&\(ours)x", .stateOurs, .stateWrong("\(Workshop.state)x", expected: Workshop.state)),
      Case("code=a&\(ours)", .issuerExpected, .issuerMissing(expected: issuer)),
      Case(
        "code=a&\(ours)&iss=http://127.0.0.1:9999", .issuerExpected,
        .issuerWrong("http://127.0.0.1:9999", expected: issuer)),
      Case(
        "error=access_denied&\(ours)&iss=\(Workshop.issuer)/", .issuerExpected,
        .issuerWrong("\(Workshop.issuer)/", expected: issuer)),
      Case(
        "error=access_denied&error_description=No+thanks&\(ours)&iss=\(Workshop.issuer)", .authorizationGranted,
        .authorizationErrorReceived(.accessDenied, description: "No thanks")),
      Case(
        "code=a&error=server_error&\(ours)&iss=\(Workshop.issuer)", .authorizationGranted,
        .authorizationErrorReceived(.serverError, description: nil)),
      Case("code=&\(ours)&iss=\(Workshop.issuer)", .authorizationCodeReceived, .authorizationCodeMissing),
    ]
  }()

  @Test(arguments: cases)
  func `a bad response is refused by its check and gives no code`(example: Case) throws {
    var client = try Workshop.waiting()
    let judgement = client.judge(authorizationResponse: Workshop.response(example.query), at: Workshop.start)
    #expect(judgement.refusal == example.refusal)
    #expect(judgement.results.map(\.check) == Self.checks)
    let position = try #require(Self.checks.firstIndex(of: example.check))
    let outcomes = judgement.results.map(\.outcome)
    #expect(outcomes[..<position].allSatisfy { $0 == .passed })
    #expect(outcomes[position] == .refused)
    #expect(outcomes[(position + 1)...].allSatisfy { $0 == .notReached })
    #expect(client.receivedCode == nil)
    #expect(client.tokenDraft().body.parameters?.values(of: .code) == [""], "no token request is possible")
  }

  @Test func `a response to no request is refused`() throws {
    var client = try Workshop.client()
    #expect(
      client.judge(authorizationResponse: Workshop.response(good), at: Workshop.start).refusal
        == .authorizationNotStarted)
    #expect(client.receivedCode == nil)
  }

  @Test(arguments: ["code=%zz", "code=%ff", "state=%00"])
  func `a response that cannot be decoded is refused`(query: String) throws {
    var client = try Workshop.waiting()
    let judgement = client.judge(authorizationResponse: Workshop.response(query), at: Workshop.start)
    #expect(judgement.refusal?.kind == .authorizationResponseUndecodable)
    #expect(judgement.results[1].outcome == .refused)
    #expect(judgement.results[1].finding.found?.revealed.hasSuffix("in pair 1") == true)
  }

  @Test func `the issuer is compared also where none was announced, but may be absent`() throws {
    var client = try Workshop.waiting()
    client.configuration.expectsIssuer = false
    var mixedUp = client
    let absent = client.judge(
      authorizationResponse: Workshop.response("code=a&state=\(Workshop.state)"), at: Workshop.start)
    #expect(absent.refusal == nil)
    #expect(client.receivedCode == "a")
    let wrong = mixedUp.judge(
      authorizationResponse: Workshop.response("code=a&state=\(Workshop.state)&iss=http://evil.example"),
      at: Workshop.start)
    #expect(wrong.refusal == .issuerWrong("http://evil.example", expected: Issuer(Workshop.issuer)))
    #expect(mixedUp.receivedCode == nil)
  }

  @Test func `look-alikes of issuer and state are not equal to them`() throws {
    var client = try Workshop.waiting()
    client.configuration.issuer = Issuer("http://K.example")
    let judgement = client.judge(
      authorizationResponse: Workshop.response("code=a&state=\(Workshop.state)&iss=http://%E2%84%AA.example"),
      at: Workshop.start)
    #expect(judgement.refusal?.kind == .issuerWrong)
    var other = try Workshop.waiting()
    var state = Workshop.state
    while !state.utf8.contains(UInt8(ascii: "K")) {
      _ = other.beginAuthorization(at: Workshop.start)
      state = try #require(other.attempt?.state)
    }
    let lookAlike = state.map { $0 == "K" ? "%E2%84%AA" : String($0) }.joined()
    let forged = other.judge(
      authorizationResponse: Workshop.response("code=a&state=\(lookAlike)&iss=\(Workshop.issuer)"), at: Workshop.start)
    #expect(forged.refusal?.kind == .stateWrong)
    #expect(other.receivedCode == nil)
  }
}

@Suite("RFC 6749 §10.12: an attempt is used once")
struct AttemptReplayTests {
  private let first = "code=code-1&state=\(Workshop.state)&iss=\(Workshop.issuer)"

  @Test func `a second response for the same attempt is refused and the first code stays`() throws {
    var client = try Workshop.withCode()
    let injected = "code=stolen&state=\(Workshop.state)&iss=\(Workshop.issuer)"
    let judgement = client.judge(authorizationResponse: Workshop.response(injected), at: Workshop.start + .seconds(9))
    #expect(judgement.refusal == .authorizationAlreadyAnswered(at: Workshop.start))
    #expect(judgement.results[0].outcome == .refused)
    #expect(client.receivedCode == "code-1")
    #expect(client.attempt?.answered == Workshop.start)
  }

  @Test(arguments: ["error=access_denied&iss=\(Workshop.issuer)", "code=a&iss=http://evil.example", "code=a"])
  func `a refused response with our state uses the attempt up`(query: String) throws {
    var client = try Workshop.waiting()
    _ = client.judge(
      authorizationResponse: Workshop.response("\(query)&state=\(Workshop.state)"), at: Workshop.start)
    let judgement = client.judge(authorizationResponse: Workshop.response(first), at: Workshop.start + .seconds(1))
    #expect(judgement.refusal == .authorizationAlreadyAnswered(at: Workshop.start))
    #expect(client.receivedCode == nil)
  }

  @Test(arguments: ["code=a&state=forged", "code=a", "code=a&code=b&state=\(Workshop.state)", "%zz"])
  func `a response that does not prove our state leaves the attempt to the right one`(query: String) throws {
    var client = try Workshop.waiting()
    #expect(client.judge(authorizationResponse: Workshop.response(query), at: Workshop.start).refusal != nil)
    #expect(client.judge(authorizationResponse: Workshop.response(first), at: Workshop.start).refusal == nil)
    #expect(client.receivedCode == "code-1")
  }

  @Test func `the state of an older attempt is not ours any more`() throws {
    var client = try Workshop.waiting()
    _ = client.beginAuthorization(at: Workshop.start)
    #expect(
      client.judge(authorizationResponse: Workshop.response(first), at: Workshop.start).refusal
        == .stateWrong(Workshop.state, expected: Workshop.secondState))
  }
}

extension RequestDraft.Body {
  /// The parameters of a form.
  var parameters: Parameters? {
    if case .form(let parameters) = self { parameters } else { nil }
  }
}
