import Testing

extension Session {
  /// Waits until nothing is left of what stood there when the size changed.
  func expectAllDrawn(_ sourceLocation: SourceLocation = #_sourceLocation) {
    let isDrawn = watch { !$0.text.contains("¿") }
    #expect(isDrawn, "left undrawn:\n\(screen.text)", sourceLocation: sourceLocation)
  }
}

extension `The program in a terminal` {
  @Suite struct `The window changes its size` {
    @Test func `it is drawn right at every size, and as before when it comes back`() throws {
      let session = try Session.walk()
      let before = session.screen.lines
      for (columns, rows, text) in [
        (120, 36, "5 Checks"), (40, 12, "authorize  1/4"), (30, 8, "this window is too small"),
        (200, 50, "profile strict"), (80, 24, "next: 1"),
      ] as [(UInt16, UInt16, String)] {
        session.resize(columns: columns, rows: rows)
        session.expect(text)
        session.expectAllDrawn()
      }
      session.settle()
      #expect(session.screen.lines == before)
      #expect(session.screen.foreign == [])
    }

    @Test func `many changes in a row end at the last`() throws {
      let session = try Session.walk()
      for width in 41...140 { session.resize(columns: UInt16(width), rows: UInt16(10 + width % 40)) }
      session.resize(columns: 100, rows: 30)
      session.expectAllDrawn()
      session.expect("q quit")
      session.type("\r")
      session.expect("stage 2: code")
    }

    @Test func `in a window that is too small no key does harm, and Q leaves`() throws {
      let session = try Session.walk(columns: 80, rows: 24)
      session.resize(columns: 20, rows: 5)
      session.expect("now   20 x 5")
      session.type("e?\u{1B}\rQ")
      #expect(session.ends() == .exited(0))
    }

    @Test(arguments: [(1, 1), (2, 100), (500, 2), (39, 9)] as [(UInt16, UInt16)])
    func `no size is too odd to start in`(columns: UInt16, rows: UInt16) throws {
      let session = try Session(["--port", "0", "--client-port", "0"], columns: columns, rows: rows)
      #expect(session.watch { $0.modes.contains(2004) })
      session.type("Q")
      #expect(session.ends() == .exited(0))
      #expect(session.modes == session.modesBefore)
    }
  }
}
