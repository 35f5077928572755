import Loopback
import Testing

/// A limit that a client must be quicker than is a second, for the machine may be busy; others are as short as can be.
@Suite struct `Time limits` {
  @Test func `a connection that says nothing is dropped without a word`() throws {
    try EchoListener.run(.changed { $0.idle = .milliseconds(30) }) { echo in
      let client = try RawClient(port: echo.port)
      let answer = try client.readToEnd()
      #expect(answer == "")
      #expect(echo.recorder.exchanges.isEmpty)
    }
  }

  @Test func `an empty line is not the beginning of a request`() throws {
    try EchoListener.run(.changed { $0.idle = .seconds(1) }) { echo in
      let answer = try echo.conversation("\r\n")
      #expect(answer == "")
      #expect(echo.recorder.exchanges.isEmpty)
    }
  }

  @Test func `a connection that was kept is dropped without a word`() throws {
    try EchoListener.run(.changed { $0.idle = .seconds(1) }) { echo in
      let answer = try echo.conversation("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
      #expect(answer == "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nGET / ")
      #expect(echo.recorder.exchanges.count == 1)
    }
  }

  @Test(arguments: ["G", "GET / HTTP/1.1\r\nHost", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\na"])
  func `half a request is answered with 408`(_ half: String) throws {
    try EchoListener.run(.changed { $0.idle = .seconds(1) }) { echo in
      let answer = try echo.conversation(half)
      #expect(answer.hasPrefix("HTTP/1.1 408 Request Timeout\r\n"))
      let exchange = try #require(echo.recorder.next())
      #expect(exchange.problem == .timedOut(after: .seconds(1)))
      #expect(exchange.requestBytes == Array(half.utf8))
      #expect(exchange.responseBytes == Array(answer.utf8))
    }
  }

  @Test(arguments: ["GET /", "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n"])
  func `a dripping request is cut however steadily it drips`(_ start: String) throws {
    try EchoListener.run(.changed { $0.wholeRequest = .seconds(1) }) { echo in
      let client = try RawClient(port: echo.port)
      try client.send(start)
      var drops = 0
      while !client.hasSomethingToRead(within: 5) {
        try client.send("a")
        drops += 1
      }
      #expect(drops > 1)
      let answer = try client.readToEnd()
      #expect(answer.hasPrefix("HTTP/1.1 408 Request Timeout\r\n"))
      let exchange = try #require(echo.recorder.next())
      #expect(exchange.problem == .timedOut(after: .seconds(1)))
      #expect(exchange.requestBytes.starts(with: start.utf8))
    }
  }

  @Test func `the time of a request begins with its own first byte`() throws {
    try EchoListener.run(.changed { $0.wholeRequest = .milliseconds(50) }) { echo in
      let answer = try echo.conversation("GET /1 HTTP/1.1\r\nHost: x\r\n\r\nGET /2")
      #expect(answer.hasPrefix("HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nGET /1 HTTP/1.1 408 Request Timeout\r\n"))
      #expect(echo.recorder.exchanges.map(\.requestBytes).last == Array("GET /2".utf8))
    }
  }

  @Test func `a client that goes on sending after its last answer is cut`() throws {
    try EchoListener.run(.changed { $0.lingering = .milliseconds(50) }) { echo in
      let client = try RawClient(port: echo.port)
      try client.send("nonsense\r\n")
      let answer = try client.readToEnd()
      #expect(answer.hasPrefix("HTTP/1.1 400 "))
      #expect(throws: RawClient.SystemError.self) {
        while true { try client.send("more") }
      }
    }
  }

  @Test func `a client that never reads its answers is dropped`() throws {
    let limits = Limits.changed { limits in
      limits.idle = .seconds(1)
      limits.connections = 1
    }
    try EchoListener.run(limits) { echo in
      let body = String(repeating: "a", count: 60_000)
      let request = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n" + body
      let client = try RawClient(port: echo.port)
      // Fails once the listener has dropped it; its answers fill all buffers long before.
      #expect(throws: RawClient.SystemError.self) {
        while true { try client.send(request) }
      }
      let answer = try echo.conversationOnceAdmitted("GET / HTTP/1.0\r\n\r\n")
      #expect(answer.hasSuffix("GET / "))
    }
  }
}
