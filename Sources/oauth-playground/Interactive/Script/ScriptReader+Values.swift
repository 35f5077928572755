import OAuth
import Playground
import Terminal

/// What may follow the word of a line.
extension ScriptReader {
  static func size(_ rest: Substring) throws(Fault) -> Size {
    guard let size = Size(script: rest.trimmed) else {
      throw Fault("a size is COLUMNSxROWS, as in 120x36, up to 1000x500, and \(shown(rest)) is none")
    }
    return size
  }

  static func charset(_ rest: Substring) throws(Fault) -> Charset {
    switch rest.trimmed.lowercased() {
    case "utf8", "utf-8": .utf8
    case "ascii": .ascii
    default: throw Fault("a charset is utf8 or ascii, and \(shown(rest)) is none")
    }
  }

  /// A name, or `-` for standard output.
  static func file(_ rest: Substring) throws(Fault) -> String? {
    let name = try text(rest, of: "save")
    guard !name.isEmpty else { throw Fault("what to save? As in: save \"screen.txt\", or save - for standard output") }
    return name == "-" ? nil : name
  }

  static func awaited(_ rest: Substring) throws(Fault) -> String {
    let text = try text(rest, of: "wait")
    guard !text.isEmpty else { throw Fault("there is nothing to wait for between the quotation marks") }
    return text
  }

  static func keys(_ rest: Substring) throws(Fault) -> [Key] {
    let names = rest.split { $0.isBlank }
    guard !names.isEmpty else { throw Fault("which key? As in: key enter, key ctrl-z, key F1 down down") }
    return try names.map { name throws(Fault) in
      guard let key = Key(name: String(name)) else {
        throw Fault(
          "\(shown(name)) is no key; keys are a, B, F5, ctrl-a, alt-a, enter, esc, tab, space, up, page-down …")
      }
      return key
    }
  }

  /// The rest of the line as it stands; between quotation marks also with blanks at its ends, `\n`, `\t`,
  /// `\"` and `\\`.
  static func text(_ rest: Substring, of word: String) throws(Fault) -> String {
    let rest = rest.trimmed
    guard !rest.isEmpty else {
      throw Fault("what to \(word)? As in: \(word) \"\(word == "save" ? "screen.txt" : "invalid_grant")\"")
    }
    guard rest.first == "\"" else { return String(rest) }
    var text = ""
    var octets = rest.dropFirst()
    while let character = octets.popFirst() {
      if character == "\"" {
        guard octets.withoutRemark.trimmed.isEmpty else {
          throw Fault("something follows the closing quotation mark: \(shown(octets))")
        }
        return text
      }
      guard character == "\\" else {
        text.append(character)
        continue
      }
      guard let meaning = octets.popFirst().flatMap({ escapes[$0] }) else {
        throw Fault("after \\ in a quoted text comes n, t, \" or \\")
      }
      text.append(meaning)
    }
    throw Fault("the closing quotation mark is missing")
  }

  private static let escapes: [Character: Character] = ["n": "\n", "t": "\t", "\"": "\"", "\\": "\\"]

  static func seconds(_ rest: Substring, of word: String) throws(Fault) -> Duration {
    let parts = rest.trimmed.split(separator: ".", maxSplits: 1, omittingEmptySubsequences: false)
    let fraction = parts.count == 2 ? parts[1] : "0"
    guard let whole = parts.first?.asciiNumber, (0...86_400).contains(whole), (1...3).contains(fraction.count),
      let thousandths = (fraction + String(repeating: "0", count: 3 - fraction.count)).asciiNumber
    else { throw Fault("\(word) needs seconds from 0 to 86400, as in \(word) 2.5, and \(shown(rest)) are none") }
    return .seconds(whole) + .milliseconds(thousandths)
  }

  private static func shown(_ text: Substring) -> String {
    JSON.string(text.count > 60 ? text.prefix(60) + "…" : String(text)).text
  }
}

extension Size {
  /// `120x36`; nil for what no screen has.
  init?(script text: some StringProtocol) {
    let parts = text.split(separator: "x", omittingEmptySubsequences: false).map { String($0).asciiNumber }
    guard parts.count == 2, let columns = parts[0], let rows = parts[1], (1...1000).contains(columns),
      (1...500).contains(rows)
    else { return nil }
    self.init(columns: columns, rows: rows)
  }
}

extension Substring {
  /// Without what follows a `#` that stands between blanks, or before one at the start.
  var withoutRemark: Substring {
    var before: Character = " "
    for index in indices {
      if self[index] == "#", before.isBlank, self[self.index(after: index)...].first?.isBlank == true {
        return self[..<index]
      }
      before = self[index]
    }
    return self
  }

  fileprivate var trimmed: Substring {
    var text = drop { $0.isBlank }
    while text.last?.isBlank == true { text.removeLast() }
    return text
  }
}

extension Character {
  /// What an editor counts lines by.
  var isLineEnd: Bool { self == "\n" || self == "\r\n" }

  var isBlank: Bool { self == " " || self == "\t" }
}
