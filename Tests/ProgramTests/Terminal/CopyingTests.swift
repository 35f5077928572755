import Foundation
import Testing

extension `The program in a terminal` {
  @Suite struct `Copying` {
    private func copyScreen(_ environment: [String: String?]) throws -> Session {
      let session = try Session.walk(environment: environment)
      session.type("y")
      session.expect("Copy")
      session.type("\u{1B}[F")
      session.settle()
      session.type("\r")
      session.expect("copied to")
      return session
    }

    @Test func `a terminal that may listen is asked, once and with nothing else`() throws {
      let session = try copyScreen(["TMUX": nil])
      session.expect("to the terminal (OSC 52)")
      let text = String(decoding: session.received, as: UTF8.self)
      let sequences = text.matches(of: /\x{1B}\]52;c;([A-Za-z0-9+\/=]+)\x{07}/)
      #expect(sequences.count == 1)
      let copy = try #require(sequences.first.flatMap { Data(base64Encoded: String($0.1)) })
      let lines = String(decoding: copy, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
      #expect(lines.count == 25)
      #expect(lines.first?.contains("oauth-playground") == true)
      session.type("Q")
      #expect(session.ends() == .exited(0))
    }

    @Test(arguments: [["VTE_VERSION": "7600"], ["TERM": "linux"], ["TERM_PROGRAM": "Apple_Terminal"]])
    func `one that is known not to listen is spared, and a file is named`(environment: [String: String]) throws {
      try TemporaryFolder.use { folder in
        let session = try copyScreen(
          environment.merging(["TMPDIR": folder.path]) { $1 }.mapValues { $0 })
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.count == 1)
        let path = folder.appending(path: names.first ?? "").path
        let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let text = try String(contentsOfFile: path, encoding: .utf8)
        #expect(text.contains("oauth-playground"))
        #expect(!session.received.contains(0x07))
        session.type("Q")
        #expect(session.ends() == .exited(0))
      }
    }

    @Test(.enabled(if: Multiplexer.isInstalled, "needs tmux"))
    func `in tmux its buffer is filled`() throws {
      let multiplexer = try Multiplexer(columns: 80, rows: 24)
      try multiplexer.type("'\(Program.executable.path)' --port 0 --client-port 0")
      #expect(try multiplexer.shows("stage 1: authorize"))
      try multiplexer.press("j")
      try multiplexer.press("y")
      #expect(try multiplexer.shows("Copy"))
      try multiplexer.press("Enter")
      #expect(try multiplexer.shows("copied to tmux"))
      let buffer = try multiplexer.buffer()
      #expect(buffer == "workshop-app")
    }
  }
}
