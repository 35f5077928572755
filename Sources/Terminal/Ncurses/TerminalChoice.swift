internal import CNcurses

/// Which terminal description to use.
struct TerminalChoice: Hashable {
  var name: String
  /// What to tell the person when it is not the one they named.
  var notice: String?

  /// Terminals of today, whose names are too young for some systems, or are lost on the way over ssh.
  private static let modern = [
    "xterm", "rxvt", "tmux", "screen", "alacritty", "foot", "kitty", "ghostty", "wezterm", "konsole", "gnome", "vte",
    "iterm", "contour", "rio", "st-", "mintty", "putty", "nsterm", "vscode",
  ]

  /// Looks the terminal up without writing anything to it; `newterm` would, even for one without cursor movement.
  static func find(environment: [String: String], output: Int32) throws(DisplayError) -> TerminalChoice {
    guard let name = environment["TERM"], !name.isEmpty else {
      let isModern = !(environment["COLORTERM"] ?? "").isEmpty
      guard isModern, isUsable("xterm-256color", output) else { throw .unknownTerminal(name: nil) }
      return TerminalChoice(name: "xterm-256color", notice: "TERM is not set, using xterm-256color")
    }
    if isKnown(name, output) {
      guard hasCursorMovement else { throw .cannotMoveCursor(terminal: name) }
      return TerminalChoice(name: name, notice: nil)
    }
    let isModern =
      !(environment["COLORTERM"] ?? "").isEmpty || name.contains("256color")
      || modern.contains { name.hasPrefix($0) }
    // What a vt100 understands nearly everything does.
    for fallback in isModern ? ["xterm-256color", "vt100"] : ["vt100"] where isUsable(fallback, output) {
      let shown = VisibleText(name).shortened(to: 30).string
      let advice = isModern ? "" : "; try TERM=xterm-256color"
      return TerminalChoice(name: fallback, notice: "TERM=\(shown) is unknown here, using \(fallback)\(advice)")
    }
    throw .unknownTerminal(name: name)
  }

  private static func isUsable(_ name: String, _ output: Int32) -> Bool { isKnown(name, output) && hasCursorMovement }

  private static func isKnown(_ name: String, _ output: Int32) -> Bool {
    var failure: Int32 = 0
    return setupterm(name, output, &failure) == OK
  }

  private static var hasCursorMovement: Bool { oap_capability("cup") != nil }
}
