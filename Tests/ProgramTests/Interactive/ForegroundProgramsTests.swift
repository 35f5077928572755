import Testing

@testable import oauth_playground

@Suite struct `The programs that a person has chosen` {
  private func programs(
    _ environment: [String: String], installed: Set<String> = ["vi", "less", "more"]
  ) -> ForegroundPrograms {
    ForegroundPrograms(environment) { installed.contains($0) }
  }

  @Test(
    arguments: [
      ([:], "vi"), (["EDITOR": "emacs -nw"], "emacs -nw"), (["EDITOR": "emacs", "VISUAL": "vim"], "vim"),
      (["EDITOR": "emacs", "VISUAL": ""], "emacs"), (["VISUAL": "  "], "vi"),
    ] as [([String: String], String)])
  func `VISUAL comes before EDITOR, and EDITOR before vi`(environment: [String: String], command: String) {
    #expect(programs(environment).editor.command == command)
  }

  @Test(
    arguments: [
      ([:], ["less", "more"], "less"), ([:], ["more"], "more"), ([:], [], "less"),
      (["PAGER": "most"], ["less"], "most"), (["PAGER": "cat"], ["less"], "less"), (["PAGER": ""], ["less"], "less"),
    ] as [([String: String], Set<String>, String)])
  func `PAGER comes before less, and less before more; cat shows nothing that stays`(
    environment: [String: String], installed: Set<String>, command: String
  ) {
    #expect(programs(environment, installed: installed).pager.command == command)
  }

  @Test func `less does not leave by itself, whatever LESS says`() {
    #expect(programs(["LESS": "FRX"]).pager.environment["LESS"] == "FRX -+F -+E -+X")
    #expect(programs(["LESS": "FRX"]).editor.environment["LESS"] == "FRX")
  }

  @Test(arguments: [
    ("vi", "exec vi \"$1\""), ("code --wait", "exec code --wait \"$1\""),
    ("'/a b/vi'", "exec '/a b/vi' \"$1\""), ("cd /tmp && vi", "cd /tmp && vi \"$1\""),
    ("sh -c 'a; b'", "exec sh -c 'a; b' \"$1\""), ("TERM=ansi vi", "TERM=ansi vi \"$1\""),
    (#"vi "a\"|b""#, #"exec vi "a\"|b" "$1""#), (#"vi \" | tee"#, #"vi \" | tee "$1""#),
  ])
  func `a simple command takes the place of the shell`(command: String, line: String) {
    let choice = programs(["VISUAL": command]).editor
    #expect(choice.arguments("/tmp/x") == ["sh", "-c", line, "sh", "/tmp/x"])
  }

  @Test(
    arguments: [
      (0, nil), (1, "VISUAL=vi ended with status 1"), (126, "VISUAL=vi may not be run"),
      (127, "VISUAL=vi was not found"), (143, "VISUAL=vi was ended by signal 15"),
    ] as [(Int32, String?)])
  func `an exit status is told in words`(status: Int32, sentence: String?) {
    #expect(programs(["VISUAL": "vi"]).editor.failure(status) == sentence)
  }

  @Test func `what a variable holds is made visible`() {
    #expect(programs(["VISUAL": "\u{1B}[31mvi"]).editor.name == #"VISUAL=\x1b[31mvi"#)
  }

  @Test(
    arguments: [
      (["TERM": "xterm-256color"], true), (["TERM": "xterm", "VTE_VERSION": "7600"], false),
      (["TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"], false), (["TERM": "linux"], false),
      (["TERM": "vt220"], false), (["TERM": "screen", "STY": "1.tty"], false), (["TERM": "xterm", "STY": "1"], false),
      (["TERM": "alacritty"], true), (["TERM": "foot", "VTE_VERSION": ""], true),
    ] as [([String: String], Bool)])
  func `only a terminal that may listen is asked to copy`(environment: [String: String], asks: Bool) {
    #expect(Clipboard.canAsk(environment) == asks)
  }
}
