import Crypto
import CryptoExtras
import FoundationEssentials

/// A private key that signs, and the public one by which others check it. RFC 7515 §3.
public struct SigningKey: Sendable, Equatable {
  private enum Pair: Sendable {
    case ellipticCurve(P256.Signing.PrivateKey)
    case rsa(_RSA.Signing.PrivateKey)
  }

  private let pair: Pair
  public let publicKey: JSONWebKey

  public var algorithm: SigningAlgorithm { publicKey.algorithm }

  /// A new key of the system's randomness. One of RSA takes about a tenth of a second: make it before it is needed.
  public static func generate(_ algorithm: SigningAlgorithm) -> SigningKey {
    switch algorithm {
    case .es256: return SigningKey(P256.Signing.PrivateKey())
    case .rs256:
      do {
        return try SigningKey(_RSA.Signing.PrivateKey(keySize: .bits2048))
      } catch {
        preconditionFailure("the system can make no RSA key: \(error)")
      }
    }
  }

  /// Reads a private key with its `d`, and for RSA its `p` and `q`; nil for anything else. RFC 7518 §6.2.2, §6.3.2.
  public init?(privateKey json: JSON) {
    func octets(_ name: String) -> [UInt8]? { json[name]?.string.flatMap(Base64URL.decode) }
    switch json["kty"]?.string {
    case "EC"?:
      guard json["crv"]?.string == "P-256", let number = octets("d"),
        let key = try? P256.Signing.PrivateKey(rawRepresentation: number)
      else { return nil }
      self.init(key)
    case "RSA"?:
      guard let n = octets("n"), let e = octets("e"), let d = octets("d"), let p = octets("p"), let q = octets("q"),
        let key = try? _RSA.Signing.PrivateKey(n: n, e: e, d: d, p: p, q: q)
      else { return nil }
      try? self.init(key)
    default: return nil
    }
  }

  private init(_ key: P256.Signing.PrivateKey) {
    pair = .ellipticCurve(key)
    let point = Array(key.publicKey.rawRepresentation)
    publicKey = JSONWebKey(.ellipticCurve(x: Array(point.prefix(32)), y: Array(point.suffix(32))))
  }

  private init(_ key: _RSA.Signing.PrivateKey) throws {
    pair = .rsa(key)
    let numbers = try key.publicKey.getKeyPrimitives()
    publicKey = JSONWebKey(.rsa(modulus: Array(numbers.modulus), exponent: Array(numbers.publicExponent)))
  }

  public static func == (left: SigningKey, right: SigningKey) -> Bool { left.publicKey == right.publicKey }

  /// The signature as a token carries it: for ES256 both numbers one after the other. RFC 7518 §3.3, §3.4.
  public func signature(of octets: [UInt8]) -> [UInt8] {
    do {
      switch pair {
      case .ellipticCurve(let key): return Array(try key.signature(for: octets).rawRepresentation)
      case .rsa(let key):
        return Array(
          try key.signature(for: SHA256.hash(data: octets), padding: .insecurePKCS1v1_5).rawRepresentation)
      }
    } catch {
      preconditionFailure("a key of ours cannot sign: \(error)")
    }
  }
}
