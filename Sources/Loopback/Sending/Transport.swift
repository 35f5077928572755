import Dispatch
internal import NIOCore
internal import NIOPosix
import Synchronization

/// Sends exactly the bytes it is given, once, over a connection of its own. It adds nothing and follows no redirect.
public final class Transport: Sendable {
  public typealias Completion = @Sendable (Result<WireAnswer, TransportFailure>) -> Void

  private let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
  private let sends = PendingSends()
  private let limits: Limits
  private let timeLimit: Duration
  private let now: @Sendable () -> ContinuousClock.Instant

  /// - Parameters:
  ///   - limits: of the response; only the header section, header count and body are looked at.
  ///   - timeLimit: for connecting, and again from the first byte sent to the last byte received.
  ///   - now: a monotonic clock, for ``WireAnswer/duration``.
  public init(
    limits: Limits = .answers, timeLimit: Duration = .seconds(30),
    now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }
  ) {
    self.limits = limits
    self.timeLimit = timeLimit
    self.now = now
  }

  deinit {
    // Whoever forgot to close it: nothing may block here.
    group.shutdownGracefully { _ in }
  }

  /// Sends the bytes and collects one whole response.
  /// - Parameters:
  ///   - host: `127.0.0.1` or `::1`.
  ///   - connected: is told the local port before the first byte is written.
  ///   - completion: is called exactly once, as a rule on the transport's thread, which it must not block.
  public func send(
    _ bytes: [UInt8], to port: Int, host: String = "127.0.0.1",
    connected: @escaping @Sendable (_ localPort: Int) -> Void = { _ in }, completion: @escaping Completion
  ) {
    guard let known = LoopbackHost(rawValue: host) else { return completion(.failure(.notLoopback(host: host))) }
    guard (1...65535).contains(port) else { return completion(.failure(.invalidPort(port))) }
    guard let send = sends.begin(completion) else { return completion(.failure(.transportClosed)) }
    let (limits, timeLimit, now, sends) = (limits, timeLimit, now, sends)
    ClientBootstrap(group: group)
      .connectTimeout(TimeAmount(timeLimit))
      .channelOption(.tcpOption(.tcp_nodelay), value: 1)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          try sends.add(channel)
          let connection = ClientConnection(
            request: bytes, limits: limits, timeLimit: timeLimit, now: now, connected: connected,
            completion: { sends.end(send, $0) })
          try channel.pipeline.syncOperations.addHandler(connection)
        }
      }
      .connect(host: known.rawValue, port: port)
      .whenFailure { error in
        let failure = TransportFailure(error, host: host, port: port, timeLimit: timeLimit)
        sends.end(send, .failure(failure))
      }
  }

  /// The same, blocking the calling thread until the response is there. Not for a listener's service.
  public func sendAndWait(
    _ bytes: [UInt8], to port: Int, host: String = "127.0.0.1",
    connected: @escaping @Sendable (_ localPort: Int) -> Void = { _ in }
  ) throws(TransportFailure) -> WireAnswer {
    precondition(MultiThreadedEventLoopGroup.currentEventLoop == nil, "waiting here would block the network's thread")
    let arrived = DispatchSemaphore(value: 0)
    let outcome = Outcome()
    send(bytes, to: port, host: host, connected: connected) { result in
      outcome.result.withLock { $0 = result }
      arrived.signal()
    }
    arrived.wait()
    return try outcome.result.withLock { $0 }.get()
  }

  /// Ends what is under way with ``TransportFailure/transportClosed`` and returns when every completion was called.
  /// It must not be called from one. Calling it again has no effect.
  public func close() {
    precondition(MultiThreadedEventLoopGroup.currentEventLoop == nil, "a transport cannot be closed by a completion")
    sends.close()
    try? group.syncShutdownGracefully()
  }
}

/// Where a waiting thread finds its result.
private final class Outcome: Sendable {
  let result = Mutex<Result<WireAnswer, TransportFailure>>(.failure(.transportClosed))
}

extension Limits {
  /// What is accepted as a response: larger than what is accepted as a request.
  public static let answers: Limits = {
    var limits = Limits()
    limits.headerSection = 64 * 1024
    limits.body = 4 * 1024 * 1024
    return limits
  }()
}
