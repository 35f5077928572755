import HTTPTypes
import Loopback
import Testing

@Suite struct `A malformed request` {
  /// What is sent, and what must be found.
  struct Case: Sendable, CustomTestStringConvertible {
    let bytes: [UInt8]
    let problem: MalformedRequest
    let status: Int

    init(_ text: String, _ problem: MalformedRequest, _ status: Int = 400) {
      self.init(Array(text.utf8), problem, status)
    }

    init(_ bytes: [UInt8], _ problem: MalformedRequest, _ status: Int = 400) {
      (self.bytes, self.problem, self.status) = (bytes, problem, status)
    }

    var testDescription: String { "\(problem)" }
  }

  static let small = Limits.changed { limits in
    limits.requestTarget = 40
    limits.headerSection = 100
    limits.headerCount = 4
    limits.body = 50
  }

  static let host = "Host: x\r\n"
  static let post = "POST / HTTP/1.1\r\nHost: x\r\n"
  static let chunked = post + "Transfer-Encoding: chunked\r\n\r\n"

  static let lines: [Case] = [
    Case([0x16, 0x03, 0x01, 0x02, 0x00], .tlsHandshake),
    Case([0x00, 0x01, 0x02], .forbiddenByte(0, line: 1)),
    Case("GET /\0 HTTP/1.1\r\n", .forbiddenByte(0, line: 1)),
    Case("GET /ü HTTP/1.1\r\n", .forbiddenByte(0xC3, line: 1)),
    Case("GET /\u{7F} HTTP/1.1\r\n", .forbiddenByte(0x7F, line: 1)),
    Case("GET /a\tb HTTP/1.1\r\n\(host)\r\n", .badRequestLine),
    Case("GET / HTTP/1.1\n\(host)\n", .bareLineFeed(line: 1)),
    Case("GET /\rX HTTP/1.1\r\n\(host)\r\n", .bareCarriageReturn(line: 1)),
    Case("\n", .bareLineFeed(line: 1)),
    Case("\r\n\r\nGET / HTTP/1.1\r\n\(host)\r\n", .badRequestLine),
    Case("GET /\r\n", .badRequestLine),
    Case("GET  / HTTP/1.1\r\n\(host)\r\n", .badRequestLine),
    Case("GET / HTTP/1.1 \r\n\(host)\r\n", .badRequestLine),
    Case(" GET / HTTP/1.1\r\n\(host)\r\n", .badRequestLine),
    Case("GET me HTTP/1.1\r\n\(host)\r\n", .badRequestLine),
    Case("GET me?a=http://h/ HTTP/1.1\r\n\(host)\r\n", .badRequestLine),
    Case("GET ://h/ HTTP/1.1\r\n\(host)\r\n", .badRequestLine),
    Case("GET 1a://h/ HTTP/1.1\r\n\(host)\r\n", .badRequestLine),
    Case("GET http:/h/ HTTP/1.1\r\n\(host)\r\n", .badRequestLine),
    Case("GET /a#b HTTP/1.1\r\n\(host)\r\n", .badRequestLine),
    Case("GET / b HTTP/1.1\r\n\(host)\r\n", .badRequestLine),
    Case("G(T / HTTP/1.1\r\n\(host)\r\n", .badRequestLine),
    Case("GET / http/1.1\r\n\(host)\r\n", .badRequestLine),
    Case("GET / HTTP/1.10\r\n\(host)\r\n", .badRequestLine),
    Case(String(repeating: "A", count: 41), .badRequestLine),
    Case("GET / HTTP/2.0\r\n\(host)\r\n", .unsupportedVersion("HTTP/2.0"), 400),
    Case("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", .unsupportedVersion("HTTP/2.0"), 400),
  ]

  static let headers: [Case] = [
    Case("GET / HTTP/1.1\r\n\r\n", .missingHost),
    Case("GET / HTTP/1.1\r\n\(host)hOST: x\r\n\r\n", .severalHosts(["x", "x"])),
    Case("GET / HTTP/1.0\r\n\(host)\(host)\r\n", .severalHosts(["x", "x"])),
    Case("GET / HTTP/1.1\r\n\(host)A: b\n\r\n", .bareLineFeed(line: 3)),
    Case("GET / HTTP/1.1\r\n\(host)A: b\rc\r\n\r\n", .bareCarriageReturn(line: 3)),
    Case("GET / HTTP/1.1\r\n\(host)A: b\r\n c\r\n\r\n", .foldedHeader(line: 4)),
    Case("GET / HTTP/1.1\r\n\tA: b\r\n\(host)\r\n", .foldedHeader(line: 2)),
    Case("GET / HTTP/1.1\r\n\(host)A : b\r\n\r\n", .badHeader(line: 3)),
    Case("GET / HTTP/1.1\r\n\(host): b\r\n\r\n", .badHeader(line: 3)),
    Case("GET / HTTP/1.1\r\n\(host)nonsense\r\n\r\n", .badHeader(line: 3)),
    Case("GET / HTTP/1.1\r\n\(host)A: \0\r\n\r\n", .forbiddenByte(0, line: 3)),
    Case("GET / HTTP/1.1\r\n\(host)A: \u{7F}\r\n\r\n", .forbiddenByte(0x7F, line: 3)),
    Case("GET / HTTP/1.1\r\n\(host)ü: b\r\n\r\n", .badHeader(line: 3)),
    Case(post + "Expect: magic\r\n\r\n", .unknownExpectation("magic"), 417),
  ]

  static let framing: [Case] = [
    Case(post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\n", .severalContentLengths(["1", "2"])),
    Case(post + "Content-Length: 1\r\nContent-Length: 1\r\n\r\n", .severalContentLengths(["1", "1"])),
    Case(post + "Content-Length: 1, 1\r\n\r\n", .badContentLength("1, 1")),
    Case(post + "Content-Length: +1\r\n\r\n", .badContentLength("+1")),
    Case(post + "Content-Length: -1\r\n\r\n", .badContentLength("-1")),
    Case(post + "Content-Length:\r\n\r\n", .badContentLength("")),
    Case(post + "Content-Length: 99999999999999999999\r\n\r\n", .bodyTooLarge(limit: 50), 413),
    Case(post + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n", .contentLengthAndTransferEncoding),
    Case("POST / HTTP/1.0\r\n\(host)Transfer-Encoding: chunked\r\n\r\n", .transferEncodingInHTTP10),
    Case(post + "Transfer-Encoding: gzip, chunked\r\n\r\n", .unsupportedTransferCoding("gzip, chunked"), 400),
    Case(
      post + "Transfer-Encoding: chun\u{212A}ed\r\n\r\n", .unsupportedTransferCoding("chun\u{212A}ed"), 400),
    Case(post + "Transfer-Encoding: xchunked\r\n\r\n", .unsupportedTransferCoding("xchunked"), 400),
    Case(
      post + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n",
      .unsupportedTransferCoding("chunked, chunked"), 400),
    Case(chunked + "x\r\n", .badChunk),
    Case(chunked + "0x1\r\na\r\n", .badChunk),
    Case(chunked + "-1\r\n", .badChunk),
    Case(chunked + "\r\n", .badChunk),
    Case(chunked + "1 \r\na\r\n0\r\n\r\n", .badChunk),
    Case(chunked + "1\na\r\n0\r\n\r\n", .badChunk),
    Case(chunked + "1\r\nab\r\n0\r\n\r\n", .badChunk),
    Case(chunked + "1111111111111111\r\n", .badChunk),
    Case(chunked + "1;\(String(repeating: "a", count: 300))", .badChunk),
    Case(chunked + "0\r\nA\r\n\r\n", .badHeader(line: 6)),
  ]

  static let limits: [Case] = [
    Case("GET /\(String(repeating: "a", count: 40))", .targetTooLong(limit: 40), 414),
    Case("GET /\(String(repeating: "a", count: 40)) HTTP/1.1\r\n\(host)\r\n", .targetTooLong(limit: 40), 414),
    Case(post + "A: \(String(repeating: "a", count: 90))", .headersTooLarge(limit: 100), 431),
    Case(post + "A: \(String(repeating: "a", count: 90))\r\n\r\n", .headersTooLarge(limit: 100), 431),
    Case(post + String(repeating: "A: b\r\n", count: 4), .tooManyHeaders(limit: 4), 431),
    Case(chunked + "0\r\n" + String(repeating: "A: b\r\n", count: 3), .tooManyHeaders(limit: 4), 431),
    Case(post + "Content-Length: 51\r\n\r\n", .bodyTooLarge(limit: 50), 413),
    Case(chunked + "33\r\n", .bodyTooLarge(limit: 50), 413),
    Case(chunked + "32\r\n\(String(repeating: "a", count: 50))\r\n1\r\n", .bodyTooLarge(limit: 50), 413),
    Case(
      chunked + String(repeating: "1;\(String(repeating: "e", count: 200))\r\na\r\n", count: 4),
      .bodyTooLarge(limit: 50), 413),
  ]

  @Test(arguments: lines + headers + framing + limits)
  func `is answered with its status, recorded and the connection closed`(_ sample: Case) throws {
    try EchoListener.run(Self.small) { echo in
      let client = try RawClient(port: echo.port)
      try client.send(sample.bytes)
      let answer = try client.readToEnd()
      #expect(answer.hasPrefix("HTTP/1.1 \(sample.status) "))
      #expect(answer.contains("\r\nConnection: close\r\n"))
      #expect(answer.hasSuffix("\n\(sample.problem)\n"))
      let exchange = try #require(echo.recorder.next())
      #expect(exchange.problem == sample.problem)
      #expect(exchange.requestBytes == sample.bytes)
      #expect(exchange.responseBytes == Array(answer.utf8))
      #expect(sample.problem.status.code == sample.status)
      // The program goes on.
      #expect(try echo.conversation("GET / HTTP/1.0\r\n\r\n").hasPrefix("HTTP/1.1 200 OK\r\n"))
    }
  }

  @Test func `exactly at a limit is accepted`() throws {
    try EchoListener.run(Self.small) { echo in
      let target = "/" + String(repeating: "a", count: 39)
      let body = String(repeating: "b", count: 50)
      let fields = "Host: x\r\nConnection: close\r\nContent-Length: 50\r\n"
      let filler = "A: " + String(repeating: "c", count: 100 - fields.utf8.count - 5) + "\r\n"
      let answer = try echo.conversation("POST \(target) HTTP/1.1\r\n\(fields)\(filler)\r\n\(body)")
      #expect(answer.hasSuffix("\r\n\r\nPOST \(target) \(body)"))
    }
  }

  @Test func `behind a good one does not spoil the good one's answer`() throws {
    try EchoListener.run { echo in
      let answer = try echo.conversation("GET /1 HTTP/1.1\r\nHost: x\r\n\r\nGET /2 HTTP/1.1\r\n\r\nGET /3 HTTP/1.1\r\n")
      #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nGET /1 HTTP/1.1 400 Bad Request\r\n"))
      #expect(echo.recorder.exchanges.map(\.problem) == [nil, .missingHost])
    }
  }

  @Test func `is answered even while a megabyte is still being sent`() throws {
    try EchoListener.run { echo in
      let head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1048576\r\n\r\n"
      let answer = try echo.conversation(head + String(repeating: "a", count: 1_048_576))
      #expect(answer.hasPrefix("HTTP/1.1 413 Content Too Large\r\n"))
    }
  }

  @Test func `to HEAD is answered without a body`() throws {
    try EchoListener.run { echo in
      let answer = try echo.conversation("HEAD / HTTP/1.1\r\n\r\n")
      #expect(answer.hasSuffix("\r\n\r\n"))
      #expect(echo.recorder.exchanges.map(\.problem) == [.missingHost])
    }
  }

  @Test func `is worded by the owner of the listener, if it has words for it`() throws {
    let service = Service(
      respond: EchoListener.echo,
      refuse: { problem, bytes, _ in
        guard problem == .missingHost else { return nil }
        return ResponseToSend(head: HTTPResponse(status: .init(code: 418, reasonPhrase: "Teapot")), body: bytes)
      })
    let listener = try Listener.open(port: 0, service: service)
    defer { listener.close() }
    let client = try RawClient(port: listener.port)
    try client.send("GET / HTTP/1.1\r\n\r\n")
    #expect(
      try client.readToEnd()
        == "HTTP/1.1 418 Teapot\r\nContent-Length: 18\r\nConnection: close\r\n\r\nGET / HTTP/1.1\r\n\r\n")
    let other = try RawClient(port: listener.port)
    try other.send("nonsense\r\n")
    #expect(try other.readToEnd().hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
  }

  @Test func `that ends too early is answered with 400 and kept as far as it came`() throws {
    try EchoListener.run { echo in
      let client = try RawClient(port: echo.port)
      try client.send("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc")
      client.endSending()
      #expect(try client.readToEnd().hasPrefix("HTTP/1.1 400 Bad Request\r\n"))
      let exchange = try #require(echo.recorder.next())
      #expect(exchange.problem == .cutOff)
      #expect(exchange.requestBytes == Array("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\nabc".utf8))
    }
  }
}
