import Dispatch
internal import NIOCore
import Synchronization

/// What a transport has under way: makes sure that each completion is called, once, even when it is closed.
final class PendingSends: Sendable {
  private struct State {
    var isClosed = false
    var last = 0
    var completions: [Int: Transport.Completion] = [:]
    var channels: [ObjectIdentifier: any Channel] = [:]
  }

  private let state = Mutex(State())
  private let underWay = DispatchGroup()

  /// The number of a new send; `nil` if the transport is closed.
  func begin(_ completion: @escaping Transport.Completion) -> Int? {
    state.withLock { state in
      if state.isClosed { return nil }
      underWay.enter()
      state.last += 1
      state.completions[state.last] = completion
      return state.last
    }
  }

  /// Remembers a connection until it is closed; throws if the transport was closed meanwhile.
  func add(_ channel: any Channel) throws(TransportFailure) {
    let isClosed = state.withLock { state in
      state.channels[ObjectIdentifier(channel)] = state.isClosed ? nil : channel
      return state.isClosed
    }
    if isClosed { throw .transportClosed }
    channel.closeFuture.whenComplete { _ in
      self.state.withLock { $0.channels[ObjectIdentifier(channel)] = nil }
    }
  }

  func end(_ send: Int, _ result: Result<WireAnswer, TransportFailure>) {
    let (completion, isClosed) = state.withLock { ($0.completions.removeValue(forKey: send), $0.isClosed) }
    guard let completion else { return }
    if isClosed, case .failure = result { completion(.failure(.transportClosed)) } else { completion(result) }
    underWay.leave()
  }

  /// Begins nothing from now on, cuts what is under way, and waits until all of it has ended.
  func close() {
    let channels = state.withLock { state in
      state.isClosed = true
      return Array(state.channels.values)
    }
    for channel in channels { channel.close(promise: nil) }
    underWay.wait()
  }
}
