import HTTPTypes
internal import NIOCore

/// One connection to one server: sends the bytes once, collects one response, and ends.
final class ClientConnection: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer
  typealias Completion = @Sendable (Result<WireAnswer, TransportFailure>) -> Void

  private let request: [UInt8]
  private let limits: Limits
  private let timeLimit: Duration
  private let now: @Sendable () -> ContinuousClock.Instant
  private let connected: @Sendable (_ localPort: Int) -> Void
  private var completion: Completion?
  private var parser: ResponseParser
  private var startedAt: ContinuousClock.Instant?
  private var timer: Scheduled<Void>?

  init(
    request: [UInt8], limits: Limits, timeLimit: Duration, now: @escaping @Sendable () -> ContinuousClock.Instant,
    connected: @escaping @Sendable (_ localPort: Int) -> Void, completion: @escaping Completion
  ) {
    self.request = request
    self.limits = limits
    self.timeLimit = timeLimit
    self.now = now
    self.connected = connected
    self.completion = completion
    parser = ResponseParser(answersHEAD: request.starts(with: Array("HEAD ".utf8)), limits: limits)
  }

  func channelActive(context: ChannelHandlerContext) {
    connected(context.localAddress?.port ?? 0)
    startedAt = now()
    timer = context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(timeLimit)) {
      self.end(.failure(.timedOut(after: self.timeLimit, received: self.parser.bytes)), context)
    }
    context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: request)), promise: nil)
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard completion != nil else { return }
    parser.append(unwrapInboundIn(data).readableBytesView)
    do throws(MalformedRequest) {
      if let response = try parser.next() { end(.success(answer(response)), context) }
    } catch {
      end(.failure(failure(error)), context)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    guard completion != nil else { return }
    if let response = parser.end() {
      end(.success(answer(response)), context)
    } else {
      end(.failure(.closedEarly(received: parser.bytes)), context)
    }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  private func answer(_ response: ResponseParser.Response) -> WireAnswer {
    let end = now()
    return WireAnswer(
      head: response.head, body: response.body, bytes: response.bytes, duration: end - (startedAt ?? end))
  }

  private func failure(_ problem: MalformedRequest) -> TransportFailure {
    switch problem {
    case .bodyTooLarge(let limit), .headersTooLarge(let limit), .tooManyHeaders(let limit):
      .tooLarge(limit: limit, received: parser.bytes)
    default: .notHTTP(received: parser.bytes)
    }
  }

  private func end(_ result: Result<WireAnswer, TransportFailure>, _ context: ChannelHandlerContext) {
    timer?.cancel()
    let completion = self.completion
    self.completion = nil
    context.close(promise: nil)
    completion?(result)
  }
}
