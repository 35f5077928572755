import HTTPTypes

/// Turns bytes into the final response to one request; interim responses before it are passed over (RFC 9112).
struct ResponseParser {
  struct Response {
    let head: HTTPResponse
    let body: [UInt8]
    let bytes: [UInt8]
  }

  private enum Stage {
    case statusLine
    case headers(HTTPResponse.Status, HeaderSection)
    case body(HTTPResponse, Body, endsWithConnection: Bool)
  }

  private var intake = Intake()
  private var stage = Stage.statusLine
  private let answersHEAD: Bool
  private let limits: Limits

  init(answersHEAD: Bool, limits: Limits) {
    self.answersHEAD = answersHEAD
    self.limits = limits
  }

  /// Everything received so far.
  var bytes: [UInt8] { intake.bytes }

  mutating func append(_ arrived: some Sequence<UInt8>) {
    intake.append(arrived)
  }

  /// Goes on as far as the bytes reach; `nil` while the response is incomplete.
  mutating func next() throws(MalformedRequest) -> Response? {
    while true {
      switch stage {
      case .statusLine:
        guard let status = try takeStatus() else { return nil }
        stage = .headers(status, HeaderSection())
      case .headers(let status, var section):
        let complete = try section.read(from: &intake, limits: limits)
        stage = .headers(status, section)
        guard complete else { return nil }
        stage = try afterHeaders(status, section)
      case .body(let head, var body, let endsWithConnection):
        let complete = try body.read(from: &intake, limits: limits)
        stage = .body(head, body, endsWithConnection: endsWithConnection)
        return complete ? Response(head: head, body: body.content, bytes: intake.split()) : nil
      }
    }
  }

  /// The connection ended: the response, if that is how it ends.
  mutating func end() -> Response? {
    guard case .body(let head, let body, endsWithConnection: true) = stage else { return nil }
    return Response(head: head, body: body.content, bytes: intake.split())
  }

  private mutating func takeStatus() throws(MalformedRequest) -> HTTPResponse.Status? {
    let start = Array("HTTP/1.".utf8)
    guard zip(intake.pending, start).allSatisfy({ $0 == $1 }) else { throw .badRequestLine }
    guard let line = try intake.takeLine(allowingHighBytes: true) else {
      if intake.pending.count > limits.headerSection { throw .headersTooLarge(limit: limits.headerSection) }
      return nil
    }
    let parts = line.split(separator: .space, maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count >= 2, parts[0].count == 8, parts[1].count == 3,
      let code = RequestFraming.contentLength(String(decoding: parts[1], as: UTF8.self)), code >= 100
    else { throw .badRequestLine }
    let reason = parts.count == 3 ? String(decoding: parts[2], as: UTF8.self) : ""
    return HTTPResponse.Status(code: code, reasonPhrase: reason)
  }

  private func afterHeaders(
    _ status: HTTPResponse.Status, _ section: HeaderSection
  ) throws(MalformedRequest) -> Stage {
    if (100..<200).contains(status.code) && status.code != 101 { return .statusLine }
    let framing = try bodyFraming(status, section.fields)
    return .body(
      HTTPResponse(status: status, headerFields: section.fields), Body(framing, after: section),
      endsWithConnection: framing == .untilClose)
  }

  /// RFC 9112 section 6.3.
  private func bodyFraming(
    _ status: HTTPResponse.Status, _ fields: HTTPFields
  ) throws(MalformedRequest) -> Body.Framing {
    if answersHEAD || [101, 204, 304].contains(status.code) { return .none }
    if let coding = fields[.transferEncoding] { return coding.asciiLowercased == "chunked" ? .chunked : .untilClose }
    let lengths = Set(fields[values: .contentLength])
    guard let length = lengths.first else { return .untilClose }
    if lengths.count > 1 { throw .severalContentLengths(lengths.sorted()) }
    guard let count = RequestFraming.contentLength(length) else { throw .badContentLength(length) }
    if count > limits.body { throw .bodyTooLarge(limit: limits.body) }
    return .length(count)
  }
}
