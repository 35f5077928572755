public import Terminal

/// Which key does what where: the catalogue, with the keys that somebody prefers.
public struct KeyMap: Equatable, Sendable {
  public let entries: [CommandEntry]

  public static let standard = KeyMap(entries: CommandEntry.catalogue)

  /// What a key means to somebody who listens in these scopes, the narrowest first.
  public func command(for key: Key, in scopes: [Scope]) -> Command? {
    for scope in scopes {
      if let entry = entries.first(where: { $0.scope == scope && $0.keys.contains(key) }) { return entry.command }
    }
    return nil
  }

  public func entry(of command: Command) -> CommandEntry? {
    entries.first { $0.command == command }
  }

  /// How sentences call the key of a command: its first one, or the palette with its name where it has none.
  func name(of command: Command) -> String {
    guard let entry = entry(of: command) else { return "" }
    return entry.keys.first?.description ?? ":\(entry.name)"
  }

  /// The entries that can be reached in these scopes: a key that a narrower scope has taken is left out.
  public func reachable(in scopes: [Scope]) -> [CommandEntry] {
    entries.compactMap { entry in
      guard scopes.contains(entry.scope) else { return nil }
      var entry = entry
      entry.keys = entry.keys.filter { command(for: $0, in: scopes) == entry.command }
      return entry
    }
  }
}
