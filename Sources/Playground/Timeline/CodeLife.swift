import AuthorizationServer
public import OAuth

/// The life of one authorization code, as the decisions tell it.
public struct CodeLife: Equatable, Sendable {
  /// The first characters, by which people recognise it.
  public let beginning: String
  public let issuedAt: Instant
  public let lifetime: Duration
  public fileprivate(set) var redeemedAt: Instant?
  public fileprivate(set) var replayedAt: Instant?
  public fileprivate(set) var failedAttempts = 0

  public var expiresAt: Instant { issuedAt + lifetime }

  public enum Condition: Equatable, Sendable {
    case alive(left: Duration)
    case redeemed(after: Duration)
    case expired(ago: Duration)
    /// Redeemed and then used again: what it produced was revoked.
    case revoked(ago: Duration)
  }

  public func condition(at now: Instant) -> Condition {
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

  mutating func observe(_ exchange: Exchange) {
    for change in exchange.decision?.changes ?? [] {
      switch change {
      case .authorizationCodeIssued(let beginning, let lifetime):
        if all.count == Self.bound { all.removeFirst() }
        all.append(CodeLife(beginning: beginning, issuedAt: exchange.at, lifetime: lifetime))
      case .authorizationCodeRedeemed(let beginning):
        touch(beginning) { $0.redeemedAt = $0.redeemedAt ?? exchange.at }
      case .authorizationCodeTried(let beginning, let attempts):
        touch(beginning) { $0.failedAttempts = attempts }
      case .authorizationCodeReplayed(let beginning):
        touch(beginning) { $0.replayedAt = exchange.at }
      case .sessionStarted, .accessTokenIssued, .accessTokenRevoked, .refreshTokenIssued, .refreshTokenRotated,
        .refreshTokenReplayed, .grantRevoked, .authorizationRequestPushed, .pushedRequestUsed, .clientRegistered,
        .deviceCodeIssued, .deviceAuthorizationAllowed, .deviceAuthorizationDenied, .deviceIntervalRaised,
        .deviceCodeRedeemed:
        break
      }
    }
  }

  private mutating func touch(_ beginning: String, _ change: (inout CodeLife) -> Void) {
    if let index = all.lastIndex(where: { $0.beginning == beginning }) { change(&all[index]) }
  }
}
