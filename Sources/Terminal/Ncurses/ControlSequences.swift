internal import CNcurses

/// Bytes sent past ncurses, which does not know them.
enum ControlSequences {
  static let pasteOn = "\u{1b}[?2004h"
  static let pasteOff = "\u{1b}[?2004l"
  private static let mouseOff = "\u{1b}[?1006l\u{1b}[?1002l\u{1b}[?1000l"

  /// What brings the terminal back after a crash, when ncurses can no longer be asked.
  /// Only valid once a terminal is set up.
  static func leave() -> String {
    var bytes = capability("sgr0") + mouseOff + pasteOff + capability("cnorm") + capability("rmkx")
    let back = capability("rmcup")
    // Without an alternate screen at least the shell's prompt starts on a line of its own.
    bytes += back.isEmpty ? (capability("cup").hasPrefix("\u{1b}[") ? "\u{1b}[999;1H\r\n" : "\r\n") : back
    return bytes
  }

  /// What undoes the modes that editors and pagers are known to switch on: mouse, focus, paste, insert, origin,
  /// margins, other character sets and keypads, the alternate screen.
  static func repair() -> String {
    guard capability("cup").hasPrefix("\u{1b}[") else { return capability("sgr0") }
    let modes = [1000, 1002, 1003, 1004, 1005, 1006, 1015, 2004, 1, 6].map { "\u{1b}[?\($0)l" }.joined()
    return capability("sgr0") + "\u{0f}\u{1b}(B" + modes + "\u{1b}[4l\u{1b}[r\u{1b}[?7h\u{1b}>" + capability("cnorm")
      + capability("rmcup")
  }

  /// A terminfo string without its padding marks (`$<5>`), which only ncurses can act on.
  private static func capability(_ name: String) -> String {
    guard let value = oap_capability(name) else { return "" }
    return String(cString: value).replacing(#/\$<[0-9.]+[*\/]*>/#, with: "")
  }
}
