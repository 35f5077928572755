import AuthorizationServer
import OAuth

/// The server's side of a ``Moment``. Values share what they have in common, so that many of them cost little.
struct HostMoment {
  let number: Moment.Number
  let server: AuthorizationServer
  let at: Instant
  let clockIsPaused: Bool
  let interferences: [Interference: InterferenceSetting]
}

extension PlaygroundHost.State {
  mutating func keepMoment(_ number: Moment.Number, machineTime: Instant) {
    if moments.count == Moment.bound { moments.removeFirst() }
    moments.append(
      HostMoment(
        number: number, server: server, at: clock.now(at: machineTime), clockIsPaused: clock.isPaused,
        interferences: interferences))
  }

  /// A request that never reached anybody left nothing to go back to: then the next moment is as good.
  mutating func rewind(to number: Moment.Number, machineTime: Instant) {
    guard let moment = moments.filter({ $0.number >= number }).min(by: { $0.number < $1.number }) else { return }
    server = moment.server
    clock = ServerClock(showing: moment.at, at: machineTime)
    if moment.clockIsPaused { clock.pause(at: machineTime) }
    interferences = moment.interferences
    history.clear()
  }
}
