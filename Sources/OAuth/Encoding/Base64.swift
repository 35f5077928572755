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

  /// Nil unless `text` is the canonical form: Foundation also accepts stray trailing bits, which two parsers may read differently.
  public static func decode(_ text: String) -> [UInt8]? {
    guard let data = Data(base64Encoded: text), data.base64EncodedString().utf8.elementsEqual(text.utf8) else {
      return nil
    }
    return Array(data)
  }
}
