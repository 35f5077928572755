import CTerminal
import Testing

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// Both ends of a pseudo-terminal inside the test: the display gets one, the test plays the person at the other.
final class PseudoTerminal {
  private(set) var master: Int32 = -1
  private(set) var terminal: Int32 = -1
  /// Everything the terminal was sent so far.
  private(set) var received = ""
  private var bytes: [UInt8] = []

  init(columns: UInt16 = 40, rows: UInt16 = 10) throws {
    try #require(oap_open_pty(rows, columns, &master, &terminal) == 0)
  }

  /// The near end of a terminal on which a child runs.
  init(master: Int32) {
    self.master = master
  }

  deinit {
    if terminal >= 0 { close(terminal) }
    hangUp()
  }

  func hangUp() {
    if master >= 0 { close(master) }
    master = -1
  }

  func type(_ text: String) {
    type(bytes: Array(text.utf8))
  }

  func type(bytes: [UInt8]) {
    #expect(write(master, bytes, bytes.count) == bytes.count)
  }

  func resize(columns: UInt16, rows: UInt16) {
    #expect(oap_set_size(master, rows, columns) == 0)
  }

  /// Reads what is sent until the text is there; false when nothing more comes for a minute.
  func shows(_ text: String) -> Bool {
    while !received.contains(text) {
      if !readSome(milliseconds: 60_000) { return false }
    }
    return true
  }

  /// Reads what is there now, and forgets what came before.
  func drain() -> String {
    received = ""
    bytes = []
    while readSome(milliseconds: 0) {}
    return received
  }

  var modes: [UInt32] {
    var modes = termios()
    tcgetattr(terminal, &modes)
    return [modes.c_iflag, modes.c_oflag, modes.c_cflag, modes.c_lflag].map { UInt32($0) }
  }

  private func readSome(milliseconds: Int32) -> Bool {
    var polled = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    guard poll(&polled, 1, milliseconds) > 0 else { return false }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = read(master, &buffer, buffer.count)
    guard count > 0 else { return false }
    bytes += buffer.prefix(count)
    received = String(decoding: bytes, as: UTF8.self)
    return true
  }
}
