import HTTPTypes
import OAuth

/// The consent page and where its form goes. RFC 6749 §4.1 (C).
enum ConsentEndpoint {
  static let page: [Rule<InteractionExamination>] = [
    .hostOwn,
    .methodAllowed(.get, .post, .head),
    .mediaTypeFormIfPosted,
    .requestDecodable,
    .parametersSentOnce,
    .sessionPresent,
    .resourceOwnerSignedIn,
    .interactionKnown,
    .signInFresh,
    .hintedOwnerSignedIn,
  ]

  static let decision: [Rule<InteractionExamination>] =
    page + [
      .formTokenValid,
      .decisionPresent,
      .resourceOwnerAllowed,
      .scopeGranted,
    ]
}

extension AuthorizationServer {
  mutating func answerConsent(_ request: RequestMessage, at now: Instant) -> Answer {
    let isDecision = request.head.method == .post
    var examination = InteractionExamination(request)
    var decision = decide(
      &examination, by: isDecision ? ConsentEndpoint.decision : ConsentEndpoint.page, at: .consent, now)
    if let refusal = decision.refusal {
      return Answer(response: refuseConsent(refusal, examination), decision: decision)
    }
    let pending = established(examination.pending, by: .interactionKnown)
    let owner = established(examination.resourceOwner, by: .resourceOwnerSignedIn)
    guard isDecision || isConsentNeedless(pending.request, of: owner.username) else {
      let form = InteractionForm(handle: examination.parameters[.interaction] ?? "", token: random.token())
      state.pendingAuthorizations.update(pending.digest) { $0.formToken = TokenDigest(form.token) }
      return Answer(response: consentPage(pending, form: form, for: owner.username), decision: decision)
    }
    state.pendingAuthorizations.remove(pending.digest)
    let granted = isDecision ? established(examination.granted, by: .scopeGranted) : pending.request.scope
    state.rememberConsent(of: owner.username, to: pending.request, for: granted)
    let signIn = SignIn(username: owner.username, at: examination.session?.authenticatedAt ?? now)
    let response = issueAuthorizationCode(
      for: pending.request, to: signIn, scope: granted, at: now, recording: &decision)
    return Answer(response: response, decision: decision, redirection: pending.request.redirection)
  }

  /// A denial goes to the client; a request that is not the page's own stays here.
  private mutating func refuseConsent(_ refusal: Refusal, _ examination: InteractionExamination) -> ResponseMessage {
    switch refusal {
    case .resourceOwnerDenied, .scopeEmptied, .hintedOwnerNotSignedIn:
      let pending = established(examination.pending, by: .interactionKnown)
      state.pendingAuthorizations.remove(pending.digest)
      return refuse(refusal, examination.situation(at: .consent), redirection: pending.request.redirection)
    default:
      return refuseBrowser(refusal, in: examination.situation(at: .consent))
    }
  }
}
