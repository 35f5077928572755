import HTTPTypes
import Loopback

/// A listener that repeats method, target and body, and what it recorded.
struct EchoListener {
  let listener: Listener
  let recorder = Recorder()

  var port: Int { listener.port }

  init(
    host: String = "127.0.0.1", port: Int = 0, limits: Limits = Limits(),
    respond: @escaping @Sendable (ReceivedRequest) -> ResponseToSend = EchoListener.echo,
    holding hold: @escaping @Sendable (ReceivedRequest) -> Duration = { _ in .zero }
  ) throws {
    let recorder = recorder
    listener = try Listener.open(
      host: host, port: port, limits: limits,
      service: Service(hold: hold, respond: respond, record: { recorder.record($0) }))
  }

  static let echo: @Sendable (ReceivedRequest) -> ResponseToSend = { request in
    let line = "\(request.head.method.rawValue) \(request.head.path ?? "") "
    return ResponseToSend(head: HTTPResponse(status: .ok), body: Array(line.utf8) + request.body)
  }

  /// Opens one, lets the test use it, and closes it.
  static func run<Result>(_ limits: Limits = Limits(), _ test: (EchoListener) throws -> Result) throws -> Result {
    let echo = try EchoListener(limits: limits)
    defer { echo.listener.close() }
    return try test(echo)
  }

  /// Sends text over a connection of its own and returns everything that comes back until the connection ends.
  func conversation(_ text: String) throws -> String {
    let client = try RawClient(port: port)
    try client.send(text)
    return try client.readToEnd()
  }

  /// The same, again and again while the listener is full; a minute at most.
  func conversationOnceAdmitted(_ text: String) throws -> String {
    let deadline = ContinuousClock.now + .seconds(60)
    while true {
      let answer = try? conversation(text)
      if let answer, !answer.hasPrefix("HTTP/1.1 503 ") { return answer }
      if ContinuousClock.now > deadline { throw TookTooLong() }
    }
  }

  struct TookTooLong: Error {}
}

extension Limits {
  /// The usual limits but for a few.
  static func changed(_ change: (inout Limits) -> Void) -> Limits {
    var limits = Limits()
    change(&limits)
    return limits
  }
}
