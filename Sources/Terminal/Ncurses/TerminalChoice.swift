internal import CNcurses

/// Which terminal description to use.
struct TerminalChoice: Hashable {
  var name: String
  /// What to tell the person when it is not the one they named.
  var notice: String?

  private static let fallback = "xterm-256color"

  /// Looks the terminal up without writing anything to it; `newterm` would, even for one without cursor movement.
  static func find(environment: [String: String], output: Int32) throws(DisplayError) -> TerminalChoice {
    let name = environment["TERM"].flatMap { $0.isEmpty ? nil : $0 }
    if let name, isKnown(name, output) {
      guard hasCursorMovement else { throw .cannotMoveCursor(terminal: name) }
      return TerminalChoice(name: name, notice: nil)
    }
    let isLikely = name?.hasPrefix("xterm-") == true || !(environment["COLORTERM"] ?? "").isEmpty
    guard isLikely, isKnown(fallback, output), hasCursorMovement else { throw .unknownTerminal(name: name) }
    let named = name.map { "TERM=\(VisibleText($0).string) is unknown here" } ?? "TERM is not set"
    return TerminalChoice(name: fallback, notice: "\(named), using \(fallback)")
  }

  private static func isKnown(_ name: String, _ output: Int32) -> Bool {
    var failure: Int32 = 0
    return setupterm(name, output, &failure) == OK
  }

  private static var hasCursorMovement: Bool { oap_capability("cup") != nil }
}
