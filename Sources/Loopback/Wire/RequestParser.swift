import HTTPTypes

/// Turns bytes, however they are cut into pieces, into one request after another (RFC 9112, strictly).
struct RequestParser {
  struct Request {
    let head: HTTPRequest
    let body: [UInt8]
    let bytes: [UInt8]
    let keepsAlive: Bool
    let isHTTP10: Bool
  }

  enum Step {
    case incomplete
    /// The client waits for `100 Continue` before it sends the body.
    case expectsContinue
    case request(Request)
  }

  private enum Stage {
    case requestLine
    case headers(RequestLine, HeaderSection)
    case body(RequestLine, HTTPFields, RequestFraming, Body)
  }

  private var intake = Intake()
  private var stage = Stage.requestLine
  private var skippedEmptyLine = false
  private let limits: Limits

  init(limits: Limits) {
    self.limits = limits
  }

  /// Whether a request has begun and is not complete. An empty line before a request does not count.
  var hasBegun: Bool { !Array("\r\n".utf8).starts(with: intake.bytes) }

  /// What was received of the request that is not complete.
  var bytes: [UInt8] { intake.bytes }

  /// The method, if it is known already.
  var method: HTTPRequest.Method? {
    switch stage {
    case .requestLine: nil
    case .headers(let line, _), .body(let line, _, _, _): line.method
    }
  }

  mutating func append(_ arrived: some Sequence<UInt8>) {
    intake.append(arrived)
  }

  /// Goes on as far as the bytes reach. After an error there is no going on.
  mutating func next() throws(MalformedRequest) -> Step {
    while true {
      switch stage {
      case .requestLine:
        if skipsEmptyLine() { continue }
        guard let line = try RequestLine.take(from: &intake, limits: limits) else { return .incomplete }
        stage = .headers(line, HeaderSection())
      case .headers(let line, var section):
        let complete = try section.read(from: &intake, limits: limits)
        stage = .headers(line, section)
        guard complete else { return .incomplete }
        let framing = try RequestFraming(line, fields: section.fields, limits: limits)
        stage = .body(line, section.fields, framing, Body(framing.body, after: section))
        if framing.expectsContinue && intake.pending.isEmpty { return .expectsContinue }
      case .body(let line, let fields, let framing, var body):
        let complete = try body.read(from: &intake, limits: limits)
        stage = .body(line, fields, framing, body)
        return complete ? .request(finish(line, fields, framing, body)) : .incomplete
      }
    }
  }

  /// Some clients end a body with one empty line too many (RFC 9112 section 2.2).
  private mutating func skipsEmptyLine() -> Bool {
    guard !skippedEmptyLine, intake.pending.starts(with: [.carriageReturn, .lineFeed]) else { return false }
    skippedEmptyLine = true
    return !intake.take(atMost: 2).isEmpty
  }

  private mutating func finish(
    _ line: RequestLine, _ fields: HTTPFields, _ framing: RequestFraming, _ body: Body
  ) -> Request {
    stage = .requestLine
    skippedEmptyLine = false
    let head = HTTPRequest(
      method: line.method, scheme: nil, authority: fields[.hostHeader], path: line.target, headerFields: fields)
    return Request(
      head: head, body: body.content, bytes: intake.split(), keepsAlive: framing.keepsAlive, isHTTP10: line.isHTTP10)
  }
}
