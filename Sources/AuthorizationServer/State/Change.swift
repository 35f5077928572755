public import OAuth

/// Something that became different in the server: because of a request, or because somebody changed it by hand. Names
/// are noun and past participle.
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
  case authorizationRequestPushed(ClientIdentifier, lifetime: Duration)
  case pushedRequestUsed(ClientIdentifier)
  case clientRegistered(ClientIdentifier)
  case deviceCodeIssued(String, lifetime: Duration)
  case deviceAuthorizationAllowed(ClientIdentifier, resourceOwner: String)
  case deviceAuthorizationDenied(ClientIdentifier, resourceOwner: String)
  case deviceIntervalRaised(to: Duration)
  case deviceCodeRedeemed(String)
  case expired(ServerEntry)
  case deleted(ServerEntry)
  case sessionsEnded(resourceOwner: String)
  /// Nil means every resource owner, or every client.
  case consentsWithdrawn(count: Int, resourceOwner: String?, client: ClientIdentifier?)
  case keysRotated
  case policyChanged(name: String, from: JSON, to: JSON)

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
    case .authorizationRequestPushed: "authorizationRequest.pushed"
    case .pushedRequestUsed: "pushedRequest.used"
    case .clientRegistered: "client.registered"
    case .deviceCodeIssued: "deviceCode.issued"
    case .deviceAuthorizationAllowed: "deviceAuthorization.allowed"
    case .deviceAuthorizationDenied: "deviceAuthorization.denied"
    case .deviceIntervalRaised: "deviceInterval.raised"
    case .deviceCodeRedeemed: "deviceCode.redeemed"
    case .expired(let entry): "\(entry.noun).expired"
    case .deleted(let entry): "\(entry.noun).deleted"
    case .sessionsEnded: "sessions.ended"
    case .consentsWithdrawn: "consents.withdrawn"
    case .keysRotated: "signingKeys.rotated"
    case .policyChanged: "policy.changed"
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
    case .authorizationRequestPushed(let client, let lifetime):
      "authorization request of \(client) kept, good for \(lifetime.plainSeconds)"
    case .pushedRequestUsed(let client): "pushed request of \(client) used"
    case .clientRegistered(let client): "client \(client) registered itself"
    case .deviceCodeIssued(let code, let lifetime): "device code \(code)… issued, good for \(lifetime.plainSeconds)"
    case .deviceAuthorizationAllowed(let client, let owner): "\(owner) allowed the device of \(client)"
    case .deviceAuthorizationDenied(let client, let owner): "\(owner) denied the device of \(client)"
    case .deviceIntervalRaised(let interval): "the device must now wait \(interval.plainSeconds) between two questions"
    case .deviceCodeRedeemed(let code): "device code \(code)… redeemed"
    case .expired(let entry): "\(entry.phrase) expired"
    case .deleted(let entry): "\(entry.phrase) deleted"
    case .sessionsEnded(let owner): "\(owner) signed out of every browser"
    case .consentsWithdrawn(let count, let owner, let client):
      "forgot what \(owner ?? "everybody") allowed \(client.map(\.text) ?? "every client"), and ended it"
        + (count == 1 ? "" : " (\(count) consents)")
    case .keysRotated: "new signing keys; the old ones are still published"
    case .policyChanged(let name, let old, let new): "\(name) is \(Self.shown(new)) now, was \(Self.shown(old))"
    }
  }

  private static func shown(_ value: JSON) -> String {
    value.string.flatMap { $0.isEmpty ? nil : $0 } ?? value.text
  }
}
