import Crypto
import CryptoExtras
import FoundationEssentials

/// A public key as the world sees it. RFC 7517 §4, RFC 7518 §6. It has no place for anything private.
public struct JSONWebKey: Equatable, Sendable {
  /// The numbers that make the key, big-endian.
  public enum Material: Equatable, Sendable {
    /// A point of P-256, both coordinates 32 octets long. RFC 7518 §6.2.1.
    case ellipticCurve(x: [UInt8], y: [UInt8])
    /// RFC 7518 §6.3.1.
    case rsa(modulus: [UInt8], exponent: [UInt8])
  }

  public let material: Material
  /// RFC 7517 §4.5. The server's own keys are called by their thumbprint.
  public let identifier: String?

  /// - Parameter identifier: nil names the key by its thumbprint. RFC 7638.
  public init(_ material: Material, identifier: String? = nil) {
    self.material = material
    self.identifier = identifier ?? Self.thumbprint(of: material)
  }

  /// Reads one member of a key set; nil for a key of another kind. RFC 7517 §4.
  public init?(json: JSON) {
    func octets(_ name: String) -> [UInt8]? { json[name]?.string.flatMap(Base64URL.decode) }
    switch json["kty"]?.string {
    case "EC"?:
      guard json["crv"]?.string == "P-256", let x = octets("x"), let y = octets("y"), x.count == 32, y.count == 32
      else { return nil }
      material = .ellipticCurve(x: x, y: y)
    case "RSA"?:
      guard let modulus = octets("n"), let exponent = octets("e") else { return nil }
      material = .rsa(modulus: modulus, exponent: exponent)
    default: return nil
    }
    identifier = json["kid"]?.string
  }

  public var algorithm: SigningAlgorithm {
    switch material {
    case .ellipticCurve: .es256
    case .rsa: .rs256
    }
  }

  /// The key with what a client needs to choose it: `kid`, `use` and `alg`. RFC 7517 §4.
  public var json: JSON {
    let members = Self.requiredMembers(of: material)
    let purpose: [JSON.Member] = [.init("use", "sig"), .init("alg", .string(algorithm.rawValue))]
    return .object((identifier.map { [JSON.Member("kid", .string($0))] } ?? []) + purpose + members)
  }

  /// The hash of the members that make the key, in the order of their names. RFC 7638 §3.
  public var thumbprint: String { Self.thumbprint(of: material) }

  private static func thumbprint(of material: Material) -> String {
    Base64URL.encode(SHA256.hash(data: JSON.object(requiredMembers(of: material)).octets))
  }

  /// RFC 7638 §3.2. The order is that of the names.
  private static func requiredMembers(of material: Material) -> [JSON.Member] {
    switch material {
    case .ellipticCurve(let x, let y):
      [
        .init("crv", "P-256"), .init("kty", "EC"), .init("x", .string(Base64URL.encode(x))),
        .init("y", .string(Base64URL.encode(y))),
      ]
    case .rsa(let modulus, let exponent):
      [
        .init("e", .string(Base64URL.encode(exponent))), .init("kty", "RSA"),
        .init("n", .string(Base64URL.encode(modulus))),
      ]
    }
  }

  /// Whether the owner of this key signed these octets. RFC 7518 §3.3, §3.4.
  public func verifies(_ signature: [UInt8], of octets: [UInt8]) -> Bool {
    switch material {
    case .ellipticCurve(let x, let y):
      guard let key = try? P256.Signing.PublicKey(rawRepresentation: x + y),
        let signature = try? P256.Signing.ECDSASignature(rawRepresentation: signature)
      else { return false }
      return key.isValidSignature(signature, for: octets)
    case .rsa(let modulus, let exponent):
      guard let key = try? _RSA.Signing.PublicKey(n: modulus, e: exponent) else { return false }
      return key.isValidSignature(
        _RSA.Signing.RSASignature(rawRepresentation: signature), for: SHA256.hash(data: octets),
        padding: .insecurePKCS1v1_5)
    }
  }
}

/// A set of public keys. RFC 7517 §5.
public struct JSONWebKeySet: Equatable, Sendable {
  public var keys: [JSONWebKey]

  public init(_ keys: [JSONWebKey]) {
    self.keys = keys
  }

  /// Keys of a kind we do not know are left out; nil where there is no list. RFC 7517 §5.
  public init?(json: JSON) {
    guard let keys = json["keys"]?.array else { return nil }
    self.keys = keys.compactMap(JSONWebKey.init(json:))
  }

  public var json: JSON { ["keys": .array(keys.map(\.json))] }

  public subscript(identifier: String) -> JSONWebKey? {
    keys.first { $0.identifier?.hasSameOctets(as: identifier) == true }
  }
}
