import OAuth

/// Everything the server remembers, as a value.
public struct ServerState: Sendable {
  public internal(set) var grants = ExpiringTable<Grant.Number, Grant>()
  public internal(set) var authorizationCodes = ExpiringTable<TokenDigest, AuthorizationCode>()
  public internal(set) var accessTokens = ExpiringTable<TokenDigest, AccessToken>()
  public internal(set) var refreshTokens = ExpiringTable<TokenDigest, RefreshToken>()
  public internal(set) var sessions = ExpiringTable<TokenDigest, Session>()
  public internal(set) var pendingAuthorizations = ExpiringTable<TokenDigest, PendingAuthorization>()
  var guesses = ExpiringTable<Guesses.Target, Guesses>()
  private var grantsMade = 0

  /// Forgets what nobody can use or ask about any more.
  mutating func sweep(at now: Instant) {
    grants.sweep(at: now)
    authorizationCodes.sweep(at: now)
    accessTokens.sweep(at: now)
    refreshTokens.sweep(at: now)
    sessions.sweep(at: now)
    guesses.sweep(at: now)
    pendingAuthorizations.sweep(at: now)
  }

  mutating func makeGrant(
    client: ClientIdentifier, resourceOwner: String?, scope: Scope, forgetAt: Instant
  ) -> Grant.Number {
    grantsMade += 1
    let grant = Grant(number: grantsMade, client: client, resourceOwner: resourceOwner, scope: scope)
    grants.insert(grant, for: grant.number, forgetAt: forgetAt)
    return grant.number
  }
}
