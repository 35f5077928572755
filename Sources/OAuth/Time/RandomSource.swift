import Crypto

/// Where unguessable values come from: the system, or a seed that makes a whole run reproducible.
///
/// The seeded form hashes seed and counter with SHA-256. It is for lessons and tests:
/// whoever knows the seed knows the tokens.
public struct RandomSource: Sendable, Equatable {
  private enum Origin: Sendable, Equatable {
    case system
    case seeded(seed: UInt64, counter: UInt64)
  }

  private var origin: Origin

  private init(_ origin: Origin) {
    self.origin = origin
  }

  public static var system: RandomSource { RandomSource(.system) }

  /// Each `stream` of one seed is a sequence of its own, so that server and client never draw the same values.
  public static func seeded(_ seed: UInt64, stream: UInt64) -> RandomSource {
    RandomSource(.seeded(seed: seed &+ stream &* 0x9E37_79B9_7F4A_7C15, counter: 0))
  }

  /// `count` random octets, at most 32.
  public mutating func octets(_ count: Int) -> [UInt8] {
    precondition((0...32).contains(count), "one draw gives at most 32 octets")
    switch origin {
    case .system:
      return SymmetricKey(size: SymmetricKeySize(bitCount: max(8, count * 8))).withUnsafeBytes {
        Array($0.prefix(count))
      }
    case .seeded(let seed, let counter):
      origin = .seeded(seed: seed, counter: counter &+ 1)
      let input = [seed, counter].flatMap { word in (0..<8).map { UInt8(truncatingIfNeeded: word >> ($0 * 8)) } }
      return Array(SHA256.hash(data: input).prefix(count))
    }
  }

  /// An unguessable value for the wire: `octets` random octets in base64url without padding.
  public mutating func token(octets count: Int = 32) -> String {
    Base64URL.encode(octets(count))
  }
}
