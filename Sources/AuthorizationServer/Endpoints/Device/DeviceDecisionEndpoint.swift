import HTTPTypes
import OAuth

/// Signing in and deciding about a device, as about an authorization request. RFC 8628 §3.3.
enum DeviceDecisionEndpoint {
  static let login: [Rule<DeviceExamination>] = [
    .hostOwn,
    .methodAllowed(.post),
    .mediaTypeForm,
    .requestDecodable,
    .parametersSentOnce,
    .sessionPresent,
    .interactionKnown,
    .formTokenValid,
    .passwordCorrect,
  ]

  static let consent: [Rule<DeviceExamination>] = [
    .hostOwn,
    .methodAllowed(.get, .post, .head),
    .mediaTypeFormIfPosted,
    .requestDecodable,
    .parametersSentOnce,
    .sessionPresent,
    .resourceOwnerSignedIn,
    .interactionKnown,
    .userCodeNotExpired,
    .userCodeNotUsed,
  ]

  static let decision: [Rule<DeviceExamination>] =
    consent + [
      .formTokenValid,
      .decisionPresent,
      .resourceOwnerAllowed,
      .scopeGranted,
    ]
}

extension AuthorizationServer {
  mutating func answerDeviceLogin(_ request: RequestMessage, at now: Instant) -> Answer {
    var examination = DeviceExamination(request)
    var decision = decide(&examination, by: DeviceDecisionEndpoint.login, at: .deviceLogin, now)
    if let refusal = decision.refusal {
      return Answer(response: refuseDeviceLogin(refusal, examination), decision: decision)
    }
    let owner = established(examination.resourceOwner, by: .passwordCorrect)
    excuseGuesses(at: .resourceOwner(TokenDigest(owner.username)))
    let pending = established(examination.pending, by: .interactionKnown)
    state.sessions.remove(pending.session)
    let (session, cookie) = startSession(signedIn: owner, under: .device, at: now)
    state.pendingDevices.update(pending.digest) { $0.session = session.digest }
    decision.changes.append(.sessionStarted(resourceOwner: owner.username))
    let handle = PercentCoding.encode(examination.parameters[.interaction] ?? "")
    let consent = "\(path(of: .deviceConsent))?\(ParameterName.interaction)=\(handle)"
    return Answer(response: .seeOther(consent, fields: pageFields.merging([.setCookie: cookie])), decision: decision)
  }

  /// A wrong password gets the form again; everything else an error page.
  private mutating func refuseDeviceLogin(_ refusal: Refusal, _ examination: DeviceExamination) -> ResponseMessage {
    let situation = examination.situation(at: .deviceLogin)
    let wording = wording(of: refusal, in: situation)
    guard [.passwordWrong, .passwordThrottled].contains(refusal.kind), let pending = examination.pending,
      let device = examination.device, let handle = examination.parameters[.interaction]
    else { return refuseBrowser(refusal, in: situation) }
    let form = InteractionForm(handle: handle, token: random.token())
    state.pendingDevices.update(pending.digest) { $0.formToken = TokenDigest(form.token) }
    return deviceLoginPage(device, form: form, problem: Self.credentialsWrong).telling(wording)
  }

  mutating func answerDeviceConsent(_ request: RequestMessage, at now: Instant) -> Answer {
    let isDecision = request.head.method == .post
    var examination = DeviceExamination(request)
    var decision = decide(
      &examination, by: isDecision ? DeviceDecisionEndpoint.decision : DeviceDecisionEndpoint.consent,
      at: .deviceConsent, now)
    if let refusal = decision.refusal {
      return Answer(response: refuseDevice(refusal, examination, recording: &decision), decision: decision)
    }
    let pending = established(examination.pending, by: .interactionKnown)
    let device = established(examination.device, by: .interactionKnown)
    let owner = established(examination.resourceOwner, by: .resourceOwnerSignedIn)
    guard isDecision else {
      let form = InteractionForm(handle: examination.parameters[.interaction] ?? "", token: random.token())
      state.pendingDevices.update(pending.digest) { $0.formToken = TokenDigest(form.token) }
      return Answer(response: deviceConsentPage(device, form: form, for: owner.username), decision: decision)
    }
    state.pendingDevices.remove(pending.digest)
    let granted = established(examination.granted, by: .scopeGranted)
    let signIn = SignIn(username: owner.username, at: examination.session?.authenticatedAt ?? now)
    allow(device, by: signIn, scope: granted, at: now, recording: &decision)
    return Answer(response: deviceConnectedPage(device), decision: decision)
  }

  /// A denial is a decision, too: the device is told when it asks next. RFC 8628 §3.5.
  private mutating func refuseDevice(
    _ refusal: Refusal, _ examination: DeviceExamination, recording decision: inout Decision
  ) -> ResponseMessage {
    switch refusal {
    case .resourceOwnerDenied, .scopeEmptied:
      let device = established(examination.device, by: .interactionKnown)
      let username = established(examination.resourceOwner, by: .resourceOwnerSignedIn).username
      state.pendingDevices.remove(established(examination.pending, by: .interactionKnown).digest)
      state.deviceAuthorizations.update(device.digest) { $0.decision = .denied(resourceOwner: username) }
      decision.changes.append(.deviceAuthorizationDenied(device.client, resourceOwner: username))
      return deviceDeniedPage(device)
    default:
      return refuseBrowser(refusal, in: examination.situation(at: .deviceConsent))
    }
  }
}
