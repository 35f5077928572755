import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Testing

@testable import Playground

@Suite("A comparison while a server runs") struct HostComparisonTests {
  /// A code was issued and redeemed.
  private func redeemed() throws -> (carrier: MemoryCarrier, walkthrough: Walkthrough) {
    let carrier = MemoryCarrier()
    var walkthrough = try carrier.walkthrough()
    for stage in [Stage.authorize, .code, .token] { carrier.play(stage, &walkthrough) }
    return (carrier, walkthrough)
  }

  @Test func `a request that was answered is compared as things stood before it`() throws {
    let (carrier, walkthrough) = try redeemed()
    let exchange = try #require(walkthrough.timeline.exchanges.last)
    carrier.advance(by: .seconds(100))
    let comparison = try #require(carrier.host.compare(.exchange(exchange), with: .bshaffer))
    #expect(comparison.left.decision == exchange.decision)
    #expect(comparison.left.response == exchange.response)
    #expect(comparison.right.decision.refusal == nil)
    #expect(comparison.remarks == ["both servers are as they were before exchange \(exchange.number)"])
  }

  @Test func `a request that is being made is compared as things stand`() throws {
    let (carrier, walkthrough) = try redeemed()
    let request = try #require(walkthrough.editors[.token]?.draft.message())
    let comparison = try #require(carrier.host.compare(.draft(request), with: .wpLegacy))
    #expect(comparison.left.decision.refusal?.kind == .authorizationCodeAlreadyRedeemed)
    #expect(comparison.right.decision.refusal == nil)
    #expect(comparison.reasons.contains { $0.subject == "codeReuse" })
  }

  @Test func `somebody else's request is compared as things stand, and that is said`() throws {
    let (carrier, walkthrough) = try redeemed()
    let past = try #require(walkthrough.timeline.exchanges.last)
    let exchange = Exchange(
      number: 99, at: dawn, sender: .external, receiver: .authorizationServer, dispatch: nil, requestBytes: [],
      responseBytes: [], request: past.request, response: past.response, duration: .zero)
    let comparison = try #require(carrier.host.compare(.exchange(exchange), with: .wpLegacy))
    #expect(comparison.left.decision.refusal?.kind == .authorizationCodeAlreadyRedeemed)
    #expect(comparison.remarks == ["exchange 99 came from outside: both servers are as they are now"])
  }

  @Test func `the server that runs knows nothing of it`() throws {
    let (carrier, walkthrough) = try redeemed()
    let before = carrier.host.inventory
    let exchange = try #require(walkthrough.timeline.exchanges.last)
    for profile in Profile.all { _ = carrier.host.compare(.exchange(exchange), with: profile) }
    _ = carrier.host.compare(.draft(try #require(exchange.request)), with: .wpLegacy)
    #expect(carrier.host.inventory == before)
    #expect(carrier.takeExchanges() == [])
  }

  @Test func `octets that are no request cannot be compared`() throws {
    let exchange = Exchange(
      number: 1, at: dawn, sender: .external, receiver: .authorizationServer, dispatch: nil, requestBytes: [0],
      responseBytes: [], request: nil, response: .init(status: .badRequest), duration: .zero)
    #expect(MemoryCarrier().host.compare(.exchange(exchange), with: .keycloak) == nil)
  }
}
