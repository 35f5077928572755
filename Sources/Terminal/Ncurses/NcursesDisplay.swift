internal import CNcurses
internal import CTerminal
internal import Synchronization

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// A real terminal. Everything about it belongs to the thread that opened it; other threads only get a `Wakeup`.
public final class NcursesDisplay: Display {
  public struct Options: Sendable {
    /// The environment variables of the process.
    public var environment: [String: String]
    public var capabilities: Capabilities.Options
    /// Whether to ask the terminal for mouse events from the start.
    public var mouse: Bool
    public var input: Int32 = 0
    public var output: Int32 = 1
    /// Whether to catch crashes and to hold back standard error;
    /// off only for tests inside a process that does so itself.
    public var guardsProcess = true

    public init(environment: [String: String], capabilities: Capabilities.Options = .init(), mouse: Bool = false) {
      self.environment = environment
      self.capabilities = capabilities
      self.mouse = mouse
    }
  }

  public let capabilities: Capabilities
  /// Something the person should know about how the terminal was taken, for the status row.
  public let notice: String?
  /// What other threads use to be heard by `wait`.
  public let wakeup: Wakeup
  public internal(set) var size: Size = .standard

  let options: Options
  let signals: Int32
  let brush: Brush
  var keys = KeyReader()
  /// The canvas on the screen.
  var shown: Canvas?
  /// What the window of ncurses holds; nil where that is not known.
  var painted: Canvas?
  /// Whether the terminal is given to someone else for a while.
  var isAway = false
  var hasHungUp = false
  /// Events that came in while something else was done.
  var pending: [InputEvent] = []
  var isMouseOn = false
  private var isOpen = true
  private let screen: OpaquePointer
  private let files: [UnsafeMutablePointer<FILE>]

  private static let taken = Mutex(false)

  /// Takes the terminal.
  ///
  /// - Throws: why there can be no screen; nothing has been written to the terminal then.
  public static func open(_ options: Options) throws(DisplayError) -> NcursesDisplay {
    let isInput = isatty(options.input) == 1
    let isOutput = isatty(options.output) == 1
    guard isInput, isOutput else { throw .notATerminal(input: isInput, output: isOutput) }
    let isFree = taken.withLock { taken in
      defer { taken = true }
      return !taken
    }
    guard isFree else { throw .alreadyOpen }
    do throws(DisplayError) {
      return try NcursesDisplay(options)
    } catch {
      taken.withLock { $0 = false }
      throw error
    }
  }

  private init(_ options: Options) throws(DisplayError) {
    let codeset = TextLocale.adopt(options.environment)
    // Set, they would freeze the size.
    unsetenv("LINES")
    unsetenv("COLUMNS")
    let choice = try TerminalChoice.find(environment: options.environment, output: options.output)
    wakeup = try Wakeup()
    guard oap_guard_remember(options.output) == 0 else { throw .system(call: "tcgetattr", code: errno) }
    files = try Self.files(options)
    // Before newterm, which leaves signals alone that already have a handler.
    signals = oap_signals_open()
    guard signals >= 0, let screen = newterm(choice.name, files[1], files[0]) else {
      oap_signals_close()
      for file in files { fclose(file) }
      throw .unknownTerminal(name: choice.name)
    }
    self.screen = screen
    self.options = options
    notice = choice.notice
    let leave = ControlSequences.leave()
    if options.guardsProcess { oap_guard_open(options.output, leave, leave.utf8.count) }
    Self.prepare(escapeDelay: options.environment["ESCDELAY"].flatMap { Int32($0) })
    capabilities = .decide(
      environment: options.environment, codeset: codeset, options: options.capabilities,
      terminalColours: Brush.terminalColours())
    brush = Brush(capabilities.colours, theme: options.capabilities.theme)
    brush.prepare()
    // Left over from an earlier display.
    _ = readSignals()
    isMouseOn = options.mouse
    enter()
    // The first size is no change.
    pending = []
  }

  deinit {
    close()
  }

  public func close() {
    guard isOpen else { return }
    isOpen = false
    if isAway { repair() } else { leave() }
    delscreen(screen)
    for file in files { fclose(file) }
    oap_guard_close()
    oap_signals_close()
    Self.taken.withLock { $0 = false }
  }

  /// Whether the terminal tells of clicks.
  public var usesMouse: Bool { isMouseOn }

  /// Turns mouse events on or off; while on, the terminal's own selection needs shift.
  ///
  /// - Returns: whether this terminal can tell of clicks at all.
  @discardableResult
  public func setMouse(_ on: Bool) -> Bool {
    isMouseOn = on && oap_capability("kmous") != nil
    guard !isAway else { return on == isMouseOn }
    mousemask(isMouseOn ? OAP_MOUSE_PRESSES | OAP_WHEEL_UP | OAP_WHEEL_DOWN : 0, nil)
    return on == isMouseOn
  }
}

extension NcursesDisplay {
  /// Streams of our own on the terminal, so that ncurses neither shares nor closes the program's.
  private static func files(_ options: Options) throws(DisplayError) -> [UnsafeMutablePointer<FILE>] {
    var files: [UnsafeMutablePointer<FILE>] = []
    for (descriptor, mode) in [(options.input, "r"), (options.output, "w")] {
      let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3)
      guard copy >= 0, let file = fdopen(copy, mode) else {
        let code = errno
        for file in files { fclose(file) }
        throw .system(call: "fdopen", code: code)
      }
      files.append(file)
    }
    return files
  }

  private static func prepare(escapeDelay: Int32?) {
    raw()
    noecho()
    nonl()
    let window = oap_stdscr()
    keypad(window, true)
    nodelay(window, true)
    set_escdelay(min(max(escapeDelay ?? 25, 0), 1000))
    oap_keep_palette()
    mouseinterval(0)
    KeyReader.defineKeys()
  }
}
