import CTerminal
import Dispatch
import Terminal
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

extension `A terminal with ncurses` {
  @Test func `a wake-up from outside ends the waiting once`() throws {
    let display = try NcursesDisplay.open(options())
    let wakeup = display.wakeup
    // Not as a task: tests that wait hold every thread that tasks run on.
    DispatchQueue.global().async { wakeup.wake() }
    #expect(events(display, 1) == [.woken])
    wakeup.wake()
    wakeup.wake()
    #expect(events(display, 1) == [.woken])
    #expect(display.wait(until: .zero) == [])
    display.close()
    wakeup.wake()
  }

  @Test func `a deadline ends the waiting with nothing`() throws {
    let display = try NcursesDisplay.open(options())
    defer { display.close() }
    #expect(display.wait(until: .milliseconds(1)) == [])
    #expect(display.wait(until: .seconds(-5)) == [])
  }

  /// Sends a signal to the process; the thread of a test may have it blocked.
  private func signal(_ number: Int32) {
    #expect(kill(getpid(), number) == 0)
  }

  @Test func `a new size is an event, and a size of nothing is 80x24`() throws {
    let display = try NcursesDisplay.open(options())
    defer { display.close() }
    for (columns, rows, size) in [
      (120, 36, Size(columns: 120, rows: 36)), (0, 0, .standard), (65_535, 65_535, Size(columns: 1000, rows: 500)),
    ] as [(UInt16, UInt16, Size)] {
      pty.resize(columns: columns, rows: rows)
      signal(SIGWINCH)
      #expect(events(display, 1) == [.resized(size)])
      #expect(display.size == size)
    }
    signal(SIGWINCH)
    #expect(display.wait(until: .seconds(5)) == [])
  }

  @Test(arguments: [SIGTERM, SIGHUP, SIGINT, SIGQUIT])
  func `a signal from outside is an event`(number: Int32) throws {
    let display = try NcursesDisplay.open(options())
    defer { display.close() }
    signal(number)
    #expect(events(display, 1) == [.signal(number)])
  }

  @Test func `being continued draws everything again`() throws {
    let display = try NcursesDisplay.open(options())
    defer { display.close() }
    display.present(canvas("still here"))
    _ = pty.drain()
    signal(SIGCONT)
    var sent = ""
    let deadline = ContinuousClock.now + .seconds(60)
    while !sent.contains("still here"), ContinuousClock.now < deadline {
      #expect(display.wait(until: ContinuousClock.now.duration(to: deadline)) == [])
      sent += pty.drain()
    }
    #expect(sent.contains("still here"))
  }

  @Test func `a terminal that hangs up is reported once and not asked again`() throws {
    let display = try NcursesDisplay.open(options())
    defer { display.close() }
    pty.hangUp()
    #expect(events(display, 1) == [.signal(SIGHUP)])
    #expect(display.wait(until: .milliseconds(10)) == [])
    display.present(canvas("into nothing"))
  }

  @Test func `closing gives the terminal back as it was`() throws {
    let before = pty.modes
    let display = try NcursesDisplay.open(options())
    display.setMouse(true)
    #expect(pty.modes != before)
    display.present(canvas("x"))
    _ = pty.drain()
    display.close()
    #expect(pty.modes == before)
    let sent = pty.drain()
    for part in ["\u{1b}[?1006;1000l", "\u{1b}[?2004l", "\u{1b}[?1049l"] { #expect(sent.contains(part)) }
    display.close()
    display.close()
    #expect(pty.drain() == "")
  }

  @Test func `while the terminal is given away nothing is drawn and no key is read`() throws {
    let display = try NcursesDisplay.open(options())
    defer { display.close() }
    display.present(canvas("before"))
    display.giveAway()
    _ = pty.drain()
    display.present(canvas("after"))
    #expect(pty.drain() == "")
    pty.type("k")
    display.wakeup.wake()
    // The children of other tests may end meanwhile.
    #expect(events(display, 1).allSatisfy { $0 == .woken || $0 == .childEnded })
    display.takeBack()
    #expect(pty.shows("after"))
    #expect(events(display, 1).contains(.key(.character("k"))))
  }

  @Test(
    arguments: [("exit 0", .exited(0)), ("exit 3", .exited(3)), ("kill -9 $$", .killed(signal: 9))]
      as [(String, ForegroundProcess.Condition)])
  func `a program that had the terminal reports how it ended`(
    command: String, end: ForegroundProcess.Condition
  ) throws {
    let display = try NcursesDisplay.open(options())
    defer { display.close() }
    display.giveAway()
    let child = try ForegroundProcess.start(["sh", "-c", command], environment: ["PATH": "/usr/bin:/bin"])
    var found = ForegroundProcess.Condition.running
    while found == .running, events(display, 1).contains(.childEnded) { found = child.condition() }
    #expect(found == end)
  }

  @Test func `a program that stops is noticed, goes on when it is told to, and ends when it must`() throws {
    let display = try NcursesDisplay.open(options())
    defer { display.close() }
    display.giveAway()
    let script = "trap '' TERM; kill -STOP $$; while :; do read line; done"
    let child = try ForegroundProcess.start(["sh", "-c", script], environment: ["PATH": "/usr/bin:/bin"])
    var found = ForegroundProcess.Condition.running
    while found == .running, events(display, 1).contains(.childEnded) { found = child.condition() }
    #expect(found == .stopped)
    child.proceed()
    #expect(child.wait(within: .milliseconds(20)) == nil)
    child.end(within: .milliseconds(50))
    #expect(child.condition() == .lost)
  }

  @Test func `a terminal that a killed program has left in disorder is put in order`() throws {
    let display = try NcursesDisplay.open(options())
    defer { display.close() }
    display.present(canvas("still here"))
    display.giveAway()
    _ = pty.drain()
    display.takeBack(repairing: true)
    let sent = pty.drain()
    for part in ["\u{1b}[?1003l", "\u{1b}[?1004l", "\u{1b}[r", "\u{1b}[?1049l", "\u{1b}(B"] {
      #expect(sent.contains(part), "\(part.debugDescription)")
    }
    #expect(sent.contains("still here"))
  }

  @Test func `a terminal without a mouse says so`() throws {
    let display = try NcursesDisplay.open(options(["TERM": "vt100"]))
    defer { display.close() }
    _ = pty.drain()
    #expect(!display.setMouse(true))
    #expect(!display.usesMouse)
    #expect(display.setMouse(false))
    #expect(pty.drain() == "")
  }

  @Test func `a program that does not exist cannot be started`() {
    #expect(throws: DisplayError.system(call: "posix_spawn", code: ENOENT)) {
      try ForegroundProcess.start(["no-such-editor-anywhere"], environment: [:])
    }
    #expect(throws: DisplayError.system(call: "posix_spawn", code: ENOENT)) {
      try ForegroundProcess.start([], environment: [:])
    }
  }

  @Test func `the clipboard and the title are sequences that carry nothing else`() throws {
    let display = try NcursesDisplay.open(options())
    defer { display.close() }
    _ = pty.drain()
    display.send(.clipboard("hello, world".utf8))
    #expect(pty.drain() == "\u{1b}]52;c;aGVsbG8sIHdvcmxk\u{07}")
    for (text, encoded) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foob", "Zm9vYg==")] {
      display.send(.clipboard(text.utf8))
      #expect(pty.drain() == "\u{1b}]52;c;\(encoded)\u{07}")
    }
    display.send(.title("a\u{07}\u{1b}]52;c;eA==\u{07}"))
    #expect(pty.drain() == "\u{1b}]2;a\\x07\\x1b]52;c;eA==\\x07\u{07}")
  }
}

extension `A terminal with ncurses` {
  @Test(arguments: [
    (["TERM": "dumb"], DisplayError.cannotMoveCursor(terminal: "dumb")),
    (["TERM": ""], .unknownTerminal(name: nil)),
  ])
  func `a terminal that cannot be drawn on is refused, and nothing is written to it`(
    environment: [String: String], error: DisplayError
  ) {
    #expect(throws: error) { try NcursesDisplay.open(options(environment)) }
    #expect(pty.drain() == "")
  }

  @Test func `what is not a terminal is refused`() {
    let null = open("/dev/null", O_RDWR | O_CLOEXEC)
    defer { close(null) }
    var output = options()
    output.output = null
    #expect(throws: DisplayError.notATerminal(input: true, output: false)) { try NcursesDisplay.open(output) }
    var input = options()
    input.input = null
    #expect(throws: DisplayError.notATerminal(input: false, output: true)) { try NcursesDisplay.open(input) }
  }

  @Test(
    arguments: [
      (["TERM": "xterm-ghostly"], "TERM=xterm-ghostly is unknown here, using xterm-256color", .palette),
      (["TERM": "alacritty-too-new"], "TERM=alacritty-too-new is unknown here, using xterm-256color", .palette),
      (
        ["TERM": "no-such", "COLORTERM": "truecolor"], "TERM=no-such is unknown here, using xterm-256color", .palette
      ), (["TERM": "", "COLORTERM": "truecolor"], "TERM is not set, using xterm-256color", .palette),
      (["TERM": "no-such"], "TERM=no-such is unknown here, using vt100; try TERM=xterm-256color", .none),
      (["TERM": "a\u{1B}[31m"], #"TERM=a\x1b[31m is unknown here, using vt100; try TERM=xterm-256color"#, .none),
    ] as [([String: String], String, ColourDepth)])
  func `a terminal that is not known is taken for a usual one, and that is said`(
    environment: [String: String], notice: String, colours: ColourDepth
  ) throws {
    let display = try NcursesDisplay.open(options(environment))
    defer { display.close() }
    #expect(display.notice == notice)
    #expect(display.capabilities.colours == colours)
    display.present(canvas("hello"))
    #expect(pty.shows("hello"))
  }

  @Test(arguments: [(Theme.light, "48;5;231"), (.dark, "48;5;234")])
  func `a theme paints every cell, drawn on or not`(theme: Theme, background: String) throws {
    var options = options()
    options.capabilities.theme = theme
    let display = try NcursesDisplay.open(options)
    defer { display.close() }
    display.present(canvas("hello", .ok))
    #expect(pty.shows("hello"))
    #expect(pty.received.contains(background))
    #expect(!pty.received.contains("\u{1b}[36m"))
  }

  @Test(arguments: [("vt100", ColourDepth.none), ("linux", .eight), ("screen-256color", .palette), ("ansi", .eight)])
  func `other terminals work with the colours they have`(name: String, colours: ColourDepth) throws {
    let display = try NcursesDisplay.open(options(["TERM": name]))
    defer { display.close() }
    #expect(display.capabilities.colours == colours)
    #expect(display.notice == nil)
    _ = pty.drain()
    display.present(canvas("hello", .error))
    #expect(pty.drain().contains("hello"))
  }

  @Test func `only one screen is open at a time`() throws {
    let display = try NcursesDisplay.open(options())
    #expect(throws: DisplayError.alreadyOpen) { try NcursesDisplay.open(options()) }
    display.close()
    try NcursesDisplay.open(options()).close()
  }

  @Test func `a child gets a terminal of its own`() throws {
    var master: Int32 = -1
    let words = ["sh", "-c", "stty size; read word; echo got $word"]
    var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
    var environment: [UnsafeMutablePointer<CChar>?] = [strdup("PATH=/usr/bin:/bin"), nil]
    defer { for pointer in arguments + environment { free(pointer) } }
    let child = oap_spawn_pty("/bin/sh", &arguments, &environment, 33, 111, &master)
    #expect(child > 0)
    let far = PseudoTerminal(master: master)
    #expect(far.shows("33 111"))
    far.type("ping\n")
    #expect(far.shows("got ping"))
    var status: Int32 = -1
    #expect(waitpid(child, &status, 0) == child)
    #expect(status == 0)
  }
}
