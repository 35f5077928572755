import Terminal
import Testing

@Suite struct `Displays` {
  @Test func `a display in memory plays its events and keeps its canvases`() {
    let wide = Size(columns: 100, rows: 30)
    let display = MemoryDisplay(size: .standard, batches: [[.key(.enter)], [.resized(wide), .woken]])
    #expect(display.wait(until: nil) == [.key(.enter)])
    #expect(display.wait(until: .seconds(1)) == [.resized(wide), .woken])
    #expect(display.size == wide)
    #expect(display.wait(until: nil) == [.signal(1)])
    display.present(Canvas(wide))
    display.present(Canvas(wide))
    display.close()
    display.present(Canvas(.standard))
    #expect(display.canvases == [Canvas(wide)])
    #expect(display.isClosed)
  }

  @Test(arguments: [
    (DisplayError.notATerminal(input: true, output: false), "standard output is not a terminal", "no screen"),
    (.notATerminal(input: false, output: true), "standard input is not a terminal", "no screen"),
    (.notATerminal(input: false, output: false), "standard input and output are not a terminal", "no screen"),
    (.unknownTerminal(name: "x\u{1b}y"), "TERM=x\\x1by names no terminal", "TERM=xterm-256color"),
    (.unknownTerminal(name: nil), "TERM is not set", "TERM=xterm-256color"),
    (.cannotMoveCursor(terminal: "dumb"), "TERM=dumb cannot move its cursor", "no screen"),
    (.alreadyOpen, "open already", "close it"),
    (.system(call: "pipe", code: 24), "pipe failed with error 24", "could not be prepared"),
  ])
  func `an error says what, and what to do or what was tried`(error: DisplayError, what: String, further: String) {
    #expect(error.description.contains(what))
    #expect(error.description.contains(further))
  }
}
