import Crypto

/// Ties an ID token to the access token that came with it: `at_hash`. OpenID Connect Core §3.1.3.6.
public enum AccessTokenHash {
  /// The left half of the token's SHA-256, for the algorithms that end in 256.
  public static func of(_ accessToken: String) -> String {
    Base64URL.encode(Array(SHA256.hash(data: Array(accessToken.utf8))).prefix(16))
  }
}
