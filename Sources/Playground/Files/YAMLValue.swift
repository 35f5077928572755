import OAuth
import Yams

/// A value of a YAML file with its place, which every complaint about it names.
struct YAMLValue {
  let node: Node
  /// What it is called in a complaint: `"status" of expect`.
  let name: String
  let file: String
  let line: Int

  func fault(_ message: String) -> FileFault { FileFault(file: file, line: line, message: message) }

  func fault(expected: String) -> FileFault { fault("\(name) must be \(expected), but it is \(found)") }

  /// What stands there, in a few words.
  private var found: String {
    switch node {
    case .scalar: isNull ? "empty" : content.quoted
    case .mapping: "a mapping"
    case .sequence: "a list"
    case .alias: "an alias"
    }
  }

  private var content: String { node.scalar?.string ?? "" }

  private var isPlain: Bool { node.scalar.map { $0.style == .plain || $0.style == .any } ?? false }

  /// An empty value, `~` or `null` without quotation marks.
  var isNull: Bool { isPlain && ["", "~", "null", "Null", "NULL"].contains(content) }

  var isMapping: Bool { if case .mapping = node { true } else { false } }

  /// A text that is not empty.
  func text() throws(FileFault) -> String {
    guard node.scalar != nil, !isNull, !content.isEmpty else { throw fault(expected: "a text") }
    return content
  }

  /// A text or `null`; an empty text in quotation marks counts as a text.
  func textOrNull() throws(FileFault) -> String? {
    guard node.scalar != nil else { throw fault(expected: "a text, or null to leave it out") }
    return isNull ? nil : content
  }

  func boolean() throws(FileFault) -> Bool {
    guard isPlain, content == "true" || content == "false" else { throw fault(expected: "true or false") }
    return content == "true"
  }

  func integer(in range: ClosedRange<Int>) throws(FileFault) -> Int {
    guard isPlain, let number = content.asciiNumber, range.contains(number) else {
      throw fault(expected: "a number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// A number of seconds, with or without decimals.
  func seconds(atMost limit: Double, mayBeNegative: Bool = false) throws(FileFault) -> Duration {
    let digits = mayBeNegative && content.hasPrefix("-") ? content.dropFirst() : content[...]
    let isNumber = isPlain && !digits.isEmpty && digits.utf8.allSatisfy { $0.isASCIIDigit || $0 == UInt8(ascii: ".") }
    let range = (mayBeNegative ? -limit : 0)...limit
    guard isNumber, let number = Double(content), range.contains(number) else {
      throw fault(expected: "a number of seconds from \(Int(range.lowerBound)) to \(Int(limit))")
    }
    return .milliseconds(Int64((number * 1000).rounded()))
  }

  /// A list of at most `limit` entries.
  func list(atMost limit: Int) throws(FileFault) -> [YAMLValue] {
    guard case .sequence(let sequence) = node else { throw fault(expected: "a list") }
    guard sequence.count <= limit else {
      throw fault("\(name) has \(sequence.count) entries; at most \(limit) are read")
    }
    return sequence.enumerated().map { index, entry in
      YAMLValue(node: entry, name: "entry \(index + 1) of \(name)", file: file, line: entry.mark?.line ?? line)
    }
  }

  func texts() throws(FileFault) -> [String] {
    var texts: [String] = []
    for entry in try list(atMost: 100) { texts.append(try entry.text()) }
    return texts
  }

  /// One of a set of words.
  func word(among known: [String], called kind: String) throws(FileFault) -> String {
    let word = try text()
    guard known.contains(word) else {
      let hint = Suggestion.clause(for: word, among: known)
      let list = known.count <= 12 ? " (there are: \(known.joined(separator: ", ")))" : ""
      throw fault("\(word.quoted) is no \(kind)\(hint)\(list)")
    }
    return word
  }
}

extension YAMLValue {
  /// The value as JSON: what is in quotation marks is a string whatever it looks like.
  func json(depth: Int = 0) throws(FileFault) -> JSON {
    guard depth < 8 else { throw fault("\(name) is nested too deeply; at most 8 levels are read") }
    switch node {
    case .scalar: return scalarJSON
    case .sequence:
      var values: [JSON] = []
      for entry in try list(atMost: 20) { values.append(try named(entry).json(depth: depth + 1)) }
      return .array(values)
    case .mapping:
      var members: [JSON.Member] = []
      for entry in try YAMLMapping(self, limit: 20).entries {
        members.append(JSON.Member(entry.key, try named(entry.value).json(depth: depth + 1)))
      }
      return .object(members)
    case .alias: throw fault(expected: "a value")
    }
  }

  /// What lies deep inside goes by the name of the whole.
  private func named(_ inner: YAMLValue) -> YAMLValue {
    YAMLValue(node: inner.node, name: name, file: file, line: inner.line)
  }

  private var scalarJSON: JSON {
    if isNull { return .null }
    guard isPlain else { return .string(content) }
    switch content {
    case "true": return .bool(true)
    case "false": return .bool(false)
    default: break
    }
    if let json = try? JSON(parsing: Array(content.utf8)) {
      switch json {
      case .integer, .decimal: return json
      default: break
      }
    }
    return .string(content)
  }
}
