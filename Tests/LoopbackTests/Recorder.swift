import Dispatch
import HTTPTypes
import Loopback
import Synchronization

/// Keeps the exchanges of a listener and lets a test wait for the next one.
final class Recorder: Sendable {
  private let kept = Mutex<[WireExchange]>([])
  private let arrived = DispatchSemaphore(value: 0)

  var exchanges: [WireExchange] { kept.withLock { $0 } }

  func record(_ exchange: WireExchange) {
    kept.withLock { $0.append(exchange) }
    arrived.signal()
  }

  /// Waits until one more exchange was recorded than at the last call; `nil` after ten seconds.
  func next() -> WireExchange? {
    guard arrived.wait(timeout: .now() + 10) == .success else { return nil }
    return exchanges.last
  }
}

/// A listener that repeats method, target and body, and what it recorded.
struct EchoListener {
  let listener: Listener
  let recorder = Recorder()

  var port: Int { listener.port }

  init(host: String = "127.0.0.1", port: Int = 0, _ change: (inout Limits) -> Void = { _ in }) throws {
    try self.init(host: host, port: port, change, respond: EchoListener.echo)
  }

  init(
    host: String = "127.0.0.1", port: Int = 0, _ change: (inout Limits) -> Void = { _ in },
    respond: @escaping @Sendable (ReceivedRequest) -> ResponseToSend
  ) throws {
    var limits = Limits()
    change(&limits)
    let recorder = recorder
    listener = try Listener.open(
      host: host, port: port, limits: limits, service: Service(respond: respond, record: { recorder.record($0) }))
  }

  static let echo: @Sendable (ReceivedRequest) -> ResponseToSend = { request in
    let line = "\(request.head.method.rawValue) \(request.head.path ?? "") "
    return ResponseToSend(head: HTTPResponse(status: .ok), body: Array(line.utf8) + request.body)
  }

  /// Opens one, lets the test use it, and closes it.
  static func run<Result>(
    _ change: (inout Limits) -> Void = { _ in }, _ test: (EchoListener) throws -> Result
  ) throws -> Result {
    let echo = try EchoListener(change)
    defer { echo.listener.close() }
    return try test(echo)
  }

  /// Sends text over a connection of its own and returns everything that comes back until the connection ends.
  func conversation(_ text: String) throws -> String {
    let client = try RawClient(port: port)
    try client.send(text)
    return try client.readToEnd()
  }
}
