import Foundation
import Testing

extension `The program in a terminal` {
  @Suite struct `Lines instead of a screen` {
    /// At the first prompt.
    private func lines(
      _ arguments: [String] = ["--plain"], environment: [String: String?] = [:]
    ) throws -> Session {
      let session = try Session(
        ["--port", "0", "--client-port", "0"] + arguments, columns: 200, rows: 50, environment: environment)
      session.expect("help, quit >")
      return session
    }

    /// What somebody types, and leaves; every line that came.
    private func transcript(_ session: Session, _ words: String...) -> [String] {
      for word in words { session.type("\(word)\r") }
      session.type("quit\r")
      #expect(session.ends() == .exited(0))
      #expect(session.modes == session.modesBefore)
      let text = String(decoding: session.received, as: UTF8.self)
      #expect(text.unicodeScalars.allSatisfy { $0 == "\r" || $0 == "\n" || $0.value >= 0x20 }, "\(text)")
      return text.split(separator: "\r\n").map(String.init)
    }

    @Test func `four times send leads to the profile, and nothing but lines is written`() throws {
      let lines = transcript(try lines(), "send", "send", "send", "send")
      #expect(lines.first?.hasPrefix("Server http://127.0.0.1:") == true)
      #expect(lines.contains { $0.contains("client to server") && $0.contains("POST /token") && $0.contains("200 in") })
      #expect(lines.contains { $0.contains("the scenario ends here, as expected") })
    }

    @Test(
      arguments: [
        ("dumb", "oauth-playground: TERM=dumb cannot move its cursor"), (nil, "oauth-playground: TERM is not set"),
        ("", "oauth-playground: TERM is not set"),
      ] as [(String?, String)])
    func `a terminal that cannot be drawn on has lines, and the first says why`(name: String?, reason: String) throws {
      let lines = transcript(try lines([], environment: ["TERM": name]))
      #expect(lines.first?.hasPrefix(reason) == true, "\(lines)")
      #expect(lines.first?.contains("--plain") == true)
    }

    @Test func `the whole request goes to the editor, and what it makes of it is taken over`() throws {
      try TemporaryFolder.use { folder in
        let editor = folder.appending(path: "editor")
        try Data("#!/bin/sh\nsed -i s/workshop-secret/guessed/ \"$1\"\n".utf8).write(to: editor)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: editor.path)
        let session = try lines(environment: ["VISUAL": editor.path])
        let told = transcript(session, "send", "send", "raw-editor")
        #expect(told.contains { $0.contains("client_secret: guessed, edited") })
        #expect(told.contains { $0.contains("taken over") })
      }
    }

    @Test func `without a terminal there is no editor, and that is said`() throws {
      let session = try Session(
        ["--port", "0", "--client-port", "0", "--plain"], columns: 200,
        started: #"echo raw-editor | "$0" "$@"; echo "status $?""#)
      _ = session.ends()
      let text = String(decoding: session.received, as: UTF8.self)
      #expect(text.contains("ERROR: an editor needs a terminal, and there is none"))
      #expect(text.contains("status 2"))
    }

    @Test func `ACCESSIBLE asks for lines`() throws {
      let lines = transcript(try lines([], environment: ["ACCESSIBLE": "1"]))
      #expect(lines.first?.hasPrefix("Server ") == true)
    }

    @Test func `where output is no terminal there are lines without being asked`() throws {
      let session = try Session(
        ["--port", "0", "--client-port", "0"], columns: 200,
        started: #"{ echo send | "$0" "$@"; echo "status $?"; } | cat"#)
      #expect(session.ends() == .exited(0))
      let text = String(decoding: session.received, as: UTF8.self)
      #expect(text.contains("GET /authorize"))
      #expect(text.contains("status 0"))
      #expect(!session.received.contains(0x1B))
    }

    @Test func `where input is no terminal the keys come from the terminal nonetheless`() throws {
      let session = try Session(
        ["--port", "0", "--client-port", "0"], started: #"echo Q | "$0" "$@"; echo "status $?""#)
      session.expect("stage 1: authorize")
      session.type("\r")
      session.expect("stage 2: code")
      session.type("Q")
      session.expect("status 0")
      #expect(session.ends() == .exited(0))
      #expect(session.modes == session.modesBefore)
    }

    @Test func `ctrl-c and the end of the input leave`() throws {
      // The terminal's own interrupt key is another one in these tests.
      let interrupted = try lines()
      interrupted.type("\u{18}")
      #expect(interrupted.ends() == .killed(2))
      let ended = try lines()
      ended.type("\u{4}")
      #expect(ended.ends() == .exited(0))
    }
  }
}
