import AuthorizationServer
public import OAuth

/// The life of one authorization code, as the decisions tell it.
public struct CodeLife: Equatable, Sendable {
  /// The first characters, by which people recognise it.
  public let beginning: String
  public let issuedAt: Instant
  public fileprivate(set) var lifetime: Duration
  public fileprivate(set) var redeemedAt: Instant?
  public fileprivate(set) var replayedAt: Instant?
  public fileprivate(set) var failedAttempts = 0
  public fileprivate(set) var deletedAt: Instant?

  public var expiresAt: Instant { issuedAt + lifetime }

  public enum Condition: Equatable, Sendable {
    case alive(left: Duration)
    case redeemed(after: Duration)
    case expired(ago: Duration)
    /// Redeemed and then used again: what it produced was revoked.
    case revoked(ago: Duration)
    /// Somebody made the server forget it.
    case deleted(ago: Duration)
  }

  public func condition(at now: Instant) -> Condition {
    if let deletedAt { return .deleted(ago: now - deletedAt) }
    if let replayedAt { return .revoked(ago: now - replayedAt) }
    if let redeemedAt { return .redeemed(after: redeemedAt - issuedAt) }
    let left = expiresAt - now
    return left > .zero ? .alive(left: left) : .expired(ago: .zero - left)
  }
}

/// The lives of the codes seen lately, newest last.
public struct CodeLives: Equatable, Sendable {
  private static let bound = 100

  public private(set) var all: [CodeLife] = []

  public init() {}

  public var newest: CodeLife? { all.last }

  mutating func observe(_ changes: [Change], at now: Instant) {
    for change in changes {
      switch change {
      case .authorizationCodeIssued(let beginning, let lifetime):
        if all.count == Self.bound { all.removeFirst() }
        all.append(CodeLife(beginning: beginning, issuedAt: now, lifetime: lifetime))
      case .authorizationCodeRedeemed(let beginning):
        touch(beginning) { $0.redeemedAt = $0.redeemedAt ?? now }
      case .authorizationCodeTried(let beginning, let attempts):
        touch(beginning) { $0.failedAttempts = attempts }
      case .authorizationCodeReplayed(let beginning):
        touch(beginning) { $0.replayedAt = now }
      case .expired(.authorizationCode(let digest)):
        touch(digest.beginning) { $0.lifetime = now - $0.issuedAt }
      case .deleted(.authorizationCode(let digest)):
        touch(digest.beginning) { $0.deletedAt = now }
      case .sessionStarted, .accessTokenIssued, .accessTokenRevoked, .refreshTokenIssued, .refreshTokenRotated,
        .refreshTokenReplayed, .grantRevoked, .authorizationRequestPushed, .pushedRequestUsed, .clientRegistered,
        .deviceCodeIssued, .deviceAuthorizationAllowed, .deviceAuthorizationDenied, .deviceIntervalRaised,
        .deviceCodeRedeemed, .expired, .deleted, .sessionsEnded, .consentsWithdrawn, .keysRotated, .policyChanged:
        break
      }
    }
  }

  private mutating func touch(_ beginning: String, _ change: (inout CodeLife) -> Void) {
    if let index = all.lastIndex(where: { $0.beginning == beginning }) { change(&all[index]) }
  }
}
