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
    var interferences: [Interference: Int] = [:]
    var moments: [HostMoment] = []
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
    var problem: String?
  }

  struct Origin {
    let sender: Sender
    let dispatch: Dispatch.Number
  }

  private let state: Mutex<State>
  private let machineTime: @Sendable () -> Instant
  private let publish: @Sendable (Exchange) -> Void

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

  /// The server's time.
  public var now: Instant { state.withLock { $0.clock.now(at: machineTime()) } }

  public var clock: ServerClock { state.withLock { $0.clock } }

  /// The server as it stands.
  public var server: AuthorizationServer { state.withLock { $0.server } }

  /// Does something with everything at once, at the server's time.
  func withState<Result: Sendable, Fault: Error>(
    _ work: (inout State, Instant) throws(Fault) -> Result
  ) throws(Fault) -> Result {
    try state.withLock { state throws(Fault) in try work(&state, state.clock.now(at: machineTime())) }
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
      (state.server, state.clock, state.interferences, state.moments) = (server, ServerClock(), [:], [])
      state.history.clear()
    }
  }

  /// Puts server, clock and interferences back to where they were before a dispatch, and says how the clock stands then.
  public func rewind(to number: Moment.Number) -> ServerClock {
    state.withLock { state in
      state.rewind(to: number, machineTime: machineTime())
      return state.clock
    }
  }

  /// Lets something go wrong, that many times from now on.
  public func interfere(_ interference: Interference, times count: Int) {
    state.withLock { $0.interfere(interference, count) }
  }

  /// Says who will connect from a port of this machine; told before the first octet leaves.
  public func expect(_ dispatch: Dispatch, fromPort port: Int) {
    state.withLock { state in
      state.senders[port] = Origin(sender: dispatch.sender, dispatch: dispatch.number)
      if dispatch.opensMoment { state.keepMoment(dispatch.number, machineTime: machineTime()) }
    }
  }

  /// Answers a request in one critical section. `number` names it until ``record(_:)``.
  ///
  /// - Returns: nil where the connection is to be closed without an answer.
  public func respond(to request: RequestMessage, as party: Party, number: Int) -> ResponseMessage? {
    state.withLock { state in
      let key = RequestKey(party: party, number: number)
      if party == .authorizationServer, state.control != nil, ControlCommand.isAddressed(by: request) {
        state.commands.insert(key)
        return state.obey(request, machineTime: machineTime())
      }
      let at = state.clock.now(at: machineTime())
      switch party {
      case .authorizationServer:
        if state.takes(.abort) {
          state.open[key] = .aborted(request, at: at)
          return nil
        }
        var request = request
        if request.head.headerFields[.authorization] != nil, state.takes(.stripAuthorization) {
          request.head.headerFields[.authorization] = nil
        }
        if !state.server.isQuestion(request) { state.history.noteRequest() }
        let answer = state.server.respond(to: request, at: at)
        state.open[key] = Pending(at: at, request: request, response: answer.response, decision: answer.decision)
        return answer.response
      case .client:
        let response = RedirectionEndpoint.respond(to: request)
        state.open[key] = Pending(at: at, request: request, response: response, decision: nil)
        return response
      }
    }
  }

  /// A request and its response as the listener saw them.
  public struct WireRecord: Sendable {
    public let party: Party
    public let number: Int
    public let requestBytes: [UInt8]
    public let responseBytes: [UInt8]
    public let peerPort: Int
    public let duration: Duration
    /// The listener's own refusal, for octets that are no request, and the status it gave.
    public let problem: (sentence: String, status: Int)?

    public init(
      party: Party, number: Int, requestBytes: [UInt8], responseBytes: [UInt8], peerPort: Int, duration: Duration,
      problem: (sentence: String, status: Int)?
    ) {
      self.party = party
      self.number = number
      self.requestBytes = requestBytes
      self.responseBytes = responseBytes
      self.peerPort = peerPort
      self.duration = duration
      self.problem = problem
    }
  }

  /// Completes the exchange and publishes it.
  public func record(_ record: WireRecord) {
    // Published inside the lock, so that the numbers are published in their order.
    state.withLock { state in
      guard state.commands.remove(RequestKey(party: record.party, number: record.number)) == nil else { return }
      let pending = state.open.removeValue(forKey: RequestKey(party: record.party, number: record.number))
      let origin = state.senders.removeValue(forKey: record.peerPort)
      state.exchanges += 1
      let exchange = Exchange(
        number: state.exchanges, at: pending?.at ?? state.clock.now(at: machineTime()),
        sender: origin?.sender ?? .external, receiver: record.party, dispatch: origin?.dispatch,
        requestBytes: record.requestBytes, responseBytes: record.responseBytes, request: pending?.request,
        response: pending?.response ?? ResponseMessage(status: .init(code: record.problem?.status ?? 400)),
        duration: record.duration, problem: record.problem?.sentence ?? pending?.problem, decision: pending?.decision)
      state.control?.keep(exchange)
      publish(exchange)
    }
  }
}
