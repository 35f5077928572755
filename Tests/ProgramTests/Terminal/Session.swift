import CTerminal
import Foundation
import Testing

/// A person at a terminal of their own, on which the program runs.
final class Session {
  enum End: Equatable {
    case exited(Int32)
    case killed(Int32)
  }

  /// How the shell starts the program (`"$0" "$@"`). It is replaced by it, unless the test wants more of it.
  static let plainly = #"exec "$0" "$@""#
  static let environment = [
    "PATH": "/usr/local/bin:/usr/bin:/bin", "TERM": "xterm-256color", "LC_ALL": "C.UTF-8",
    // A crash is told in a second and not in ten.
    "SWIFT_BACKTRACE": "enable=no",
  ]

  private(set) var screen: Screen
  /// Everything the program wrote.
  private(set) var received: [UInt8] = []
  /// The terminal's modes before the program came.
  let modesBefore: [UInt32]
  let process: pid_t

  private var master: Int32 = -1
  private var end: End?

  /// Starts the program on a terminal that differs from others in a few modes, to see that just those come back.
  ///
  /// - Parameter changes: environment variables; nil takes one away.
  init(
    _ arguments: [String] = [], columns: UInt16 = 80, rows: UInt16 = 24, environment changes: [String: String?] = [:],
    started how: String = plainly
  ) throws {
    var environment = Self.environment
    for (name, value) in changes { environment[name] = value }
    let prepare = "stty -echo -ixany intr ^X; echo ready; read go;"
    let words = ["sh", "-c", "\(prepare) \(how)", Program.executable.path] + arguments
    var argv = words.map { strdup($0) } + [nil]
    var envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for pointer in argv + envp { free(pointer) } }
    process = oap_spawn_pty("/bin/sh", &argv, &envp, rows, columns, &master)
    screen = Screen(columns: Int(columns), rows: Int(rows))
    try #require(process > 0)
    var greeting: [UInt8] = []
    while !greeting.ends(with: "ready\r\n".utf8), let more = Self.read(master, within: .seconds(60)) {
      greeting += more
    }
    modesBefore = Self.modes(master)
    type("\n")
  }

  /// A walk on free ports, at its first screen.
  static func walk(
    _ arguments: [String] = [], columns: UInt16 = 80, rows: UInt16 = 24, environment: [String: String?] = [:]
  ) throws -> Session {
    let ports = ["--port", "0", "--client-port", "0"]
    let session = try Session(ports + arguments, columns: columns, rows: rows, environment: environment)
    session.expect("stage 1: authorize")
    session.settle()
    return session
  }

  deinit {
    if end == nil {
      kill(process, SIGKILL)
      waitpid(process, nil, 0)
    }
    hangUp()
  }

  var modes: [UInt32] { Self.modes(master) }

  func type(_ text: String) {
    let octets = Array(text.utf8)
    #expect(write(master, octets, octets.count) == octets.count)
  }

  func resize(columns: UInt16, rows: UInt16) {
    screen.resize(columns: Int(columns), rows: Int(rows))
    #expect(oap_set_size(master, rows, columns) == 0)
  }

  func send(_ signal: Int32) {
    #expect(kill(process, signal) == 0)
  }

  /// The terminal goes away, as a window that is closed.
  func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  /// Waits until the text stands on the screen.
  func expect(_ text: String, _ sourceLocation: SourceLocation = #_sourceLocation) {
    let isThere = watch { $0.text.contains(text) }
    #expect(
      isThere, "no \(text.debugDescription) on the screen (foreign: \(screen.foreign)):\n\(screen.text)",
      sourceLocation: sourceLocation)
  }

  /// Waits until something is true of the screen; false when it never is.
  func watch(_ condition: (Screen) -> Bool) -> Bool {
    let deadline = ContinuousClock.now + .seconds(60)
    while !condition(screen) {
      guard let octets = Self.read(master, within: ContinuousClock.now.duration(to: deadline)) else {
        return condition(screen)
      }
      take(octets)
    }
    return true
  }

  /// Presses esc, and waits until what it closes is gone: a key that follows at once would be taken for alt and that
  /// key.
  func escape(from text: String, _ sourceLocation: SourceLocation = #_sourceLocation) {
    type("\u{1B}")
    let isGone = watch { !$0.text.contains(text) }
    #expect(isGone, "still \(text.debugDescription):\n\(screen.text)", sourceLocation: sourceLocation)
    settle()
  }

  /// Reads the rest of a frame of which a part has come: until the program waits, and nothing more comes.
  func settle() {
    repeat {
      while let octets = Self.read(master, within: .milliseconds(50)) { take(octets) }
    } while isBusy
  }

  /// Whether one of its threads has a processor or stands in line for one:
  /// on a busy machine that silence means nothing.
  private var isBusy: Bool {
    let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
    return threads.contains { thread in
      let status = try? String(contentsOfFile: "/proc/\(process)/task/\(thread)/stat", encoding: .utf8)
      return status?.split(separator: ")").last?.hasPrefix(" R") == true
    }
  }

  /// What is written within that time.
  func written(within time: Duration) -> [UInt8] {
    guard let octets = Self.read(master, within: time) else { return [] }
    take(octets)
    return octets
  }

  /// Reads to the end of the program, and tells how it ended; nil when it does not.
  func ends() -> End? {
    let deadline = ContinuousClock.now + .seconds(60)
    while end == nil, ContinuousClock.now < deadline {
      if master >= 0, let octets = Self.read(master, within: .milliseconds(10)) { take(octets) }
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process { end = Self.end(status) }
      if master < 0 { poll(nil, 0, 10) }
    }
    while master >= 0, let octets = Self.read(master, within: .zero) { take(octets) }
    return end
  }

  private func take(_ octets: [UInt8]) {
    received += octets
    screen.receive(octets)
  }

  private static func end(_ status: Int32) -> End {
    status & 0x7F == 0 ? .exited((status >> 8) & 0xFF) : .killed(status & 0x7F)
  }

  private static func modes(_ terminal: Int32) -> [UInt32] {
    var modes = termios()
    #expect(tcgetattr(terminal, &modes) == 0)
    let characters = withUnsafeBytes(of: modes.c_cc) { $0.map { UInt32($0) } }
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag].map { UInt32($0) } + characters
  }

  /// Nil when nothing comes, or nothing can come any more.
  private static func read(_ terminal: Int32, within time: Duration) -> [UInt8]? {
    var polled = pollfd(fd: terminal, events: Int16(POLLIN), revents: 0)
    let milliseconds = max(.zero, time) / .milliseconds(1)
    guard poll(&polled, 1, Int32(milliseconds.rounded(.up))) > 0 else { return nil }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = Foundation.read(terminal, &buffer, buffer.count)
    return count > 0 ? Array(buffer.prefix(count)) : nil
  }
}

extension Sequence<UInt8> {
  fileprivate func ends(with other: some Collection<UInt8>) -> Bool { suffix(other.count).elementsEqual(other) }
}
