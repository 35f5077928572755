import OAuth
import Yams

/// A mapping of a YAML file, in the order of its keys.
struct YAMLMapping {
  struct Entry {
    let key: String
    let value: YAMLValue
  }

  let value: YAMLValue
  let entries: [Entry]

  init(_ value: YAMLValue, limit: Int = 100) throws(FileFault) {
    guard case .mapping(let mapping) = value.node else { throw value.fault(expected: "a mapping (key: value)") }
    guard mapping.count <= limit else {
      throw value.fault("\(value.name) has \(mapping.count) keys; at most \(limit) are read")
    }
    var entries: [Entry] = []
    for (keyNode, node) in mapping {
      let line = keyNode.mark?.line ?? value.line
      guard let key = keyNode.scalar?.string else {
        throw FileFault(file: value.file, line: line, message: "a key of \(value.name) must be a text")
      }
      let name = "\(key.quoted) of \(value.name)"
      entries.append(Entry(key: key, value: YAMLValue(node: node, name: name, file: value.file, line: line)))
    }
    self.value = value
    self.entries = entries
  }

  subscript(key: String) -> YAMLValue? { entries.first { $0.key == key }?.value }

  func required(_ key: String) throws(FileFault) -> YAMLValue {
    guard let found = self[key] else { throw value.fault("\(value.name) has no \(key.quoted)") }
    return found
  }

  /// Refuses the first key that is none of those.
  func allowOnly(_ known: [String]) throws(FileFault) {
    guard let unknown = entries.first(where: { !known.contains($0.key) }) else { return }
    throw fault(unknown.key, at: unknown, isNoneOf: known)
  }

  /// - Parameter word: the key of the entry, or what stands in it.
  func fault(_ word: String, at entry: Entry, isNoneOf known: [String]) -> FileFault {
    let hint = Suggestion.clause(for: word, among: known)
    return entry.value.fault(
      "\(word.quoted) is no key of \(value.name)\(hint) (there are: \(known.joined(separator: ", ")))")
  }
}
