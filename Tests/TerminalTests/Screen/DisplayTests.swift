import Terminal
import Testing

@Suite struct `Displays` {
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
