public import OAuth

/// What a resource owner allowed a client, and everything issued because of it. RFC 6749 §1.3.
///
/// Tokens point to their grant, so that revoking it ends them all in one step.
public struct Grant: Equatable, Sendable {
  public typealias Number = Int

  public let number: Number
  public let client: ClientIdentifier
  public let resourceOwner: String?
  public let scope: Scope
  /// When the resource owner signed in before deciding: `auth_time` of every ID token. OpenID Connect Core §12.2.
  public var authenticatedAt: Instant?
  /// For which resource servers; none is our own protected resource. RFC 8707 §2.1.
  public var resources: [ResourceIndicator] = []
  /// When the newest refresh token of it was last used.
  public var refreshedAt: Instant?
  public var revocation: Revocation?
}

/// When and why a grant or a token ended before its time.
public struct Revocation: Equatable, Sendable {
  public enum Reason: String, Sendable, CaseIterable {
    case authorizationCodeReplayed
    case refreshTokenReplayed
    case refreshTokenRotated
    case revokedByClient
    case consentWithdrawn
    case resourceOwnerRemoved
    case revokedByHand

    public var sentence: String {
      switch self {
      case .authorizationCodeReplayed: "its authorization code was used again"
      case .refreshTokenReplayed: "a refresh token that had been replaced was used again"
      case .refreshTokenRotated: "another refresh token took its place"
      case .revokedByClient: "its client revoked it"
      case .consentWithdrawn: "the resource owner withdrew the consent"
      case .resourceOwnerRemoved: "the resource owner was removed"
      case .revokedByHand: "somebody revoked it by hand"
      }
    }
  }

  public let reason: Reason
  public let at: Instant
  /// Whether it ends access tokens too, as the policy was then. RFC 7009 §2.1.
  public let reachesAccessTokens: Bool
}
