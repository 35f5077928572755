import CTerminal
import Terminal
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Real ncurses on a pseudo-terminal inside this process. One at a time: ncurses has one terminal.
@Suite(.serialized) struct `A terminal with ncurses` {
  let pty: PseudoTerminal

  init() throws {
    pty = try PseudoTerminal()
  }

  func options(_ environment: [String: String] = [:]) -> NcursesDisplay.Options {
    var options = NcursesDisplay.Options(
      environment: ["TERM": "xterm-256color"].merging(environment) { $1 })
    options.input = pty.terminal
    options.output = pty.terminal
    options.guardsProcess = false
    return options
  }

  func canvas(_ text: String, _ style: Style = .text) -> Canvas {
    var canvas = Canvas(Size(columns: 40, rows: 10))
    canvas.write(text, at: Position(column: 3, row: 2), style: style)
    return canvas
  }

  /// Waits until as many events came as expected, or for a minute.
  func events(_ display: NcursesDisplay, _ count: Int) -> [InputEvent] {
    var events: [InputEvent] = []
    let deadline = ContinuousClock.now + .seconds(60)
    while events.count < count, ContinuousClock.now < deadline {
      events += display.wait(until: ContinuousClock.now.duration(to: deadline))
    }
    return events
  }

  @Test func `a canvas appears on the screen`() throws {
    let display = try NcursesDisplay.open(options())
    defer { display.close() }
    #expect(display.size == Size(columns: 40, rows: 10))
    #expect(pty.shows("\u{1b}[?1049h"))
    #expect(pty.shows("\u{1b}[?2004h"))
    display.present(canvas("✓ 漢字", .ok))
    #expect(pty.shows("✓ 漢字"))
    #expect(pty.received.contains("\u{1b}[36m"))
  }

  @Test func `an unchanged canvas writes nothing and a small change little`() throws {
    let display = try NcursesDisplay.open(options())
    defer { display.close() }
    display.present(canvas("17.6 s left"))
    _ = pty.drain()
    display.present(canvas("17.6 s left"))
    #expect(pty.drain() == "")
    display.present(canvas("17.5 s left"))
    #expect((1...20).contains(pty.drain().utf8.count))
    display.redraw()
    #expect(pty.drain().contains("17.5 s left"))
  }

  @Test func `the cursor is shown only where a canvas asks for it`() throws {
    let display = try NcursesDisplay.open(options())
    defer { display.close() }
    _ = pty.drain()
    var canvas = canvas("field")
    canvas.cursor = Position(column: 5, row: 2)
    display.present(canvas)
    #expect(pty.drain().contains("\u{1b}[?25h"))
    canvas.cursor = Position(column: 99, row: 2)
    display.present(canvas)
    #expect(pty.drain().contains("\u{1b}[?25l"))
  }

  @Test func `ASCII leaves no other byte on the way`() throws {
    var options = options()
    options.capabilities = Capabilities.Options(colour: .never, ascii: true)
    let display = try NcursesDisplay.open(options)
    defer { display.close() }
    _ = pty.drain()
    var canvas = Canvas(display.size)
    canvas.frame(canvas.area, title: "✓ ·", focused: true)
    display.present(canvas)
    let sent = pty.drain()
    #expect(sent.contains("+ -"))
    #expect(sent.utf8.allSatisfy { $0 < 0x80 })
    #expect(!sent.contains("[36m"))
  }

  @Test func `a canvas of another size is cut`() throws {
    let display = try NcursesDisplay.open(options())
    defer { display.close() }
    var canvas = Canvas(Size(columns: 300, rows: 50))
    canvas.fill(canvas.area, with: "x")
    canvas.write("漢", at: Position(column: 39, row: 0))
    display.present(canvas)
    display.present(Canvas(Size(columns: 2, rows: 1)))
    #expect(!pty.drain().contains("漢"))
  }

  @Test(
    arguments: [
      ("a", [.character("a")]), ("é漢", [.character("é"), .character("漢")]), ("\r", [.enter]), ("\n", [.enter]),
      ("\t", [.tab]), ("\u{7f}\u{8}", [.backspace, .backspace]), ("\u{1b}[A\u{1b}OA", [.up, .up]),
      ("\u{1b}[B\u{1b}OC\u{1b}[D", [.down, .right, .left]), ("\u{1b}", [.escape]), ("\u{1b}x", [.alt("x")]),
      ("\u{1b}[H\u{1b}OF\u{1b}[1~\u{1b}[4~", [.home, .end, .home, .end]), ("\u{1b}[Z", [.backTab]),
      ("\u{1b}[5~\u{1b}[6~\u{1b}[3~\u{1b}[2~", [.pageUp, .pageDown, .delete, .insert]),
      ("\u{1b}OP\u{1b}[15~\u{1b}[24~", [.function(1), .function(5), .function(12)]),
      ("\u{3}\u{1a}\0\u{1c}", [.control("c"), .control("z"), .control(" "), .control("\\")]),
      ("\u{1b}[200~a\r\nb\rc\nd\u{1b}[201~q", [.paste("a\nb\nc\nd"), .character("q")]),
      ("\u{1b}[201~z", [.character("z")]), ("\u{1b}[1;5D", [.alt("b")]),
    ] as [(String, [Key])])
  func `bytes from the keyboard are keys`(typed: String, keys: [Key]) throws {
    let display = try NcursesDisplay.open(options())
    defer { display.close() }
    pty.type(typed)
    #expect(events(display, keys.count) == keys.map { .key($0) })
  }

  @Test func `a paste may come in parts, and its text is never taken for keys`() throws {
    let display = try NcursesDisplay.open(options())
    defer { display.close() }
    pty.type("\u{1b}[200~curl ")
    #expect(display.wait(until: .milliseconds(100)).isEmpty)
    pty.type("-v\u{3}\u{1b}[201~")
    #expect(events(display, 1) == [.key(.paste("curl -v\u{3}"))])
  }

  @Test func `a paste without an end does not hold the keyboard for ever`() throws {
    let display = try NcursesDisplay.open(options())
    defer { display.close() }
    pty.type("\u{1b}[200~lost")
    #expect(events(display, 1) == [.key(.paste("lost"))])
    pty.type("q")
    #expect(events(display, 1) == [.key(.character("q"))])
  }

  @Test func `bytes that are no text do not stop the keyboard`() throws {
    let display = try NcursesDisplay.open(options())
    defer { display.close() }
    pty.type(bytes: [0xFF, 0xC3])
    _ = display.wait(until: .milliseconds(50))
    pty.type("q")
    _ = display.wait(until: .milliseconds(50))
    pty.type("w")
    #expect(events(display, 1).last == .key(.character("w")))
  }

  @Test func `the mouse is heard only while it is on`() throws {
    let display = try NcursesDisplay.open(options())
    defer { display.close() }
    _ = pty.drain()
    display.setMouse(true)
    display.present(canvas("mouse"))
    #expect(pty.drain().contains("\u{1b}[?1006;1000h"))
    pty.type("\u{1b}[<0;5;3M")
    let place = Position(column: 4, row: 2)
    #expect(events(display, 1) == [.key(.mouse(MouseEvent(.press, button: 1, at: place)))])
    pty.type("\u{1b}[<65;5;3M")
    #expect(events(display, 1) == [.key(.mouse(MouseEvent(.wheelDown, button: 0, at: place)))])
    display.setMouse(false)
    #expect(pty.drain().contains("\u{1b}[?1006;1000l"))
  }
}
