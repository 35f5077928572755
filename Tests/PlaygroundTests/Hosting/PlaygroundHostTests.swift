import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Testing

@Suite struct `The host of a server` {
  @Test func `knows whose request it was by the port it came from, once`() throws {
    let carrier = MemoryCarrier()
    var walkthrough = try carrier.walkthrough()
    let begun = walkthrough.begin(.me, at: carrier.now)
    let dispatch = try #require(begun)
    let request = try #require(dispatch.message)
    carrier.host.expect(dispatch, fromPort: 4711)
    for (number, port) in [(1, 4711), (2, 4711), (3, 4712)] {
      _ = carrier.host.respond(to: request, as: .authorizationServer, number: number)
      carrier.host.record(record(number, from: port))
    }
    let exchanges = carrier.takeExchanges()
    #expect(exchanges.map(\.number) == [1, 2, 3])
    #expect(exchanges.map(\.sender) == [.client, .external, .external])
    #expect(exchanges.map(\.dispatch) == [dispatch.number, nil, nil])
    #expect(exchanges.allSatisfy { $0.stage == .me })
  }

  @Test func `numbers of the two listeners do not mix`() throws {
    let carrier = MemoryCarrier()
    let toClient = RequestMessage.get("/callback", authority: "127.0.0.1:8252")
    let toServer = RequestMessage.get("/nothing", authority: "127.0.0.1:8414")
    _ = carrier.host.respond(to: toClient, as: .client, number: 1)
    _ = carrier.host.respond(to: toServer, as: .authorizationServer, number: 1)
    carrier.host.record(record(1, by: .authorizationServer, from: 1))
    carrier.host.record(record(1, by: .client, from: 2))
    let exchanges = carrier.takeExchanges()
    #expect(exchanges.map(\.request?.path) == ["/nothing", "/callback"])
    #expect(exchanges.map(\.response.head.status.code) == [404, 200])
  }

  @Test func `octets that are no request are an exchange with a problem`() throws {
    let carrier = MemoryCarrier()
    carrier.host.record(record(1, from: 1, problem: ("There is no Host header.", 400)))
    let exchange = try #require(carrier.takeExchanges().first)
    #expect(exchange.request == nil)
    #expect(exchange.decision == nil)
    #expect(exchange.problem == "There is no Host header.")
    #expect(exchange.response.head.status == .badRequest)
  }

  @Test func `the redirection endpoint repeats nothing of the request`() {
    let request = RequestMessage.get("/callback?code=%3Cb%3E&state=secret-state", authority: "127.0.0.1:8252")
    let page = RedirectionEndpoint.respond(to: request)
    let text = String(decoding: page.body, as: UTF8.self)
    #expect(page.head.status == .ok)
    #expect(!text.contains("secret-state") && !text.contains("<b>"))
    var put = request
    put.head.method = .put
    #expect(RedirectionEndpoint.respond(to: put).head.status == .methodNotAllowed)
  }

  private func record(
    _ number: Int, by party: Party = .authorizationServer, from port: Int, problem: (String, Int)? = nil
  ) -> PlaygroundHost.WireRecord {
    .init(
      party: party, number: number, requestBytes: [1], responseBytes: [2], peerPort: port, duration: .zero,
      problem: problem.map { (sentence: $0.0, status: $0.1) })
  }
}

@Suite struct `The life of a code` {
  @Test func `is counted from its issue, and tells each end`() throws {
    let carrier = MemoryCarrier()
    var walkthrough = try carrier.walkthrough()
    carrier.play(.code, &walkthrough)
    let fresh = try #require(walkthrough.timeline.codes.newest)
    #expect(fresh.lifetime == .seconds(30))
    #expect(walkthrough.client.receivedCode?.hasPrefix(fresh.beginning) == true)
    #expect(fresh.condition(at: dawn + .seconds(12)) == .alive(left: .seconds(18)))
    #expect(fresh.condition(at: dawn + .seconds(30)) == .expired(ago: .zero))
    carrier.advance(by: .seconds(5))
    carrier.play(.token, &walkthrough)
    #expect(walkthrough.timeline.codes.newest?.condition(at: carrier.now) == .redeemed(after: .seconds(5)))
    carrier.play(.token, &walkthrough)
    #expect(
      walkthrough.timeline.codes.newest?.condition(at: carrier.now + .seconds(2)) == .revoked(ago: .seconds(2)))
  }

  @Test func `counts failed attempts`() throws {
    let carrier = MemoryCarrier()
    var walkthrough = try carrier.walkthrough()
    carrier.play(.code, &walkthrough)
    walkthrough.edit(.token) { $0.override(.form, "code_verifier", with: nil) }
    carrier.play(.token, &walkthrough)
    carrier.play(.token, &walkthrough)
    #expect(walkthrough.timeline.codes.newest?.failedAttempts == 2)
  }
}
