import HTTPTypes
import OAuth

/// The token endpoint. RFC 6749 §3.2, §4.1.3.
enum TokenEndpoint {
  /// The client comes before the grant: who cannot prove who it is learns nothing about a code.
  static let client: [Rule<TokenExamination>] = [
    .hostOwn,
    .methodAllowed(.post),
    .mediaTypeForm,
    .credentialsNotInURI,
    .requestDecodable,
    .parametersSentOnce,
    .clientAuthenticationSingle,
    .clientAuthenticationReadable,
    .clientIdentified,
    .clientKnown,
    .clientAuthenticated,
    .clientAuthenticationMethodRegistered,
    .grantTypePresent,
    .grantTypeSupported,
    .grantTypeAllowed,
  ]

  /// Whether the code was used already comes last: only a replay that is right in everything else tells of theft,
  /// and a guess must not end the owner's tokens. OAuth 2.1 §7.5.2; decision D12.
  static let authorizationCode: [Rule<TokenExamination>] = [
    .authorizationCodePresent,
    .authorizationCodeKnown,
    .authorizationCodeBoundToClient,
    .authorizationCodeNotExpired,
    .redirectionURISame,
    .codeVerifierPresent,
    .codeVerifierWellFormed,
    .codeVerifierMatches,
    .authorizationCodeNotRedeemed,
  ]

  static let order = client + authorizationCode
}

extension AuthorizationServer {
  mutating func answerTokenRequest(_ request: RequestMessage, at now: Instant) -> Answer {
    var examination = TokenExamination(request)
    var report = ServerReport()
    report.examine(&examination, by: TokenEndpoint.order, in: Circumstances(server: self, now: now))
    var decision = Decision(endpoint: .token, report: report)
    if let refusal = report.refusal {
      if let code = examination.code { noteFailure(refusal, of: code, at: now, recording: &decision) }
      return Answer(response: refuse(refusal), decision: decision)
    }
    let code = established(examination.code, by: .authorizationCodeKnown)
    return Answer(response: redeem(code, at: now, recording: &decision), decision: decision)
  }

  /// Marks the code used and issues the tokens, in one step that nothing can come between. RFC 6749 §4.1.2, §5.1.
  private mutating func redeem(
    _ code: AuthorizationCode, at now: Instant, recording decision: inout Decision
  ) -> ResponseMessage {
    state.authorizationCodes.update(code.digest) { $0.redeemedAt = now }
    decision.changes.append(.authorizationCodeRedeemed(code.digest.beginning))
    let accessToken = issueAccessToken(for: code, at: now, recording: &decision)
    let response = TokenResponse(
      accessToken: accessToken, expiresIn: policy.accessTokenLifetime.components.seconds, scope: code.scope)
    return .json(response.json, fields: .noStore)
  }

  private mutating func issueAccessToken(
    for code: AuthorizationCode, at now: Instant, recording decision: inout Decision
  ) -> String {
    let value = random.token()
    let token = AccessToken(
      digest: TokenDigest(value), grant: code.grant, client: code.request.client, resourceOwner: code.resourceOwner,
      scope: code.scope, issuedAt: now, lifetime: policy.accessTokenLifetime)
    let forgetAt = token.expiresAt + ServerLimits.memory
    state.accessTokens.insert(token, for: token.digest, forgetAt: forgetAt)
    state.grants.keep(code.grant, until: forgetAt)
    decision.changes.append(.accessTokenIssued(token.digest.beginning, lifetime: token.lifetime))
    return value
  }

  /// A replay ends what the code produced (RFC 6749 §4.1.2); any other failure is counted and burns nothing. Decision D22.
  private mutating func noteFailure(
    _ refusal: Refusal, of code: AuthorizationCode, at now: Instant, recording decision: inout Decision
  ) {
    if case .authorizationCodeAlreadyRedeemed(_, revokesGrant: true) = refusal {
      let revocation = Revocation(reason: .authorizationCodeReplayed, at: now)
      state.grants.update(code.grant) { $0.revocation = $0.revocation ?? revocation }
      decision.changes.append(.authorizationCodeReplayed(code.digest.beginning))
      decision.changes.append(.grantRevoked(code.grant, revocation.reason))
    } else if code.redeemedAt == nil {
      state.authorizationCodes.update(code.digest) { $0.failedAttempts += 1 }
      decision.changes.append(.authorizationCodeTried(code.digest.beginning, failedAttempts: code.failedAttempts + 1))
    }
  }

  /// An error answer as JSON; a 401 names the scheme. RFC 6749 §5.2; decision D10.
  func refuse(_ refusal: Refusal) -> ResponseMessage {
    let wording = profile.dialect.wording(refusal)
    var fields = HTTPFields.noStore.merging(wording.fields)
    if wording.status == .unauthorized {
      fields[.wwwAuthenticate] = Challenge.basic(realm: profile.dialect.realm).headerValue
    }
    return .json(wording.error?.json ?? .object([]), status: wording.status, fields: fields)
  }
}
