import AuthorizationServer
import HTTPTypes
import OAuth
import Synchronization

extension PlaygroundHost {
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
      let key = RequestKey(party: record.party, number: record.number)
      let origin = state.senders.removeValue(forKey: record.peerPort)
      let now = state.clock.now(at: machineTime())
      // The first answer to a request that was delivered twice left nothing on the wire.
      if let first = state.early.removeValue(forKey: key) {
        publish(state.exchange(of: record, first, octets: [], from: origin, at: now))
      }
      let pending = state.open.removeValue(forKey: key)
      publish(state.exchange(of: record, pending, octets: record.responseBytes, from: origin, at: now))
    }
  }
}

extension PlaygroundHost.State {
  /// The next exchange; the control interface keeps it.
  fileprivate mutating func exchange(
    of record: PlaygroundHost.WireRecord, _ pending: PlaygroundHost.Pending?, octets: [UInt8],
    from origin: PlaygroundHost.Origin?, at now: Instant
  ) -> Exchange {
    exchanges += 1
    let exchange = Exchange(
      number: exchanges, at: pending?.at ?? now, sender: origin?.sender ?? .external, receiver: record.party,
      dispatch: origin?.dispatch, requestBytes: record.requestBytes, responseBytes: octets, request: pending?.request,
      response: pending?.response ?? ResponseMessage(status: .init(code: record.problem?.status ?? 400)),
      duration: record.duration, problem: record.problem?.sentence ?? pending?.problem, decision: pending?.decision,
      interferences: pending?.interferences ?? [])
    control?.keep(exchange)
    return exchange
  }
}
