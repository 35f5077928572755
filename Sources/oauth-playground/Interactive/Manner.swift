/// How somebody plays: on a screen, or in lines.
enum Manner: Equatable {
  case screen
  /// - Parameter because: why there is no screen, where nobody asked to have none.
  case lines(because: String?)

  /// What is known of the place before anything is opened.
  struct Place {
    var environment: [String: String]
    var isInputTerminal: Bool
    var isOutputTerminal: Bool
    /// `/dev/tty` can be opened, whatever standard input is.
    var hasTerminal: Bool
  }

  static func decide(asksForLines: Bool, _ place: Place) -> Manner {
    if asksForLines || !["", "0"].contains(place.environment["ACCESSIBLE"] ?? "") { return .lines(because: nil) }
    // Whoever reads from a pipe does not want to be told; it says nothing on the terminal then.
    guard place.isOutputTerminal else { return .lines(because: nil) }
    guard place.isInputTerminal || place.hasTerminal else {
      return .lines(because: "standard input is not a terminal, so commands are read from it, as with --plain")
    }
    if place.environment["TERM"] == "dumb" {
      return .lines(
        because: "TERM=dumb cannot move its cursor, so there are lines instead of a screen, as with --plain")
    }
    return .screen
  }
}
