import AuthorizationServer
import OAuth
import OAuthClient
import Synchronization
import Testing

@testable import Playground

@Suite struct `Going back to a moment` {
  let carrier = MemoryCarrier()

  private func rewind(_ walk: inout Walkthrough, before stage: Stage) throws {
    let moment = try #require(walk.momentsBefore.last { $0.stage == stage })
    let went = walk.rewind(to: moment.number)
    #expect(went)
    carrier.rewind(to: moment.number)
    #expect(carrier.now == moment.at)
  }

  @Test func `there is one before every stage, with what was begun and when`() throws {
    var walk = try carrier.walkthrough()
    for stage in Stage.grant {
      carrier.play(stage, &walk)
      carrier.advance(by: .seconds(1))
    }
    #expect(walk.moments.map(\.stage) == Stage.grant)
    #expect(walk.moments.map { $0.at - dawn } == [.zero, .seconds(1), .seconds(2), .seconds(3)])
    #expect(walk.moments.map(\.number) == [1, 2, 6, 8])
    #expect(walk.moments.map(\.path.last) == [nil, 1, 5, 7])
  }

  @Test func `client, browser, server and clock are as they were`() throws {
    var walk = try carrier.walkthrough()
    carrier.play(.code, &walk)
    let before = walk
    let code = try #require(walk.client.receivedCode)
    carrier.play(.token, &walk)
    carrier.advance(by: .seconds(60))
    try rewind(&walk, before: .token)
    #expect(walk.client == before.client)
    #expect(walk.userAgent == before.userAgent)
    #expect(walk.editors == before.editors)
    #expect(walk.statuses == before.statuses)
    #expect(walk.current == .token)
    #expect(walk.timeline.codes.newest?.redeemedAt == nil)
    let known = try #require(carrier.host.server.authorizationCode(code))
    #expect(known.redeemedAt == nil)
    carrier.play(.token, &walk)
    #expect(walk.status(.token).isPassed)
  }

  @Test func `the same way once more comes to the same, octet by octet`() throws {
    var walk = try carrier.walkthrough()
    for stage in Stage.grant { carrier.play(stage, &walk) }
    let first = walk.timeline.exchanges
    try rewind(&walk, before: .authorize)
    for stage in Stage.grant { carrier.play(stage, &walk) }
    let second = Array(walk.timeline.exchanges.dropFirst(first.count))
    #expect(second.map(\.requestBytes) == first.map(\.requestBytes))
    #expect(second.map(\.response) == first.map(\.response))
    let branch = try #require(walk.timeline.branches.first)
    let comparison = walk.timeline.comparison(with: branch)
    #expect(comparison.isEmpty)
    #expect(comparison.fork == nil)
    #expect(comparison.rows.count == first.count)
  }

  @Test func `a running clock shows the moment's time and runs on, a held one is held again`() throws {
    let time = Mutex(dawn)
    func pass(_ duration: Duration) { time.withLock { $0 = $0 + duration } }
    var server = AuthorizationServer.lesson()
    server.policy.codeLifetime = .seconds(30)
    let host = PlaygroundHost(server: server, machineTime: { time.withLock { $0 } }, publish: { _ in })
    var walk = try Walkthrough.demonstration("workshop-app", of: server, at: host.now)
    let begun = walk.begin(.me, at: host.now)
    let dispatch = try #require(begun)
    host.expect(dispatch, fromPort: 1)
    _ = walk.answered(dispatch.number, .failure(CarrierFailure("cut")), at: host.now)
    pass(.seconds(100))
    let went = walk.rewind(to: dispatch.number)
    #expect(went)
    #expect(host.rewind(to: dispatch.number).now(at: time.withLock { $0 }) == dawn)
    pass(.seconds(5))
    #expect(host.now == dawn + .seconds(5))
    #expect(!host.clock.isPaused)
  }

  @Test func `what came after it is a branch that was left, and does not count`() throws {
    var walk = try carrier.walkthrough()
    for stage in Stage.grant { carrier.play(stage, &walk) }
    try rewind(&walk, before: .token)
    walk.edit(.token) { $0.override(.form, "code_verifier", with: String(repeating: "x", count: 43)) }
    carrier.play(.token, &walk)
    #expect(walk.timeline.exchanges.filter(walk.timeline.isUndone).map(\.number) == [6, 7, 8])
    #expect(walk.timeline.branches.map(\.number) == [1])
    let comparison = walk.timeline.comparison(with: try #require(walk.timeline.branches.first))
    #expect(comparison.fork?.number == 5)
    #expect(comparison.rows.map { $0.left?.number } == [6, 7, 8])
    #expect(comparison.rows.map { $0.right?.number } == [9, 10, nil])
    #expect(comparison.rows[0].differences == [])
    #expect(!comparison.isEmpty)
    let differences = comparison.rows[1].differences
    #expect(
      differences.map(\.name) == ["code_verifier", "status", "client", "changes", "error", "refusal"])
    let refusal = try #require(differences.first { $0.name == "refusal" })
    #expect(refusal.left == [] && refusal.right == ["codeVerifierWrong"])
    let verifier = try #require(differences.first { $0.name == "code_verifier" })
    #expect(verifier.right.first?.shortened == "xxxxxx…")
  }

  @Test func `a branch that was left can be returned to`() throws {
    var walk = try carrier.walkthrough()
    for stage in Stage.grant { carrier.play(stage, &walk) }
    let inBranch = try #require(walk.moments.last { $0.stage == .me })
    try rewind(&walk, before: .code)
    walk.edit(.code) { $0.override(.page, "decision", with: "deny") }
    carrier.play(.code, &walk)
    #expect(walk.client.receivedCode == nil)
    #expect(!walk.momentsBefore.contains(inBranch))
    let went = walk.rewind(to: inBranch.number)
    #expect(went)
    carrier.rewind(to: inBranch.number)
    #expect(walk.client.accessToken != nil)
    carrier.play(.me, &walk)
    #expect(walk.status(.me) == .passed("200 Alice Liddell"))
    #expect(walk.timeline.exchanges.filter(walk.timeline.isUndone).map(\.number) == [8, 9, 10, 11, 12])
    #expect(walk.timeline.branches.count == 2)
  }

  @Test func `the policy is the server's, so it goes back as well, and so do interferences`() throws {
    var walk = try carrier.walkthrough()
    carrier.play(.code, &walk)
    carrier.play(.token, &walk)
    carrier.bend([try PolicySetting("codeReuse", "allow")])
    try rewind(&walk, before: .token)
    #expect(carrier.host.server.policy.codeReuse == .refuseAndRevoke)
  }

  @Test func `nobody can go back while a request is on its way, or to a moment that there is not`() throws {
    var walk = try carrier.walkthrough()
    carrier.play(.authorize, &walk)
    let went = walk.rewind(to: 7)
    #expect(!went)
    _ = walk.begin(.me, at: dawn)
    let before = walk
    let again = walk.rewind(to: 1)
    #expect(!again)
    #expect(walk == before)
  }

  @Test func `going back twice to the same place leaves one branch`() throws {
    var walk = try carrier.walkthrough()
    carrier.play(.authorize, &walk)
    try rewind(&walk, before: .authorize)
    let went = walk.rewind(to: 1)
    #expect(went)
    #expect(walk.timeline.branches.count == 1)
  }

  @Test func `as many are kept as a scenario has steps at most`() throws {
    var walk = try carrier.walkthrough()
    for _ in 0..<205 { carrier.play(.me, &walk) }
    #expect(walk.moments.count == 200)
    #expect(walk.moments.first?.number == 6)
    let went = walk.rewind(to: 6)
    #expect(went)
    carrier.rewind(to: 6)
  }
}

@Suite struct `The path of the exchanges` {
  private func path(_ numbers: Int...) -> ExchangePath {
    var path = ExchangePath()
    for number in numbers { path.append(number) }
    return path
  }

  @Test func `knows what is on it`() {
    let path = path(1, 2, 5, 6)
    #expect((1...7).filter(path.contains) == [1, 2, 5, 6])
    #expect(path.last == 6)
    #expect(self.path(2, 1) == self.path(2))
  }

  @Test func `knows whether another one goes on from it`() {
    #expect(ExchangePath().isBeginning(of: path(1)))
    #expect(path(1, 2).isBeginning(of: path(1, 2, 3)))
    #expect(path(1, 2).isBeginning(of: path(1, 2, 5)))
    #expect(path(1, 2, 5).isBeginning(of: path(1, 2, 5, 6)))
    #expect(!path(1, 2, 3).isBeginning(of: path(1, 2, 5)))
    #expect(!path(1, 2, 4).isBeginning(of: path(1, 2, 5)))
    #expect(!path(1).isBeginning(of: ExchangePath()))
  }
}
