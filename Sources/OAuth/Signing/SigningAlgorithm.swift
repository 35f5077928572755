/// How a token is signed. RFC 7518 §3.1.
public enum SigningAlgorithm: String, Sendable, CaseIterable {
  /// RSASSA-PKCS1-v1_5 with SHA-256: what every OpenID provider supports. RFC 7518 §3.3.
  case rs256 = "RS256"
  /// ECDSA with P-256 and SHA-256. RFC 7518 §3.4.
  case es256 = "ES256"
}
