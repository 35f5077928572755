public import OAuth

extension AuthorizationServer {
  /// What there is to see in the server. The cost is that of what is told, however much the server remembers.
  public func inventory(at now: Instant) -> Inventory {
    var inventory = Inventory(at: now)
    inventory.profile = profile.name
    (inventory.policy, inventory.profilePolicy) = (policy, profile.policy)
    inventory.clients = registrations(at: now)
    inventory.accessTokens = listing(state.accessTokens, at: now) { token in
      Inventory.Token(token: token, revocation: revocation(of: token))
    }
    inventory.families = families(at: now)
    inventory.codes = codes(inventory, at: now)
    inventory.sessions = .init(
      count: state.sessions.count,
      entries: state.newestSignIns(ServerLimits.inventory, at: now).map { .init(session: $0.session, until: $0.until) })
    inventory.resourceOwners = owners(inventory)
    let consents = state.newestConsents(ServerLimits.inventory)
    inventory.consents = .init(
      count: consents.all,
      entries: consents.newest.map { .init(resourceOwner: $0.resourceOwner, client: $0.client, scope: $0.scope) })
    inventory.pushedRequests = listing(state.pushedRequests, at: now) { $0 }
    inventory.devices = listing(state.deviceAuthorizations, at: now) { $0 }
    inventory.keys = signingKeys.inventory
    inventory.guesses = .init(
      count: state.guesses.count, entries: state.guesses.newest(ServerLimits.inventory, at: now).map(guess))
    return inventory
  }

  private func listing<Key, Value, Entry>(
    _ table: ExpiringTable<Key, Value>, at now: Instant, _ entry: (Value) -> Entry
  ) -> Inventory.Listing<Entry> {
    .init(count: table.count, entries: table.newest(ServerLimits.inventory, at: now).map { entry($0.value) })
  }

  private func registrations(at now: Instant) -> Inventory.Listing<RegisteredClient> {
    let own = state.registeredClients.newest(ServerLimits.inventory, at: now).map(\.value)
    return .init(
      count: directory.clients.count + state.registeredClients.count,
      entries: Array((directory.clients + own).prefix(ServerLimits.inventory)))
  }

  private func codes(_ inventory: Inventory, at now: Instant) -> Inventory.Listing<Inventory.Code> {
    let tokens = Dictionary(grouping: inventory.accessTokens.entries.map(\.token), by: \.grant)
    let families = Dictionary(inventory.families.entries.map { ($0.grant, $0.members) }) { first, _ in first }
    return listing(state.authorizationCodes, at: now) { code in
      Inventory.Code(
        code: code, revocation: revocation(of: code.grant),
        isBurnt: code.redeemedAt == nil && code.failedAttempts > 0 && policy.failedRedemptionBurnsCode,
        accessTokens: (tokens[code.grant] ?? []).map(\.digest),
        refreshTokens: (families[code.grant] ?? []).map(\.token.digest))
    }
  }

  private func owners(_ inventory: Inventory) -> Inventory.Listing<Inventory.Owner> {
    let entries = directory.resourceOwners.prefix(ServerLimits.inventory).map { owner in
      let sessions = inventory.sessions.entries.count {
        $0.session.resourceOwner?.hasSameOctets(as: owner.username) == true
      }
      return Inventory.Owner(resourceOwner: owner, sessions: sessions)
    }
    return .init(count: directory.resourceOwners.count, entries: entries)
  }

  private func guess(_ entry: (key: Guesses.Target, value: Guesses, forgetAt: Instant)) -> Inventory.Guess {
    var owner: String?
    if case .resourceOwner(let digest) = entry.key {
      owner = directory.resourceOwners.first { TokenDigest($0.username) == digest }?.username
    }
    return Inventory.Guess(
      target: entry.key, count: entry.value.count, limit: entry.key.limit, until: entry.forgetAt, resourceOwner: owner)
  }
}
