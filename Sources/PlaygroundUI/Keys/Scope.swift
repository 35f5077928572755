/// Where a key has its meaning. What has the keys asks its own scope first, then the wider ones.
public enum Scope: Hashable, Sendable {
  case everywhere
  /// The panels of the main screen.
  case panels
  case panel(Panel)
  /// A panel while a text is searched for in it.
  case searching
  case view(ViewKind)
}
