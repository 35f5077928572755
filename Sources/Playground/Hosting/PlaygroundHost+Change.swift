public import AuthorizationServer
import OAuth

extension PlaygroundHost {
  /// What there is to see in the server.
  public var inventory: Inventory { withState { state, now in state.server.inventory(at: now) } }

  /// Changes the server by hand, at one go.
  public func change(_ change: ServerChange) throws(ServerChangeFault) -> NotedChange {
    try withState { state, now throws(ServerChangeFault) in try state.change(change, at: now) }
  }

  /// Takes the last change back, unless requests were answered since that did something.
  public func takeBackChange() throws(ServerChangeFault) -> NotedChange {
    try withState { state, now throws(ServerChangeFault) in try state.takeBackChange(at: now) }
  }

  /// Changes switches of the server's policy.
  public func bend(_ settings: [PolicySetting]) {
    // Setting switches cannot fail: the settings were examined when they were made.
    _ = try? change(.bend(settings))
  }
}

extension PlaygroundHost.State {
  mutating func change(_ change: ServerChange, at now: Instant) throws(ServerChangeFault) -> NotedChange {
    let before = server
    let changes = try server.carryOut(change, at: now)
    if !changes.isEmpty { history.note(changes, before: before) }
    return NotedChange(at: now, changes: changes)
  }

  fileprivate mutating func takeBackChange(at now: Instant) throws(ServerChangeFault) -> NotedChange {
    let last = try history.takeBack()
    server = last.server
    return NotedChange(at: now, changes: last.changes, isUndone: true)
  }
}
