import HTTPTypes
import OAuth
import OAuthClient
import Testing

@Suite("RFC 6750 §2.1, §3: protected resource")
struct ResourceExchangeTests {
  private static let checks: [ClientCheck] = [.resourceResponseSuccessful, .resourceResponseObject, .subjectReceived]

  private func clientWithToken() throws -> OAuthClient {
    var client = try Workshop.withCode()
    _ = client.judge(
      tokenResponse: Workshop.answer(#"{"access_token":"mF_9.B5f-4.1JqM","token_type":"Bearer"}"#), at: Workshop.start)
    return client
  }

  @Test func `the request is literally this`() throws {
    #expect(
      Workshop.lines(try clientWithToken().resourceDraft().message()) == [
        "GET /me", "Host: 127.0.0.1:8414", "Authorization: Bearer mF_9.B5f-4.1JqM", "", "",
      ])
  }

  @Test func `without a token the scheme stands alone`() throws {
    #expect(try Workshop.client().resourceDraft().fields == [.authorization: "Bearer"])
  }

  @Test func `a good answer passes every check in order and is kept with the order of its members`() throws {
    var client = try clientWithToken()
    let judgement = client.judge(resourceResponse: Workshop.answer(#"{"sub":"alice","name":"Alice Liddell"}"#))
    #expect(judgement.refusal == nil)
    #expect(judgement.results.map(\.check) == Self.checks)
    #expect(judgement.results.map(\.outcome) == [.passed, .passed, .passed])
    #expect(judgement.results.map(\.finding.found) == ["200", "the members sub, name", "alice"])
    #expect(client.resource?.text == #"{"sub":"alice","name":"Alice Liddell"}"#)
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let body: String
    var status = 200
    var challenges: [String] = []
    let check: ClientCheck
    let refusal: ClientRefusal
    let found: String
    var testDescription: String { "\(refusal.name): \(status) \(challenges) \(body)" }
  }

  static let cases: [Case] = [
    Case(
      body: "", status: 401, challenges: [#"Bearer realm="example""#], check: .resourceResponseSuccessful,
      refusal: .resourceRefused(status: 401, nil, description: nil), found: "401"),
    Case(
      body: "", status: 401,
      challenges: [
        #"Bearer realm="example", error="invalid_token", error_description="The access token expired""#
      ],
      check: .resourceResponseSuccessful,
      refusal: .resourceRefused(status: 401, .invalidToken, description: "The access token expired"),
      found: "401, invalid_token: The access token expired"),
    Case(
      body: "", status: 403, challenges: [#"Basic realm="x", bearer error="insufficient_scope""#],
      check: .resourceResponseSuccessful,
      refusal: .resourceRefused(status: 403, .insufficientScope, description: nil), found: "403, insufficient_scope"),
    Case(
      body: "", status: 401, challenges: ["Negotiate abc==", "Bearer error=invalid_token"],
      check: .resourceResponseSuccessful, refusal: .resourceRefused(status: 401, .invalidToken, description: nil),
      found: "401, invalid_token"),
    Case(
      body: #"{"sub":"alice"}"#, status: 302, check: .resourceResponseSuccessful,
      refusal: .resourceRefused(status: 302, nil, description: nil), found: "302"),
    Case(
      body: "[1]", check: .resourceResponseObject, refusal: .resourceResponseNotObject([1]), found: "an array"),
    Case(
      body: #"{"name":"x"}"#, check: .subjectReceived, refusal: .subjectMissing(found: nil), found: "nothing"),
    Case(
      body: #"{"sub":1}"#, check: .subjectReceived, refusal: .subjectMissing(found: 1), found: "a number"),
    Case(
      body: #"{"sub":""}"#, check: .subjectReceived, refusal: .subjectMissing(found: ""), found: "an empty string"),
  ]

  @Test func `whose it is can stand in another member`() throws {
    var client = try clientWithToken()
    client.configuration.subjectMember = "ID"
    #expect(client.judge(resourceResponse: Workshop.answer(#"{"ID":"1"}"#)).refusal == nil)
    #expect(client.judge(resourceResponse: Workshop.answer(#"{"sub":"1"}"#)).refusal == .subjectMissing(found: nil))
  }

  @Test(arguments: cases)
  func `a bad answer is refused by its check and is not kept`(example: Case) throws {
    var client = try clientWithToken()
    let before = client
    let judgement = client.judge(
      resourceResponse: Workshop.answer(example.body, status: example.status, challenges: example.challenges))
    #expect(judgement.refusal == example.refusal)
    #expect(judgement.results.map(\.check) == Self.checks)
    let position = try #require(Self.checks.firstIndex(of: example.check))
    let outcomes = judgement.results.map(\.outcome)
    #expect(outcomes[..<position].allSatisfy { $0 == .passed })
    #expect(outcomes[position] == .refused)
    #expect(outcomes[(position + 1)...].allSatisfy { $0 == .notReached })
    #expect(judgement.results[position].finding.found?.revealed == example.found)
    #expect(client == before)
  }

  @Test(arguments: ["", "{", #"{"sub":"a","sub":"b"}"#])
  func `an answer that is not JSON is refused`(body: String) throws {
    var client = try clientWithToken()
    let judgement = client.judge(resourceResponse: Workshop.answer(body))
    #expect(judgement.refusal?.kind == .resourceResponseNotJSON)
    #expect(client.resource == nil)
  }
}
