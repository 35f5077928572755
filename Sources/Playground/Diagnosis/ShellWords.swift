/// A command line taken apart as a POSIX shell does it, as far as pasted commands need it: quotes, escapes, continued
/// lines, and the `$'…'` that browsers write. Nothing is expanded: `$NAME` stays as it is.
struct ShellWords {
  struct Word: Equatable {
    let text: String
    /// The line it begins in, counted from 1.
    let line: Int
  }

  private var rest: Substring
  private var line = 1
  private var words: [Word] = []
  private var current: String?
  private var began = 1

  static func words(of text: String) throws(PasteFault) -> [Word] {
    var reader = ShellWords(rest: text[...])
    while let character = reader.rest.popFirst() { try reader.take(character) }
    reader.finish()
    return reader.words
  }

  private init(rest: Substring) {
    self.rest = rest
  }

  private mutating func take(_ character: Character) throws(PasteFault) {
    switch character {
    case "\n", "\r\n":
      finish()
      line += 1
    case " ", "\t": finish()
    case "\\": takeEscape()
    // So PowerShell and cmd.exe of Windows continue a line.
    case "`" where rest.first?.isNewline == true, "^" where rest.first?.isNewline == true: takeEscape()
    case "'": append(try quoted(until: "'"))
    case "\"": append(try doubleQuoted())
    case "$" where rest.first == "'":
      rest.removeFirst()
      append(try dollarQuoted())
    case "|", ";", "<", ">":
      throw fault("\(character) is not taken: only one command, without pipes and redirections")
    default: append(String(character))
    }
  }

  /// Before the end of a line it continues the line.
  private mutating func takeEscape() {
    guard let next = rest.popFirst() else { return }
    if next.isNewline { line += 1 } else { append(String(next)) }
  }

  private mutating func append(_ text: String) {
    if current == nil { began = line }
    current = (current ?? "") + text
  }

  private mutating func finish() {
    if let current { words.append(Word(text: current, line: began)) }
    current = nil
  }

  private mutating func quoted(until end: Character) throws(PasteFault) -> String {
    guard let close = rest.firstIndex(of: end) else { throw fault("the quotation mark \(end) is not closed") }
    let text = rest[..<close]
    rest = rest[rest.index(after: close)...]
    line += text.count { $0.isNewline }
    return String(text)
  }

  private mutating func doubleQuoted() throws(PasteFault) -> String {
    var text = ""
    while let character = rest.popFirst() {
      if character == "\"" { return text }
      if character == "\\", let next = rest.first, "\"\\$`\n".contains(next) {
        rest.removeFirst()
        if !next.isNewline { text.append(next) }
      } else {
        text.append(character)
      }
      if character.isNewline { line += 1 }
    }
    throw fault("the quotation mark \" is not closed")
  }

  /// `$'it\'s'`, as developer tools of browsers copy it.
  private mutating func dollarQuoted() throws(PasteFault) -> String {
    var text = ""
    while let character = rest.popFirst() {
      if character == "'" { return text }
      guard character == "\\", let next = rest.popFirst() else {
        text.append(character)
        continue
      }
      switch next {
      case "n": text += "\n"
      case "r": text += "\r"
      case "t": text += "\t"
      case "u":
        let digits = rest.prefix(4)
        guard digits.count == 4, let value = UInt32(digits, radix: 16), let scalar = Unicode.Scalar(value) else {
          throw fault("\\u must be followed by four hexadecimal digits of a character")
        }
        rest = rest.dropFirst(4)
        text.unicodeScalars.append(scalar)
      default: text.append(next)
      }
    }
    throw fault("the quotation mark ' is not closed")
  }

  private func fault(_ problem: String) -> PasteFault {
    PasteFault(line: line, understood: words.map(\.text).joined(separator: " "), problem: problem)
  }
}
