import HTTPTypes
import OAuth

/// The token endpoint. RFC 6749 §3.2, §4.1.3.
enum TokenEndpoint {
  /// The client comes before the grant: who cannot prove who it is learns nothing about a code. Another method than
  /// POST redeems nothing: decision D18.
  static let client: [Rule<TokenExamination>] =
    [.hostOwn, .methodAllowedAtToken, .mediaTypeFormAtToken]
    + TokenExamination.clientAuthentication
    + [.grantTypePresent, .grantTypeSupported, .grantTypeAllowed]

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

  /// Whether the token was replaced comes before the scope: reuse tells of theft whatever is asked for.
  static let refreshToken: [Rule<TokenExamination>] = [
    .refreshTokenPresent,
    .refreshTokenKnown,
    .refreshTokenBoundToClient,
    .refreshTokenNotRevoked,
    .refreshTokenNotExpired,
    .refreshTokenNotReused,
    .scopeWithinGrant,
  ]

  static let clientCredentials: [Rule<TokenExamination>] = [
    .clientConfidential,
    .scopeWellFormed,
    .scopeAllowed,
  ]

  /// For servers that still take passwords: RFC 9700 §2.4 forbids it.
  static let password: [Rule<TokenExamination>] = [
    .passwordPresent,
    .passwordCorrect,
    .scopeWellFormed,
    .scopeAllowed,
  ]

  /// Whether the device was patient comes after whether there is anything left to wait for. RFC 8628 §3.5.
  static let deviceCode: [Rule<TokenExamination>] = [
    .deviceCodePresent,
    .deviceCodeKnown,
    .deviceCodeBoundToClient,
    .deviceCodeNotExpired,
    .deviceCodeNotRedeemed,
    .devicePatient,
    .deviceDecided,
    .deviceAllowed,
  ]

  /// For what asks for tokens for other resource servers.
  static let audience: [Rule<TokenExamination>] = [.resourceWellFormed, .resourceWithinGrant]

  static let all = client + authorizationCode + refreshToken + clientCredentials + password + deviceCode
}

extension AuthorizationServer {
  mutating func answerTokenRequest(_ request: RequestMessage, at now: Instant) -> Answer {
    var examination = TokenExamination(request)
    var report = ServerReport()
    report.examine(&examination, by: rules.token, in: Circumstances(server: self, now: now))
    let meant = examination.grantType ?? examination.grantMeant(of: grantTypes)
    report.examine(&examination, by: rules.rules(of: meant), in: Circumstances(server: self, now: now))
    if examination.namesResources {
      report.examine(&examination, by: rules.audience(of: meant), in: Circumstances(server: self, now: now))
    }
    excuseGuesses(at: examination.proven.map(Guesses.Target.client))
    var decision = Decision(endpoint: .token, report: report)
    if let refusal = report.refusal {
      noteFailure(refusal, examination, at: now, recording: &decision)
      let response = refuse(refusal, in: examination.situation(at: .token))
      return Answer(response: share(response, with: examination), decision: decision)
    }
    let tokens = grantTokens(examination, at: now, recording: &decision)
    let response = grant(body(of: tokens, to: examination), at: .token)
    return Answer(response: share(response, with: examination), decision: decision)
  }

  /// Once the grant is one it knows, a server may name an origin without being asked: that of the client in the form.
  private func share(_ response: ResponseMessage, with examination: TokenExamination) -> ResponseMessage {
    let isUnknownGrant = examination.grantType == nil && examination.parameters[.grantType] != nil
    guard profile.dialect.style.tokenIsSharedWithClient, !isUnknownGrant,
      let named = examination.parameters[.clientID].flatMap(ClientIdentifier.init),
      let uri = client(named)?.redirectionURIs.first
    else { return response }
    var response = response
    response.head.headerFields[.accessControlAllowOrigin] = uri.origin
    return response
  }

  private func body(of response: TokenResponse, to examination: TokenExamination) -> JSON {
    profile.dialect.answers.json(
      response, to: examination.grantType, refreshTokenLifetime: policy.refreshTokenLifetime,
      sessionState: examination.grant.flatMap(sessionState))
  }

  /// What the grant is good for. Everything was checked; nothing can come between. RFC 6749 §5.1.
  private mutating func grantTokens(
    _ examination: TokenExamination, at now: Instant, recording decision: inout Decision
  ) -> TokenResponse {
    switch established(examination.grantType, by: .grantTypeSupported) {
    case .refreshToken: return refresh(examination, at: now, recording: &decision)
    case .clientCredentials: return grantToClient(examination, at: now, recording: &decision)
    case .password: return grantToResourceOwner(examination, at: now, recording: &decision)
    case .deviceCode: return redeemDeviceCode(examination, at: now, recording: &decision)
    default: return redeem(examination, at: now, recording: &decision)
    }
  }

  /// A replay ends what came of the grant (RFC 6749 §4.1.2, RFC 9700 §4.14.2); any other failed redemption is counted
  /// and burns nothing. Decision D22.
  private mutating func noteFailure(
    _ refusal: Refusal, _ examination: TokenExamination, at now: Instant, recording decision: inout Decision
  ) {
    switch refusal {
    case .authorizationCodeAlreadyRedeemed(_, revokesGrant: true):
      let code = established(examination.code, by: .authorizationCodeKnown)
      decision.changes.append(.authorizationCodeReplayed(code.digest.beginning))
      decision.changes.append(revoke(code.grant, .authorizationCodeReplayed, at: now))
    case .refreshTokenReused(_, revokesFamily: true, _):
      let token = established(examination.refreshToken, by: .refreshTokenKnown)
      decision.changes.append(.refreshTokenReplayed(token.digest.beginning))
      decision.changes.append(revoke(token.grant, .refreshTokenReplayed, at: now))
    case .deviceDecisionPending, .devicePolledTooSoon:
      notePoll(refusal, examination, at: now, recording: &decision)
    default:
      guard let code = examination.code, code.redeemedAt == nil else { return }
      state.authorizationCodes.update(code.digest) { $0.failedAttempts += 1 }
      decision.changes.append(.authorizationCodeTried(code.digest.beginning, failedAttempts: code.failedAttempts + 1))
    }
  }
}
