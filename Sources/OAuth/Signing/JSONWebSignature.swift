/// A signed token in three parts with dots between: header, payload, signature. RFC 7515 §3.1, §7.1.
///
/// It can hold what no right server sends, `alg` none among it, because a playground must make broken tokens too.
public struct JSONWebSignature: Equatable, Sendable {
  public let header: JSON
  public let payload: [UInt8]
  public let signature: [UInt8]
  /// The first two parts as they are on the wire: what is signed. RFC 7515 §5.1.
  public let signingInput: String

  /// Nil unless the text is three parts of base64url and the first of them a JSON object. RFC 7515 §5.2.
  public init?(parsing text: String) {
    let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
      .map { String(decoding: $0, as: UTF8.self) }
    guard parts.count == 3, let head = Base64URL.decode(parts[0]), let payload = Base64URL.decode(parts[1]),
      let signature = Base64URL.decode(parts[2]), let header = try? JSON(parsing: head), case .object = header
    else { return nil }
    self.header = header
    self.payload = payload
    self.signature = signature
    signingInput = "\(parts[0]).\(parts[1])"
  }

  /// Signs claims. The header names the algorithm, the type and the key. RFC 7515 §4.1, RFC 7519 §5.1.
  public init(_ claims: JSON, type: String, by key: SigningKey) {
    let header: JSON = [
      "alg": .string(key.algorithm.rawValue), "typ": .string(type),
      "kid": .string(key.publicKey.identifier ?? key.publicKey.thumbprint),
    ]
    let input = "\(Base64URL.encode(header.octets)).\(Base64URL.encode(claims.octets))"
    self.header = header
    payload = claims.octets
    signature = key.signature(of: Array(input.utf8))
    signingInput = input
  }

  /// The compact form. RFC 7515 §7.1.
  public var text: String { "\(signingInput).\(Base64URL.encode(signature))" }

  /// RFC 7515 §4.1.1.
  public var algorithm: String? { header["alg"]?.string }

  /// RFC 7515 §4.1.9. Media types are compared without case, and `application/` may be left out.
  public var type: String? {
    header["typ"]?.string.map { type in
      let type = type.asciiLowercased
      return type.hasPrefix("application/") ? String(type.dropFirst("application/".count)) : type
    }
  }

  /// RFC 7515 §4.1.4.
  public var keyIdentifier: String? { header["kid"]?.string }

  /// The claims; nil where the payload is not a JSON object. RFC 7519 §7.2.
  public var claims: JSON? {
    guard let claims = try? JSON(parsing: payload), case .object = claims else { return nil }
    return claims
  }

  /// Whether the owner of this key signed the token, with the algorithm that the key is for.
  ///
  /// The key decides about the algorithm, never the token alone. RFC 8725 §3.1. A header that calls something critical
  /// is one that we do not understand. RFC 7515 §4.1.11.
  public func isSigned(by key: JSONWebKey) -> Bool {
    guard algorithm == key.algorithm.rawValue, header["crit"] == nil else { return false }
    return key.verifies(signature, of: Array(signingInput.utf8))
  }

  /// Why no key of a set can be found to have signed the token; nil where one has.
  public func fault(against keys: JSONWebKeySet) -> SignatureFault? {
    guard let algorithm, SigningAlgorithm(rawValue: algorithm) != nil else {
      return .algorithm(algorithm ?? "none named")
    }
    guard let keyIdentifier else {
      return keys.keys.contains(where: isSigned) ? nil : .signature
    }
    guard let key = keys[keyIdentifier] else { return .key(keyIdentifier) }
    return isSigned(by: key) ? nil : .signature
  }
}

/// Why a signature proves nothing. RFC 7515 §5.2.
public enum SignatureFault: Error, Equatable, Sendable {
  /// `none`, or one that is not accepted here. RFC 8725 §3.1, §3.2.
  case algorithm(String)
  /// No such key is published.
  case key(String)
  /// The octets are not the ones that were signed, or the signer was another.
  case signature

  public var sentence: String {
    switch self {
    case .algorithm(let name): "alg \(name)"
    case .key(let identifier): "signed by a key that is not ours, kid \(identifier)"
    case .signature: "a signature that does not fit"
    }
  }
}
