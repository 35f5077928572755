import OAuth

/// What the grants lead to: codes and tokens change, tokens are issued.
extension AuthorizationServer {
  /// Marks the code used and issues the tokens, in one step that nothing can come between. RFC 6749 §4.1.2.
  mutating func redeem(
    _ examination: TokenExamination, at now: Instant, recording decision: inout Decision
  ) -> TokenResponse {
    let code = established(examination.code, by: .authorizationCodeKnown)
    state.authorizationCodes.update(code.digest) { $0.redeemedAt = now }
    decision.changes.append(.authorizationCodeRedeemed(code.digest.beginning))
    let grant = TokenGrant(
      number: code.grant, client: code.request.client, resourceOwner: code.resourceOwner, scope: code.scope)
    return issueTokens(
      grant, scope: examination.scope ?? code.scope, for: resources(examination, of: code.grant),
      nonce: code.request.authentication.nonce, at: now, recording: &decision)
  }

  /// A new access token, and a new refresh token in place of the old one. RFC 6749 §6, RFC 9700 §4.14.2.
  mutating func refresh(
    _ examination: TokenExamination, at now: Instant, recording decision: inout Decision
  ) -> TokenResponse {
    let token = established(examination.refreshToken, by: .refreshTokenKnown)
    let grant = TokenGrant(
      number: token.grant, client: token.client, resourceOwner: token.resourceOwner, scope: token.scope)
    var response = issueAccessToken(
      grant, scope: examination.scope ?? token.scope, for: resources(examination, of: token.grant), at: now,
      recording: &decision)
    if token.rotatedAt == nil { state.grants.update(token.grant) { $0.refreshedAt = now } }
    guard policy.refreshTokenRotation || policy.refreshTokenOnce else { return response }
    state.refreshTokens.update(token.digest) { $0.rotatedAt = $0.rotatedAt ?? now }
    decision.changes.append(.refreshTokenRotated(token.digest.beginning))
    if policy.refreshTokenRotation {
      response.refreshToken = issueRefreshToken(grant, after: token.digest, at: now, recording: &decision)
    }
    return response
  }

  /// No refresh token: the client can simply ask again. RFC 6749 §4.4.3.
  mutating func grantToClient(
    _ examination: TokenExamination, at now: Instant, recording decision: inout Decision
  ) -> TokenResponse {
    let client = established(examination.client, by: .clientKnown).identifier
    let scope = established(examination.scope, by: .scopeAllowed)
    let number = state.makeGrant(client: client, resourceOwner: nil, scope: scope, forgetAt: now)
    let grant = TokenGrant(number: number, client: client, resourceOwner: nil, scope: scope)
    return issueAccessToken(grant, scope: scope, for: examination.resources, at: now, recording: &decision)
  }

  /// For whoever told the client its password. RFC 6749 §4.3.3.
  mutating func grantToResourceOwner(
    _ examination: TokenExamination, at now: Instant, recording decision: inout Decision
  ) -> TokenResponse {
    let client = established(examination.client, by: .clientKnown).identifier
    let owner = established(examination.resourceOwner, by: .passwordCorrect).username
    let scope = established(examination.scope, by: .scopeAllowed)
    let number = state.makeGrant(client: client, resourceOwner: owner, scope: scope, forgetAt: now)
    state.grants.update(number) { $0.authenticatedAt = now }
    let grant = TokenGrant(number: number, client: client, resourceOwner: owner, scope: scope)
    return issueTokens(grant, scope: scope, for: examination.resources, at: now, recording: &decision)
  }

  /// What of a grant's resource servers was chosen; left out means all of them. RFC 8707 §2.2.
  func resources(_ examination: TokenExamination, of grant: Grant.Number) -> [ResourceIndicator] {
    examination.resources.isEmpty ? resources(of: grant) : examination.resources
  }

  /// Ends everything that came of a grant.
  mutating func revoke(_ grant: Grant.Number, _ reason: Revocation.Reason, at now: Instant) -> Change {
    let revocation = revocation(reason, at: now)
    state.grants.update(grant) { $0.revocation = $0.revocation ?? revocation }
    return .grantRevoked(grant, reason)
  }

  /// Ends an access token alone. RFC 7009 §2.1.
  mutating func revoke(_ token: AccessToken, _ reason: Revocation.Reason, at now: Instant) -> Change {
    state.accessTokens.update(token.digest) {
      $0.revocation = $0.revocation ?? Revocation(reason: reason, at: now, reachesAccessTokens: true)
    }
    return .accessTokenRevoked(token.digest.beginning)
  }
}

/// For whom tokens are issued.
struct TokenGrant {
  let number: Grant.Number
  let client: ClientIdentifier
  let resourceOwner: String?
  let scope: Scope
}

extension AuthorizationServer {
  /// The token response to a new grant: an access token, and a refresh token where the policy has one issued.
  mutating func issueTokens(
    _ grant: TokenGrant, scope: Scope, for resources: [ResourceIndicator], nonce: String? = nil, at now: Instant,
    recording decision: inout Decision
  ) -> TokenResponse {
    var response = issueAccessToken(
      grant, scope: scope, for: resources, nonce: nonce, at: now, recording: &decision)
    if issuesRefreshToken(for: grant, scope: scope) {
      response.refreshToken = issueRefreshToken(grant, at: now, recording: &decision)
    }
    return response
  }

  /// The token response with a new access token, and an ID token where `openid` was granted. RFC 6749 §5.1,
  /// OpenID Connect Core §3.1.3.3.
  mutating func issueAccessToken(
    _ grant: TokenGrant, scope: Scope, for resources: [ResourceIndicator], nonce: String? = nil, at now: Instant,
    recording decision: inout Decision
  ) -> TokenResponse {
    let value = accessTokenValue(grant, scope: scope, for: resources, at: now)
    let token = AccessToken(
      digest: TokenDigest(value), grant: grant.number, client: grant.client, resourceOwner: grant.resourceOwner,
      scope: scope, issuedAt: now, lifetime: policy.accessTokenLifetime, resources: resources)
    let forgetAt = token.expiresAt + ServerLimits.memory
    state.accessTokens.insert(token, for: token.digest, forgetAt: forgetAt)
    state.keep(grant.number, until: forgetAt)
    decision.changes.append(.accessTokenIssued(token.digest.beginning, lifetime: token.lifetime))
    var response = TokenResponse(
      accessToken: value, tokenType: profile.dialect.answers.tokenType, expiresIn: token.lifetime.components.seconds,
      scope: scope)
    response.idToken = idToken(grant, scope: scope, nonce: nonce, accessToken: value, at: now)
    return response
  }

  /// - Parameter predecessor: the token whose place it takes.
  mutating func issueRefreshToken(
    _ grant: TokenGrant, after predecessor: TokenDigest? = nil, at now: Instant, recording decision: inout Decision
  ) -> String {
    let value = random.token(profile.dialect.answers.refreshTokenForm)
    let token = RefreshToken(
      digest: TokenDigest(value), grant: grant.number, client: grant.client, resourceOwner: grant.resourceOwner,
      scope: grant.scope, issuedAt: now, lifetime: policy.refreshTokenLifetime, predecessor: predecessor)
    let forgetAt = token.expiresAt + ServerLimits.memory
    state.refreshTokens.insert(token, for: token.digest, forgetAt: forgetAt)
    state.keep(grant.number, until: forgetAt)
    decision.changes.append(.refreshTokenIssued(token.digest.beginning, lifetime: token.lifetime))
    return value
  }

  /// OpenID Connect Core §11: long-lived access needs a decision of its own.
  ///
  /// - Parameter scope: what of the grant's the access token has.
  func issuesRefreshToken(for grant: TokenGrant, scope: Scope) -> Bool {
    let isAllowed = client(grant.client)?.grants.contains(.refreshToken) == true
    guard isAllowed || policy.refreshTokenIssuance == .everyClient else { return false }
    switch policy.refreshTokenIssuance {
    case .offlineAccess: return grant.scope.contains("offline_access")
    case .always: return true
    // With an ID token, only where somebody asked for it.
    case .everyClient: return scope.contains("offline_access") || !answersWithIDToken(grant.scope)
    case .never: return false
    }
  }
}
