import FoundationEssentials

/// Base64 with the URL-safe alphabet and without padding. RFC 4648 §5; RFC 7636 appendix A.
public enum Base64URL {
  public static func encode(_ octets: some Sequence<UInt8>) -> String {
    let standard = Data(octets).base64EncodedString()
    return String(
      standard.compactMap { character -> Character? in
        switch character {
        case "+": "-"
        case "/": "_"
        case "=": nil
        default: character
        }
      })
  }

  /// Nil unless `text` is exactly what `encode` writes for some octets.
  public static func decode(_ text: some StringProtocol) -> [UInt8]? {
    var standard = ""
    for octet in text.utf8 {
      switch octet {
      case UInt8(ascii: "-"): standard.append("+")
      case UInt8(ascii: "_"): standard.append("/")
      case UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="), 0x80...: return nil
      default: standard.append(Character(UnicodeScalar(octet)))
      }
    }
    standard += String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
    return Base64Standard.decode(standard)
  }
}

/// Base64 with the standard alphabet and padding. RFC 4648 §4; used by HTTP Basic.
public enum Base64Standard {
  public static func encode(_ octets: some Sequence<UInt8>) -> String {
    Data(octets).base64EncodedString()
  }

  /// Nil unless `text` is the canonical form: Foundation also accepts stray trailing bits,
  /// which two parsers may read differently.
  public static func decode(_ text: String) -> [UInt8]? {
    guard let data = Data(base64Encoded: text), data.base64EncodedString().utf8.elementsEqual(text.utf8) else {
      return nil
    }
    return Array(data)
  }

  /// Every character of the alphabet, whatever stands between them, and whether or not they fill whole octets.
  static func decodeSkipping(_ text: some Sequence<UInt8>) -> [UInt8] {
    var (octets, bits, count): ([UInt8], UInt32, Int) = ([], 0, 0)
    for digit in text.compactMap(digit) {
      bits = bits << 6 | digit
      count += 6
      guard count >= 8 else { continue }
      count -= 8
      octets.append(UInt8(truncatingIfNeeded: bits >> count))
    }
    return octets
  }

  private static func digit(_ character: UInt8) -> UInt32? {
    switch character {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): UInt32(character - UInt8(ascii: "A"))
    case UInt8(ascii: "a")...UInt8(ascii: "z"): UInt32(character - UInt8(ascii: "a")) + 26
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(character - UInt8(ascii: "0")) + 52
    case UInt8(ascii: "+"): 62
    case UInt8(ascii: "/"): 63
    default: nil
    }
  }
}
