import Foundation
import Testing

extension `The program in a terminal` {
  @Suite struct `Requests of other programs` {
    private static let payload =
      "\u{1B}]52;c;UFdORUQ=\u{07}\u{1B}[31mPWNED\u{9B}2J\u{9D}0;PWNED\u{9C}\u{202E}\u{2066}\u{200B}\u{7F}\r\u{08}"

    private static func percentEncoded(_ octets: [UInt8]) -> String {
      octets.map { ($0 < 16 ? "%0" : "%") + String($0, radix: 16) }.joined()
    }

    /// The payload in every place that a screen shows, raw and percent-encoded, with octets that are no text.
    private static let requests: [[UInt8]] = {
      let raw = Array(payload.utf8) + [0xFF, 0xC0, 0x80, 0xED, 0xA0, 0x80]
      let line = Array(payload.utf8.filter { $0 != 0x0D }) + [0xFF, 0xFE]
      let coded = percentEncoded(raw)
      let end = "Host: 127.0.0.1\r\nConnection: close\r\n"
      return [
        Array("GET /authorize?client_id=\(coded)&state=\(coded)&scope=\(coded) HTTP/1.1\r\n\(end)\r\n".utf8),
        Array("GET /authorize?client_id=workshop-app&redirect_uri=\(coded) HTTP/1.1\r\n\(end)\r\n".utf8),
        Array("GET /".utf8) + line + Array(" HTTP/1.1\r\n\(end)\r\n".utf8),
        Array("GET /\(coded) HTTP/1.1\r\n\(end)\r\n".utf8),
        Array("GET /me HTTP/1.1\r\n\(end)User-Agent: ".utf8) + line + Array("\r\n\r\n".utf8),
        Array("GET /me HTTP/1.1\r\n\(end)Authorization: Bearer ".utf8) + line + Array("\r\n\r\n".utf8),
        Array("POST /token HTTP/1.1\r\n\(end)Content-Type: application/x-www-form-urlencoded\r\n".utf8)
          + Array("Content-Length: \(raw.count)\r\n\r\n".utf8) + raw,
        Array("POST /token HTTP/1.1\r\n\(end)Content-Type: application/x-www-form-urlencoded\r\n".utf8)
          + Array("Content-Length: \(coded.utf8.count + 11)\r\n\r\ngrant_type=\(coded)".utf8),
        raw + Array("\r\n\r\n".utf8), [0x16, 0x03, 0x01, 0x00, 0x05, 0x1B, 0x5B, 0x32, 0x4A, 0x0D, 0x0A, 0x0D, 0x0A],
      ]
    }()

    @Test(arguments: [(80, 24), (200, 50), (40, 10)] as [(UInt16, UInt16)])
    func `nothing in them reaches the terminal but as visible text`(columns: UInt16, rows: UInt16) throws {
      let session = try Session.walk()
      let port = try #require(session.screen.port)
      if columns != 80 { session.resize(columns: columns, rows: rows) }
      for (index, request) in Self.requests.enumerated() {
        try converse(request, with: port)
        session.type("3")
        let chosen = try Regex("► +\(index + 1) ")
        #expect(session.watch { $0.text.contains(chosen) }, "\(session.screen.text)")
        for panel in ["4", "5", "2"] {
          session.type(panel)
          session.settle()
        }
      }
      session.type("3")
      session.expect(columns == 40 ? "GET" : "external")
      #expect(session.screen.foreign == [])
      let text = String(decoding: session.received, as: UTF8.self)
      for mark in ["\u{1B}]", "\u{1B}[31mPWNED", "\u{9B}", "\u{9D}", "\u{202E}", "\u{2066}", "\u{200B}", "\u{7F}"] {
        #expect(!text.unicodeScalars.contains(mark.unicodeScalars), "\(mark.debugDescription)")
      }
      #expect(text.contains("PWNED"), "the payload was not shown at all")
    }

    @Test func `they are told apart from our own, and the walk goes on`() throws {
      let session = try Session.walk()
      let port = try #require(session.screen.port)
      _ = try converse("GET /me HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n", with: port)
      session.expect("external GET /me")
      session.expect("✗")
      session.type("\r")
      session.expect("browser  GET /authorize")
      session.expect("stage 2: code")
    }

    @Test func `a flood of them keeps the keyboard alive`() async throws {
      let session = try Session.walk()
      let port = try #require(session.screen.port)
      try await withThrowingTaskGroup(of: Void.self) { group in
        group.addTask {
          for _ in 0..<300 { try converse(Self.requests[0], with: port) }
        }
        try await group.waitForAll()
      }
      session.expect("300 exchanges")
      session.type("\r")
      session.expect("stage 2: code")
      #expect(session.screen.foreign == [])
    }
  }
}
