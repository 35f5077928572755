import AuthorizationServer
import Loopback
import OAuth
import Playground
import Synchronization

/// Carries the requests of a run over real HTTP on free ports. The server's clock stands still but for `advance` steps,
/// so that a run takes no longer than its requests and is the same every time.
final class PremisesCarrier: Carrier {
  /// When every run begins: 2026-01-01T00:00:00Z.
  static let beginning = Instant(seconds: 1_767_225_600)

  let premises: Premises
  private let arrived: Arrivals

  init(profile: Profile, seed: UInt64?) throws(ListenerError) {
    let arrived = Arrivals()
    var plan = Premises.Plan(profile: profile, serverPort: 0, clientPort: 0, keepsUsualNames: true, seed: seed)
    plan.clock.pause(at: Self.beginning)
    premises = try Premises(plan) { exchange in arrived.exchanges.withLock { $0.append(exchange) } }
    self.arrived = arrived
  }

  var now: Instant { premises.host.now }

  func advance(by duration: Duration) {
    _ = premises.host.setClock { clock, _ in clock.advance(by: duration) }
  }

  func bend(_ settings: [PolicySetting]) { premises.host.bend(settings) }

  func interfere(_ setting: InterferenceSetting?) { premises.host.interfere(setting) }

  func rewind(to moment: Moment.Number) { _ = premises.host.rewind(to: moment) }

  func sendTogether(_ dispatches: [Dispatch]) -> [Result<ResponseMessage, CarrierFailure>] {
    premises.sendTogether(dispatches)
  }

  func send(_ dispatch: Dispatch) -> Result<ResponseMessage, CarrierFailure> { premises.sendAndWait(dispatch) }

  func takeExchanges() -> [Exchange] {
    arrived.exchanges.withLock { exchanges in
      defer { exchanges = [] }
      return exchanges
    }
  }

  private final class Arrivals: Sendable {
    let exchanges = Mutex<[Exchange]>([])
  }
}
