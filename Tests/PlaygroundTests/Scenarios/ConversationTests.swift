import AuthorizationServer
import OAuth
import OAuthClient
import Playground
import Testing

/// How a request gets to the server and its answer back.
enum Road: CaseIterable {
  case memory
  case loopback

  /// Runs a scenario to its end.
  func run(_ scenario: Scenario) throws -> ScenarioRun {
    switch self {
    case .memory:
      let carrier = MemoryCarrier()
      return try Self.run(scenario, by: carrier, on: carrier.host.server)
    case .loopback:
      let carrier = try LoopbackCarrier()
      defer { carrier.close() }
      return try Self.run(scenario, by: carrier, on: carrier.host.server)
    }
  }

  private static func run(
    _ scenario: Scenario, by carrier: some Carrier, on server: AuthorizationServer
  ) throws -> ScenarioRun {
    var run = ScenarioRun(scenario)
    var walkthrough = try Walkthrough.demonstration(scenario.client.text, of: server, at: carrier.now)
    run.finish(&walkthrough, by: carrier)
    return run
  }
}

@Suite struct `Conversations of the built-in scenarios` {
  static let open = "browser → server  GET /authorize  200"
  static let consent = [
    "browser → server  POST /authorize/login  303",
    "browser → server  GET /authorize/consent  200",
    "browser → server  POST /authorize/consent  303",
    "browser → client  GET /callback  200",
  ]
  static let authorized = [open] + consent
  static let keys = "client → server  GET /jwks  200"
  static func token(_ status: Int) -> String { "client → server  POST /token  \(status)" }
  static func me(_ status: Int) -> String { "client → server  GET /me  \(status)" }

  static let conversations: [String: [String]] = [
    "happy-path": authorized + [keys, token(200), me(200)],
    "access-denied": authorized + [keys, token(400)],
    "redirect-uri-differs": ["browser → server  GET /authorize  400"] + authorized + [keys, token(400), token(200)],
    "state-differs": authorized + [keys, token(400)],
    "missing-grant-type": authorized + [keys, token(400), token(400), token(200)],
    "wrong-client-secret": authorized + [keys, token(401), token(401), token(200), me(200)],
    "pkce-verifier-wrong": authorized + [keys, token(400), token(400), token(200), me(200)],
    "code-expired": authorized + [keys, token(400)],
    "code-replayed": authorized + [keys, token(200), me(200), token(400), me(401)],
    "access-token-expired": authorized + [keys, token(200), me(200), me(401), me(401)],
  ].merging(mistakes) { first, _ in first }

  @Test func `each is written down`() {
    #expect(Set(Self.conversations.keys) == Set(ScenarioLibrary.all.map(\.id)))
  }

  @Test(arguments: Road.allCases, ScenarioLibrary.all)
  func `each goes as written and every expectation is met`(_ road: Road, _ scenario: Scenario) throws {
    let run = try road.run(scenario)
    let arrows = run.results.flatMap(\.exchanges).map { ExchangeText($0, .shortened).arrow }
    #expect(arrows == Self.conversations[scenario.id])
    #expect(run.results.count == scenario.steps.count)
    for result in run.results {
      #expect(result.failure == nil)
      for comparison in result.comparisons { #expect(comparison.found == comparison.expected || comparison.isMet) }
    }
    #expect(run.isMet)
  }

  @Test func `the same seed gives the same octets on both roads`() throws {
    let scenario = try #require(ScenarioLibrary.scenario("code-replayed"))
    let octets = try Road.allCases.map { try $0.run(scenario).results.flatMap(\.exchanges).map(\.requestBytes) }
    #expect(octets[0] == octets[1])
  }
}

@Suite struct `A step that changes the policy` {
  @Test(arguments: Road.allCases)
  func `bends the server from there on`(_ road: Road) throws {
    let scenario = try ScenarioReader.scenario(
      in: Array(
        """
        scenario: bent
        steps:
          - authorize: {}
            expect: { status: 200 }
          - policy: { stateRequired: true, codeLifetime: 0.5 }
          - authorize: { state: null }
            expect: { refusal: stateMissing }
        """.utf8), file: "bent.yaml")
    let run = try road.run(scenario)
    #expect(run.isMet)
    #expect(run.results[1].step.title == "policy, stateRequired: true, codeLifetime: 0.5")
  }

  @Test func `is refused with its line where a switch cannot be set so`() {
    let yaml = "scenario: bent\nsteps:\n  - policy:\n      codeReuse: maybe\n"
    let error = #expect(throws: ScenarioFault.self) {
      try ScenarioReader.scenario(in: Array(yaml.utf8), file: "bent.yaml")
    }
    #expect(
      error?.description
        == #"bent.yaml:4: "codeReuse" must be refuseAndRevoke, refuse or allow, but it is "maybe""#)
  }
}

@Suite struct `Expectations` {
  @Test func `are compared with what came, and the difference is told`() throws {
    let scenario = try ScenarioReader.scenario(
      in: Array(
        """
        scenario: wrong
        steps:
          - authorize: {}
            expect: { status: 400, error: invalid_request, refusal: stateMissing, client: accepted }
          - consent: { as: alice }
          - token: {}
            expect: { status: 200, client: stateWrong, body: { token_type: mac, expires_in: "3600", scope: null } }
        """.utf8), file: "wrong.yaml")
    let run = try Road.memory.run(scenario)
    #expect(!run.isMet)
    let told = run.results.flatMap(\.comparisons).map { "\($0.name): \($0.expected), \($0.found), \($0.isMet)" }
    #expect(
      told == [
        "status: 400, 200, false",
        "error: invalid_request, none, false",
        "refusal: stateMissing, none, false",
        "client: accepted, none, false",
        "status: 200, 200, true",
        "client: stateWrong, accepted, false",
        "body.token_type: \"mac\", \"Bearer\", false",
        "body.expires_in: \"3600\", 3600, false",
        "body.scope: none, \"openid profile email\", false",
      ])
  }

  @Test func `a request without an answer fails its step, and the run goes on`() throws {
    let scenario = try #require(ScenarioLibrary.scenario("happy-path"))
    let carrier = MemoryCarrier(isCutOff: { $0.message?.path == "/token" })
    var walkthrough = try carrier.walkthrough()
    var run = ScenarioRun(scenario)
    run.finish(&walkthrough, by: carrier)
    #expect(run.results.map(\.isMet) == [true, true, false, false])
    #expect(run.results[2].failure == CarrierFailure("the cable was cut"))
    #expect(RunReport(scenario).lines(run.results[2])[2] == "     ✗ the cable was cut")
    #expect(RunReport(scenario).summary(run) == "  ✗ failed: 3 of 13 expectations met, 1 without an answer")
  }

  @Test func `a step can be prepared, looked at and changed before it begins`() throws {
    let scenario = try #require(ScenarioLibrary.scenario("state-differs"))
    let carrier = MemoryCarrier()
    var walkthrough = try carrier.walkthrough()
    var run = ScenarioRun(scenario)
    run.prepare(&walkthrough)
    let state = try #require(walkthrough.editors[.authorize]?.fields.first { $0.name == "state" })
    #expect(state.value == "planted-by-somebody-else")
    #expect(state.condition == .edited)
    #expect(!run.isUnderWay)
    guard case .send(let dispatch) = run.begin(&walkthrough, at: carrier.now) else {
      Issue.record("nothing to send")
      return
    }
    #expect(run.isUnderWay)
    let again = run.begin(&walkthrough, at: carrier.now)
    #expect(again == .wait)
    #expect(String(decoding: dispatch.octets, as: UTF8.self).contains("state=planted-by-somebody-else"))
  }
}
