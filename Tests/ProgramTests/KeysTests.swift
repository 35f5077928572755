import Foundation
import Testing

@Suite struct `Keys of one's own` {
  private func play(_ keys: String, _ script: String, _ arguments: [String] = ["--keys", "k.yaml"]) throws
    -> Program.Outcome
  {
    try TemporaryFolder.use { folder in
      try Data(keys.utf8).write(to: folder.appending(path: "k.yaml"))
      try Data(script.utf8).write(to: folder.appending(path: "a.script"))
      return try Program.run(arguments: ["--script", "a.script"] + arguments, in: folder)
    }
  }

  @Test func `they work, and hints and help show them`() throws {
    let outcome = try play(
      "next: [ctrl-n]\nnew-code: [F6]\nhelp: [F1]\nquit: [ctrl-q]\n",
      "size 120x36\nkey ctrl-n ctrl-n\nkey x\nsave -\nkey F1\nsave -")
    #expect(outcome.status == 0, "\(outcome.errors)")
    #expect(outcome.output.contains("ctrl-n redeem"))
    #expect(outcome.output.contains("F6 new code"))
    #expect(outcome.output.contains("at 12:00:30  F6 new code"))
    #expect(outcome.output.contains("F1 help  ctrl-q quit"))
    #expect(outcome.output.contains(/ctrl-n +take the next step/))
    #expect(try play("next: [ctrl-n]\n", "key enter").errors.contains("does nothing here"))
  }

  @Test(arguments: [
    ("nxt: [a]\n", "k.yaml:1: “nxt” is no action"), ("zoom: [Z]\nnext: [hyper-q]\n", "k.yaml:2: “hyper-q” is no key"),
    ("zoom: [e]\n", "k.yaml:1: e already means “edit”"), ("next: enter\n", "k.yaml:1: "),
  ])
  func `a file that is wrong is refused with its line before anything starts`(_ keys: String, _ complaint: String)
    throws
  {
    let outcome = try play(keys, "save -")
    #expect(outcome.status == 2)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.hasPrefix("oauth-playground: \(complaint)"), "\(outcome.errors)")
  }

  @Test func `a file that is not there is told`() throws {
    let outcome = try play("", "save -", ["--keys", "none.yaml"])
    #expect(outcome.status == 2)
    #expect(outcome.errors == "oauth-playground: none.yaml: no such file\n")
  }
}

extension `The program in a terminal` {
  @Suite struct `Keys of the configuration folder` {
    private func walk(_ keys: String, _ body: (Session) -> Void) throws {
      try TemporaryFolder.use { folder in
        let place = folder.appending(path: "oauth-playground")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        try Data(keys.utf8).write(to: place.appending(path: "keys.yaml"))
        body(try Session.walk(columns: 200, rows: 40, environment: ["XDG_CONFIG_HOME": folder.path]))
      }
    }

    @Test func `are taken without being asked for`() throws {
      try walk("quit-now: [ctrl-x]\nnext: [\"+\"]\nadd: []\n") { session in
        session.type("+")
        session.expect("stage 2: code")
        session.type("\u{18}")
        #expect(session.ends() == .exited(0))
      }
    }

    @Test func `do not keep the program from starting where they are wrong`() throws {
      try walk("quit-now: [hyper-q]\n") { session in
        session.expect("keys.yaml:1: “hyper-q” is no key")
        session.type("Q")
        #expect(session.ends() == .exited(0))
      }
    }

    @Test func `the palette exports the session, and tells where it is`() throws {
      try TemporaryFolder.use { folder in
        let session = try Session(
          ["--port", "0", "--client-port", "0"], columns: 160, environment: ["HOME": folder.path],
          started: #"cd "$HOME"; exec "$0" "$@""#)
        session.expect("stage 1: authorize")
        session.type("\r")
        session.expect("stage 2: code")
        session.type(":export-har\r")
        session.expect("the har is in \(folder.path)/oauth-playground-")
        session.type("Q")
        #expect(session.ends() == .exited(0))
        let file = try #require(try FileManager.default.contentsOfDirectory(atPath: folder.path).first)
        #expect(file.hasSuffix(".har"))
        let archive = try JSONSerialization.jsonObject(with: Data(contentsOf: folder.appending(path: file)))
        #expect((archive as? [String: Any])?["log"] != nil)
      }
    }
  }
}
