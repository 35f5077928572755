import AuthorizationServer
import OAuth
import OAuthClient
import Testing

@testable import Playground

/// How a request gets to the server and its answer back.
enum Road: CaseIterable {
  case memory
  case loopback

  /// Runs a scenario to its end.
  func run(_ scenario: Scenario) throws -> ScenarioRun {
    switch self {
    case .memory:
      let carrier = MemoryCarrier(profile: try #require(Profile.named(scenario.profile)))
      return try Self.run(scenario, by: carrier, on: carrier.host.server)
    case .loopback:
      let carrier = try LoopbackCarrier(profile: try #require(Profile.named(scenario.profile)))
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

  static let revoked = "client → server  POST /revoke  200"
  static func refresh(_ status: Int) -> String { token(status) }
  static func introspect(_ status: Int) -> String { "api → server  POST /introspect  \(status)" }

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
    "nonce-differs": authorized + [keys, token(200), me(400)],
    "two-at-once": authorized + [token(200), token(400), keys, me(401)],
    "refresh-rotated": authorized + [keys, token(200), refresh(200), refresh(400), me(401)],
    "token-revoked": authorized + [
      keys, token(200), introspect(200), introspect(200), revoked, introspect(200), me(401), refresh(400), revoked,
    ],
    "client-credentials": [token(200), introspect(200), me(403), token(400), token(401)],
    "store-fails": authorized + [keys, token(503), token(200), me(401), me(200)],
    "pkce-left-out": [open] + authorized + [keys, token(400)],
    "pkce-left-out@oauth21": [
      "browser → server  GET /authorize  303", "browser → client  GET /callback  200",
    ] + authorized + [keys, token(200)],
    "rewind-and-compare": authorized + [keys, token(200), me(200), token(200), token(400), me(401)],
    "access-token-expired": authorized + [keys, token(200), me(200), me(401), me(401)],
  ].merging(mistakes) { first, _ in first }

  @Test func `each is written down, at least under its first profile`() {
    #expect(ScenarioLibrary.all.filter { Self.conversations[$0.name] == nil }.isEmpty)
    #expect(Set(Self.conversations.keys).isSubset(of: ScenarioLibrary.performances.map(\.name)))
  }

  @Test(arguments: Road.allCases, ScenarioLibrary.performances)
  func `each goes as written and every expectation is met`(_ road: Road, _ scenario: Scenario) throws {
    let run = try road.run(scenario)
    let arrows = run.results.flatMap(\.exchanges).map { ExchangeText($0, .shortened).arrow }
    if let expected = Self.conversations[scenario.name] {
      // Which of two comes first, and whether the keys are asked for before the second answer, is chance on the wire.
      #expect(road == .memory ? arrows == expected : arrows.sorted() == expected.sorted())
    }
    #expect(run.results.count == scenario.steps.count)
    for result in run.results {
      #expect((result.failure == nil) != result.expectsNoAnswer)
      for comparison in result.comparisons { #expect(comparison.found == comparison.expected || comparison.isMet) }
    }
    #expect(run.isMet)
  }

  @Test(arguments: ScenarioLibrary.performances)
  func `the same seed gives the same transcript twice, octet for octet`(
    _ scenario: Scenario
  )
    throws
  {
    let texts = try (0..<2).map { _ in Transcript(.none).text(of: try Road.memory.run(scenario)) }
    #expect(texts[0].hasSameOctets(as: texts[1]))
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
    let error = #expect(throws: FileFault.self) {
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
            expect: { status: 400, error: invalid_request, refusal: stateMissing, client: stateWrong }
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
        "client: stateWrong, none, false",
        "status: 200, 200, true",
        "client: stateWrong, accepted, false",
        "body.token_type: \"mac\", \"Bearer\", false",
        "body.expires_in: \"3600\", 3600, false",
        "body.scope: none, \"openid profile email\", false",
      ])
  }

  @Test func `look at headers, descriptions and single checks as well`() throws {
    let scenario = try ScenarioReader.scenario(
      in: Array(
        """
        scenario: closer
        steps:
          - token: {}
            expect:
              error_description: { contains: client }
              headers: { cache-control: no-store, Pragma: no, Allow: null, Server: x }
              checks: { grantTypePresent: passed, authorizationCodePresent: passed, nonceOurs: notReached, stateOurs: passed }
          - me: { headers: { Authorization: null } }
            expect: { error_description: null, headers: { WWW-Authenticate: { contains: realm } } }
        """.utf8), file: "closer.yaml")
    let run = try Road.memory.run(scenario)
    let told = run.results.flatMap(\.comparisons).map { "\($0.name): \($0.expected), \($0.found), \($0.isMet)" }
    let description = try #require(run.results.first?.exchanges.last?.errorOnWire?.description)
    #expect(
      told == [
        "error_description: with client, \(description), false",
        "header.cache-control: no-store, no-store, true",
        "header.Pragma: no, no-cache, false",
        "header.Allow: none, none, true",
        "header.Server: x, none, false",
        "check.grantTypePresent: passed, passed, true",
        "check.authorizationCodePresent: passed, refused, false",
        "check.nonceOurs: notReached, notReached, true",
        "check.stateOurs: passed, none, false",
        "error_description: none, none, true",
        "header.WWW-Authenticate: with realm, Bearer realm=\"oauth-playground\", true",
      ])
  }

  @Test func `of several answers belong to whichever fits, and what fits nowhere is told`() throws {
    let scenario = try ScenarioReader.scenario(
      in: Array(
        """
        scenario: several
        steps:
          - authorize: {}
          - consent: { as: alice }
          - token: {}
          - together: [me: {}, token: {}, me: { headers: { Authorization: null } }]
            expect: [{ status: 401 }, { status: 404 }, { status: 200 }]
        """.utf8), file: "several.yaml")
    let run = try Road.memory.run(scenario)
    let told = run.results.flatMap(\.comparisons).map { "\($0.name): \($0.expected), \($0.found), \($0.isMet)" }
    #expect(
      told == [
        "answer 3: status: 401, 401, true", "answer 2: status: 404, 400, false", "answer 1: status: 200, 200, true",
      ])
    #expect(!run.isMet)
  }

  @Test(arguments: [
    ([[true, true], [true, false]], [1, 0]), ([[true, false], [true, false]], [0, nil]), ([[], []], [nil, nil]),
    ([[true, true, false], [true, false, false], [false, true, true]], [1, 0, 2]),
  ])
  func `find as many counterparts as there are`(_ fits: [[Bool]], _ counterparts: [Int?]) {
    #expect(Assignment.of(fits) == counterparts)
  }

  @Test func `that were met count no longer when somebody goes back before them`() throws {
    let scenario = try #require(ScenarioLibrary.scenario("code-expired"))
    let carrier = MemoryCarrier()
    var walkthrough = try carrier.walkthrough()
    var run = ScenarioRun(scenario)
    run.finish(&walkthrough, by: carrier)
    #expect(run.isFinished)
    let moment = try #require(walkthrough.moments.last { $0.stage == .token })
    let went = walkthrough.rewind(to: moment.number)
    #expect(went)
    carrier.rewind(to: moment.number)
    run.rewind(to: moment.number)
    #expect(run.results.map(\.step.title) == ["authorize", "consent, as alice, allow", "advance 31 s"])
    run.finish(&walkthrough, by: carrier)
    #expect(run.isFinished && run.isMet)
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
