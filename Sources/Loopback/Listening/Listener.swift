internal import NIOCore
internal import NIOPosix

/// Listens on a loopback port, passes whole requests to its owner and sends back the answers.
///
/// One thread serves all connections. Requests on one connection are answered in order.
public final class Listener: Sendable {
  /// The port it listens on.
  public let port: Int

  private let channel: any Channel
  private let group: MultiThreadedEventLoopGroup
  private let connections: OpenConnections
  private let closing: Duration

  /// Starts listening; when it returns, connections are accepted.
  /// - Parameters:
  ///   - host: `127.0.0.1` or `::1`.
  ///   - port: 0 takes any free port.
  ///   - now: a monotonic clock, for the times in ``WireExchange`` and ``ReceivedRequest``.
  public static func open(
    host: String = "127.0.0.1", port: Int, limits: Limits = Limits(),
    now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }, service: Service
  ) throws(ListenerError) -> Listener {
    guard let address = LoopbackHost(rawValue: host) else { throw .notLoopback(host: host) }
    guard (0...65535).contains(port) else { throw .invalidPort(port) }
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let connections = OpenConnections(limit: limits.connections)
    do {
      let channel = try bootstrap(group) {
        ServerConnection(service: service, limits: limits, connections: connections, now: now)
      }
      .bind(host: address.rawValue, port: port).wait()
      return Listener(channel: channel, group: group, connections: connections, closing: limits.closing)
    } catch {
      group.shutdownGracefully { _ in }
      throw ListenerError(error, host: host, port: port)
    }
  }

  private init(
    channel: any Channel, group: MultiThreadedEventLoopGroup, connections: OpenConnections, closing: Duration
  ) {
    port = channel.localAddress?.port ?? 0
    self.channel = channel
    self.group = group
    self.connections = connections
    self.closing = closing
  }

  deinit {
    // Whoever forgot to close it: nothing may block here, so requests in flight are cut off.
    group.shutdownGracefully { _ in }
  }

  /// Stops listening, lets requests in flight finish for at most ``Limits/closing``, and closes. Blocks until that
  /// is done, so it must not be called by the ``Service``. Calling it again has no effect.
  public func close() {
    precondition(
      MultiThreadedEventLoopGroup.currentEventLoop == nil, "a listener cannot be closed from within its service")
    guard let open = connections.beginClosing() else { return }
    try? channel.close().wait()
    let cut = channel.eventLoop.scheduleTask(in: TimeAmount(closing)) {
      for connection in open { connection.close(promise: nil) }
    }
    try? EventLoopFuture.andAllComplete(open.map(\.closeFuture), on: channel.eventLoop).wait()
    cut.cancel()
    try? group.syncShutdownGracefully()
  }

  private static func bootstrap(
    _ group: MultiThreadedEventLoopGroup, connection: @escaping @Sendable () -> ServerConnection
  ) -> ServerBootstrap {
    ServerBootstrap(group: group)
      .serverChannelOption(.backlog, value: 256)
      .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
      .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
      .childChannelOption(.allowRemoteHalfClosure, value: true)
      // The connection asks for each read itself, one buffer at a time: that bounds its memory.
      .childChannelOption(.autoRead, value: false)
      .childChannelOption(.maxMessagesPerRead, value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture { try channel.pipeline.syncOperations.addHandler(connection()) }
      }
  }
}
