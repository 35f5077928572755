import Testing

/// Everything that needs a terminal, one test after the other: each has the machine's terminals to itself.
@Suite(.serialized) struct `The program in a terminal` {}

extension Session {
  /// A walk at the token request, with a code that lives.
  static func atToken(_ arguments: [String] = [], environment: [String: String?] = [:]) throws -> Session {
    let session = try walk(arguments, environment: environment)
    session.type("\r")
    session.expect("stage 2: code")
    session.type("\r")
    session.expect("stage 3: token")
    return session
  }
}

extension `The program in a terminal` {
  @Suite struct `Walking through the stages` {
    @Test func `four presses of Enter lead to the profile`() throws {
      let session = try Session.walk()
      for text in ["✓ authorize", "✓ code", "✓ token", "✓ me"] {
        #expect(!session.screen.lines[1].contains(text))
        session.type("\r")
        session.expect(text)
      }
      session.expect("profile of Alice Liddell")
      session.expect("the scenario ends here, as expected")
      #expect(session.screen.foreign == [])
    }

    @Test func `a seed makes the random values reproducible, without one they differ`() throws {
      func code(_ arguments: [String]) throws -> Substring? {
        try Session.atToken(arguments).screen.lines.first { $0.contains("┃  code ") }?.split(separator: " ").dropFirst(
          2
        ).first
      }
      let codes = try [["--seed", "7"], ["--seed", "7"], ["--seed", "8"], [], []].map(code)
      #expect(codes[0] != nil)
      #expect(codes[0] == codes[1])
      #expect(Set(codes).count == 4)
    }

    @Test func `an expired code is refused, and the screen tells since when`() throws {
      let session = try Session.atToken()
      session.type("x")
      session.expect("EXPIRED ✗")
      session.type("\r")
      session.expect("400 invalid_grant")
      session.expect("✗ token")
      #expect(session.watch { $0.text.contains(/expired .* ago/) }, "\(session.screen.text)")
    }

    @Test func `an edited secret is refused with an explanation, and undone it is accepted`() throws {
      let session = try Session.atToken()
      session.type("jjjj")
      session.expect("┃► client_secret")
      session.type("e")
      session.expect("edit the value")
      session.type("\u{15}guessed\r")
      session.expect("guessed")
      session.expect("edited · d right value")
      session.type("\r")
      session.expect("401 invalid_client")
      session.expect("Fix")
      session.expect("The code is NOT used up")
      session.type("u\r")
      session.expect("✓ token")
    }

    @Test func `what is pasted is text, not keys`() throws {
      let session = try Session.atToken()
      session.type("e\u{1B}[200~-pasted\rQ\u{1B}[201~")
      session.expect("-pastedQ")
      session.type("\r")
      session.expect("edited · d right value")
    }

    @Test func `nothing is written while nothing changes`() throws {
      let session = try Session.walk()
      #expect(session.written(within: .seconds(1)) == [])
      session.type("?")
      session.expect("Help")
      session.settle()
      #expect(session.written(within: .seconds(1)) == [])
    }

    @Test func `the countdown costs a few octets, and stops with the clock`() throws {
      let session = try Session.atToken()
      session.settle()
      let before = session.received.count
      #expect(session.watch { $0.text.contains(/(1[0-9]|2[0-7]) s of 30 s/) })
      // A whole frame takes thousands.
      #expect(session.received.count - before < 500)
      session.type("p")
      session.expect("PAUSED")
      session.expect("held")
      session.settle()
      #expect(session.written(within: .seconds(1)) == [])
    }
  }
}
