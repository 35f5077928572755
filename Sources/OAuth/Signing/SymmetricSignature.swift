import Crypto

/// HS256, by which nobody here signs: it is what attackers try where a key decides nothing.
/// RFC 7518 §3.2, RFC 8725 §2.1.
public enum SymmetricSignature {
  /// HMAC with SHA-256.
  public static func hs256(of octets: [UInt8], secret: [UInt8]) -> [UInt8] {
    Array(HMAC<SHA256>.authenticationCode(for: octets, using: SymmetricKey(data: secret)))
  }
}
