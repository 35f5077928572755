import Foundation
import Testing

extension `The program in a terminal` {
  @Suite struct `Watching a script` {
    private func watch(_ script: String, _ body: (Session) throws -> Void) throws {
      try TemporaryFolder.use { folder in
        let file = folder.appending(path: "a.script")
        try Data(script.utf8).write(to: file)
        let session = try Session(["--port", "0", "--client-port", "0", "--script", file.path])
        try body(session)
        #expect(session.modes == session.modesBefore)
      }
    }

    @Test func `it plays on the screen, a key goes on, and what it saves comes when the terminal is back`() throws {
      try watch("key enter\npause 60\nkey enter\npause 60\nsave -") { session in
        session.expect("stage 2: code")
        session.type(" ")
        session.expect("stage 3: token")
        session.type(" ")
        #expect(session.ends() == .exited(0))
        let after = String(decoding: session.received, as: UTF8.self).components(separatedBy: "\u{1B}[?1049l").last
        #expect(after?.contains("│ Done  The browser brought the response") == true)
      }
    }

    @Test func `it has the window's size unless it says its own`() throws {
      try watch("pause 60") { session in
        session.expect("stage 1: authorize")
        session.resize(columns: 60, rows: 18)
        #expect(session.watch { $0.lines.count == 18 && $0.lines[17].contains("q quit") })
        session.type("\u{3}")
        #expect(session.ends() == .exited(130))
      }
    }

    @Test func `whoever watches leaves by ctrl-c and by a signal`() throws {
      try watch("wait \"no such text\"") { session in
        session.expect("stage 1: authorize")
        session.send(SIGTERM)
        #expect(session.ends() == .exited(143))
      }
    }

    @Test func `a text that does not come is told when the terminal is back`() throws {
      // The limit after the key: it also bounds the wait for the key's request.
      try watch("key enter\nlimit 0.01\nwait \"no such text\"") { session in
        #expect(session.ends() == .exited(1))
        let text = String(decoding: session.received, as: UTF8.self)
        #expect(text.contains(#"a.script:3: "no such text" was not on the screen within 0.01 s"#), "\(text)")
      }
    }
  }
}
