extension JSON {
  /// Where and why octets are not JSON. `position` counts octets from 0.
  public struct Fault: Error, Equatable, Sendable {
    public let position: Int
    public let expected: String

    public var sentence: String { "not JSON at octet \(position): expected \(expected)" }
  }

  /// Reads one JSON value strictly: UTF-8, no duplicate member names, at most 32 levels. RFC 8259.
  ///
  /// Foundation's reader drops the order of members and keeps the last of two equal names without a word.
  public init(parsing octets: [UInt8]) throws(Fault) {
    var reader = JSONReader(octets: octets)
    self = try reader.document()
  }
}

/// Walks the octets of one document; every function starts at the first octet of what it reads.
private struct JSONReader {
  let octets: [UInt8]
  var position = 0
  var depth = 0

  init(octets: [UInt8]) {
    self.octets = octets
  }

  mutating func document() throws(JSON.Fault) -> JSON {
    skipSpace()
    let value = try value()
    skipSpace()
    guard position == octets.count else { throw fault("the end of the document") }
    return value
  }

  private mutating func value() throws(JSON.Fault) -> JSON {
    switch peek {
    case UInt8(ascii: "{"): return try nested { reader throws(JSON.Fault) in try reader.object() }
    case UInt8(ascii: "["): return try nested { reader throws(JSON.Fault) in try reader.array() }
    case UInt8(ascii: "\""): return .string(try string())
    case UInt8(ascii: "t"): return try literal("true", .bool(true))
    case UInt8(ascii: "f"): return try literal("false", .bool(false))
    case UInt8(ascii: "n"): return try literal("null", .null)
    case .some(let octet) where octet.isASCIIDigit || octet == UInt8(ascii: "-"): return try number()
    default: throw fault("a value")
    }
  }

  private mutating func nested(
    _ read: (inout JSONReader) throws(JSON.Fault) -> JSON
  ) throws(JSON.Fault) -> JSON {
    depth += 1
    guard depth <= 32 else { throw fault("at most 32 levels of nesting") }
    let value = try read(&self)
    depth -= 1
    return value
  }

  private mutating func object() throws(JSON.Fault) -> JSON {
    position += 1
    var members: [JSON.Member] = []
    var names: Set<[UInt8]> = []
    skipSpace()
    if take(UInt8(ascii: "}")) { return .object([]) }
    repeat {
      skipSpace()
      let start = position
      guard peek == UInt8(ascii: "\"") else { throw fault("a member name in quotes") }
      let name = try string()
      guard names.insert(Array(name.utf8)).inserted else {
        throw JSON.Fault(position: start, expected: "a member name that has not occurred before")
      }
      skipSpace()
      guard take(UInt8(ascii: ":")) else { throw fault("a colon") }
      skipSpace()
      members.append(JSON.Member(name, try value()))
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "}")) else { throw fault("a comma or a closing brace") }
    return .object(members)
  }

  private mutating func array() throws(JSON.Fault) -> JSON {
    position += 1
    var values: [JSON] = []
    skipSpace()
    if take(UInt8(ascii: "]")) { return .array([]) }
    repeat {
      skipSpace()
      values.append(try value())
      skipSpace()
    } while take(UInt8(ascii: ","))
    guard take(UInt8(ascii: "]")) else { throw fault("a comma or a closing bracket") }
    return .array(values)
  }

  private mutating func string() throws(JSON.Fault) -> String {
    position += 1
    var content: [UInt8] = []
    while let octet = peek {
      position += 1
      switch octet {
      case UInt8(ascii: "\""):
        guard let text = String(validating: content, as: UTF8.self) else { throw fault("UTF-8") }
        return text
      case UInt8(ascii: "\\"): content += try escape()
      case 0..<0x20: throw fault("an escaped control character")
      default: content.append(octet)
      }
    }
    throw fault("a closing quote")
  }

  private mutating func escape() throws(JSON.Fault) -> [UInt8] {
    guard let octet = peek else { throw fault("an escape") }
    position += 1
    switch octet {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): return [octet]
    case UInt8(ascii: "b"): return [8]
    case UInt8(ascii: "f"): return [12]
    case UInt8(ascii: "n"): return [10]
    case UInt8(ascii: "r"): return [13]
    case UInt8(ascii: "t"): return [9]
    case UInt8(ascii: "u"): return Array(String(try unicodeEscape()).utf8)
    default: throw fault("one of the escapes of RFC 8259 §7")
    }
  }

  private mutating func unicodeEscape() throws(JSON.Fault) -> Character {
    let first = try codeUnit()
    if UTF16.isLeadSurrogate(first) {
      guard take(UInt8(ascii: "\\")), take(UInt8(ascii: "u")) else {
        throw fault("the second half of a surrogate pair")
      }
      let second = try codeUnit()
      guard UTF16.isTrailSurrogate(second) else { throw fault("the second half of a surrogate pair") }
      return Character(UTF16.decode(UTF16.EncodedScalar([first, second])))
    }
    guard let scalar = UnicodeScalar(first) else { throw fault("the first half of a surrogate pair") }
    return Character(scalar)
  }

  private mutating func codeUnit() throws(JSON.Fault) -> UInt16 {
    let digits = octets[position..<min(position + 4, octets.count)]
    guard digits.count == 4, digits.allSatisfy({ $0.isASCIIDigit || (0x61...0x66).contains($0 | 0x20) }),
      let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
    else { throw fault("four hexadecimal digits") }
    position += 4
    return unit
  }

  private mutating func number() throws(JSON.Fault) -> JSON {
    let start = position
    _ = take(UInt8(ascii: "-"))
    let firstDigit = peek
    let wholeDigits = digits()
    guard wholeDigits == 1 || (wholeDigits > 1 && firstDigit != UInt8(ascii: "0")) else { throw fault("a number") }
    var isWhole = true
    if take(UInt8(ascii: ".")) {
      isWhole = false
      guard digits() > 0 else { throw fault("a digit") }
    }
    if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
      isWhole = false
      if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
      guard digits() > 0 else { throw fault("a digit") }
    }
    let text = String(decoding: octets[start..<position], as: UTF8.self)
    if isWhole, let whole = Int64(text) { return .integer(whole) }
    guard let number = Double(text), number.isFinite else { throw fault("a number that fits") }
    return .decimal(number)
  }

  private mutating func digits() -> Int {
    let start = position
    while let octet = peek, octet.isASCIIDigit { position += 1 }
    return position - start
  }

  private mutating func literal(_ word: StaticString, _ value: JSON) throws(JSON.Fault) -> JSON {
    let expected = Array("\(word)".utf8)
    guard octets[position...].starts(with: expected) else { throw fault("\(word)") }
    position += expected.count
    return value
  }

  private mutating func skipSpace() {
    while let octet = peek, [0x20, 0x09, 0x0A, 0x0D].contains(octet) { position += 1 }
  }

  private mutating func take(_ octet: UInt8) -> Bool {
    guard peek == octet else { return false }
    position += 1
    return true
  }

  private var peek: UInt8? { position < octets.count ? octets[position] : nil }

  private func fault(_ expected: String) -> JSON.Fault { JSON.Fault(position: position, expected: expected) }
}
