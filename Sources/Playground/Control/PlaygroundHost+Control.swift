import AuthorizationServer
import HTTPTypes
import OAuth

extension PlaygroundHost.State {
  /// Carries out a request to the control interface.
  mutating func obey(_ request: RequestMessage, machineTime: Instant) -> ResponseMessage {
    do throws(ControlFault) {
      guard server.isOwnHost(request.authority) else { throw .hostForeign(request.authority) }
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
    case .advanceClock(let duration):
      var advanced = clock
      advanced.advance(by: duration)
      guard advanced.now(at: machineTime) == now + duration else {
        throw .malformed("the clock does not go so far ahead")
      }
      clock = advanced
    case .pauseClock: clock.pause(at: machineTime)
    case .resumeClock: clock.resume(at: machineTime)
    case .reset:
      guard let control else { throw .notFound("there is no control interface") }
      (server, clock, interferences) = (control.server, control.clock, [:])
      history.clear()
    case .listExchanges(let since): return .array(control?.exchanges(after: since) ?? [])
    case .readPolicy: return .object(server.policy.settings)
    case .changePolicy(let settings):
      try make(.bend(try Self.fit(settings)), at: now)
      return .object(server.policy.settings)
    case .interfere(let setting):
      interfere(setting)
      return setting?.json ?? ["kind": "none"]
    case .listInterferences: return .array(settings.map(\.json))
    case .withdrawConsents(let username, let client):
      let changes = try make(.withdrawConsents(resourceOwner: username, client: client), at: now)
      return ["consents": .integer(Int64(changes.reduce(0) { $0 + $1.consentsWithdrawn }))]
    case .removeResourceOwner(let username):
      guard server.directory.resourceOwner(username) != nil else {
        throw .notFound("nobody is called \(JSON.string(username).text)")
      }
      try make(.delete(.resourceOwner(username)), at: now)
      return ["resourceOwner": .string(username)]
    case .rotateKeys: try make(.rotateKeys, at: now)
    }
    return clock.json(at: machineTime)
  }

  @discardableResult
  private mutating func make(_ serverChange: ServerChange, at now: Instant) throws(ControlFault) -> [Change] {
    do throws(ServerChangeFault) {
      return try change(serverChange, at: now).changes
    } catch {
      throw .notFound(error.sentence)
    }
  }

  private static func fit(_ settings: [JSON.Member]) throws(ControlFault) -> [PolicySetting] {
    do throws(PolicyFault) {
      return try settings.map { setting throws(PolicyFault) in try PolicySetting(setting.name, setting.value) }
    } catch {
      throw .malformed(error.advice)
    }
  }
}

extension Change {
  fileprivate var consentsWithdrawn: Int {
    if case .consentsWithdrawn(let count, _, _) = self { count } else { 0 }
  }
}

extension InterferenceSetting {
  /// `{"kind": …, "count": …}`, where null means until it is switched off, and seconds where it takes some.
  fileprivate var json: JSON {
    var members: [JSON.Member] = [
      .init("kind", .string(interference.rawValue)), .init("count", times.map { .integer(Int64($0)) } ?? .null),
    ]
    if interference.usualDuration != nil { members.append(.init("seconds", .seconds(duration))) }
    return .object(members)
  }
}
