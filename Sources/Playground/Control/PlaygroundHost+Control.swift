import AuthorizationServer
import HTTPTypes
import OAuth

extension PlaygroundHost.State {
  /// Carries out a request to the control interface.
  mutating func obey(_ request: RequestMessage, machineTime: Instant) -> ResponseMessage {
    do throws(ControlFault) {
      guard server.isOwnHost(request.head.authority) else { throw .hostForeign(request.head.authority) }
      let command = try ControlCommand(reading: request)
      return .json(try carryOut(command, machineTime: machineTime), fields: .noStore)
    } catch {
      return error.response
    }
  }

  private mutating func carryOut(_ command: ControlCommand, machineTime: Instant) throws(ControlFault) -> JSON {
    let now = clock.now(at: machineTime)
    switch command {
    case .readClock: break
    case .advanceClock(let duration): clock.advance(by: duration)
    case .pauseClock: clock.pause(at: machineTime)
    case .resumeClock: clock.resume(at: machineTime)
    case .reset:
      guard let control else { throw .notFound("there is no control interface") }
      (server, clock, interferences) = (control.server, control.clock, [:])
    case .listExchanges(let since): return .array(control?.exchanges(after: since) ?? [])
    case .readPolicy: return .object(server.policy.settings)
    case .changePolicy(let settings):
      do throws(PolicyFault) {
        try server.policy.set(settings)
      } catch {
        throw .malformed(error.advice)
      }
      return .object(server.policy.settings)
    case .interfere(let interference, let count):
      interfere(interference, count)
      return ["kind": .string(interference.rawValue), "count": .integer(Int64(count))]
    case .withdrawConsents(let username, let client):
      return ["consents": .integer(Int64(server.withdrawConsents(of: username, to: client, at: now)))]
    case .removeResourceOwner(let username):
      guard server.removeResourceOwner(username, at: now) else {
        throw .notFound("nobody is called \(JSON.string(username).text)")
      }
      return ["resourceOwner": .string(username)]
    case .rotateKeys: server.rotateKeys()
    }
    return clock.json(at: machineTime)
  }

  /// What is asked for anew replaces what was left.
  private mutating func interfere(_ interference: Interference, _ count: Int) {
    switch interference {
    case .failStore: server.breakdowns[.store] = count
    case .failClientLookup: server.breakdowns[.clientLookup] = count
    case .stripAuthorization, .abort: interferences[interference] = count
    }
  }
}
