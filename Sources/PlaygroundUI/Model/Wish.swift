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
  /// Opens a view.
  case open(ViewKind)
  /// Puts an exchange to another server, too.
  case compare(exchange: Int, with: String)
  /// The entry of the open view, by its number in the list or by its name.
  case choose(String)
  /// Has the list of the open view read out, all there is to say about the chosen entry, or the heading alone.
  case read(Reading)
  /// What the open question asks for.
  case answer(String)
  /// Closes whatever is open.
  case leave

  public enum Reading: Equatable, Sendable {
    case list, entry, heading
  }
}
