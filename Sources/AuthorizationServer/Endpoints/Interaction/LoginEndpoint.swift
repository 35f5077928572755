import HTTPTypes
import OAuth

/// Where the login form goes. RFC 6749 §3.1 leaves to the server how it authenticates the resource owner.
enum LoginEndpoint {
  static let order: [Rule<InteractionExamination>] = [
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

  /// The page itself, where the authorization endpoint sends the browser there.
  static let page: [Rule<InteractionExamination>] = [
    .hostOwn,
    .methodAllowed(.get, .head, .post),
    .sessionPresent,
    .interactionWaiting,
  ]
}

extension AuthorizationServer {
  /// Keeps the request and shows the page that comes next: login, or consent where somebody is signed in.
  ///
  /// - Parameter parameters: what the request said.
  mutating func beginInteraction(
    for authorization: AuthorizationRequest, from request: RequestMessage, saying parameters: Parameters,
    needsSignIn: Bool, at now: Instant
  ) -> ResponseMessage {
    let handle = random.token()
    let known = session(of: request)
    let (session, cookie) = known.map { ($0, nil) } ?? startSession(at: now)
    let formToken = random.token()
    let view = Answers.SignInView(
      target: request.target, parameters: parameters, path: address(of: .authorization), client: authorization.client,
      state: authorization.redirection.state)
    let pending = PendingAuthorization(
      digest: TokenDigest(handle), request: authorization, session: session.digest,
      needsSignIn: needsSignIn, formToken: TokenDigest(formToken), back: profile.dialect.answers.signInReturn?(view))
    state.pendingAuthorizations.insert(
      pending, for: pending.digest, forgetAt: now + ServerLimits.interactionLifetime)
    state.keepClient(authorization.client, until: now + ServerLimits.interactionLifetime)
    let form = InteractionForm(handle: handle, token: formToken)
    var response =
      if let username = session.resourceOwner, !needsSignIn {
        consentPage(pending, form: form, for: username)
      } else {
        signInRedirect(view) ?? loginPage(pending, form: form)
      }
    response.head.headerFields[.setCookie] = cookie
    return response
  }

  /// To the login page, in a server that has it elsewhere; nil in one that shows it at once.
  private func signInRedirect(_ view: Answers.SignInView) -> ResponseMessage? {
    guard let parameters = profile.dialect.answers.signIn?(view) else { return nil }
    return redirect(to: FormEncoding.append(parameters, to: address(of: .login), profile.dialect.style.successQuery))
  }

  /// How the browser is told where to go on this server.
  private func address(of endpoint: Endpoint) -> String {
    profile.dialect.style.loginIsAbsolute ? url(of: endpoint) : path(of: endpoint)
  }

  private func redirect(to location: String) -> ResponseMessage {
    ResponseMessage(status: profile.dialect.style.redirectStatus, fields: pageFields.merging([.location: location]))
  }

  /// The page for the request that waits in this browser, under a new handle.
  private mutating func answerLoginPage(_ request: RequestMessage, at now: Instant) -> Answer {
    var examination = InteractionExamination(request)
    let decision = decide(&examination, by: LoginEndpoint.page, at: .login, now)
    if let refusal = decision.refusal {
      return Answer(response: refuseBrowser(refusal, in: examination.situation(at: .login)), decision: decision)
    }
    let waiting = established(examination.pending, by: .interactionKnown)
    let form = InteractionForm(handle: random.token(), token: random.token())
    let pending = PendingAuthorization(
      digest: TokenDigest(form.handle), request: waiting.request, session: waiting.session,
      needsSignIn: waiting.needsSignIn, formToken: TokenDigest(form.token), back: waiting.back)
    state.pendingAuthorizations.remove(waiting.digest)
    state.pendingAuthorizations.insert(
      pending, for: pending.digest, forgetAt: now + ServerLimits.interactionLifetime)
    return Answer(response: loginPage(pending, form: form), decision: decision)
  }

  mutating func answerLogin(_ request: RequestMessage, at now: Instant) -> Answer {
    if profile.dialect.answers.signIn != nil, request.head.method != .post {
      return answerLoginPage(request, at: now)
    }
    var examination = InteractionExamination(request)
    var decision = decide(&examination, by: LoginEndpoint.order, at: .login, now)
    if let refusal = decision.refusal {
      return Answer(response: refuseLogin(refusal, examination), decision: decision)
    }
    let owner = established(examination.resourceOwner, by: .passwordCorrect)
    excuseGuesses(at: .resourceOwner(TokenDigest(owner.username)))
    let pending = established(examination.pending, by: .interactionKnown)
    state.sessions.remove(pending.session)
    let (session, cookie) = startSession(signedIn: owner, at: now)
    state.pendingAuthorizations.update(pending.digest) {
      $0.session = session.digest
      $0.needsSignIn = false
    }
    decision.changes.append(.sessionStarted(resourceOwner: owner.username))
    if let back = pending.back {
      state.pendingAuthorizations.remove(pending.digest)
      var response = redirect(to: back)
      response.head.headerFields[.setCookie] = cookie
      return Answer(response: response, decision: decision)
    }
    let handle = PercentCoding.encode(examination.parameters[.interaction] ?? "")
    let consent = "\(path(of: .consent))?\(ParameterName.interaction)=\(handle)"
    return Answer(response: .seeOther(consent, fields: pageFields.merging([.setCookie: cookie])), decision: decision)
  }

  /// A wrong password gets the form again; everything else an error page.
  private mutating func refuseLogin(_ refusal: Refusal, _ examination: InteractionExamination) -> ResponseMessage {
    let situation = examination.situation(at: .login)
    let wording = wording(of: refusal, in: situation)
    guard [.passwordWrong, .passwordThrottled].contains(refusal.kind), let pending = examination.pending,
      let handle = examination.parameters[.interaction]
    else { return refuseBrowser(refusal, in: situation) }
    let form = InteractionForm(handle: handle, token: random.token())
    state.pendingAuthorizations.update(pending.digest) { $0.formToken = TokenDigest(form.token) }
    return loginPage(pending, form: form, problem: Self.credentialsWrong).telling(wording)
  }
}
