import Foundation
import Testing

extension `The program in a terminal` {
  @Suite struct `Suspending` {
    @Test func `where no shell waits, ctrl-Z says so and the walk goes on`() throws {
      let session = try Session.walk()
      session.type("\u{1A}")
      session.expect("no job control here")
      session.expect("stage 1: authorize")
      session.type("\r")
      session.expect("stage 2: code")
      session.type("Q")
      #expect(session.ends() == .exited(0))
      #expect(session.modes == session.modesBefore)
    }

    @Test func `a shell gets its terminal back, and fg brings the screen`() throws {
      let session = try Session(
        environment: ["PS1": "prompt> ", "PROGRAM": Program.executable.path], started: "exec sh -i")
      session.expect("prompt>")
      session.type("\"$PROGRAM\" --port 0 --client-port 0\n")
      session.expect("stage 1: authorize")
      session.settle()
      let during = session.modes
      session.type("\u{1A}")
      session.expect("suspended: the server stopped too")
      session.expect("prompt>")
      session.settle()
      #expect(session.modes == session.modesBefore)
      #expect(session.screen.modes == [7, 25])
      session.resize(columns: 100, rows: 30)
      session.type("fg\n")
      session.expect("stage 1: authorize")
      session.expectAllDrawn()
      #expect(session.modes == during)
      session.type("Q")
      session.expect("prompt>")
      session.type("exit\n")
      #expect(session.ends() == .exited(0))
      #expect(session.screen.foreign == [])
    }

    @Test(.enabled(if: Multiplexer.isInstalled, "needs tmux"))
    func `in tmux, under its shell, the walk survives ctrl-Z, bg and fg`() throws {
      let multiplexer = try Multiplexer(columns: 80, rows: 24)
      try multiplexer.type("'\(Program.executable.path)' --port 0 --client-port 0")
      #expect(try multiplexer.shows("stage 1: authorize"))
      try multiplexer.press("C-z")
      #expect(try multiplexer.shows("suspended: the server stopped too"))
      try multiplexer.type("bg; echo in the $((40 + 2))nd line")
      #expect(try multiplexer.shows("in the 42nd line"))
      try multiplexer.type("fg")
      #expect(try multiplexer.shows("stage 1: authorize"))
      try multiplexer.press("Enter")
      #expect(try multiplexer.shows("stage 2: code"))
      try multiplexer.press("Q")
      try multiplexer.type("echo back in $((40 + 2))")
      #expect(try multiplexer.shows("back in 42"))
    }
  }
}
