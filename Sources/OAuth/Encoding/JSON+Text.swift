extension JSON {
  /// How a writer escapes where RFC 8259 leaves a choice.
  public enum Style: String, Sendable, CaseIterable {
    /// Only what must be escaped is.
    case plain
    /// As PHP's `json_encode` does: the slash, and everything beyond ASCII.
    case php
  }

  /// The value on one line without spaces; slashes are not escaped.
  public var text: String { text(.plain) }

  public var octets: [UInt8] { Array(text.utf8) }

  /// The value on one line without spaces.
  public func text(_ style: Style) -> String {
    var text = ""
    write(to: &text, style)
    return text
  }

  private func write(to text: inout String, _ style: Style) {
    switch self {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .integer(let number): text += String(number)
    case .decimal(let number): text += number.isFinite ? "\(number)" : "null"
    case .string(let string): Self.write(string, to: &text, style)
    case .array(let values):
      text += "["
      for (index, value) in values.enumerated() {
        if index > 0 { text += "," }
        value.write(to: &text, style)
      }
      text += "]"
    case .object(let members):
      text += "{"
      for (index, member) in members.enumerated() {
        if index > 0 { text += "," }
        Self.write(member.name, to: &text, style)
        text += ":"
        member.value.write(to: &text, style)
      }
      text += "}"
    }
  }

  private static func write(_ string: String, to text: inout String, _ style: Style) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..."\u{1F}", "\u{7F}":
        text += escaped(UInt16(scalar.value))
      case "/" where style == .php: text += "\\/"
      case _ where !scalar.isASCII && style == .php:
        for unit in Character(scalar).utf16 { text += escaped(unit) }
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }

  private static func escaped(_ unit: UInt16) -> String {
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
  }
}
