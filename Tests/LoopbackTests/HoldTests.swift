import HTTPTypes
import Loopback
import Testing

@Suite struct `A held request` {
  private static let late = "GET /late HTTP/1.1\r\nHost: x\r\n\r\n"
  private static let last = "GET /last HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"

  private func run(_ wait: Duration, _ test: (EchoListener) throws -> Void) throws {
    let echo = try EchoListener(holding: { $0.head.path == "/late" ? wait : .zero })
    defer { echo.listener.close() }
    try test(echo)
  }

  @Test func `is answered when its time has come`() throws {
    try run(.milliseconds(20)) { echo in
      let patient = try RawClient(port: echo.port)
      try patient.send(Self.late)
      #expect(try patient.read(upTo: "/late ") == "HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nGET /late ")
      let held = try #require(echo.recorder.exchanges.last)
      #expect(held.duration >= .milliseconds(20))
    }
  }

  @Test func `is answered before those that came after it on its connection`() throws {
    try run(.milliseconds(20)) { echo in
      let answer = try echo.conversation(Self.late + Self.last)
      #expect(answer.split(separator: "\r\n").filter { $0.contains("GET /") }.count == 2)
      #expect(echo.recorder.exchanges.map(\.requestBytes) == [Self.late, Self.last].map { Array($0.utf8) })
    }
  }

  @Test func `is answered though nobody waits for it any more`() throws {
    try run(.milliseconds(50)) { echo in
      do {
        let hasty = try RawClient(port: echo.port)
        try hasty.send(Self.late)
      }
      #expect(echo.recorder.next()?.requestBytes == Array(Self.late.utf8))
    }
  }

  @Test func `waits alone: others are answered meanwhile, and the listener may close`() throws {
    let began = ContinuousClock.now
    try run(.seconds(60)) { echo in
      let patient = try RawClient(port: echo.port)
      try patient.send(Self.late)
      #expect(try echo.conversation(Self.last).hasSuffix("GET /last "))
      #expect(echo.recorder.exchanges.map(\.requestBytes) == [Array(Self.last.utf8)])
    }
    #expect(ContinuousClock.now - began < .seconds(30))
  }
}
