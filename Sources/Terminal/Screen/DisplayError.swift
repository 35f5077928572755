/// Why no screen could be opened: facts, and one sentence each about what to do.
public enum DisplayError: Error, Hashable, Sendable {
  case notATerminal(input: Bool, output: Bool)
  case unknownTerminal(name: String?)
  case cannotMoveCursor(terminal: String)
  case alreadyOpen
  /// A system call failed, with its errno.
  case system(call: String, code: Int32)
}

extension DisplayError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notATerminal(let input, let output):
      let what = input ? "standard output is" : output ? "standard input is" : "standard input and output are"
      return "\(what) not a terminal, so there is no screen to draw on."
    case .unknownTerminal(let name):
      let what = name.map { "TERM=\(VisibleText($0).string) names no terminal known here" } ?? "TERM is not set"
      return "\(what), so its control sequences are unknown. Try TERM=xterm-256color."
    case .cannotMoveCursor(let terminal):
      return "TERM=\(VisibleText(terminal).string) cannot move its cursor, so no screen can be drawn."
    case .alreadyOpen:
      return "the screen is open already; close it before opening it again."
    case .system(let call, let code):
      return "the terminal could not be prepared: \(call) failed with error \(code)."
    }
  }
}
