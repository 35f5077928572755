import HTTPTypes
import OAuth

/// The authorization endpoint. RFC 6749 §3.1, §4.1.
///
/// Client and redirection URI come first: until both are known there is nobody to send an error to but the person at
/// the browser.
enum AuthorizationEndpoint {
  static let order: [Rule<AuthorizationExamination>] =
    [
      .hostOwn,
      .methodAllowed(.get, .post, .head),
      .mediaTypeFormIfPosted,
      .requestDecodable,
      .clientIdentifierPresent,
      .clientRegistered,
      .pushedRequestKnown,
      .pushedRequestBoundToClient,
      .pushedRequestNotExpired,
      .pushedRequestNotUsed,
      .redirectionURIPresent,
      .redirectionURIWellFormed,
      .redirectionURIRegistered,
      .responseModeSupported,
      .parametersSentOnce,
      .requestPushedIfRequired,
    ] + whatIsAsked

  /// The rules about what the client asks for, whichever way it asks.
  static let whatIsAsked: [Rule<AuthorizationExamination>] = [
    .requestObjectAbsent,
    .responseTypePresent,
    .responseTypeSupported,
    .responseTypeAllowed,
    .stateAcceptable,
    .scopeWellFormed,
    .scopeAllowed,
    .codeChallengePresent,
    .codeChallengeMethodSupported,
    .codeChallengeWellFormed,
    .promptUnderstood,
    .maxAgeWellFormed,
    .nonceAcceptable,
    .idTokenHintValid,
  ]

  /// For what asks for tokens for other resource servers.
  static let audience: [Rule<AuthorizationExamination>] = [.resourceWellFormed]

  /// What depends on who is at the browser, and not only on the request.
  static let resourceOwner: [Rule<AuthorizationExamination>] = [.signInSufficient, .consentSufficient]
}

extension AuthorizationServer {
  mutating func answerAuthorizationRequest(_ request: RequestMessage, at now: Instant) -> Answer {
    var examination = AuthorizationExamination(request)
    var report = ServerReport()
    let circumstances = Circumstances(server: self, now: now)
    report.examine(&examination, by: rules.authorization, in: circumstances)
    if examination.namesResources {
      report.examine(&examination, by: rules.resourceIndicators, in: circumstances)
    }
    report.examine(&examination, by: rules.resourceOwner, in: circumstances)
    var decision = Decision(endpoint: .authorization, report: report)
    if let refusal = report.refusal {
      return Answer(response: refuse(refusal, examination), decision: decision)
    }
    let validated = examination.validated
    useUp(examination.pushed, at: now, recording: &decision)
    let response =
      if let signIn = examination.signIn, examination.isAllowed {
        issueAuthorizationCode(
          for: validated, to: signIn, scope: validated.scopeWithoutAsking, at: now, recording: &decision)
      } else {
        beginInteraction(
          for: validated, from: request, saying: examination.parameters, needsSignIn: examination.signIn == nil,
          at: now)
      }
    return Answer(response: response, decision: decision, redirection: validated.redirection)
  }

  /// Issues a code and sends it to the client. RFC 6749 §4.1.2.
  mutating func issueAuthorizationCode(
    for request: AuthorizationRequest, to signIn: SignIn, scope: Scope, at now: Instant,
    recording decision: inout Decision
  ) -> ResponseMessage {
    let forgetAt = now + policy.codeLifetime + ServerLimits.memory
    let grant = state.makeGrant(
      client: request.client, resourceOwner: signIn.username, scope: scope, forgetAt: forgetAt)
    state.grants.update(grant) {
      $0.authenticatedAt = signIn.at
      $0.resources = request.resources
    }
    guard !request.asksForToken else {
      return respondWithTokens(of: grant, for: request, to: signIn, scope: scope, at: now, recording: &decision)
    }
    let answers = profile.dialect.answers
    var value = random.token(answers.codeForm)
    if answers.codeNamesSession {
      value += ".\(sessionState(of: grant) ?? "").\(TokenDigest(request.client.text).uuid)"
    }
    let code = AuthorizationCode(
      digest: TokenDigest(value), grant: grant, request: request, resourceOwner: signIn.username, scope: scope,
      issuedAt: now, lifetime: policy.codeLifetime)
    state.authorizationCodes.insert(code, for: code.digest, forgetAt: forgetAt)
    for value in [request.challenge?.challenge.text, request.authentication.nonce].compactMap(\.self) {
      state.noteUse(of: value, by: request.client, at: now)
    }
    decision.changes.append(.authorizationCodeIssued(code.digest.beginning, lifetime: code.lifetime))
    return respond(code: value, of: grant, to: request.redirection)
  }

  /// Nobody is sent on to a client that registered itself before somebody has signed in: with a request that is wrong
  /// on purpose, this server would lead anybody anywhere. RFC 9700 §4.11.2; decision D13.
  ///
  /// But a right request that asks for silence gets its answer: `prompt=none` is sent by a page that nobody sees, and
  /// that section excepts it. OpenID Connect Core §3.1.2.6.
  private func refuse(_ refusal: Refusal, _ examination: AuthorizationExamination) -> ResponseMessage {
    let situation = examination.situation(at: .authorization)
    let isTrusted =
      examination.client?.isSelfRegistered != true || session(of: examination.request)?.resourceOwner != nil
      || refusal.kind == .signInRequired
    if let redirection = examination.redirection, !isTrusted {
      return errorPage(refusal, wording(of: refusal, in: situation), leadingTo: redirection)
    }
    return refuse(refusal, situation, redirection: examination.redirection)
  }

  /// An error goes to the client where there is one to trust,
  /// and otherwise to the person at the browser. RFC 6749 §4.1.2.1.
  func refuse(_ refusal: Refusal, _ situation: Situation, redirection: Redirection?) -> ResponseMessage {
    let wording = wording(of: refusal, in: situation)
    if var redirection, let error = wording.errorResponse, wording.delivery != .direct {
      if wording.delivery == .redirectedInFragment { redirection.mode = .fragment }
      if !wording.returnsState { redirection.state = nil }
      return respond(error: error, to: redirection)
    }
    return refuseBrowser(refusal, in: situation)
  }
}
