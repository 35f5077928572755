import HTTPTypes
internal import NIOCore

/// One accepted connection: requests in, answers out, in order, within the limits.
///
/// Reading stops while answers wait to be sent, so that nobody can make it pile them up.
final class ServerConnection: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer
  typealias OutboundOut = ByteBuffer

  private enum Phase {
    case reading
    /// The last answer is on its way; what still arrives is thrown away.
    case finished
  }

  private let service: Service
  private let limits: Limits
  private let connections: OpenConnections
  private let now: @Sendable () -> ContinuousClock.Instant

  private var parser: RequestParser
  private var phase = Phase.reading
  private var isAnswering = false
  private var listenerIsClosing = false
  private var inputEnded = false
  private var answered = 0
  private var peerPort = 0
  private var writesInFlight = 0
  private var interim: [UInt8] = []
  private var startedAt: ContinuousClock.Instant?
  private var requestDeadline: NIODeadline?
  private var timer: Scheduled<Void>?
  /// A request is held before it is answered; nothing else is looked at meanwhile.
  private var isHolding = false

  init(
    service: Service, limits: Limits, connections: OpenConnections,
    now: @escaping @Sendable () -> ContinuousClock.Instant
  ) {
    self.service = service
    self.limits = limits
    self.connections = connections
    self.now = now
    parser = RequestParser(limits: limits)
  }

  // MARK: What happens to the connection

  func channelActive(context: ChannelHandlerContext) {
    switch connections.admit(context.channel) {
    case .admitted:
      resetTimer(context)
      context.read()
    case .full:
      phase = .finished
      write(ResponseFraming(method: nil, isHTTP10: false, closes: true).bytes(of: .tooManyConnections), context)
      finish(context)
      context.read()
    case .closing:
      context.close(promise: nil)
    }
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard phase == .reading else { return }
    parser.append(unwrapInboundIn(data).readableBytesView)
    noteBeginning(context)
    answerWhatCame(context)
  }

  func channelReadComplete(context: ChannelHandlerContext) {
    readMore(context)
  }

  func channelWritabilityChanged(context: ChannelHandlerContext) {
    answerWhatCame(context)
    readMore(context)
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    switch event {
    case ChannelEvent.inputClosed:
      inputEnded = true
      answerWhatCame(context)
      closeIfDone(context)
    case OpenConnections.Event.closing:
      listenerIsClosing = true
      closeIfDone(context)
    default:
      context.fireUserInboundEventTriggered(event)
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    timer?.cancel()
    connections.remove(context.channel)
    if phase == .reading && parser.hasBegun {
      record(connections.nextNumber(), parser.bytes, interim, .cutOff, context)
    }
    phase = .finished
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    context.close(promise: nil)
  }

  // MARK: Requests

  private func noteBeginning(_ context: ChannelHandlerContext) {
    guard startedAt == nil, parser.hasBegun else { return }
    startedAt = now()
    requestDeadline = context.eventLoop.now + TimeAmount(limits.wholeRequest)
  }

  private func answerWhatCame(_ context: ChannelHandlerContext) {
    // Writing may call back; the loop below goes on by itself.
    guard !isAnswering else { return }
    isAnswering = true
    defer { isAnswering = false }
    while phase == .reading && !isHolding && context.channel.isWritable {
      do throws(MalformedRequest) {
        guard try answerNext(context) else { break }
      } catch {
        refuse(error, context)
      }
    }
    if phase == .reading { resetTimer(context) }
  }

  /// Returns whether there may be more to do.
  private func answerNext(_ context: ChannelHandlerContext) throws(MalformedRequest) -> Bool {
    switch try parser.next() {
    case .request(let request):
      answer(request, context)
    case .expectsContinue:
      interim = WireFormat.bytes(of: HTTPResponse(status: .continue))
      write(interim, context)
    case .incomplete where !inputEnded:
      return false
    case .incomplete where parser.hasBegun:
      throw .cutOff
    case .incomplete:
      finish(context)
    }
    return true
  }

  private func answer(_ request: RequestParser.Request, _ context: ChannelHandlerContext) {
    answered += 1
    peerPort = context.remoteAddress?.port ?? 0
    let received = ReceivedRequest(
      number: connections.nextNumber(), head: request.head, body: request.body, bytes: request.bytes,
      peerPort: peerPort, startedAt: startedAt ?? now())
    let wait = service.hold(received)
    guard wait > .zero else { return respond(to: received, request, context) }
    isHolding = true
    timer?.cancel()
    context.eventLoop.assumeIsolated().scheduleTask(in: TimeAmount(wait)) {
      self.isHolding = false
      self.respond(to: received, request, context)
      self.answerWhatCame(context)
      self.readMore(context)
    }
  }

  private func respond(
    to received: ReceivedRequest, _ request: RequestParser.Request, _ context: ChannelHandlerContext
  ) {
    let number = received.number
    let response = service.respond(received)
    // Whoever asked may have gone while the request was held.
    guard response.delivery == .whole, context.channel.isActive else { return abort(request, number, context) }
    let asksToClose = RequestFraming.connectionOptions(response.head.headerFields).contains("close")
    let closes =
      asksToClose || !request.keepsAlive || listenerIsClosing || answered >= limits.requestsPerConnection
    let framing = ResponseFraming(method: request.head.method, isHTTP10: request.isHTTP10, closes: closes)
    send(framing.bytes(of: response), recordedAs: number, answering: request.bytes, nil, context)
    if closes { finish(context) } else { noteBeginning(context) }
  }

  /// Ends the connection without an octet of an answer.
  private func abort(_ request: RequestParser.Request, _ number: Int, _ context: ChannelHandlerContext) {
    record(number, request.bytes, interim, nil, context)
    phase = .finished
    context.close(promise: nil)
  }

  private func refuse(_ problem: MalformedRequest, _ context: ChannelHandlerContext) {
    let bytes = parser.bytes
    let response = service.refuse(problem, bytes, context.remoteAddress?.port ?? 0) ?? ResponseToSend(refusing: problem)
    let framing = ResponseFraming(method: parser.method, isHTTP10: false, closes: true)
    send(framing.bytes(of: response), recordedAs: connections.nextNumber(), answering: bytes, problem, context)
    finish(context)
  }

  // MARK: Answers

  private func send(
    _ response: [UInt8], recordedAs number: Int, answering request: [UInt8], _ problem: MalformedRequest?,
    _ context: ChannelHandlerContext
  ) {
    record(number, request, interim + response, problem, context)
    (interim, startedAt, requestDeadline) = ([], nil, nil)
    write(response, context)
  }

  private func record(
    _ number: Int, _ request: [UInt8], _ response: [UInt8], _ problem: MalformedRequest?,
    _ context: ChannelHandlerContext
  ) {
    let end = now()
    service.record(
      WireExchange(
        number: number, requestBytes: request, responseBytes: response,
        peerPort: context.remoteAddress?.port ?? peerPort,
        localPort: context.localAddress?.port ?? 0, duration: end - (startedAt ?? end), problem: problem))
  }

  private func write(_ bytes: [UInt8], _ context: ChannelHandlerContext) {
    writesInFlight += 1
    let written = context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: bytes)))
    written.assumeIsolated().whenComplete { _ in
      self.writesInFlight -= 1
      guard self.writesInFlight == 0, context.channel.isActive else { return }
      self.resetTimer(context)
      self.closeIfDone(context)
    }
  }

  private func readMore(_ context: ChannelHandlerContext) {
    guard !isHolding, context.channel.isActive else { return }
    if !inputEnded && (phase == .finished || context.channel.isWritable) { context.read() }
  }

  // MARK: Ends

  /// No further answer: says so to the other side, and lets it finish sending, so that no reset destroys the answer.
  private func finish(_ context: ChannelHandlerContext) {
    phase = .finished
    if !inputEnded { context.close(mode: .output, promise: nil) }
    if writesInFlight == 0 { resetTimer(context) }
    closeIfDone(context)
  }

  private func closeIfDone(_ context: ChannelHandlerContext) {
    guard writesInFlight == 0, !isHolding else { return }
    let isDone = phase == .finished ? inputEnded || listenerIsClosing : listenerIsClosing && !parser.hasBegun
    if isDone { context.close(promise: nil) }
  }

  private func resetTimer(_ context: ChannelHandlerContext) {
    timer?.cancel()
    guard context.channel.isActive, !isHolding else { return }
    let isLingering = phase == .finished && writesInFlight == 0
    var deadline = context.eventLoop.now + TimeAmount(isLingering ? limits.lingering : limits.idle)
    if phase == .reading, let requestDeadline { deadline = min(deadline, requestDeadline) }
    timer = context.eventLoop.assumeIsolated().scheduleTask(deadline: deadline) { self.timeRanOut(context) }
  }

  private func timeRanOut(_ context: ChannelHandlerContext) {
    guard phase == .reading, parser.hasBegun, writesInFlight == 0 else { return context.close(promise: nil) }
    let wholeRequestIsOver = requestDeadline.map { $0 <= context.eventLoop.now } ?? false
    refuse(.timedOut(after: wholeRequestIsOver ? limits.wholeRequest : limits.idle), context)
  }
}
