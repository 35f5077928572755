/// A file that gives actions other keys: `action: [key, key]`, an empty list for none.
public enum KeyMapFile {
  /// Keys as they stand in a file, each with its line. What is an action and what a key is for the reader to say.
  public struct Line: Equatable, Sendable {
    public let action: String
    public let keys: [String]
    public let file: String
    /// Counted from 1.
    public let line: Int

    public init(action: String, keys: [String], file: String, line: Int) {
      self.action = action
      self.keys = keys
      self.file = file
      self.line = line
    }

    /// A complaint about this line.
    public func fault(_ message: String) -> FileFault { FileFault(file: file, line: line, message: message) }
  }

  /// - Throws: where it is no mapping from texts to lists of texts, with file and line.
  public static func lines(in octets: [UInt8], file: String) throws(FileFault) -> [Line] {
    let node = try YAMLDocument.root(
      of: octets, file: file, limit: 64 * 1024, kind: "key map", hint: "a line is action: [key, key]")
    let mapping = try YAMLMapping(YAMLValue(node: node, name: "the key map", file: file, line: 1), limit: 300)
    var lines: [Line] = []
    for entry in mapping.entries {
      let keys = try entry.value.texts()
      lines.append(Line(action: entry.key, keys: keys, file: file, line: entry.value.line))
    }
    return lines
  }
}
