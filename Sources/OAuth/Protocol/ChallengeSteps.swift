import Crypto

/// What S256 does to a code verifier, step by step. RFC 7636 §4.2, appendix A and B.
public struct ChallengeSteps: Equatable, Sendable {
  /// The octets of the verifier's ASCII characters.
  public let octets: [UInt8]
  /// The 32 octets of SHA-256.
  public let digest: [UInt8]

  /// - Parameter verifier: any text; whether it keeps to the grammar is another question.
  public init(of verifier: String) {
    octets = Array(verifier.utf8)
    digest = Array(SHA256.hash(data: octets))
  }

  /// The digest as people read it.
  public var hexadecimal: String { digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined() }

  /// The digest in base64url without padding: the challenge.
  public var challenge: String { Base64URL.encode(digest) }
}
