/// Text from the network made safe to print: what a terminal would obey, hide or reorder stands as an escape.
public enum PrintableText {
  /// For people: `\x1b`, `\u{202e}`. Line ends and tabs are escaped, too.
  public static func line(_ text: String) -> String {
    escaped(text) { scalar in
      let digits = String(scalar.value, radix: 16)
      return scalar.value <= 0xFF
        ? "\\x" + String(repeating: "0", count: 2 - digits.count) + digits : "\\u{\(digits)}"
    }
  }

  /// The lines of a longer text, each made safe; CR LF and LF end a line.
  public static func lines(_ text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { octets in
      line(String(decoding: octets.last == UInt8(ascii: "\r") ? octets.dropLast() : octets, as: UTF8.self))
    }
  }

  /// For a JSON text, in which such characters can stand only inside of strings. RFC 8259 §7.
  public static func json(_ text: String) -> String {
    escaped(text) { scalar in
      Character(scalar).utf16.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    }
  }

  private static func escaped(_ text: String, by escape: (Unicode.Scalar) -> String) -> String {
    guard text.unicodeScalars.contains(where: isUnprintable) else { return text }
    var safe = ""
    for scalar in text.unicodeScalars {
      if isUnprintable(scalar) { safe += escape(scalar) } else { safe.unicodeScalars.append(scalar) }
    }
    return safe
  }

  private static func isUnprintable(_ scalar: Unicode.Scalar) -> Bool {
    guard !(0x20...0x7E).contains(scalar.value) else { return false }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .surrogate, .privateUse, .unassigned: return true
    default: return false
    }
  }
}
