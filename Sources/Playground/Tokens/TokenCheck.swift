public import OAuth

/// What whoever receives a signed token has to check. OpenID Connect Core §3.1.3.7, RFC 9068 §4, RFC 8725.
public enum TokenCheck: String, CheckName {
  case readable
  case type
  case algorithm
  case signature
  case issuer
  case audience
  case authorizedParty
  case expiry
  case notBefore
  case issuedAt
  case nonce
  case accessTokenHash

  /// The claim or header member it is about; nil for the whole token.
  public var subject: String? {
    switch self {
    case .readable, .signature: nil
    case .type: "typ"
    case .algorithm: "alg"
    case .issuer: "iss"
    case .audience: "aud"
    case .authorizedParty: "azp"
    case .expiry: "exp"
    case .notBefore: "nbf"
    case .issuedAt: "iat"
    case .nonce: "nonce"
    case .accessTokenHash: "at_hash"
    }
  }

  public var title: String { entry.title }
  public var specification: Specification { entry.specification }

  private var entry: (title: String, specification: Specification) {
    switch self {
    case .readable: ("three parts of base64url; header and payload are objects", "RFC 7515 §5.2")
    case .type: ("the type is the expected one", "RFC 8725 §3.11")
    case .algorithm: ("the algorithm is one that was agreed upon", "RFC 8725 §3.1")
    case .signature: ("a published key of the server has signed it", "RFC 7515 §5.2")
    case .issuer: ("the server we asked has issued it", "OpenID Connect Core §3.1.3.7")
    case .audience: ("it is meant for the one who reads it", "OpenID Connect Core §3.1.3.7")
    case .authorizedParty: ("it was issued to this client", "OpenID Connect Core §3.1.3.7")
    case .expiry: ("it has not expired", "OpenID Connect Core §3.1.3.7")
    case .notBefore: ("its time has come", "RFC 7519 §4.1.5")
    case .issuedAt: ("it was issued in the past", "OpenID Connect Core §3.1.3.7")
    case .nonce: ("it answers our request", "OpenID Connect Core §3.1.3.7")
    case .accessTokenHash: ("it belongs to the access token", "OpenID Connect Core §3.1.3.8")
    }
  }
}

/// What one check came to.
public struct TokenVerdict: Equatable, Sendable {
  public enum Outcome: Equatable, Sendable {
    case passed
    case failed
    /// It cannot be told, or need not be.
    case open
  }

  public let check: TokenCheck
  public let outcome: Outcome
  /// Nil where nothing in particular is expected.
  public let expected: String?
  public let found: String
}
