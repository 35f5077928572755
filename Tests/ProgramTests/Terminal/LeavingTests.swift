import Foundation
import Testing

extension `The program in a terminal` {
  @Suite struct `Every way out gives the terminal back` {
    /// As it was before, with nothing left on it but these words.
    private func expectRestored(
      _ session: Session, leaving words: String = "", _ sourceLocation: SourceLocation = #_sourceLocation
    ) {
      let screen = session.screen
      #expect(session.modes == session.modesBefore, sourceLocation: sourceLocation)
      #expect(screen.modes == [7, 25], "alternate screen, mouse, paste or cursor", sourceLocation: sourceLocation)
      #expect(!screen.isKeypadOn, sourceLocation: sourceLocation)
      #expect(screen.foreign == [], sourceLocation: sourceLocation)
      #expect(screen.lines.joined() == words, sourceLocation: sourceLocation)
    }

    @Test(arguments: [("q", 0), ("Q", 0), ("\u{3}\u{3}", 130)] as [(String, Int32)])
    func `keys leave at once while nothing would be lost`(keys: String, status: Int32) throws {
      let session = try Session.walk()
      #expect(session.modes != session.modesBefore)
      #expect(session.screen.modes.isSuperset(of: [1049, 2004]))
      session.type(keys)
      #expect(session.ends() == .exited(status))
      expectRestored(session)
    }

    @Test func `q asks while a code lives, and takes no for an answer`() throws {
      let session = try Session.atToken()
      session.type("q")
      session.expect("Leave?")
      session.type("n")
      session.expect("next: 3")
      session.type("q")
      session.expect("Leave?")
      session.type("y")
      #expect(session.ends() == .exited(0))
      expectRestored(session)
    }

    @Test func `ctrl-c alone does not leave, and Q does not ask`() throws {
      let session = try Session.atToken()
      session.type("\u{3}")
      session.expect("ctrl-c again leaves")
      session.type("j\u{3}")
      session.expect("ctrl-c again leaves")
      session.type("jQ")
      #expect(session.ends() == .exited(0))
      expectRestored(session)
    }

    @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
    func `a signal from outside ends it with 128 and its number`(number: Int32) throws {
      let session = try Session.atToken()
      session.send(number)
      #expect(session.ends() == .exited(128 + number))
      expectRestored(session)
    }

    @Test(arguments: [
      (SIGSEGV, "SIGSEGV"), (SIGABRT, "SIGABRT"), (SIGILL, "SIGILL"), (SIGBUS, "SIGBUS"), (SIGFPE, "SIGFPE"),
      (SIGTRAP, "SIGTRAP"), (SIGSYS, "SIGSYS"),
    ])
    func `a crash restores the terminal before anything is told`(number: Int32, name: String) throws {
      let session = try Session.atToken()
      session.send(number)
      #expect(session.ends() == .killed(number))
      expectRestored(
        session,
        leaving: "The program crashed (\(name)). The terminal was restored; please report the lines around this one.")
    }

    @Test func `a crash ends it when the runtime has told where it was, too`() throws {
      let session = try Session.atToken(environment: ["SWIFT_BACKTRACE": "enable=yes,interactive=no,symbolicate=off"])
      session.send(SIGILL)
      #expect(session.ends() == .killed(SIGILL))
    }

    @Test func `the terminal that goes away ends it with 129`() throws {
      let session = try Session.atToken()
      session.hangUp()
      #expect(session.ends() == .exited(128 + SIGHUP))
    }

    @Test func `an editing line, a question or the help does not keep a signal waiting`() throws {
      for key in ["e", "q", "?", "a"] {
        let session = try Session.atToken()
        session.type(key)
        session.settle()
        session.send(SIGTERM)
        #expect(session.ends() == .exited(128 + SIGTERM))
        expectRestored(session)
      }
    }

    @Test func `several signals at once end it once`() throws {
      let session = try Session.walk()
      session.send(SIGSTOP)
      let signals = [SIGTERM, SIGHUP, SIGINT, SIGQUIT]
      for number in signals { session.send(number) }
      session.send(SIGCONT)
      let end = try #require(session.ends())
      #expect(signals.map { .exited(128 + $0) }.contains(end))
      expectRestored(session)
    }
  }
}
