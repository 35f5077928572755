public import AuthorizationServer
import HTTPTypes
public import OAuth
import Synchronization

/// Holds the server and its clock for everybody who asks at once, and makes an exchange of each request.
///
/// One lock, no suspension inside: what is checked and what is done because of it cannot be separated.
public final class PlaygroundHost: Sendable {
  struct State {
    var server: AuthorizationServer
    var clock: ServerClock
    var exchanges = 0
    var open: [RequestKey: Pending] = [:]
    var senders: [Int: Origin] = [:]
    var interferences: [Interference: InterferenceSetting] = [:]
    /// What has happened already to requests that are on their way.
    var harmed: [RequestKey: [Interference]] = [:]
    /// The first answers to requests that were delivered twice.
    var early: [RequestKey: Pending] = [:]
    var moments: [HostMoment] = []
    /// How everything was before each of our newest requests, whether it can be gone back to or not.
    var dispatched: [HostMoment] = []
    var control: ControlDesk?
    var history = ChangeHistory()
    /// Requests to the control interface that are under way: they are no exchanges.
    var commands: Set<RequestKey> = []
  }

  /// Names a request between its answer and its record.
  struct RequestKey: Hashable {
    let party: Party
    let number: Int
  }

  struct Pending {
    let at: Instant
    let request: RequestMessage?
    let response: ResponseMessage
    let decision: Decision?
    var interferences: [Interference] = []

    /// Why nothing came back.
    var problem: String? {
      if interferences.contains(.abort) {
        return "The connection was closed without an answer, because somebody asked for it."
      }
      return interferences.contains(.dropResponse)
        ? "The answer was lost on its way, because somebody asked for it." : nil
    }
  }

  struct Origin {
    let sender: Sender
    let dispatch: Dispatch.Number
  }

  let state: Mutex<State>
  let machineTime: @Sendable () -> Instant
  let publish: @Sendable (Exchange) -> Void

  /// - Parameters:
  ///   - control: how the control interface shows exchanges; without it there is no control interface.
  ///   - publish: is told each exchange, before the sender has its response.
  public init(
    server: AuthorizationServer, clock: ServerClock = ServerClock(), control: Redaction? = nil,
    machineTime: @escaping @Sendable () -> Instant, publish: @escaping @Sendable (Exchange) -> Void
  ) {
    let desk = control.map { ControlDesk(server: server, clock: clock, redaction: $0) }
    state = Mutex(State(server: server, clock: clock, control: desk))
    self.machineTime = machineTime
    self.publish = publish
  }

  /// The time by everybody's clock.
  public var now: Instant { state.withLock { $0.clock.now(at: machineTime()) } }

  /// The time by the server's clock, which an interference may have put wrong.
  public var serverTime: Instant { withState { _, time in time } }

  public var clock: ServerClock { state.withLock { $0.clock } }

  /// The server as it stands.
  public var server: AuthorizationServer { state.withLock { $0.server } }

  /// Does something with everything at once, at the time by the server's clock.
  func withState<Result: Sendable, Fault: Error>(
    _ work: (inout State, Instant) throws(Fault) -> Result
  ) throws(Fault) -> Result {
    try state.withLock { state throws(Fault) in
      try work(&state, state.clock.now(at: machineTime()) + state.interferences.values.clockSkew)
    }
  }

  /// Moves or holds the clock and says how it stands then.
  public func setClock(_ change: (inout ServerClock, Instant) -> Void) -> ServerClock {
    state.withLock { state in
      change(&state.clock, machineTime())
      return state.clock
    }
  }

  /// Starts anew with another server: its time is the machine's, and nothing interferes.
  public func restart(with server: AuthorizationServer) {
    state.withLock { state in
      (state.server, state.clock, state.interferences) = (server, ServerClock(), [:])
      (state.moments, state.dispatched) = ([], [])
      state.history.clear()
    }
  }

  /// Puts server, clock and interferences back to where they were before a dispatch,
  /// and says how the clock stands then.
  public func rewind(to number: Moment.Number) -> ServerClock {
    state.withLock { state in
      state.rewind(to: number, machineTime: machineTime())
      return state.clock
    }
  }

  /// Says who will connect from a port of this machine; told before the first octet leaves.
  public func expect(_ dispatch: Dispatch, fromPort port: Int) {
    state.withLock { state in
      state.senders[port] = Origin(sender: dispatch.sender, dispatch: dispatch.number)
      state.keepMoment(before: dispatch, machineTime: machineTime())
    }
  }

  /// Answers a request in one critical section. `number` names it until ``record(_:)``.
  ///
  /// - Returns: nil where the connection is to be closed without an answer.
  public func respond(to request: RequestMessage, as party: Party, number: Int) -> ResponseMessage? {
    state.withLock { state in
      let key = RequestKey(party: party, number: number)
      if party == .authorizationServer, state.isCommand(request) {
        state.commands.insert(key)
        return state.obey(request, machineTime: machineTime())
      }
      let at = state.clock.now(at: machineTime())
      switch party {
      case .authorizationServer: return state.answer(request, key, at: at)
      case .client:
        let response = RedirectionEndpoint.respond(to: request)
        state.open[key] = Pending(at: at, request: request, response: response, decision: nil)
        return response
      }
    }
  }
}

extension PlaygroundHost.State {
  func isCommand(_ request: RequestMessage) -> Bool { control != nil && ControlCommand.isAddressed(by: request) }
}
