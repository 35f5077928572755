import HTTPTypes
import OAuth

/// The page on which somebody enters the code of a device. RFC 8628 §3.3.
enum DevicePageEndpoint {
  static let page: [Rule<DeviceExamination>] = [
    .hostOwn,
    .methodAllowed(.get, .post, .head),
    .mediaTypeFormIfPosted,
    .requestDecodable,
    .parametersSentOnce,
  ]

  /// No form token: entering a code decides nothing, and a link with the code in it does the same. RFC 8628 §3.3.1.
  static let code: [Rule<DeviceExamination>] =
    page + [
      .userCodePresent,
      .userCodeNotThrottled,
      .userCodeKnown,
      .userCodeNotExpired,
      .userCodeNotUsed,
    ]
}

extension AuthorizationServer {
  /// A GET shows the form, also where the address holds the code: whoever follows a link must still confirm it.
  mutating func answerUserCode(_ request: RequestMessage, at now: Instant) -> Answer {
    let isEntered = request.head.method == .post
    var examination = DeviceExamination(request)
    let decision = decide(
      &examination, by: isEntered ? DevicePageEndpoint.code : DevicePageEndpoint.page, at: .device, now)
    let known = session(of: request)
    let (session, cookie) = known.map { ($0, nil) } ?? startSession(under: .device, at: now)
    var response: ResponseMessage
    if let refusal = decision.refusal {
      noteUserCode(refusal, from: known, at: now)
      response = refuseUserCode(refusal, examination)
    } else if isEntered {
      response = beginDecision(
        about: established(examination.device, by: .userCodeKnown), in: session, at: now)
    } else {
      response = userCodePage(examination.parameters[.userCode])
    }
    response.head.headerFields[.setCookie] = cookie
    return Answer(response: response, decision: decision)
  }

  /// Keeps which device it is about and shows the page that comes next: login, or consent where somebody is signed in.
  private mutating func beginDecision(
    about device: DeviceAuthorization, in session: Session, at now: Instant
  ) -> ResponseMessage {
    let form = InteractionForm(handle: random.token(), token: random.token())
    let pending = PendingDevice(
      digest: TokenDigest(form.handle), device: device.digest, session: session.digest,
      formToken: TokenDigest(form.token))
    state.pendingDevices.insert(pending, for: pending.digest, forgetAt: now + ServerLimits.interactionLifetime)
    guard let username = session.resourceOwner else { return deviceLoginPage(device, form: form) }
    return deviceConsentPage(device, form: form, for: username)
  }

  /// Counts wrong codes for the browser they come from, and for all of them. RFC 8628 §5.1.
  private mutating func noteUserCode(_ refusal: Refusal, from session: Session?, at now: Instant) {
    guard case .userCodeUnknown = refusal else { return }
    for target in Set([Guesses.Target.userCode(session?.digest), .userCode(nil)]) {
      countGuess(at: target, at: now)
    }
  }

  /// The form again for what a person can mend, an error page for everything else.
  private func refuseUserCode(_ refusal: Refusal, _ examination: DeviceExamination) -> ResponseMessage {
    let situation = examination.situation(at: .device)
    let wording = wording(of: refusal, in: situation)
    switch refusal {
    case .userCodeMissing, .userCodeThrottled, .userCodeUnknown, .userCodeExpired, .userCodeAlreadyUsed:
      return userCodePage(examination.parameters[.userCode], problem: wording.description).telling(wording)
    default: return refuseBrowser(refusal, in: situation)
    }
  }
}
