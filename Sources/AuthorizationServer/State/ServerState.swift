public import OAuth

/// Everything the server remembers, as a value.
public struct ServerState: Sendable {
  public internal(set) var grants = ExpiringTable<Grant.Number, Grant>()
  public internal(set) var authorizationCodes = ExpiringTable<TokenDigest, AuthorizationCode>()
  public internal(set) var accessTokens = ExpiringTable<TokenDigest, AccessToken>()
  public internal(set) var refreshTokens = ExpiringTable<TokenDigest, RefreshToken>()
  public internal(set) var sessions = ExpiringTable<TokenDigest, Session>(atMost: ServerLimits.visitors)
  public internal(set) var pendingAuthorizations =
    ExpiringTable<TokenDigest, PendingAuthorization>(atMost: ServerLimits.visitors)
  public internal(set) var pushedRequests = ExpiringTable<TokenDigest, PushedRequest>()
  public internal(set) var deviceAuthorizations =
    ExpiringTable<TokenDigest, DeviceAuthorization>(atMost: ServerLimits.visitors)
  public internal(set) var registeredClients =
    ExpiringTable<ClientIdentifier, RegisteredClient>(atMost: ServerLimits.registeredClients)
  public internal(set) var userCodes = ExpiringTable<UserCode, TokenDigest>()
  var pendingDevices = ExpiringTable<TokenDigest, PendingDevice>(atMost: ServerLimits.visitors)
  var guesses = ExpiringTable<Guesses.Target, Guesses>(atMost: ServerLimits.visitors)
  /// When a code was issued for a challenge or nonce last.
  private var freshness = ExpiringTable<TokenDigest, Instant>(atMost: ServerLimits.visitors)
  /// What each resource owner has allowed each client so far.
  private var consents: [Consent: Scope] = [:]
  private var recentConsents = RecentKeys<Consent>()
  private var recentSignIns = RecentKeys<TokenDigest>()
  private var grantsMade = 0

  private struct Consent: Hashable, Sendable {
    let resourceOwner: String
    let client: ClientIdentifier
    let resources: Set<ResourceIndicator>
  }

  /// Forgets what nobody can use or ask about any more.
  mutating func sweep(at now: Instant) {
    grants.sweep(at: now)
    authorizationCodes.sweep(at: now)
    accessTokens.sweep(at: now)
    refreshTokens.sweep(at: now)
    sessions.sweep(at: now)
    guesses.sweep(at: now)
    pushedRequests.sweep(at: now)
    deviceAuthorizations.sweep(at: now)
    userCodes.sweep(at: now)
    pendingDevices.sweep(at: now)
    pendingAuthorizations.sweep(at: now)
    registeredClients.sweep(at: now)
    freshness.sweep(at: now)
  }

  mutating func makeGrant(
    client: ClientIdentifier, resourceOwner: String?, scope: Scope, forgetAt: Instant
  ) -> Grant.Number {
    grantsMade += 1
    let grant = Grant(number: grantsMade, client: client, resourceOwner: resourceOwner, scope: scope)
    grants.insert(grant, for: grant.number, forgetAt: forgetAt)
    keepClient(client, until: forgetAt)
    return grant.number
  }

  /// Remembers a grant, and its client, as long as something lives that came of it.
  mutating func keep(_ grant: Grant.Number, until instant: Instant) {
    grants.keep(grant, until: instant)
    if let client = grants[grant]?.client { keepClient(client, until: instant) }
  }

  /// Where no room is left, the client that was needed least goes, and what it was once allowed.
  mutating func register(_ client: RegisteredClient, at now: Instant) {
    let evicted = registeredClients.insert(
      client, for: client.identifier, forgetAt: now + ServerLimits.registrationMemory)
    for gone in evicted { consents = consents.filter { $0.key.client != gone } }
  }

  /// Notes until when a client that registered itself is needed: in that order such clients are forgotten.
  mutating func keepClient(_ client: ClientIdentifier, until instant: Instant) {
    registeredClients.keep(client, until: instant + ServerLimits.registrationMemory)
  }

  /// When a client used a challenge or nonce last; nil where it is a fresh one.
  func lastUse(of value: String, by client: ClientIdentifier) -> Instant? {
    freshness[TokenDigest("\(client) \(value)")]
  }

  mutating func noteUse(of value: String, by client: ClientIdentifier, at now: Instant) {
    freshness.insert(now, for: TokenDigest("\(client) \(value)"), forgetAt: now + ServerLimits.freshnessMemory)
  }

  /// What a resource owner has allowed a client before, in all.
  public func consent(
    of resourceOwner: String, to client: ClientIdentifier, at resources: [ResourceIndicator] = []
  ) -> Scope {
    consents[Consent(resourceOwner: resourceOwner, client: client, resources: Set(resources))] ?? Scope()
  }

  mutating func rememberConsent(of resourceOwner: String, to request: AuthorizationRequest, for scope: Scope) {
    let consent = Consent(
      resourceOwner: resourceOwner, client: request.client, resources: Set(request.resources))
    // A client can name any number of resources; what is not remembered is only asked again.
    guard consents[consent] != nil || consents.count < ServerLimits.visitors else { return }
    if consents[consent] == nil { recentConsents.note(consent) }
    consents[consent] = Scope((consents[consent] ?? Scope()).tokens + scope.tokens)
  }

  /// Forgets consents and ends what was issued because of them; nil means every owner, or every client.
  ///
  /// - Returns: how many consents there were, and the codes that were waiting because of them.
  mutating func withdrawConsents(
    of resourceOwner: String?, to client: ClientIdentifier?, by revocation: Revocation
  ) -> (consents: Int, codes: [AuthorizationCode]) {
    func concerns(_ owner: String?, _ other: ClientIdentifier) -> Bool {
      guard let owner else { return false }
      return (resourceOwner?.hasSameOctets(as: owner) ?? true) && (client.map { $0 == other } ?? true)
    }
    let withdrawn = consents.keys.filter { concerns($0.resourceOwner, $0.client) }
    for consent in withdrawn { consents[consent] = nil }
    for grant in grants.values where concerns(grant.resourceOwner, grant.client) {
      grants.update(grant.number) { $0.revocation = $0.revocation ?? revocation }
    }
    let codes = authorizationCodes.values.filter { concerns($0.resourceOwner, $0.request.client) }
    for code in codes { authorizationCodes.remove(code.digest) }
    for device in deviceAuthorizations.values where device.redeemedAt == nil {
      guard case .allowed(_, let owner, _) = device.decision, concerns(owner, device.client) else { continue }
      deviceAuthorizations.update(device.digest) { $0.decision = .denied(resourceOwner: owner) }
    }
    return (withdrawn.count, codes.filter { $0.redeemedAt == nil })
  }

  mutating func start(_ session: Session, until instant: Instant) {
    if session.resourceOwner != nil { recentSignIns.note(session.digest) }
    sessions.insert(session, for: session.digest, forgetAt: instant)
  }

  /// Signs a resource owner out of every browser.
  ///
  /// - Returns: how many browsers that were.
  @discardableResult
  mutating func endSessions(of resourceOwner: String) -> Int {
    let ended = sessions.values.filter { $0.resourceOwner?.hasSameOctets(as: resourceOwner) == true }
    for session in ended { sessions.remove(session.digest) }
    return ended.count
  }
}

extension ServerState {
  /// The consents that were given last, and how many there are.
  func newestConsents(_ limit: Int) -> (
    all: Int, newest: [(resourceOwner: String, client: ClientIdentifier, scope: Scope)]
  ) {
    let newest = recentConsents.newest(limit) { consent in
      consents[consent].map { (consent.resourceOwner, consent.client, $0) }
    }
    return (consents.count, newest)
  }

  /// The sessions in which somebody signed in last, and until when each lasts.
  func newestSignIns(_ limit: Int, at now: Instant) -> [(session: Session, until: Instant)] {
    recentSignIns.newest(limit) { digest in
      guard let session = sessions[digest], let until = sessions.deadline(of: digest), until > now else { return nil }
      return (session, until)
    }
  }
}
