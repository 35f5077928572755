/// One press of a key, or what else arrives the way keys do.
public enum Key: Hashable, Sendable {
  case character(Character)
  case enter, escape, tab, backTab
  case up, down, left, right
  case home, end, pageUp, pageDown
  case insert, delete, backspace
  /// F1 is 1.
  case function(Int)
  /// Always the lower case letter.
  case control(Character)
  case alt(Character)
  /// Pasted text, never to be taken for keys.
  case paste(String)
  case mouse(MouseEvent)
  case resized(Size)
  /// A sequence without a meaning here, by the name ncurses gives it.
  case unknown(String)
}

/// `"n"` is the key of that character.
extension Key: ExpressibleByExtendedGraphemeClusterLiteral {
  public init(extendedGraphemeClusterLiteral character: Character) {
    self = .character(character)
  }
}
