import OAuth

/// Something that became different in the server because of a request. Names are noun and past participle.
public enum Change: Equatable, Sendable {
  case sessionStarted(resourceOwner: String)
  case authorizationCodeIssued(String, lifetime: Duration)
  case authorizationCodeRedeemed(String)
  case authorizationCodeTried(String, failedAttempts: Int)
  case authorizationCodeReplayed(String)
  case accessTokenIssued(String, lifetime: Duration)
  case refreshTokenIssued(String, lifetime: Duration)
  case refreshTokenRotated(String)
  case refreshTokenReplayed(String)
  case accessTokenRevoked(String)
  case grantRevoked(Grant.Number, Revocation.Reason)

  public var name: String {
    switch self {
    case .sessionStarted: "session.started"
    case .authorizationCodeIssued: "authorizationCode.issued"
    case .authorizationCodeRedeemed: "authorizationCode.redeemed"
    case .authorizationCodeTried: "authorizationCode.tried"
    case .authorizationCodeReplayed: "authorizationCode.replayed"
    case .accessTokenIssued: "accessToken.issued"
    case .refreshTokenIssued: "refreshToken.issued"
    case .refreshTokenRotated: "refreshToken.rotated"
    case .refreshTokenReplayed: "refreshToken.replayed"
    case .accessTokenRevoked: "accessToken.revoked"
    case .grantRevoked: "grant.revoked"
    }
  }

  /// One line for people; codes and tokens by their beginning only.
  public var sentence: String {
    switch self {
    case .sessionStarted(let owner): "\(owner) signed in"
    case .authorizationCodeIssued(let code, let lifetime): "code \(code)… issued, good for \(lifetime.plainSeconds)"
    case .authorizationCodeRedeemed(let code): "code \(code)… redeemed"
    case .authorizationCodeTried(let code, let attempts): "code \(code)… not used up; failed attempts: \(attempts)"
    case .authorizationCodeReplayed(let code): "code \(code)… used again"
    case .accessTokenIssued(let token, let lifetime): "access token \(token)… issued, good for \(lifetime.plainSeconds)"
    case .refreshTokenIssued(let token, let lifetime):
      "refresh token \(token)… issued, good for \(lifetime.plainSeconds)"
    case .refreshTokenRotated(let token): "refresh token \(token)… replaced"
    case .refreshTokenReplayed(let token): "refresh token \(token)… used again"
    case .accessTokenRevoked(let token): "access token \(token)… revoked"
    case .grantRevoked(let grant, let reason): "grant \(grant) revoked: \(reason.sentence)"
    }
  }
}
