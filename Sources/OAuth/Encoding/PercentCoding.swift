/// Percent-encoding, strict in both directions. RFC 3986 §2.1; the form variant is that of RFC 6749 appendix B.
public enum PercentCoding {
  /// Decodes one name or value. Nothing is repaired: what two decoders might read differently is a fault.
  public static func decode(_ octets: some Collection<UInt8>, plusIsSpace: Bool) throws(EncodingFault) -> String {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(octets.count)
    var pending: (position: Int, high: UInt8?)?
    for (position, octet) in octets.enumerated() {
      if let (start, high) = pending {
        guard let digit = hexadecimalDigit(octet) else { throw .percentEncoding(at: start) }
        if let high {
          decoded.append(high << 4 | digit)
          pending = nil
        } else {
          pending = (start, digit)
        }
      } else if octet == UInt8(ascii: "%") {
        pending = (position, nil)
      } else {
        decoded.append(plusIsSpace && octet == UInt8(ascii: "+") ? UInt8(ascii: " ") : octet)
      }
    }
    if let pending { throw .percentEncoding(at: pending.position) }
    return try text(decoded)
  }

  /// How a writer encodes.
  public enum Style: String, Sendable, CaseIterable {
    /// Everything but the unreserved characters of RFC 3986 §2.3.
    case strict
    /// As PHP's `http_build_query` does: a space becomes a plus sign, and the tilde is encoded.
    case php
    /// Not at all, but for what no header field can carry.
    case raw
  }

  /// Encodes everything but the unreserved characters of RFC 3986 §2.3.
  public static func encode(_ text: String) -> String { encode(text, .strict) }

  static func encode(_ text: String, _ style: Style) -> String {
    var encoded = ""
    for octet in text.utf8 {
      if style == .php, octet == UInt8(ascii: " ") {
        encoded += "+"
      } else if style == .raw ? octet.isVisibleASCII : isUnreserved(octet) && !(style == .php && octet == 0x7E) {
        encoded.unicodeScalars.append(UnicodeScalar(octet))
      } else {
        encoded += octet < 16 ? "%0" : "%"
        encoded += String(octet, radix: 16, uppercase: true)
      }
    }
    return encoded
  }

  static func isUnreserved(_ octet: UInt8) -> Bool {
    octet.isASCIIAlphanumeric || "-._~".utf8.contains(octet)
  }

  private static func text(_ octets: [UInt8]) throws(EncodingFault) -> String {
    guard !octets.contains(0) else { throw .nul }
    guard let text = String(validating: octets, as: UTF8.self) else { throw .notUTF8 }
    return text
  }

  /// The octet that two hexadecimal digits stand for; nil for other characters.
  static func octet(_ digits: some Collection<UInt8>) -> UInt8? {
    digits.reduce(0 as UInt8?) { value, digit in
      guard let value, let digit = hexadecimalDigit(digit) else { return nil }
      return value << 4 | digit
    }
  }

  private static func hexadecimalDigit(_ octet: UInt8) -> UInt8? {
    switch octet {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): octet - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): octet - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): octet - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
