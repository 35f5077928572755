import Testing

extension `The program in a terminal` {
  @Suite struct `Characters and colours` {
    private static let colours = Set(30...38).union(40...48).union(90...97).union(100...107)

    /// Walks to the end, looks at every panel and at the help.
    private func visit(_ arguments: [String], environment: [String: String?]) throws -> Session {
      let session = try Session.atToken(arguments, environment: environment)
      session.type("\r")
      session.expect("stage 4: me")
      session.type("\r")
      session.expect("the scenario ends here")
      for panel in ["4", "5", "3", "2"] {
        session.type(panel)
        session.settle()
      }
      session.type("?")
      session.expect("Help")
      session.escape(from: "Help")
      session.type("1e")
      session.settle()
      session.escape(from: "edit the value")
      session.type("xpq")
      session.expect("Leave?")
      session.type("y")
      #expect(session.ends() == .exited(0))
      #expect(session.screen.foreign == [])
      return session
    }

    @Test(
      arguments: [
        (["--ascii"], [:]), ([], ["LC_ALL": "C"]), ([], ["LC_ALL": "POSIX"]), ([], ["TERM": "linux"]),
      ] as [([String], [String: String])])
    func `where only ASCII can be shown, only ASCII is sent`(arguments: [String], environment: [String: String]) throws
    {
      let session = try visit(arguments, environment: environment.mapValues { $0 })
      #expect(session.received.allSatisfy { $0 < 0x80 })
      #expect(!session.received.isEmpty)
    }

    @Test func `an unset locale still shows signs`() throws {
      let session = try visit([], environment: ["LC_ALL": nil])
      #expect(String(decoding: session.received, as: UTF8.self).contains("✓"))
    }

    @Test(
      arguments: [
        ([], ["NO_COLOR": "1"]), (["--color", "never"], [:]), ([], ["TERM": "vt100"]),
      ] as [([String], [String: String])])
    func `without colours none is sent`(arguments: [String], environment: [String: String]) throws {
      let session = try visit(arguments, environment: environment.mapValues { $0 })
      #expect(session.screen.looks.isDisjoint(with: Self.colours), "\(session.screen.looks.sorted())")
      #expect(session.screen.looks.contains(1))
    }

    @Test(
      arguments: [
        ([], [:], true), ([], ["NO_COLOR": ""], true), (["--color", "256"], ["NO_COLOR": "1"], true),
        (["--color", "16"], [:], false), ([], ["TERM": "xterm"], false),
      ] as [([String], [String: String], Bool)])
    func `with colours the terminal's own are used`(
      arguments: [String], environment: [String: String], hasGreys: Bool
    ) throws {
      let session = try visit(arguments, environment: environment.mapValues { $0 })
      #expect(session.screen.looks.isSuperset(of: [31, 36]) || session.screen.looks.contains(36))
      #expect(session.screen.looks.contains(38) == hasGreys)
      #expect(session.screen.looks.isDisjoint(with: 40...48), "a background")
    }
  }
}
