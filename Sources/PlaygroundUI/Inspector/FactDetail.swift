import AuthorizationServer
import OAuth
import Playground
import Terminal

/// Everything there is to say about one entry of the server.
struct FactDetail {
  let fact: InventoryFact
  let inventory: Inventory
  let model: Model

  private var now: Instant { model.serverTime }

  var title: StyledLine {
    let phrase = fact.entry.phrase
    return StyledLine(phrase.prefix(1).uppercased() + phrase.dropFirst())
  }

  /// How it stands, for the frame.
  var note: StyledLine { fact.state(at: now) }

  func rows(columns: Int) -> [StyledLine] {
    var facts = FactRows()
    switch fact {
    case .client(let client): describe(client, &facts)
    case .owner(let owner): describe(owner, &facts)
    case .code(let code): describe(code, &facts)
    case .accessToken(let token): describe(token, &facts)
    case .refreshToken(let member, let family): describe(member, family, &facts)
    case .session(let session): describe(session, &facts)
    case .consent(let consent):
      facts.add("user", consent.resourceOwner)
      facts.add("client", consent.client.text)
      facts.add("scope", consent.scope.description)
    case .pushedRequest(let request): describe(request, &facts)
    case .device(let device): describe(device, &facts)
    case .key(let key): describe(key, &facts)
    case .guess(let guess): describe(guess, &facts)
    }
    let life = fact.life(at: now, columns: columns)
    return facts.rows(columns: columns) + (life.columns == 0 ? [] : [[], life])
  }

  private func describe(_ client: RegisteredClient, _ facts: inout FactRows) {
    facts.add("client_id", client.identifier.text)
    facts.add("name", client.name)
    facts.add("type", client.type.rawValue + (client.isSelfRegistered ? ", registered itself" : ""))
    if let secret = client.secret { facts.add("secret", model.redaction.value(secret, of: "client_secret")) }
    facts.add("proves by", client.authenticationMethods.map(\.rawValue).joined(separator: ", "))
    facts.add("grants", client.grants.map(\.text).joined(separator: ", "))
    for uri in client.redirectionURIs { facts.add("redirect_uri", uri.text) }
    facts.add("scope", client.scope.description)
    facts.add("PKCE", client.requiresPKCE.map { $0 ? "required" : "not required" } ?? "as the policy has it")
    if client.requiresPushedAuthorizationRequests { facts.add("requests", "must be pushed") }
    for member in client.description { facts.add(member.name, member.value.string ?? member.value.text) }
  }

  private func describe(_ owner: Inventory.Owner, _ facts: inout FactRows) {
    facts.add("username", owner.resourceOwner.username)
    facts.add("password", model.redaction.value(owner.resourceOwner.password, of: "password"))
    facts.add("sub", owner.resourceOwner.subject)
    for claim in owner.resourceOwner.claims { facts.add(claim.name, claim.value.string ?? claim.value.text) }
    facts.add("signed in", owner.sessions == 0 ? "no" : "in \(owner.sessions) browser\(owner.sessions == 1 ? "" : "s")")
  }

  private func describe(_ code: Inventory.Code, _ facts: inout FactRows) {
    let request = code.code.request
    facts.add("client", request.client.text)
    facts.add("user", code.code.resourceOwner)
    facts.add("redirect_uri", request.redirection.uri.text + (request.redirection.wasSent ? "" : " (not sent)"))
    facts.add("scope", code.code.scope.description)
    facts.add("PKCE", request.challenge.map { "\($0.methodName) \($0.challenge.text)" } ?? "none")
    if let nonce = request.authentication.nonce { facts.add("nonce", nonce) }
    facts.add("issued", instant(code.code.issuedAt, exchange(issuing: fact)))
    if let redeemedAt = code.code.redeemedAt {
      facts.add("redeemed", instant(redeemedAt, exchange(presenting: fact), after: code.code.issuedAt))
      let produced =
        code.accessTokens.map { "access \($0.beginning)…" } + code.refreshTokens.map { "refresh \($0.beginning)…" }
      facts.add("produced", produced.isEmpty ? "nothing that is still known" : produced.joined(separator: ", "))
    } else {
      facts.add("expires", "\(code.code.expiresAt.timeOfDay)")
    }
    if code.code.failedAttempts > 0 { facts.add("failed tries", "\(code.code.failedAttempts)") }
    revoked(code.revocation, &facts)
    facts.add("used again", Self.reuse(inventory.policy.codeReuse))
  }

  private static func reuse(_ reuse: Policy.CodeReuse) -> String {
    switch reuse {
    case .refuseAndRevoke: "is refused, and what it produced is revoked (RFC 6749 §4.1.2)"
    case .refuse: "is refused"
    case .allow: "is allowed, by policy"
    }
  }

  private func describe(_ token: Inventory.Token, _ facts: inout FactRows) {
    facts.add("client", token.token.client.text)
    facts.add("user", token.token.resourceOwner ?? "nobody: the client acts for itself")
    facts.add("scope", token.token.scope.description)
    facts.add("issued", instant(token.token.issuedAt, exchange(issuing: fact)))
    facts.add("expires", token.token.expiresAt.timeOfDay)
    facts.add("grant", "\(token.token.grant)")
    revoked(token.revocation, &facts)
  }

  private func describe(_ member: Inventory.Family.Member, _ family: Inventory.Family, _ facts: inout FactRows) {
    facts.add("client", member.token.client.text)
    facts.add("user", member.token.resourceOwner ?? "nobody")
    facts.add("scope", member.token.scope.description)
    facts.add("issued", instant(member.token.issuedAt, exchange(issuing: fact)))
    if let predecessor = member.token.predecessor { facts.add("took over from", "\(predecessor.beginning)…") }
    if let rotatedAt = member.token.rotatedAt {
      let successors = family.members.filter { $0.token.predecessor == member.token.digest }
      facts.add("replaced", instant(rotatedAt, exchange(presenting: fact)))
      facts.add("by", successors.map { "\($0.token.digest.beginning)…" }.joined(separator: ", "))
    } else {
      facts.add("expires", member.token.expiresAt.timeOfDay)
    }
    facts.add(
      "family", "\(family.members.count) token\(family.members.count == 1 ? "" : "s") of grant \(family.grant)")
    revoked(member.revocation.flatMap { $0.reason == .refreshTokenRotated ? nil : $0 }, &facts)
    facts.add("used again", Self.reuse(inventory.policy.refreshTokenReuse))
  }

  private static func reuse(_ reuse: Policy.RefreshTokenReuse) -> String {
    switch reuse {
    case .revokeFamily: "after it was replaced: the whole family ends (RFC 9700 §4.14.2)"
    case .refuse: "after it was replaced: is refused"
    case .allow: "after it was replaced: is allowed, by policy"
    }
  }
}

// MARK: Sessions, pushed requests, devices, keys, guesses

extension FactDetail {
  private func describe(_ session: Inventory.SignedIn, _ facts: inout FactRows) {
    facts.add("user", session.session.resourceOwner ?? "nobody")
    if let at = session.session.authenticatedAt { facts.add("signed in", at.timeOfDay) }
    facts.add("until", session.until.timeOfDay)
    facts.add("cookie", "begins with \(session.session.digest.beginning)")
  }

  private func describe(_ request: PushedRequest, _ facts: inout FactRows) {
    facts.add("client", request.client.text)
    facts.add("issued", instant(request.issuedAt, nil))
    if let usedAt = request.usedAt {
      facts.add("used", usedAt.timeOfDay)
    } else {
      facts.add("expires", request.expiresAt.timeOfDay)
    }
    for parameter in request.parameters.elements {
      facts.add(parameter.name.text, model.redaction.value(parameter.value, of: parameter.name.text))
    }
  }

  private func describe(_ device: DeviceAuthorization, _ facts: inout FactRows) {
    facts.add("user code", device.userCode.description)
    facts.add("client", device.client.text)
    facts.add("scope", device.scope.description)
    facts.add("issued", instant(device.issuedAt, exchange(issuing: fact)))
    facts.add("expires", device.expiresAt.timeOfDay)
    facts.add("asks every", device.interval.plainSeconds)
    if let polledAt = device.polledAt { facts.add("asked last", polledAt.timeOfDay) }
    switch device.decision {
    case .open: facts.add("decision", "none yet")
    case .allowed(let grant, let owner, let scope): facts.add("decision", "\(owner) allowed \(scope), grant \(grant)")
    case .denied(let owner): facts.add("decision", "\(owner) denied it")
    }
    if let redeemedAt = device.redeemedAt { facts.add("redeemed", instant(redeemedAt, exchange(presenting: fact))) }
  }

  private func describe(_ key: Inventory.Key, _ facts: inout FactRows) {
    facts.add("kid", key.key.identifier ?? key.key.thumbprint)
    facts.add("alg", key.key.algorithm.rawValue)
    facts.add("use", key.isCurrent ? "signs new tokens" : "signs no more; published for tokens that are about")
  }

  private func describe(_ guess: Inventory.Guess, _ facts: inout FactRows) {
    facts.add("at", InventoryFact.label(of: guess))
    facts.add("wrong", "\(guess.count) within a minute")
    facts.add("then", "from \(guess.limit) on every further wrong one is answered with 429")
    facts.add("forgotten", guess.until.timeOfDay)
  }

  private func revoked(_ revocation: Revocation?, _ facts: inout FactRows) {
    guard let revocation else { return }
    facts.add("revoked", StyledLine("\(revocation.at.timeOfDay): \(revocation.reason.sentence)", .error))
  }

  /// `12:04:18.330   exchange 2   after 12.4 s`.
  private func instant(_ instant: Instant, _ exchange: Exchange?, after start: Instant? = nil) -> String {
    instant.timeOfDay + (exchange.map { "   exchange \($0.number)" } ?? "")
      + (start.map { "   after \((instant - $0).tenths)" } ?? "")
  }

  private func exchange(presenting fact: InventoryFact) -> Exchange? {
    fact.digest.flatMap { model.walkthrough.timeline.exchange(presenting: $0) }
  }

  private func exchange(issuing fact: InventoryFact) -> Exchange? {
    guard let issue = fact.issue else { return nil }
    return model.walkthrough.timeline.exchanges.last {
      $0.at == issue.at && $0.decision?.changes.contains(where: issue.isTold) == true
    }
  }
}
