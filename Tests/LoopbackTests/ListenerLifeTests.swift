import Dispatch
import HTTPTypes
import Loopback
import Synchronization
import Testing

@Suite struct `A listener's life` {
  @Test func `takes a free port when asked for port 0, and closes it`() throws {
    let echo = try EchoListener()
    #expect((1024...65535).contains(echo.port))
    #expect(try echo.conversation("GET / HTTP/1.0\r\n\r\n").hasSuffix("GET / "))
    echo.listener.close()
    #expect(throws: RawClient.SystemError.self) { try echo.conversation("GET / HTTP/1.0\r\n\r\n") }
    echo.listener.close()
  }

  @Test func `says clearly that a port is taken`() throws {
    try EchoListener.run { echo in
      let error = ListenerError.portInUse(host: "127.0.0.1", port: echo.port)
      #expect(throws: error) { try EchoListener(port: echo.port) }
      #expect(error.description == "port \(echo.port) on 127.0.0.1 is already in use by another program")
    }
  }

  @Test func `takes a port again at once after it was closed with connections`() throws {
    let echo = try EchoListener()
    let client = try RawClient(port: echo.port)
    try client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    _ = try client.read(upTo: "GET / ")
    echo.listener.close()
    let again = try EchoListener(port: echo.port)
    defer { again.listener.close() }
    #expect(try again.conversation("GET / HTTP/1.0\r\n\r\n").hasSuffix("GET / "))
  }

  @Test(arguments: ["0.0.0.0", "::", "localhost", "127.0.0.2", "192.168.0.1", ""])
  func `binds loopback addresses only`(_ host: String) {
    #expect(throws: ListenerError.notLoopback(host: host)) { try EchoListener(host: host) }
  }

  @Test(arguments: [-1, 65536]) func `refuses a number that is no port`(_ port: Int) {
    #expect(throws: ListenerError.invalidPort(port)) { try EchoListener(port: port) }
  }

  @Test(.enabled(if: RawClient.hasIPv6)) func `listens on ::1`() throws {
    let echo = try EchoListener(host: "::1")
    defer { echo.listener.close() }
    let transport = Transport()
    defer { transport.close() }
    let answer = try transport.sendAndWait(Array("GET /6 HTTP/1.0\r\n\r\n".utf8), to: echo.port, host: "::1")
    #expect(answer.body == Array("GET /6 ".utf8))
    // The other loopback address is another address.
    #expect(throws: RawClient.SystemError.self) { try RawClient(port: echo.port).readToEnd() }
  }

  @Test func `records before the answer leaves`() throws {
    try EchoListener.run { echo in
      let client = try RawClient(port: echo.port)
      for count in 1...300 {
        try client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        let answer = try client.read(upTo: "GET / ")
        #expect(echo.recorder.exchanges.count == count)
        #expect(echo.recorder.exchanges.last?.responseBytes == Array(answer.utf8))
      }
    }
  }

  @Test func `records ports, and times from the clock it was given`() throws {
    let start = ContinuousClock.now
    let ticks = Mutex(0)
    let recorder = Recorder()
    let started = Mutex<[ContinuousClock.Instant]>([])
    let service = Service(
      respond: { request in
        started.withLock { $0.append(request.startedAt) }
        return EchoListener.echo(request)
      },
      record: { recorder.record($0) })
    let clock: @Sendable () -> ContinuousClock.Instant = {
      start
        + .seconds(
          ticks.withLock { ticks in
            ticks += 1
            return ticks
          })
    }
    let listener = try Listener.open(port: 0, now: clock, service: service)
    defer { listener.close() }
    let transport = Transport()
    defer { transport.close() }
    let localPort = Mutex(0)
    _ = try transport.sendAndWait(
      Array("GET / HTTP/1.0\r\n\r\n".utf8), to: listener.port, connected: { port in localPort.withLock { $0 = port } })
    let exchange = try #require(recorder.next())
    #expect(exchange.duration == .seconds(1))
    #expect(started.withLock { $0 } == [start + .seconds(1)])
    #expect(exchange.peerPort == localPort.withLock { $0 })
    #expect(exchange.localPort == listener.port)
  }

  @Test func `turns away one connection too many, and admits it when another has gone`() throws {
    try EchoListener.run(.changed { $0.connections = 1 }) { echo in
      do {
        let first = try RawClient(port: echo.port)
        try first.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        _ = try first.read(upTo: "GET / ")
        let answer = try RawClient(port: echo.port).readToEnd()
        #expect(answer.hasPrefix("HTTP/1.1 503 Service Unavailable\r\n"))
        #expect(answer.contains("\r\nConnection: close\r\n"))
        try first.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
        #expect(try first.read(upTo: "GET / ").hasPrefix("HTTP/1.1 200 OK\r\n"))
      }
      #expect(try echo.conversationOnceAdmitted("GET / HTTP/1.0\r\n\r\n").hasSuffix("GET / "))
      #expect(echo.recorder.exchanges.count == 3)
    }
  }

  @Test func `closes after the last request a connection may make`() throws {
    try EchoListener.run(.changed { $0.requestsPerConnection = 2 }) { echo in
      let answer = try echo.conversation(String(repeating: "GET / HTTP/1.1\r\nHost: x\r\n\r\n", count: 3))
      let first = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nGET / "
      let last = "HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nGET / "
      #expect(answer == first + last)
      #expect(echo.recorder.exchanges.count == 2)
    }
  }

  @Test func `keeps what came of a request whose client went away`() throws {
    try EchoListener.run { echo in
      let client = try RawClient(port: echo.port)
      try client.send("GET /1 HTTP/1.1\r\nHost: x\r\n\r\nPOST /2")
      _ = try client.read(upTo: "GET /1 ")
      client.abort()
      #expect(echo.recorder.next()?.problem == nil)
      let exchange = try #require(echo.recorder.next())
      #expect(exchange.problem == .cutOff)
      #expect(exchange.requestBytes == Array("POST /2".utf8))
      #expect(exchange.responseBytes.isEmpty)
    }
  }

  @Test func `lets a request in flight finish when it closes`() throws {
    let echo = try EchoListener(limits: .changed { $0.closing = .seconds(60) })
    let idle = try RawClient(port: echo.port)
    try idle.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    _ = try idle.read(upTo: "GET / ")
    let busy = try RawClient(port: echo.port)
    try busy.send("GET /1 HTTP/1.1\r\nHost: x\r\n\r\nPOST /2 HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\na")
    _ = try busy.read(upTo: "GET /1 ")
    let closed = DispatchSemaphore(value: 0)
    let listener = echo.listener
    DispatchQueue.global().async {
      listener.close()
      closed.signal()
    }
    // The idle one is closed, so the listener is closing; the busy one is not.
    #expect(try idle.readToEnd() == "")
    try busy.send("b")
    let answer = try busy.readToEnd()
    #expect(answer == "HTTP/1.1 200 OK\r\nContent-Length: 10\r\nConnection: close\r\n\r\nPOST /2 ab")
    #expect(closed.wait(timeout: .now() + 60) == .success)
  }

  @Test func `does not wait for ever for a request that does not finish`() throws {
    let echo = try EchoListener(limits: .changed { $0.closing = .milliseconds(30) })
    let client = try RawClient(port: echo.port)
    try client.send("GET /1 HTTP/1.1\r\nHost: x\r\n\r\nGET /2")
    _ = try client.read(upTo: "GET /1 ")
    echo.listener.close()
    #expect(try client.readToEnd() == "")
    #expect(echo.recorder.exchanges.map(\.problem) == [nil, .cutOff])
    #expect(echo.recorder.exchanges.last?.requestBytes == Array("GET /2".utf8))
  }

  @Test func `survives being closed while clients storm it`() throws {
    for _ in 1...10 {
      let echo = try EchoListener()
      let port = echo.port
      let done = DispatchGroup()
      let answered = DispatchSemaphore(value: 0)
      for _ in 1...4 {
        DispatchQueue.global().async(group: done) {
          while let client = try? RawClient(port: port), (try? client.send("GET / HTTP/1.0\r\n\r\n")) != nil,
            (try? client.readToEnd()) != nil
          { answered.signal() }
        }
      }
      for _ in 1...20 { #expect(answered.wait(timeout: .now() + 60) == .success) }
      echo.listener.close()
      #expect(done.wait(timeout: .now() + 60) == .success)
    }
  }
}
