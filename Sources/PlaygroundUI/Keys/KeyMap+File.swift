public import Playground
import Terminal

extension KeyMap {
  /// The standard keys with those of a file in their place.
  ///
  /// - Throws: an unknown action, a word that is no key, or a key that would stand for two actions in one place, with
  ///   the line; nothing is changed then.
  public init(changedBy lines: [KeyMapFile.Line]) throws(FileFault) {
    var entries = CommandEntry.catalogue
    var changed: [String: KeyMapFile.Line] = [:]
    for line in lines {
      guard let index = entries.firstIndex(where: { $0.name == line.action }) else {
        throw line.fault(
          "“\(line.action)” is no action\(Self.suggestion(for: line.action)); the palette lists them")
      }
      if let first = changed[line.action] {
        throw line.fault("“\(line.action)” occurs twice; the first is in line \(first.line)")
      }
      changed[line.action] = line
      entries[index].keys = try line.keys.map { name throws(FileFault) in try Self.key(named: name, line) }
    }
    for line in lines { try Self.refuseConflict(of: line, in: entries) }
    self.init(entries: entries)
  }

  private static func key(named name: String, _ line: KeyMapFile.Line) throws(FileFault) -> Key {
    guard let key = Key(name: name) else {
      throw line.fault("“\(name)” is no key; keys are a, B, F5, ctrl-a, alt-a, enter, esc, tab, space, up, page-down …")
    }
    guard key != .control("c") else { throw line.fault("ctrl-c always interrupts and cannot be given away") }
    return key
  }

  /// Two actions of one scope cannot share a key: the one that the file did not mean has to give way in the file too.
  private static func refuseConflict(of line: KeyMapFile.Line, in entries: [CommandEntry]) throws(FileFault) {
    guard let entry = entries.first(where: { $0.name == line.action }) else { return }
    for key in entry.keys {
      if let other = entries.first(where: { $0.name != entry.name && $0.scope == entry.scope && $0.keys.contains(key) })
      {
        throw line.fault("\(key) already means “\(other.name)”; give that another key in this file, or none: []")
      }
    }
  }

  private static func suggestion(for action: String) -> String {
    let near = FuzzyMatch.best(of: CommandEntry.catalogue.map(\.name), for: String(action.prefix(4))) { $0 }
    return near.first.map { "; did you mean “\($0)”?" } ?? ""
  }
}
