import HTTPTypes
import Loopback
import Testing

@Suite struct `A listener` {
  @Test func `answers a request and adds only the length and the end of the connection`() throws {
    try EchoListener.run { echo in
      let answer = try echo.conversation("GET /me?a=%20 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
      #expect(answer == "HTTP/1.1 200 OK\r\nContent-Length: 14\r\nConnection: close\r\n\r\nGET /me?a=%20 ")
    }
  }

  @Test func `keeps the connection for the next request`() throws {
    try EchoListener.run { echo in
      let client = try RawClient(port: echo.port)
      for path in ["/1", "/2", "/3"] {
        try client.send("GET \(path) HTTP/1.1\r\nHost: x\r\n\r\n")
        #expect(try client.read(upTo: "\(path) ") == "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\nGET \(path) ")
      }
      #expect(Set(echo.recorder.exchanges.map(\.peerPort)).count == 1)
    }
  }

  @Test func `answers pipelined requests in order`() throws {
    try EchoListener.run { echo in
      let first = "POST /1 HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\none"
      let second = "POST /2 HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n3\r\ntwo\r\n0\r\n\r\n"
      let third = "GET /3 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
      let answer = try echo.conversation(first + second + third)
      #expect(
        answer == """
          HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\nPOST /1 one\
          HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\nPOST /2 two\
          HTTP/1.1 200 OK\r\nContent-Length: 7\r\nConnection: close\r\n\r\nGET /3 \

          """)
      #expect(echo.recorder.exchanges.map(\.requestBytes) == [first, second, third].map { Array($0.utf8) })
      #expect(echo.recorder.exchanges.map(\.number) == [1, 2, 3])
    }
  }

  @Test func `answers hundreds of pipelined requests with large answers to a client that reads late`() throws {
    let page = [UInt8](repeating: UInt8(ascii: "x"), count: 20_000)
    let echo = try EchoListener { request in
      ResponseToSend(head: HTTPResponse(status: .ok), body: request.head.path == "/last" ? [] : page)
    }
    defer { echo.listener.close() }
    let request = "GET / HTTP/1.1\r\nHost: x\r\n\r\n"
    let last = "GET /last HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
    let answer = try echo.conversation(String(repeating: request, count: 300) + last)
    let one = "HTTP/1.1 200 OK\r\nContent-Length: 20000\r\n\r\n" + String(decoding: page, as: UTF8.self)
    let end = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    #expect(answer.utf8.count == 300 * one.utf8.count + end.utf8.count)
    #expect(answer == String(repeating: one, count: 300) + end)
    #expect(echo.recorder.exchanges.count == 301)
  }

  @Test func `answers HEAD with the length and without the body`() throws {
    try EchoListener.run { echo in
      let answer = try echo.conversation("HEAD /me HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
      #expect(answer == "HTTP/1.1 200 OK\r\nContent-Length: 9\r\nConnection: close\r\n\r\n")
    }
  }

  @Test func `closes without an octet where nothing is to be delivered, and goes on for others`() throws {
    let echo = try EchoListener { request in
      let isRefused = request.head.path == "/abort"
      return ResponseToSend(
        head: HTTPResponse(status: .ok), body: [UInt8(ascii: "x")], delivery: isRefused ? .none : .whole)
    }
    defer { echo.listener.close() }
    let kept = "HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\nx"
    let client = try RawClient(port: echo.port)
    try client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    #expect(try client.read(upTo: "\r\n\r\nx") == kept)
    try client.send("GET /abort HTTP/1.1\r\nHost: x\r\n\r\n")
    #expect(try client.readToEnd() == "")
    #expect(try echo.conversation("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n").hasSuffix("\r\n\r\nx"))
    let exchanges = echo.recorder.exchanges
    #expect(exchanges.map { String(decoding: $0.requestBytes.prefix(10), as: UTF8.self) }[1] == "GET /abort")
    #expect(exchanges.map(\.responseBytes.isEmpty) == [false, true, false])
    #expect(exchanges.allSatisfy { $0.problem == nil })
  }

  @Test func `sends no body and no length with 204`() throws {
    let echo = try EchoListener { _ in ResponseToSend(head: HTTPResponse(status: .noContent), body: [1, 2]) }
    defer { echo.listener.close() }
    let answer = try echo.conversation("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    #expect(answer == "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n")
  }

  @Test func `closes after HTTP 1.0 unless it was asked to keep the connection`() throws {
    try EchoListener.run { echo in
      let closed = try echo.conversation("GET / HTTP/1.0\r\n\r\n")
      #expect(closed == "HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: close\r\n\r\nGET / ")
      let client = try RawClient(port: echo.port)
      for _ in 1...2 {
        try client.send("GET / HTTP/1.0\r\nConnection: Keep-Alive\r\n\r\n")
        let kept = try client.read(upTo: "GET / ")
        #expect(kept == "HTTP/1.1 200 OK\r\nContent-Length: 6\r\nConnection: keep-alive\r\n\r\nGET / ")
      }
    }
  }

  @Test func `asks for the body that waits for 100 Continue`() throws {
    try EchoListener.run { echo in
      let head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n"
      let client = try RawClient(port: echo.port)
      try client.send(head)
      #expect(try client.read(upTo: "\r\n\r\n") == "HTTP/1.1 100 Continue\r\n\r\n")
      try client.send("body")
      let answer = "HTTP/1.1 200 OK\r\nContent-Length: 11\r\nConnection: close\r\n\r\nPOST / body"
      #expect(try client.readToEnd() == answer)
      let exchange = try #require(echo.recorder.next())
      #expect(exchange.requestBytes == Array((head + "body").utf8))
      #expect(exchange.responseBytes == Array(("HTTP/1.1 100 Continue\r\n\r\n" + answer).utf8))
    }
  }

  @Test func `closes when its owner's answer says so`() throws {
    let echo = try EchoListener { _ in
      ResponseToSend(head: HTTPResponse(status: .ok, headerFields: [.connection: "close"]))
    }
    defer { echo.listener.close() }
    let answer = try echo.conversation("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
    #expect(answer == "HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
  }

  @Test func `lets no line break of its owner into the headers`() throws {
    let echo = try EchoListener { request in
      ResponseToSend(
        head: HTTPResponse(status: .found, headerFields: [.location: "/?state=a\r\nX-Injected: 1\n\r\n<b>"]))
    }
    defer { echo.listener.close() }
    let answer = try echo.conversation("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    #expect(
      answer == "HTTP/1.1 302 Found\r\nLocation: /?state=a  X-Injected: 1   <b>\r\n"
        + "Content-Length: 0\r\nConnection: close\r\n\r\n")
  }

  @Test func `corrects a length of its owner that is not true`() throws {
    let echo = try EchoListener { _ in
      let fields: HTTPFields = [.contentLength: "3", .transferEncoding: "chunked"]
      return ResponseToSend(head: HTTPResponse(status: .ok, headerFields: fields), body: Array("five!".utf8))
    }
    defer { echo.listener.close() }
    let answer = try echo.conversation("GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
    #expect(answer == "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\nfive!")
  }

  @Test func `answers a client that has finished sending`() throws {
    try EchoListener.run { echo in
      let client = try RawClient(port: echo.port)
      try client.send("GET / HTTP/1.1\r\nHost: x\r\n\r\n")
      client.endSending()
      #expect(try client.readToEnd() == "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nGET / ")
    }
  }

  @Test func `hands over the request as it was sent, the absolute form included`() throws {
    let echo = try EchoListener { request in
      #expect(request.head.path == "http://evil.example/a?b=c")
      #expect(request.head.authority == "x:1")
      #expect(request.head.headerFields.map(\.name.rawName) == ["HOST", "x-Two", "X-two"])
      #expect(request.head.headerFields.map(\.value) == ["x:1", "a  b", ""])
      return EchoListener.echo(request)
    }
    defer { echo.listener.close() }
    let client = try RawClient(port: echo.port)
    try client.send("GET http://evil.example/a?b=c HTTP/1.1\r\nHOST: x:1\r\nx-Two:\t a  b \t\r\nX-two:\r\n\r\n")
    #expect(try client.read(upTo: "c ").hasSuffix("\r\n\r\nGET http://evil.example/a?b=c "))
  }

  @Test func `serves fifty connections at once`() throws {
    try EchoListener.run { echo in
      var answers = 0
      try withOpenClients(50, port: echo.port) { client, index in
        try client.send("\(index) HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")
        let answer = try client.readToEnd()
        if answer.hasSuffix("\r\n\r\nGET /\(index) ") { answers += 1 }
      }
      #expect(answers == 50)
      #expect(Set(echo.recorder.exchanges.map(\.peerPort)).count == 50)
    }
  }

  /// Opens all connections and sends the start of a request on each before it finishes the first one.
  private func withOpenClients(_ count: Int, port: Int, _ finish: (borrowing RawClient, Int) throws -> Void) throws {
    try open(count - 1)
    func open(_ index: Int) throws {
      let client = try RawClient(port: port)
      try client.send("GET /")
      if index > 0 { try open(index - 1) }
      try finish(client, index)
    }
  }
}
