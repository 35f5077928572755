import OAuth

/// Who is signed in, and since when.
struct SignIn: Equatable {
  let username: String
  let at: Instant
}

/// What the request says about the sign-in. OpenID Connect Core §3.1.2.1.
/// Without OpenID Connect these parameters are unknown ones.
extension Rule where Subject == AuthorizationExamination {
  /// `none` contradicts every other word. OpenID Connect Core §3.1.2.1.
  static var promptUnderstood: Rule {
    Rule(.promptUnderstood) { examination, circumstances throws(Refusal) in
      guard circumstances.policy.promptReading == .openID else {
        let sent = examination.parameters[.prompt]
        let read = sent.flatMap(Prompt.init).flatMap { [.none, .login].contains($0) ? $0 : nil }
        examination.authentication.prompt = read.map { [$0] } ?? []
        return .found(sent.map { "\($0)" } ?? "not sent")
      }
      guard let sent = examination.openIDParameter(.prompt, circumstances) else { return .found("not sent") }
      for word in sent.split(separator: " ") {
        if let prompt = Prompt(rawValue: String(word)) {
          examination.authentication.prompt.insert(prompt)
        } else if word == "allow" && circumstances.policy.consent == .promptAllow {
          examination.authentication.saysAllowed = true
        } else if circumstances.policy.unknownPrompt == .refuse {
          throw .promptUnknown(String(word))
        }
      }
      let prompt = examination.authentication.prompt
      guard !prompt.contains(.none) || prompt.count == 1 || circumstances.policy.unknownPrompt == .ignore else {
        throw .promptContradictory(sent)
      }
      return .found("\(sent)")
    }
  }

  /// Digits only. OpenID Connect Core §3.1.2.1.
  static var maxAgeWellFormed: Rule {
    Rule(.maxAgeWellFormed) { examination, circumstances throws(Refusal) in
      guard let sent = examination.openIDParameter(.maxAge, circumstances) else { return .found("not sent") }
      guard let seconds = sent.asciiNumber else { throw .maxAgeMalformed(sent) }
      // Nobody has been signed in for so long.
      examination.authentication.maxAge = .seconds(min(seconds, Int(Int32.max)))
      return .found("\(seconds) s")
    }
  }

  /// Goes into the ID token unchanged. OpenID Connect Core §3.1.2.1, §15.5.2; the length is decision D23.
  static var nonceAcceptable: Rule {
    Rule(.nonceAcceptable) { examination, circumstances throws(Refusal) in
      guard let sent = examination.openIDParameter(.nonce, circumstances) else {
        return .found("none; recommended against code injection")
      }
      guard sent.utf8.count <= ServerLimits.nonceOctets else { throw .nonceTooLong(sent.utf8.count) }
      examination.authentication.nonce = sent
      let reuse = circumstances.reuse(of: sent, by: examination.client)
      return reuse.map { .noted("\(sent); \($0)") } ?? .found("\(sent)")
    }
  }

  /// Ours, even if it has long expired, and whomever it was issued to. OpenID Connect Core §3.1.2.1, §3.1.2.2.
  static var idTokenHintValid: Rule {
    Rule(.idTokenHintValid) { examination, circumstances throws(Refusal) in
      guard let sent = examination.openIDParameter(.idTokenHint, circumstances) else { return .found("not sent") }
      guard let token = JSONWebSignature(parsing: sent), let claims = token.claims else {
        throw .idTokenHintInvalid(.unreadable)
      }
      if let fault = token.fault(against: circumstances.server.signingKeys.known) {
        throw .idTokenHintInvalid(.signature(fault))
      }
      if let type = token.type, type != "jwt" { throw .idTokenHintInvalid(.type(type)) }
      let issuer = claims["iss"]?.string ?? ""
      guard issuer.hasSameOctets(as: circumstances.server.issuer.text) else {
        throw .idTokenHintInvalid(.issuer(issuer))
      }
      guard let subject = claims["sub"]?.string else { throw .idTokenHintInvalid(.noSubject) }
      examination.authentication.hintedSubject = subject
      return .found("issued here, about \(subject)")
    }
  }
}

/// What the person at the browser must still be asked. With `prompt=none` nothing may be. OpenID Connect
/// Core §3.1.2.3, §3.1.2.4.
extension Rule where Subject == AuthorizationExamination {
  /// OpenID Connect Core §3.1.2.3.
  static var signInSufficient: Rule {
    Rule(.signInSufficient) { examination, circumstances throws(Refusal) in
      let server = circumstances.server
      if let username = server.approvesAs {
        examination.signIn = SignIn(username: username, at: circumstances.now)
        return .found("approved as \(username)")
      }
      let signIn = server.signIn(of: examination.request)
      if let reason = server.reason(toSignIn: examination.authentication, despite: signIn, at: circumstances.now) {
        guard circumstances.policy.promptReading != .openID || !examination.authentication.prompt.contains(.none)
        else { throw .signInRequired(reason) }
        return .found("the login page follows: \(reason.sentence)")
      }
      examination.signIn = signIn
      return .found("\(signIn?.username ?? "")")
    }
  }

  /// OpenID Connect Core §3.1.2.4; RFC 6749 §10.2: nobody is believed to be a public client.
  static var consentSufficient: Rule {
    Rule(.consentSufficient) { examination, circumstances throws(Refusal) in
      guard let signIn = examination.signIn else { return .found("nobody to ask yet") }
      if circumstances.policy.promptReading == .noneRefuses, examination.authentication.prompt.contains(.none) {
        let asked = examination.validated.scope
        throw .consentRequired(asked, missing: asked)
      }
      guard circumstances.server.approvesAs == nil else {
        examination.isAllowed = true
        return .found("approved as \(signIn.username)")
      }
      let request = examination.validated
      if circumstances.server.isConsentNeedless(request, of: signIn.username) {
        examination.isAllowed = true
        return .found("not asked again, by policy")
      }
      guard request.authentication.prompt.contains(.none) else { return .found("the consent page follows") }
      let missing = circumstances.server.scopeNotAllowedYet(request, by: signIn.username)
      guard missing.isEmpty else { throw .consentRequired(request.scopeWithoutAsking, missing: missing) }
      examination.isAllowed = true
      return .found("allowed before: \(request.scopeWithoutAsking)")
    }
  }
}

extension AuthorizationExamination {
  fileprivate func openIDParameter(_ name: ParameterName, _ circumstances: Circumstances) -> String? {
    circumstances.policy.openIDConnect ? parameters[name] : nil
  }
}

extension AuthorizationRequest {
  /// What may be granted without a page: access while the resource owner is away needs a decision.
  /// OpenID Connect Core §11.
  var scopeWithoutAsking: Scope {
    authentication.prompt.contains(.none) ? scope.subtracting("offline_access") : scope
  }
}

extension AuthorizationServer {
  /// Who is signed in at this browser.
  func signIn(of request: RequestMessage) -> SignIn? {
    guard let session = session(of: request), let username = session.resourceOwner,
      directory.resourceOwner(username) != nil, let at = session.authenticatedAt
    else { return nil }
    return SignIn(username: username, at: at)
  }

  /// Why the session is not enough for a request; nil where it is. OpenID Connect Core §3.1.2.1, §3.1.2.3.
  fileprivate func reason(
    toSignIn request: AuthenticationRequest, despite signIn: SignIn?, at now: Instant
  ) -> SignInReason? {
    guard let signIn else { return .nobodySignedIn }
    for prompt in [Prompt.login, .selectAccount] where request.prompt.contains(prompt) { return .asked(prompt) }
    let age = now - signIn.at
    if let maxAge = request.maxAge, maxAge == .zero || age > maxAge { return .tooLongAgo(age, allowed: maxAge) }
    return isHinted(signIn.username, by: request) ? nil : .anotherHinted(signedIn: signIn.username)
  }

  /// Whether a resource owner is the one that the hint names, or there is no hint. OpenID Connect Core §3.1.2.2.
  func isHinted(_ username: String, by request: AuthenticationRequest) -> Bool {
    guard let subject = request.hintedSubject else { return true }
    return directory.resourceOwner(username)?.subject.hasSameOctets(as: subject) == true
  }

  /// What of a request was never allowed. Of a public client nothing counts as allowed for good, since anybody can send
  /// a request in its name. RFC 6749 §10.2, RFC 8252 §8.6.
  fileprivate func scopeNotAllowedYet(_ request: AuthorizationRequest, by username: String) -> Scope {
    let asked = request.scopeWithoutAsking
    guard client(request.client)?.type == .confidential else { return asked }
    return asked.subtracting(state.consent(of: username, to: request.client, at: request.resources))
  }
}
