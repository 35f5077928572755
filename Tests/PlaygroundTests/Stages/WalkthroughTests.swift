import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Testing

@Suite struct `A walk through the stages` {
  let carrier = MemoryCarrier()

  @Test func `four stages, one after the other, lead to the resource owner's profile`() throws {
    var walk = try carrier.walkthrough()
    for stage in Stage.grant {
      #expect(walk.current == stage)
      carrier.play(stage, &walk)
    }
    #expect(Stage.grant.map(walk.status).map(\.isPassed) == [true, true, true, true])
    #expect(walk.status(.me) == .passed("200 Alice Liddell"))
    #expect(walk.current == .me)
    #expect(walk.timeline.total == 8)
    #expect(walk.errand == nil)
  }

  @Test(arguments: Profile.all.map(\.name))
  func `every server leads there by its own paths`(_ name: String) throws {
    let carrier = MemoryCarrier(profile: try #require(Profile.named(name)))
    var walk = try carrier.walkthrough()
    for stage in Stage.grant { carrier.play(stage, &walk) }
    #expect(Stage.grant.map(walk.status).map(\.isPassed) == [true, true, true, true])
  }

  @Test(arguments: [
    (Stage.token, "400 invalid_request", Refusal.Kind.authorizationCodeMissing),
    (.me, "400 invalid_request", .accessTokenEmpty),
  ])
  func `a later stage can be tried first, and is refused for what it lacks`(
    _ stage: Stage, _ status: String, _ refusal: Refusal.Kind
  ) throws {
    var walk = try carrier.walkthrough()
    carrier.play(stage, &walk)
    #expect(walk.status(stage) == .refused(status))
    #expect(walk.timeline.exchanges.last?.decision?.refusal?.kind == refusal)
    #expect(walk.status(.authorize) == .notStarted)
  }

  @Test func `the code stage opens the authorization request by itself`() throws {
    var walk = try carrier.walkthrough()
    carrier.play(.code, &walk)
    #expect(walk.status(.authorize).isPassed)
    #expect(walk.status(.code).isPassed)
    #expect(walk.client.receivedCode != nil)
    #expect(walk.current == .token)
  }

  @Test func `a denial ends the attempt with the client's reason`() throws {
    var walk = try carrier.walkthrough()
    walk.edit(.code) { $0.override(.page, "decision", with: "deny") }
    carrier.play(.authorize, &walk)
    carrier.play(.code, &walk)
    #expect(walk.status(.code) == .refused("access_denied"))
    #expect(walk.client.receivedCode == nil)
    #expect(walk.timeline.exchanges.last?.judgement?.refusal?.name == "authorizationErrorReceived")
  }

  @Test func `a wrong password stays at the login page, and the right one goes on from there`() throws {
    var walk = try carrier.walkthrough()
    walk.edit(.code) { $0.override(.page, "password", with: "wrong") }
    carrier.play(.authorize, &walk)
    carrier.play(.code, &walk)
    #expect(walk.status(.code) == .refused("400 wrong password"))
    walk.edit(.code) { $0.override(.page, "password", with: "wonderland") }
    carrier.play(.code, &walk)
    #expect(walk.status(.code).isPassed)
  }

  @Test func `unticking every box grants nothing`() throws {
    var walk = try carrier.walkthrough()
    walk.edit(.code) { $0.override(.page, "scope", with: "") }
    carrier.play(.code, &walk)
    #expect(walk.timeline.exchanges.compactMap { $0.decision?.refusal?.kind } == [.scopeEmptied])
    #expect(walk.status(.code) == .refused("access_denied"))
  }

  @Test func `a second attempt has a new state, needs no password, and forgets the old code`() throws {
    var walk = try carrier.walkthrough()
    carrier.play(.code, &walk)
    let first = try #require(walk.client.attempt)
    let code = walk.client.receivedCode
    carrier.play(.authorize, &walk)
    #expect(walk.client.attempt?.state != first.state)
    #expect(walk.client.attempt?.codeVerifier != first.codeVerifier)
    #expect(walk.client.receivedCode == nil)
    #expect(walk.status(.token) == .notStarted)
    carrier.play(.code, &walk)
    #expect(walk.client.receivedCode != nil && walk.client.receivedCode != code)
    let logins = walk.timeline.exchanges.count { $0.decision?.endpoint == .login }
    #expect(logins == 1)
  }

  @Test func `an error before anybody was asked belongs to the authorization request`() throws {
    var walk = try carrier.walkthrough()
    walk.edit(.authorize) { $0.override(.query, "response_type", with: "token") }
    carrier.play(.authorize, &walk)
    #expect(walk.status(.authorize) == .refused("unsupported_response_type"))
    #expect(walk.status(.code) == .notStarted)
    #expect(walk.current == .authorize)
  }

  @Test func `an error page is nobody's response`() throws {
    var walk = try carrier.walkthrough()
    walk.edit(.authorize) { $0.override(.query, "client_id", with: "stranger") }
    carrier.play(.authorize, &walk)
    #expect(walk.status(.authorize) == .refused("400 error page"))
    #expect(walk.timeline.exchanges.map { $0.judgement == nil } == [true])
  }

  @Test func `a server that approves at once passes two stages in one`() throws {
    let carrier = MemoryCarrier(configure: { $0.approvesAs = "bob" })
    var walk = try carrier.walkthrough()
    carrier.play(.authorize, &walk)
    #expect(walk.status(.authorize) == .passed("approved at once"))
    #expect(walk.status(.code).isPassed)
  }

  @Test func `one request is on its way at a time, and a late answer of another is ignored`() throws {
    var walk = try carrier.walkthrough()
    let begun = walk.begin(.token, at: dawn)
    let dispatch = try #require(begun)
    let before = walk
    let second = walk.begin(.me, at: dawn)
    let probe = walk.probe([], authority: "x", at: dawn)
    let late = walk.answered(dispatch.number + 1, .success(ResponseMessage(status: .ok)), at: dawn)
    #expect(second == nil && probe == nil && late == nil)
    #expect(walk == before)
  }

  @Test func `a request that got no answer refuses its stage with the reason`() throws {
    let carrier = MemoryCarrier(isCutOff: { _ in true })
    var walk = try carrier.walkthrough()
    carrier.play(.token, &walk)
    #expect(walk.status(.token) == .refused("the cable was cut"))
    #expect(walk.errand == nil)
  }

  @Test func `a response that somebody else carries to the client is judged too`() throws {
    var walk = try carrier.walkthrough()
    let forged = RequestMessage.get("/callback?code=stolen&state=guessed", authority: "127.0.0.1:8252")
    walk.record(
      Exchange(
        number: 1, at: dawn, sender: .external, receiver: .client, dispatch: nil, requestBytes: [], responseBytes: [],
        request: forged, response: ResponseMessage(status: .ok), duration: .zero))
    #expect(walk.timeline.exchanges.last?.judgement?.refusal?.name == "stateWrong")
    #expect(walk.client.receivedCode == nil)
  }
}

extension StageStatus {
  var isPassed: Bool {
    if case .passed = self { true } else { false }
  }
}
