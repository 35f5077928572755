public import AuthorizationServer

/// Something that somebody asks for in a word and not by a key.
public enum Wish: Equatable, Sendable {
  case command(Command)
  /// The value of a field of the request; nil leaves it out. A field that is not there is added.
  case set(name: String, value: String?)
  /// A field gets its right value back.
  case reset(name: String)
  case advance(Duration)
  case bend([PolicySetting])
}
