import OAuth

/// What a person reads from a device and types into a browser: eight consonants, so that no word comes of it and no
/// letter looks like a digit. RFC 8628 §6.1.
public struct UserCode: Hashable, Sendable, CustomStringConvertible {
  static let alphabet = Array("BCDFGHJKLMNPQRSTVWXZ".utf8)
  static let length = 8

  private let letters: String

  /// Case, spaces and punctuation do not matter; nil where the rest is no code.
  init?(typed text: String) {
    let letters = text.utf8.filter(\.isASCIIAlphanumeric).map { $0.isASCIIDigit ? $0 : $0 & 0xDF }
    guard letters.count == Self.length, letters.allSatisfy(Self.alphabet.contains) else { return nil }
    self.letters = String(decoding: letters, as: UTF8.self)
  }

  /// Every code is as likely as every other: octets beyond the last multiple of the alphabet's size are drawn again.
  init(from random: inout RandomSource) {
    var letters: [UInt8] = []
    let fair = UInt8(256 / Self.alphabet.count * Self.alphabet.count)
    while letters.count < Self.length {
      letters += random.octets(32).filter { $0 < fair }.map { Self.alphabet[Int($0) % Self.alphabet.count] }
    }
    self.letters = String(decoding: letters.prefix(Self.length), as: UTF8.self)
  }

  /// As it is shown: `WDJB-MJHT`.
  public var description: String { "\(letters.prefix(4))-\(letters.dropFirst(4))" }
}
