import Foundation
import Testing

extension `The program in a terminal` {
  @Suite struct `The terminal is lent to an editor or a pager` {
    /// A walk at the token request with an editor that is a shell script; `$1` is the file.
    private func walk(
      editor script: String, environment: [String: String?] = [:],
      then body: (Session, _ folder: URL) throws -> Void
    ) throws {
      try TemporaryFolder.use { folder in
        let editor = folder.appending(path: "editor")
        try Data("#!/bin/sh\n\(script)\n".utf8).write(to: editor)
        try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: editor.path)
        let temporary = folder.appending(path: "temporary")
        try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: false)
        var changes = environment
        changes["VISUAL"] = editor.path
        changes["TMPDIR"] = temporary.path
        try body(try Session.atToken(environment: changes), temporary)
        #expect(try FileManager.default.contentsOfDirectory(atPath: temporary.path) == [])
      }
    }

    /// The screen is back, keys work, and leaving gives the terminal back.
    private func expectAlive(_ session: Session, _ sourceLocation: SourceLocation = #_sourceLocation) {
      session.expect("3 Log", sourceLocation)
      session.expect("? help  q ", sourceLocation)
      session.type("?")
      session.expect("Help", sourceLocation)
      session.escape(from: "Help", sourceLocation)
      session.type("Q")
      #expect(session.ends() == .exited(0), sourceLocation: sourceLocation)
      #expect(session.modes == session.modesBefore, sourceLocation: sourceLocation)
      #expect(session.screen.modes == [7, 25], sourceLocation: sourceLocation)
      #expect(session.screen.foreign == [], sourceLocation: sourceLocation)
    }

    @Test func `what the editor changes is the request`() throws {
      try walk(editor: #"sed -i s/workshop-secret/guessed/ "$1""#) { session, _ in
        session.type("r")
        session.expect("guessed")
        session.type("\r")
        session.expect("401 invalid_client")
        expectAlive(session)
      }
    }

    @Test func `the file is of HTTP, for this account alone, and gone afterwards`() throws {
      try walk(editor: #"stat -c 'mode %a' "$1"; echo "${1##*.}"; head -n 1 "$1"; read line"#) { session, folder in
        session.type("r")
        session.expect("POST /token HTTP/1.1")
        session.expect("mode 600")
        session.expect("http")
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.count == 1)
        session.type("\n")
        session.expect("nothing was changed")
        expectAlive(session)
      }
    }

    @Test func `the server answers while somebody edits`() throws {
      try walk(editor: "echo editing; read line") { session, _ in
        let port = try #require(session.screen.port)
        session.type("r")
        session.expect("editing")
        let answer = try converse(
          "GET /me HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n", with: port)
        #expect(answer.hasPrefix("HTTP/1.1 401"))
        session.type("\n")
        session.expect("nothing was changed")
        session.type("3")
        session.expect("external GET /me")
        expectAlive(session)
      }
    }

    @Test(arguments: [
      ("exit 3", "ended with status 3"), ("kill -SEGV $$", "was ended by signal 11"),
      (#"printf '\033[?1049h\033[?1003h\033[?2004h\033[4h\033[2;5r'; stty raw -echo; kill -9 $$"#, "signal 9"),
      (#"rm "$1""#, "is gone"), (#"printf '\377\376' > "$1""#, "is not UTF-8"),
      (#"head -c 5000000 /dev/zero > "$1""#, "is larger than 4 MiB"),
    ])
    func `an editor that fails changes nothing, and leaves no disorder`(script: String, words: String) throws {
      try walk(editor: script) { session, _ in
        session.resize(columns: 120, rows: 30)
        session.expectAllDrawn()
        session.type("r")
        session.expect(words)
        session.expect("workshop-secret")
        expectAlive(session)
      }
    }

    @Test func `an editor that is not there is named`() throws {
      let session = try Session.atToken(environment: ["EDITOR": "no-such-editor -w", "VISUAL": " "])
      session.type("r")
      session.expect("EDITOR=no-such-editor -w was not found; nothing was changed")
      expectAlive(session)
    }

    @Test func `what changes meanwhile is seen afterwards: the window's size`() throws {
      try walk(editor: "echo editing; read line") { session, _ in
        session.type("r")
        session.expect("editing")
        session.resize(columns: 120, rows: 36)
        session.type("\n")
        session.expect("5 Checks")
        session.expectAllDrawn()
        expectAlive(session)
      }
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func `a signal ends the editor too, even one that is stopped or does not listen`(number: Int32) throws {
      try walk(editor: #"trap "" TERM HUP; stty raw; printf '\033[?1003hediting'; kill -STOP $$; read line"#) {
        session, _ in
        session.type("r")
        session.expect("editing")
        session.send(number)
        #expect(session.ends() == .exited(128 + number))
        #expect(session.modes == session.modesBefore)
        #expect(session.screen.modes == [7, 25])
      }
    }

    @Test func `the terminal that goes away ends the editor too`() throws {
      try walk(editor: "echo editing; read line") { session, _ in
        session.type("r")
        session.expect("editing")
        session.hangUp()
        #expect(session.ends() == .exited(128 + SIGHUP))
      }
    }

    @Test func `an editor that is stopped gives the shell its terminal, and fg brings it back`() throws {
      let session = try Session(
        environment: [
          "PS1": "prompt> ", "PROGRAM": Program.executable.path,
          "VISUAL": "sh -c 'echo editing; kill -STOP $$; read line; echo'",
        ], started: "exec sh -i")
      session.expect("prompt>")
      session.type("\"$PROGRAM\" --port 0 --client-port 0\n")
      session.expect("stage 1: authorize")
      session.type("r")
      session.expect("editing")
      session.expect("prompt>")
      session.type("echo in the $((40 + 2))nd line; fg\n")
      session.expect("in the 42nd line")
      session.type("\n")
      session.expect("nothing was changed")
      session.type("Q")
      session.expect("prompt>")
      session.type("exit\n")
      #expect(session.ends() == .exited(0))
      #expect(session.modes == session.modesBefore)
    }

    @Test func `a pager shows the whole text, and what it printed is gone afterwards`() throws {
      try walk(editor: "false", environment: ["PAGER": "sh -c 'cat \"$0\"; echo reading; read line'"]) { session, _ in
        session.type("\r")
        session.expect("stage 4")
        session.type("4o")
        session.expect("reading")
        #expect(session.screen.text.contains("application/json") || session.screen.text.contains("access_token"))
        session.type("\n")
        session.expect("4 Raw")
        #expect(!session.screen.text.contains("reading"))
        expectAlive(session)
      }
    }

    @Test func `nothing in a request reaches the pager but as visible text`() throws {
      try walk(editor: "false", environment: ["PAGER": "sh -c 'od -c \"$0\" | tail -n 20; echo reading; read line'"]) {
        session, _ in
        let port = try #require(session.screen.port)
        let line = "GET /me?\u{1B}[31m\u{9B}\u{202E} HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n"
        _ = try converse(line, with: port)
        session.type("3")
        session.expect("external")
        session.type("4o")
        session.expect("reading")
        #expect(!session.screen.text.contains("033"))
        #expect(!session.screen.text.contains("302 233"))
        session.type("\n")
        session.expect("4 Raw")
        expectAlive(session)
      }
    }
  }
}
