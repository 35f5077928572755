import Dispatch
import HTTPTypes
import Loopback
import Synchronization
import Testing

@Suite struct `The transport` {
  static let get = "GET / HTTP/1.1\r\nHost: x\r\n\r\n"

  /// A response text, the request it answers, and what is made of it.
  struct Sample: Sendable, CustomTestStringConvertible {
    var testDescription: String
    var request = get
    var reply: String
    var end = RawServer.End.wait
    var status = 200
    var body = ""
    var bytes: String?
  }

  static let samples: [Sample] = [
    Sample(testDescription: "length", reply: "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nab", body: "ab"),
    Sample(
      testDescription: "same length twice", reply: "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\na",
      body: "a"),
    Sample(
      testDescription: "chunks",
      reply: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\na\r\n1\r\nb\r\n0\r\n\r\n",
      body: "ab"),
    Sample(testDescription: "until the end", reply: "HTTP/1.0 200 OK\r\n\r\nab", end: .close, body: "ab"),
    Sample(testDescription: "no reason phrase", reply: "HTTP/1.1 404 \r\nContent-Length: 0\r\n\r\n", status: 404),
    Sample(testDescription: "no body with 204", reply: "HTTP/1.1 204 No Content\r\n\r\n", status: 204),
    Sample(
      testDescription: "no body with 304", reply: "HTTP/1.1 304 Not Modified\r\nContent-Length: 9\r\n\r\n", status: 304),
    Sample(
      testDescription: "no body to HEAD", request: "HEAD / HTTP/1.1\r\nHost: x\r\n\r\n",
      reply: "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\n"),
    Sample(
      testDescription: "interim responses",
      reply:
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: a\r\n\r\nHTTP/1.1 201 Created\r\nContent-Length: 1\r\n\r\nc",
      status: 201, body: "c"),
    Sample(
      testDescription: "redirect is not followed",
      reply: "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n", status: 302),
    Sample(
      testDescription: "what follows is left out", reply: "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nabc", body: "a",
      bytes: "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\na"),
  ]

  @Test(arguments: samples) func `understands a whole response`(_ sample: Sample) throws {
    let server = RawServer(answering: sample.reply, after: sample.request.utf8.count, then: sample.end)
    let answer = try send(sample.request, to: server.port)
    #expect(answer.head.status.code == sample.status)
    #expect(String(decoding: answer.body, as: UTF8.self) == sample.body)
    #expect(String(decoding: answer.bytes, as: UTF8.self) == sample.bytes ?? sample.reply)
    #expect(server.received() == sample.request)
  }

  @Test(arguments: ["\u{0}\u{1}garbage \r \n", "GET / HTTP/1.1\nno host\nHost : a\r\n b\n\n", "é GET  /a b HTTP/9\r\n"])
  func `sends exactly what it is given, whatever it is`(_ bytes: String) throws {
    let server = RawServer(
      answering: "HTTP/1.1 400 No\r\nContent-Length: 0\r\n\r\n", after: bytes.utf8.count, then: .wait)
    #expect(try send(bytes, to: server.port).head.status.code == 400)
    #expect(server.received() == bytes)
  }

  @Test(arguments: ["", "HTTP/1.1 200 OK\r\nContent-Le", "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab"])
  func `says how far a response came that was cut off`(_ reply: String) {
    let server = RawServer(answering: reply, after: Self.get.utf8.count)
    #expect(throws: TransportFailure.closedEarly(received: Array(reply.utf8))) { try send(Self.get, to: server.port) }
  }

  @Test(arguments: [
    "<html>", "HTTP/2 200\r\n\r\n", "HTTP/1.1 2 OK\r\n\r\n", "HTTP/1.1 200 OK\r\nA b\r\n\r\n",
    "HTTP/1.1 200 OK\nA: b\n\n", "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
  ])
  func `says that a response is not HTTP`(_ reply: String) {
    let server = RawServer(answering: reply, after: Self.get.utf8.count, then: .wait)
    #expect(throws: TransportFailure.notHTTP(received: Array(reply.utf8))) { try send(Self.get, to: server.port) }
  }

  @Test func `gives up after the time limit, with what came`() {
    let reply = "HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nab"
    let server = RawServer(answering: reply, after: Self.get.utf8.count, then: .wait)
    let transport = Transport(timeLimit: .seconds(2))
    defer { transport.close() }
    #expect(throws: TransportFailure.timedOut(after: .seconds(2), received: Array(reply.utf8))) {
      try transport.sendAndWait(Array(Self.get.utf8), to: server.port)
    }
  }

  @Test(arguments: ["Content-Length: 11\r\n\r\n", "\r\n12345678901", "Transfer-Encoding: chunked\r\n\r\nb\r\n"])
  func `does not take a body larger than the limit`(_ rest: String) {
    let reply = "HTTP/1.1 200 OK\r\n" + rest
    let server = RawServer(answering: reply, after: Self.get.utf8.count, then: .wait)
    var limits = Limits.answers
    limits.body = 10
    let transport = Transport(limits: limits)
    defer { transport.close() }
    #expect(throws: TransportFailure.tooLarge(limit: 10, received: Array(reply.utf8))) {
      try transport.sendAndWait(Array(Self.get.utf8), to: server.port)
    }
  }

  @Test func `says that nobody listens`() throws {
    let echo = try EchoListener()
    echo.listener.close()
    #expect(throws: TransportFailure.connectionRefused(host: "127.0.0.1", port: echo.port)) {
      try send(Self.get, to: echo.port)
    }
  }

  @Test func `sends several together, and gives the answers in the order of the requests`() throws {
    let gone = try EchoListener()
    gone.listener.close()
    try EchoListener.run { echo in
      let transport = Transport()
      defer { transport.close() }
      let ports = Mutex<Set<Int>>([])
      let paths = (0..<10).map { "/\($0)" }
      var sendings = paths.map { path in
        Transport.Sending(Array("GET \(path) HTTP/1.1\r\nHost: x\r\n\r\n".utf8), to: echo.port) { port in
          ports.withLock { _ = $0.insert(port) }
        }
      }
      sendings.insert(Transport.Sending(Array(Self.get.utf8), to: gone.port), at: 5)
      var results = transport.sendTogether(sendings)
      #expect(throws: TransportFailure.connectionRefused(host: "127.0.0.1", port: gone.port)) {
        try results.remove(at: 5).get()
      }
      let bodies = try results.map { String(decoding: try $0.get().body, as: UTF8.self) }
      #expect(bodies == paths.map { "GET \($0) " })
      #expect(ports.withLock(\.count) == 10)
      #expect(transport.sendTogether([]).isEmpty)
    }
  }

  @Test func `talks to loopback addresses only`() {
    let transport = Transport()
    defer { transport.close() }
    #expect(throws: TransportFailure.notLoopback(host: "192.0.2.1")) {
      try transport.sendAndWait([], to: 80, host: "192.0.2.1")
    }
    #expect(throws: TransportFailure.invalidPort(65536)) { try transport.sendAndWait([], to: 65536) }
  }

  @Test func `tells its port before the listener sees a byte`() throws {
    let order = Mutex<[String]>([])
    let echo = try EchoListener { request in
      order.withLock { $0.append("request from \(request.peerPort)") }
      return EchoListener.echo(request)
    }
    defer { echo.listener.close() }
    let transport = Transport()
    defer { transport.close() }
    let ports = Mutex<[Int]>([])
    _ = try transport.sendAndWait(Array(Self.get.utf8), to: echo.port) { port in
      ports.withLock { $0.append(port) }
      order.withLock { $0.append("connected from \(port)") }
    }
    let port = try #require(ports.withLock { $0 }.first)
    #expect(order.withLock { $0 } == ["connected from \(port)", "request from \(port)"])
  }

  @Test func `carries many exchanges at once`() throws {
    try EchoListener.run { echo in
      let transport = Transport()
      defer { transport.close() }
      let bodies = Mutex<Set<[UInt8]>>([])
      let done = DispatchGroup()
      for number in 1...50 {
        done.enter()
        transport.send(Array("GET /\(number) HTTP/1.0\r\n\r\n".utf8), to: echo.port) { result in
          if case .success(let answer) = result { _ = bodies.withLock { $0.insert(answer.body) } }
          done.leave()
        }
      }
      #expect(done.wait(timeout: .now() + 60) == .success)
      #expect(bodies.withLock { $0 } == Set((1...50).map { Array("GET /\($0) ".utf8) }))
    }
  }

  @Test func `ends what is under way when it is closed, and sends nothing afterwards`() {
    let server = RawServer(answering: "HTTP/1.1 200 OK\r\n", after: Self.get.utf8.count, then: .wait)
    let transport = Transport()
    let results = Mutex<[Result<WireAnswer, TransportFailure>]>([])
    let connected = DispatchSemaphore(value: 0)
    for _ in 1...2 {
      // The second one is refused or waits in the queue of the server; it must end as well.
      transport.send(
        Array(Self.get.utf8), to: server.port, connected: { _ in connected.signal() },
        completion: { result in results.withLock { $0.append(result) } })
    }
    #expect(connected.wait(timeout: .now() + 60) == .success)
    transport.close()
    #expect(results.withLock { $0.count } == 2)
    #expect(results.withLock { $0.contains(.failure(.transportClosed)) })
    #expect(throws: TransportFailure.transportClosed) {
      try transport.sendAndWait(Array(Self.get.utf8), to: server.port)
    }
    transport.close()
  }

  private func send(_ text: String, to port: Int) throws(TransportFailure) -> WireAnswer {
    let transport = Transport()
    defer { transport.close() }
    return try transport.sendAndWait(Array(text.utf8), to: port)
  }
}
