import Foundation
import Testing

extension `The program in a terminal` {
  @Suite struct `What cannot start leaves the terminal alone` {
    /// Runs it to its end; the line that it wrote instead of a screen.
    private func complaint(
      _ arguments: [String], environment: [String: String?] = [:], _ sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> String {
      let session = try Session(arguments, environment: environment)
      #expect(session.ends() == .exited(2), sourceLocation: sourceLocation)
      #expect(session.modes == session.modesBefore, sourceLocation: sourceLocation)
      let text = String(decoding: session.received, as: UTF8.self)
      #expect(!session.received.contains(0x1B), sourceLocation: sourceLocation)
      #expect(text.hasPrefix("oauth-playground: "), sourceLocation: sourceLocation)
      #expect(text.hasSuffix("\r\n"), sourceLocation: sourceLocation)
      #expect(text.split(separator: "\r\n").count == 1, "\(text)", sourceLocation: sourceLocation)
      return text
    }

    @Test(arguments: [
      ("nonsense", "TERM=nonsense is unknown here, using vt100; try TERM=xterm-256color"),
      ("\u{1B}[31m", #"TERM=\x1b[31m is unknown here, using vt100"#),
      (String(repeating: "x", count: 5000), "x… is unknown here, using vt100"),
      ("../../etc/passwd", "TERM=../../etc/passwd is unknown here, using vt100"),
      ("xterm-of-tomorrow", "TERM=xterm-of-tomorrow is unknown here, using xterm-256color"),
    ])
    func `a terminal that is unknown here is drawn on as its next of kin, and a line says so`(
      name: String, notice: String
    ) throws {
      let session = try Session(["--port", "0", "--client-port", "0"], environment: ["TERM": name])
      session.expect(notice)
      session.type("q")
      #expect(session.ends() == .exited(0))
      #expect(session.modes == session.modesBefore)
    }

    @Test(arguments: [
      (["--no-such-option"], "--no-such-option"), (["--profile", "strictt"], #"did you mean "strict"?"#),
      (["--scenario", "hapy-path"], #"did you mean "happy-path"?"#), (["--client", "nobody"], "nobody"),
      (["--color", "17"], "17"), (["--seed", "-1"], "seed"), (["--port", "70000"], "70000"),
      (["--scenario", "/dev/null/\u{1B}[31m"], #"\x1b[31m"#), (["--scenario", "/"], "is a directory"),
    ])
    func `what was asked for does not exist`(arguments: [String], reason: String) throws {
      let line = try complaint(["--port", "0", "--client-port", "0"] + arguments)
      #expect(line.contains(reason), "\(line)")
    }

    @Test func `a malformed scenario, with the place of the fault`() throws {
      try TemporaryFolder.use { folder in
        let file = folder.appending(path: "broken.yaml")
        try Data("scenario: broken\nsteps:\n  - dance: {}\n".utf8).write(to: file)
        let line = try complaint(["--scenario", file.path])
        #expect(line.contains("broken.yaml:3: "), "\(line)")
        #expect(line.contains("dance"), "\(line)")
      }
    }

    @Test func `a taken port is replaced, and the screen says so`() throws {
      let other = try Session.walk()
      let port = try #require(other.screen.port)
      let session = try Session(["--port", "\(port)", "--client-port", "0"], columns: 120, rows: 36)
      session.expect("port \(port) is taken, a free one is used instead")
      #expect(session.screen.port != nil)
      #expect(session.screen.port != port)
    }
  }
}

extension Screen {
  /// Where the server listens, as the first row tells.
  var port: Int? {
    lines[0].firstMatch(of: /server .*?:([0-9]+)/).flatMap { Int($0.1) }
  }
}
