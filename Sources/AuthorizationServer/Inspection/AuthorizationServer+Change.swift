public import OAuth

extension AuthorizationServer {
  /// Carries out a change, whole or not at all.
  ///
  /// - Returns: what became different, as the decision of a request tells it.
  public mutating func carryOut(_ change: ServerChange, at now: Instant) throws(ServerChangeFault) -> [Change] {
    switch change {
    case .expire(let entry): return try expire(entry, at: now)
    case .delete(let entry): return try delete(entry, at: now)
    case .revoke(let entry): return try revoke(entry, at: now)
    case .signOut(let owner):
      guard state.endSessions(of: owner) > 0 else { throw .impossible("\(owner) is not signed in") }
      return [.sessionsEnded(resourceOwner: owner)]
    case .withdrawConsents(let owner, let client):
      let (consents, codes) = withdrawConsents(of: owner, to: client, at: now)
      return [.consentsWithdrawn(count: consents, resourceOwner: owner, client: client)]
        + codes.prefix(ServerLimits.inventory).map { .deleted(.authorizationCode($0.digest)) }
    case .rotateKeys:
      rotateKeys()
      return [.keysRotated]
    case .bend(let settings):
      let before = policy
      for setting in settings { setting.apply(to: &policy) }
      return PolicySwitch.all.compactMap { policySwitch in
        let (old, new) = (policySwitch.value(in: before), policySwitch.value(in: policy))
        return old == new ? nil : .policyChanged(name: policySwitch.name, from: old, to: new)
      }
    }
  }

  /// Whether a request only asks: answering it issues, uses up and counts nothing, so that whoever goes back to the
  /// server before it loses nothing.
  public func isQuestion(_ request: RequestMessage) -> Bool { Self.isQuestion(to: endpoint(of: request)) }

  /// The same, by where the request went.
  public static func isQuestion(to endpoint: Endpoint?) -> Bool {
    switch endpoint {
    case .me, .introspection, .tokenInformation, .keys, .metadata, .openIDConfiguration, nil: true
    default: false
    }
  }

  private mutating func expire(_ entry: ServerEntry, at now: Instant) throws(ServerChangeFault) -> [Change] {
    switch entry {
    case .authorizationCode(let digest): try expire(entry, in: \.authorizationCodes, digest, at: now)
    case .accessToken(let digest): try expire(entry, in: \.accessTokens, digest, at: now)
    case .refreshToken(let digest): try expire(entry, in: \.refreshTokens, digest, at: now)
    case .pushedRequest(let digest): try expire(entry, in: \.pushedRequests, digest, at: now)
    case .deviceAuthorization(let digest): try expire(entry, in: \.deviceAuthorizations, digest, at: now)
    case .client, .resourceOwner, .session, .consent, .signingKey, .guesses:
      throw .impossible("\(entry.phrase) has no lifetime")
    }
    return [.expired(entry)]
  }

  private mutating func expire<Value: Perishable>(
    _ entry: ServerEntry, in table: WritableKeyPath<ServerState, ExpiringTable<TokenDigest, Value>>,
    _ digest: TokenDigest, at now: Instant
  ) throws(ServerChangeFault) {
    guard let value = state[keyPath: table][digest] else { throw .gone(entry) }
    guard value.issuedAt + value.lifetime > now else { throw .impossible("\(entry.phrase) has expired already") }
    state[keyPath: table].update(digest) { $0.lifetime = now - $0.issuedAt }
  }

  private mutating func delete(_ entry: ServerEntry, at now: Instant) throws(ServerChangeFault) -> [Change] {
    switch entry {
    case .authorizationCode(let digest): try delete(entry, in: \.authorizationCodes, digest)
    case .accessToken(let digest): try delete(entry, in: \.accessTokens, digest)
    case .refreshToken(let digest): try delete(entry, in: \.refreshTokens, digest)
    case .pushedRequest(let digest): try delete(entry, in: \.pushedRequests, digest)
    case .session(let digest): try delete(entry, in: \.sessions, digest)
    case .guesses(let target): try delete(entry, in: \.guesses, target)
    case .deviceAuthorization(let digest):
      let userCode = state.deviceAuthorizations[digest]?.userCode
      try delete(entry, in: \.deviceAuthorizations, digest)
      if let userCode { state.userCodes.remove(userCode) }
    case .client(let identifier):
      guard client(identifier) != nil else { throw .gone(entry) }
      state.registeredClients.remove(identifier)
      directory = Directory(
        clients: directory.clients.filter { $0.identifier != identifier }, resourceOwners: directory.resourceOwners)
    case .resourceOwner(let username):
      guard removeResourceOwner(username, at: now) else { throw .gone(entry) }
    case .consent(let owner, let client):
      return try carryOut(.withdrawConsents(resourceOwner: owner, client: client), at: now)
    case .signingKey: throw .impossible("a key is replaced, not deleted: others may still check tokens by it")
    }
    return [.deleted(entry)]
  }

  private mutating func delete<Key, Value>(
    _ entry: ServerEntry, in table: WritableKeyPath<ServerState, ExpiringTable<Key, Value>>, _ key: Key
  ) throws(ServerChangeFault) {
    guard state[keyPath: table][key] != nil else { throw .gone(entry) }
    state[keyPath: table].remove(key)
  }

  private mutating func revoke(_ entry: ServerEntry, at now: Instant) throws(ServerChangeFault) -> [Change] {
    switch entry {
    case .accessToken(let digest):
      guard let token = state.accessTokens[digest] else { throw .gone(entry) }
      guard revocation(of: token) == nil else { throw .impossible("\(entry.phrase) is revoked already") }
      return [revoke(token, .revokedByHand, at: now)]
    case .authorizationCode(let digest):
      guard let code = state.authorizationCodes[digest] else { throw .gone(entry) }
      guard code.redeemedAt != nil else {
        throw .impossible("nothing came of \(entry.phrase) yet: let it expire, or delete it")
      }
      return [try revokeByHand(code.grant, at: now)]
    case .refreshToken(let digest):
      guard let token = state.refreshTokens[digest] else { throw .gone(entry) }
      return [try revokeByHand(token.grant, at: now)]
    default: throw .impossible("\(entry.phrase) cannot be revoked")
    }
  }

  private mutating func revokeByHand(_ grant: Grant.Number, at now: Instant) throws(ServerChangeFault) -> Change {
    guard revocation(of: grant) == nil else { throw .impossible("what came of that decision is revoked already") }
    return revoke(grant, .revokedByHand, at: now)
  }
}

/// What ends by itself.
private protocol Perishable: Sendable {
  var issuedAt: Instant { get }
  var lifetime: Duration { get set }
}

extension AuthorizationCode: Perishable {}
extension AccessToken: Perishable {}
extension RefreshToken: Perishable {}
extension PushedRequest: Perishable {}
extension DeviceAuthorization: Perishable {}
