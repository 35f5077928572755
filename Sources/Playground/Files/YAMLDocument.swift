import OAuth
import Yams

/// A file as YAML reads it, before anybody asks what it means.
enum YAMLDocument {
  /// The file's one document.
  ///
  /// - Parameters:
  ///   - limit: the largest file that is read, in octets.
  ///   - kind: what the file should be, in a word.
  ///   - hint: what is said of an empty file.
  static func root(
    of octets: [UInt8], file: String, limit: Int, kind: String, hint: String
  ) throws(FileFault) -> Node {
    guard octets.count <= limit else {
      throw FileFault(file: file, message: "the file is larger than \(limit) octets, which no \(kind) may be")
    }
    guard let text = String(validating: octets, as: UTF8.self) else {
      let line = String(decoding: octets, as: UTF8.self).prefix { $0 != "\u{FFFD}" }.lineCount
      throw FileFault(file: file, line: line, message: "the file is not UTF-8 from this line on")
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: text)
    } catch {
      throw FileFault(error, in: text, file: file)
    }
    guard let root, !YAMLValue(node: root, name: "", file: file, line: 1).isNull else {
      throw FileFault(file: file, message: "the file is empty; \(hint)")
    }
    return root
  }
}

extension Substring {
  fileprivate var lineCount: Int { utf8.count { $0 == UInt8(ascii: "\n") } + 1 }
}

extension FileFault {
  /// What the YAML parser complains about, in one line.
  fileprivate init(_ error: any Error, in text: String, file: String) {
    switch error as? YamlError {
    case .scanner(let context, let problem, let mark, _), .parser(let context, let problem, let mark, _),
      .composer(let context, let problem, let mark, _):
      let about = context.map { " \($0.text)" } ?? ""
      self.init(file: file, line: mark.line, message: "not YAML: \(problem)\(about)")
    case .duplicatedKeysInMapping(let duplicates, let context):
      let keys = duplicates.sorted().map { $0.quoted }.joined(separator: ", ")
      let line = duplicates.compactMap { Self.line(ofSecond: $0, in: text, from: context.mark) }.min()
      self.init(
        file: file, line: line ?? context.mark.line, message: "a key occurs twice in the same mapping: \(keys)")
    case .reader(let problem, let offset, _, let yaml):
      let line = offset.map { yaml.prefix($0).lineCount }
      self.init(file: file, line: line, message: "not YAML: \(problem)")
    default:
      self.init(file: file, message: "not YAML: \("\(error)".quoted(limit: 200))")
    }
  }

  /// Where a key stands a second time in a block that begins at `mark`; the parser only knows where the block begins.
  private static func line(ofSecond key: String, in text: String, from mark: Mark) -> Int? {
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let found = lines.indices.dropFirst(mark.line - 1).filter {
      lines[$0].dropFirst(mark.column - 1).starts(with: Array("\(key):".utf8))
    }
    return found.dropFirst().first.map { $0 + 1 }
  }
}
