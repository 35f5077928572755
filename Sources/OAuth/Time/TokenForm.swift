/// What the codes and tokens of a server look like. None says anything about what it stands for.
public enum TokenForm: Equatable, Sendable {
  /// So many random octets in base64url.
  case base64URL(octets: Int)
  case hexadecimal(digits: Int)
  /// Lower-case letters and digits.
  case alphanumeric(characters: Int)
  /// So many UUIDs (RFC 9562 §5.4) between dots.
  case uuids(Int)
}

extension RandomSource {
  /// A new value of a form.
  public mutating func token(_ form: TokenForm) -> String {
    switch form {
    case .base64URL(let octets): return token(octets: octets)
    case .hexadecimal(let digits):
      return characters(digits) { Array(Self.hexadecimal($0)) }
    case .alphanumeric(let count):
      let alphabet = Array("abcdefghijklmnopqrstuvwxyz0123456789")
      // 252 is the greatest multiple of 36 that an octet can hold: beyond it some characters would be likelier.
      return characters(count) { $0 < 252 ? [alphabet[Int($0) % alphabet.count]] : [] }
    case .uuids(let count):
      return (0..<count).map { _ in uuid() }.joined(separator: ".")
    }
  }

  private mutating func characters(_ count: Int, _ make: (UInt8) -> [Character]) -> String {
    var made: [Character] = []
    while made.count < count { made += octets(32).flatMap(make) }
    return String(made.prefix(count))
  }

  private mutating func uuid() -> String {
    var octets = octets(16)
    octets[6] = octets[6] & 0x0F | 0x40
    octets[8] = octets[8] & 0x3F | 0x80
    let digits = octets.map(Self.hexadecimal).joined()
    let lengths = [8, 4, 4, 4, 12]
    var rest = digits[...]
    return lengths.map { length in
      defer { rest = rest.dropFirst(length) }
      return String(rest.prefix(length))
    }.joined(separator: "-")
  }

  private static func hexadecimal(_ octet: UInt8) -> String {
    (octet < 16 ? "0" : "") + String(octet, radix: 16)
  }
}
