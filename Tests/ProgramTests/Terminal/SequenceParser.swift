/// Cuts what a program wrote to its terminal into characters and control sequences.
struct SequenceParser {
  enum Token: Equatable {
    case character(Unicode.Scalar)
    case control(UInt8)
    /// `ESC` and the characters after it.
    case escape(String)
    /// `ESC [`, a `?` perhaps, numbers, and the letter that says what to do.
    case sequence(mark: String, numbers: [Int], final: Character)
    /// Octets that are no text.
    case invalid([UInt8])
  }

  private static let escape: UInt8 = 0x1B

  /// The beginning of something that has not ended yet.
  private var pending: [UInt8] = []

  mutating func tokens(in octets: some Sequence<UInt8>) -> [Token] {
    octets.compactMap { octet in
      pending.append(octet)
      guard let token = Self.token(pending) else { return nil }
      pending = []
      return token
    }
  }

  /// Nil while more has to come.
  private static func token(_ octets: [UInt8]) -> Token? {
    switch octets[0] {
    case escape: escaped(octets)
    case 0x00...0x1F, 0x7F: .control(octets[0])
    default: text(octets)
    }
  }

  private static func escaped(_ octets: [UInt8]) -> Token? {
    guard octets.count > 1, let last = octets.last else { return nil }
    switch octets[1] {
    case UInt8(ascii: "["):
      guard octets.count > 2 else { return nil }
      if (0x20...0x3F).contains(last) { return nil }
      return (0x40...0x7E).contains(last) ? sequence(octets) : .invalid(octets)
    case UInt8(ascii: "("), UInt8(ascii: ")"):
      guard octets.count > 2 else { return nil }
      return .escape(String(decoding: octets[1...], as: UTF8.self))
    default: return .escape(String(decoding: octets[1...], as: UTF8.self))
    }
  }

  private static func sequence(_ octets: [UInt8]) -> Token {
    let body = String(decoding: octets[2..<(octets.count - 1)], as: UTF8.self)
    let mark = String(body.prefix { !$0.isNumber && $0 != ";" })
    let numbers = body.dropFirst(mark.count).split(separator: ";", omittingEmptySubsequences: false)
    let values = numbers.map { Int($0) ?? 0 }
    return .sequence(
      mark: mark, numbers: body.isEmpty ? [] : values, final: Character(Unicode.Scalar(octets[octets.count - 1])))
  }

  private static func text(_ octets: [UInt8]) -> Token? {
    let expected =
      switch octets[0] {
      case 0xC2...0xDF: 2
      case 0xE0...0xEF: 3
      case 0xF0...0xF4: 4
      default: 1
      }
    guard octets.count == expected else { return nil }
    guard let scalar = String(validating: octets, as: UTF8.self)?.unicodeScalars.first else { return .invalid(octets) }
    return .character(scalar)
  }
}
