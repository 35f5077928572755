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
  /// Keeps how everything is before a request of ours.
  mutating func keepMoment(before dispatch: Dispatch, machineTime: Instant) {
    let moment = HostMoment(
      number: dispatch.number, server: server, at: clock.now(at: machineTime), clockIsPaused: clock.isPaused,
      interferences: interferences)
    if dispatched.count == Moment.bound { dispatched.removeFirst() }
    dispatched.append(moment)
    guard dispatch.opensMoment else { return }
    if moments.count == Moment.bound { moments.removeFirst() }
    moments.append(moment)
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
