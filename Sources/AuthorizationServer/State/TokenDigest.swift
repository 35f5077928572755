import Crypto
import OAuth

/// How the server keeps what it issued: hashed, so that whoever reads its tables cannot use what stands there,
/// and beside it the first six characters, by which people recognise it.
public struct TokenDigest: Hashable, Sendable {
  private let octets: [UInt8]
  public let beginning: String

  public init(_ value: String) {
    octets = Array(SHA256.hash(data: Array(value.utf8)))
    beginning = String(value.prefix(6))
  }

  /// Tells it from every other one without saying what it is the digest of: 16 hexadecimal digits.
  public var fingerprint: String {
    octets.prefix(8).map { String($0 >> 4, radix: 16) + String($0 & 0xF, radix: 16) }.joined()
  }

  /// The digest written as a UUID of its own kind. RFC 9562 §5.8.
  var uuid: String {
    var some = Array(octets.prefix(16))
    some[6] = some[6] & 0x0F | 0x80
    some[8] = some[8] & 0x3F | 0x80
    let digits = some.map { String($0 >> 4, radix: 16) + String($0 & 0xF, radix: 16) }
    return [digits[0..<4], digits[4..<6], digits[6..<8], digits[8..<10], digits[10..<16]]
      .map { $0.joined() }.joined(separator: "-")
  }

  public static func == (left: TokenDigest, right: TokenDigest) -> Bool { left.octets == right.octets }

  public func hash(into hasher: inout Hasher) { hasher.combine(octets) }
}
