import Dispatch
import NIOPosix
import Synchronization

extension Transport {
  /// A request, where it goes, and who is told of the connection before the first octet leaves.
  public struct Sending: Sendable {
    let bytes: [UInt8]
    let port: Int
    let host: String
    let connected: @Sendable (_ localPort: Int) -> Void

    public init(
      _ bytes: [UInt8], to port: Int, host: String = "127.0.0.1",
      connected: @escaping @Sendable (_ localPort: Int) -> Void = { _ in }
    ) {
      self.bytes = bytes
      self.port = port
      self.host = host
      self.connected = connected
    }
  }

  /// Sends all of them before waiting for any answer; the answers in the order of the requests.
  ///
  /// It must not be called from a completion.
  public func sendTogether(_ sendings: [Sending]) -> [Result<WireAnswer, TransportFailure>] {
    precondition(MultiThreadedEventLoopGroup.currentEventLoop == nil, "waiting here would block the network's thread")
    let arrived = DispatchSemaphore(value: 0)
    let outcomes = Outcomes(count: sendings.count)
    for (index, sending) in sendings.enumerated() {
      send(sending.bytes, to: sending.port, host: sending.host, connected: sending.connected) { result in
        outcomes.results.withLock { $0[index] = result }
        arrived.signal()
      }
    }
    for _ in sendings { arrived.wait() }
    return outcomes.results.withLock { $0 }
  }
}

/// Where a waiting thread finds its results.
private final class Outcomes: Sendable {
  let results: Mutex<[Result<WireAnswer, TransportFailure>]>

  init(count: Int) {
    results = Mutex(Array(repeating: .failure(.transportClosed), count: count))
  }
}
