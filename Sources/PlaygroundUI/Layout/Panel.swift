/// The panels of the main screen, by the digit that jumps to them.
public enum Panel: Int, Sendable, CaseIterable {
  case request = 1
  case explain
  case log
  case raw
  case checks
  case server
  case sequence

  public var title: String {
    switch self {
    case .request: "Request"
    case .explain: "Explain"
    case .log: "Log"
    case .raw: "Raw"
    case .checks: "Checks"
    case .server: "Server"
    case .sequence: "Sequence"
    }
  }

  /// Whether it shows a text to read, not a list to choose from.
  var isText: Bool {
    switch self {
    case .explain, .raw, .checks, .server: true
    case .request, .log, .sequence: false
    }
  }

  /// Whether its cursor stands on an exchange.
  var showsExchanges: Bool { self == .log || self == .sequence }

  /// The panel `steps` further on, in a circle.
  func following(_ steps: Int, among panels: [Panel]) -> Panel {
    guard let index = panels.firstIndex(of: self) else { return panels.first ?? self }
    return panels[(index + steps + panels.count) % panels.count]
  }
}
