import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Testing

extension PlaygroundHost {
  /// Why the last change is not taken back; nil where it is.
  fileprivate func obstacleToTakingBack() -> String? {
    do throws(ServerChangeFault) {
      _ = try takeBackChange()
      return nil
    } catch {
      return error.sentence
    }
  }
}

@Suite struct `A change by hand` {
  private static func code(_ carrier: MemoryCarrier) throws -> (Walkthrough, ServerEntry) {
    var walkthrough = try carrier.walkthrough()
    carrier.play(.code, &walkthrough)
    let code = try #require(walkthrough.client.receivedCode)
    return (walkthrough, .authorizationCode(TokenDigest(code)))
  }

  @Test func `is taken back, the last one first`() throws {
    let carrier = MemoryCarrier()
    let (_, entry) = try Self.code(carrier)
    _ = try carrier.host.change(.bend([try PolicySetting("stateRequired", true)]))
    _ = try carrier.host.change(.delete(entry))
    #expect(carrier.host.inventory.codes.count == 0)
    let first = try carrier.host.takeBackChange()
    #expect(first == NotedChange(at: carrier.now, changes: [.deleted(entry)], isUndone: true))
    #expect(first.sentence == "taken back: \(entry.phrase) deleted")
    #expect(carrier.host.inventory.codes.count == 1)
    #expect(carrier.host.server.policy.stateRequired)
    _ = try carrier.host.takeBackChange()
    #expect(!carrier.host.server.policy.stateRequired)
    #expect(carrier.host.obstacleToTakingBack() == "nothing was changed by hand")
  }

  @Test func `a question between does not keep it from being taken back, what does something does`() throws {
    let carrier = MemoryCarrier()
    var (walkthrough, entry) = try Self.code(carrier)
    _ = try carrier.host.change(.expire(entry))
    carrier.play(.me, &walkthrough)
    #expect(carrier.host.obstacleToTakingBack() == nil)
    _ = try carrier.host.change(.expire(entry))
    carrier.play(.token, &walkthrough)
    #expect(walkthrough.timeline.exchanges.last?.decision?.refusal?.kind == .authorizationCodeExpired)
    #expect(
      carrier.host.obstacleToTakingBack() == "requests were answered since, and what they did would be lost")
  }

  @Test func `that makes nothing different is nothing to take back`() throws {
    let carrier = MemoryCarrier()
    let noted = try carrier.host.change(.bend([try PolicySetting("codeLifetime", 30)]))
    #expect(noted.changes.isEmpty)
    #expect(noted.sentence == "nothing is different")
    #expect(carrier.host.obstacleToTakingBack() == "nothing was changed by hand")
  }

  @Test func `that cannot be made leaves the server as it was`() throws {
    let carrier = MemoryCarrier()
    let entry = ServerEntry.authorizationCode(TokenDigest("nothing"))
    #expect(throws: ServerChangeFault.gone(entry)) { try carrier.host.change(.delete(entry)) }
    #expect(carrier.host.obstacleToTakingBack() == "nothing was changed by hand")
  }

  @Test func `twenty of them can be taken back`() throws {
    let carrier = MemoryCarrier()
    for second in 1...25 { carrier.host.bend([try PolicySetting("codeLifetime", .integer(Int64(second)))]) }
    for _ in 0..<20 { _ = try carrier.host.takeBackChange() }
    #expect(carrier.host.server.policy.codeLifetime == .seconds(5))
    #expect(carrier.host.obstacleToTakingBack() != nil)
  }

  @Test func `does not outlive going back to an earlier moment`() throws {
    let carrier = MemoryCarrier()
    let (walkthrough, entry) = try Self.code(carrier)
    _ = try carrier.host.change(.expire(entry))
    _ = carrier.host.rewind(to: try #require(walkthrough.moments.first).number)
    #expect(carrier.host.obstacleToTakingBack() == "nothing was changed by hand")
  }

  @Test func `ends with the server it was made in`() throws {
    let carrier = MemoryCarrier()
    carrier.host.bend([try PolicySetting("codeLifetime", 10)])
    carrier.host.restart(with: carrier.host.server)
    #expect(carrier.host.obstacleToTakingBack() == "nothing was changed by hand")
  }

  @Test func `stands in the timeline in its place, and the code's life ends with it`() throws {
    let carrier = MemoryCarrier()
    var (walkthrough, entry) = try Self.code(carrier)
    let last = try #require(walkthrough.timeline.exchanges.last?.number)
    walkthrough.record(try carrier.host.change(.expire(entry)))
    #expect(walkthrough.timeline.notes.map(\.after) == [last])
    #expect(walkthrough.timeline.codes.newest?.condition(at: carrier.now) == .expired(ago: .zero))
    walkthrough.record(try carrier.host.takeBackChange())
    #expect(walkthrough.timeline.codes.newest?.condition(at: carrier.now) == .alive(left: .seconds(30)))
    walkthrough.record(try carrier.host.change(.delete(entry)))
    #expect(walkthrough.timeline.codes.newest?.condition(at: carrier.now) == .deleted(ago: .zero))
    #expect(walkthrough.timeline.notes.count == 3)
  }
}

@Suite struct `Sending again what presented a code or token` {
  @Test func `takes the request that redeemed the code, octet by octet`() throws {
    let carrier = MemoryCarrier()
    var walkthrough = try carrier.walkthrough()
    carrier.play(.code, &walkthrough)
    let code = TokenDigest(try #require(walkthrough.client.receivedCode))
    #expect(walkthrough.replay(code, at: carrier.now) == nil, "nobody has redeemed it yet")
    walkthrough.edit(.token) { $0.override(.form, "code_verifier", with: nil) }
    carrier.play(.token, &walkthrough)
    walkthrough.edit(.token) { $0.undo() }
    carrier.play(.token, &walkthrough)
    let accepted = try #require(walkthrough.timeline.exchanges.last)
    #expect(accepted.decision?.outcome == .passed)
    #expect(walkthrough.timeline.exchange(presenting: code)?.number == accepted.number)
    let replay = walkthrough.replay(code, at: carrier.now)
    let dispatch = try #require(replay)
    #expect(dispatch.octets == accepted.requestBytes)
    #expect(dispatch.sender == .client && dispatch.authority == "127.0.0.1:8414")
    #expect(walkthrough.replay(code, at: carrier.now) == nil, "one is on its way")
  }

  @Test func `an access token is presented at the protected resource`() throws {
    let carrier = MemoryCarrier()
    var walkthrough = try carrier.walkthrough()
    carrier.play(.code, &walkthrough)
    carrier.play(.token, &walkthrough)
    let token = TokenDigest(try #require(walkthrough.client.accessToken?.token.text))
    #expect(walkthrough.timeline.exchange(presenting: token) == nil)
    carrier.play(.me, &walkthrough)
    #expect(walkthrough.timeline.exchange(presenting: token)?.decision?.endpoint == .me)
  }
}
