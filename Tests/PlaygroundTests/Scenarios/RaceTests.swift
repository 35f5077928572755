import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Synchronization
import Testing

@Suite struct `Twenty redemptions at the same time` {
  @Test func `redeem the code once, over real connections`() async throws {
    let carrier = try LoopbackCarrier()
    defer { carrier.close() }
    let scenario = try ScenarioReader.scenario(
      in: Array("scenario: race\nsteps: [authorize: {}, consent: { as: alice }]".utf8), file: "race.yaml")
    var walkthrough = try Walkthrough.demonstration("workshop-app", of: carrier.host.server, at: carrier.now)
    var run = ScenarioRun(scenario)
    run.finish(&walkthrough, by: carrier)
    let octets = walkthrough.client.tokenDraft().message().octets
    let port = carrier.serverPort
    let statuses = await withTaskGroup(of: Int.self) { group in
      for _ in 0..<20 {
        group.addTask {
          await withCheckedContinuation { done in
            carrier.send(octets, to: port) { done.resume(returning: $0) }
          }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses.count { $0 == 200 } == 1)
    #expect(statuses.count { $0 == 400 } == 19)
    let decisions = carrier.takeExchanges().compactMap { $0.decision?.outcome }
    #expect(decisions.count { $0 == .passed } == 1)
  }
}
