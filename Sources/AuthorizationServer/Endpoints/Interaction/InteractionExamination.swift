import HTTPTypes
import OAuth

/// A request of a page on which somebody signs in or decides.
protocol BrowserExamination: ParameterExamination {
  var session: Session? { get set }
  var resourceOwner: ResourceOwner? { get set }
  /// The token of the form sent last, once the interaction is known.
  var expectedFormToken: TokenDigest? { get }
  /// What the decision is about, once the interaction is known.
  var scopeAsked: Scope? { get }
  var granted: Scope? { get set }
}

extension BrowserExamination {
  static var isOwnForm: Bool { true }
}

/// A request of the login or consent page under examination.
struct InteractionExamination: BrowserExamination {
  let request: RequestMessage
  var parameters = Parameters()
  var session: Session?
  var pending: PendingAuthorization?
  var resourceOwner: ResourceOwner?
  var granted: Scope?

  init(_ request: RequestMessage) {
    self.request = request
  }

  /// `scope` occurs once per box.
  static let definedParameters: Set<ParameterName> = [.interaction, .formToken, .username, .password, .decision]

  var expectedFormToken: TokenDigest? { pending?.formToken }
  var scopeAsked: Scope? { pending?.request.scope }
}

extension Rule where Subject: BrowserExamination {
  /// RFC 6749 §10.12: without a cookie that only this browser has, anybody could have sent the form.
  static var sessionPresent: Rule {
    Rule(.sessionPresent) { examination, circumstances throws(Refusal) in
      guard let session = circumstances.server.session(of: examination.request) else { throw .sessionMissing }
      examination.session = session
      return .found("session \(session.digest.beginning)…")
    }
  }
}

extension Rule where Subject == InteractionExamination {
  /// RFC 6749 §10.12: the request was examined and kept here; the page only names it.
  static var interactionKnown: Rule {
    Rule(.interactionKnown) { examination, circumstances throws(Refusal) in
      guard let handle = examination.parameters[.interaction],
        let pending = circumstances.server.state.pendingAuthorizations[TokenDigest(handle)]
      else { throw .interactionUnknown }
      guard pending.session == established(examination.session, by: .sessionPresent).digest else {
        throw .interactionOfAnotherSession
      }
      examination.pending = pending
      return .found("the authorization request of \(pending.request.client)")
    }
  }

  /// The request of this browser that came last.
  static var interactionWaiting: Rule {
    Rule(.interactionKnown) { examination, circumstances throws(Refusal) in
      let session = established(examination.session, by: .sessionPresent).digest
      let newest = circumstances.server.state.pendingAuthorizations.newest(
        ServerLimits.inventory, at: circumstances.now)
      guard let pending = newest.map(\.value).first(where: { $0.session == session }) else {
        throw .interactionUnknown
      }
      examination.pending = pending
      return .found("the authorization request of \(pending.request.client)")
    }
  }

  /// A request that asks for a new sign-in is not decided in the name of whoever sat here before.
  /// OpenID Connect Core §3.1.2.3.
  static var signInFresh: Rule {
    Rule(.signInFresh) { examination, _ throws(Refusal) in
      guard !established(examination.pending, by: .interactionKnown).needsSignIn else { throw .signInStale }
      return .found("it was, or none was asked for")
    }
  }

  /// A client that names somebody must not get somebody else. OpenID Connect Core §3.1.2.2.
  static var hintedOwnerSignedIn: Rule {
    Rule(.hintedOwnerSignedIn) { examination, circumstances throws(Refusal) in
      let owner = established(examination.resourceOwner, by: .resourceOwnerSignedIn)
      let request = established(examination.pending, by: .interactionKnown).request.authentication
      guard circumstances.server.isHinted(owner.username, by: request) else {
        throw .hintedOwnerNotSignedIn(username: owner.username)
      }
      return .found(request.hintedSubject == nil ? "no hint" : "\(owner.username)")
    }
  }
}

extension Rule where Subject: BrowserExamination {
  /// RFC 6749 §10.12: a form works once, and only for the browser it was sent to.
  static var formTokenValid: Rule {
    Rule(.formTokenValid) { examination, _ throws(Refusal) in
      let expected = established(examination.expectedFormToken, by: .interactionKnown)
      guard let token = examination.parameters[.formToken], TokenDigest(token) == expected else {
        throw .formTokenInvalid
      }
      return .found("the form sent last")
    }
  }

  /// RFC 6749 §3.1. An unknown name takes as long as a wrong password and is told the same.
  static var passwordCorrect: Rule {
    Rule(.passwordCorrect) { examination, circumstances throws(Refusal) in
      let owner = try circumstances.server.resourceOwner(signingInBy: examination.parameters)
      examination.resourceOwner = owner
      return .found("\(owner.username)")
    }
  }

  /// RFC 6749 §3.1: nothing is decided in nobody's name.
  static var resourceOwnerSignedIn: Rule {
    Rule(.resourceOwnerSignedIn) { examination, circumstances throws(Refusal) in
      guard let username = established(examination.session, by: .sessionPresent).resourceOwner,
        let owner = circumstances.server.directory.resourceOwner(username)
      else { throw .resourceOwnerNotSignedIn }
      examination.resourceOwner = owner
      return .found("\(owner.username)")
    }
  }

  /// RFC 6749 §4.1 (C).
  static var decisionPresent: Rule {
    Rule(.decisionPresent) { examination, _ throws(Refusal) in
      let sent = examination.parameters
      guard let decision = sent.decision else { throw .decisionMissing(sent[.decision]) }
      return .found("\(decision.rawValue)")
    }
  }

  /// RFC 6749 §4.1.2.1.
  static var resourceOwnerAllowed: Rule {
    Rule(.resourceOwnerAllowed) { examination, _ throws(Refusal) in
      let owner = established(examination.resourceOwner, by: .resourceOwnerSignedIn)
      guard examination.parameters.decision == .allow else { throw .resourceOwnerDenied(username: owner.username) }
      return .found("allow, by \(owner.username)")
    }
  }

  /// Only what was asked for can be granted. RFC 6749 §3.3.
  static var scopeGranted: Rule {
    Rule(.scopeGranted) { examination, _ throws(Refusal) in
      let asked = established(examination.scopeAsked, by: .interactionKnown)
      let ticked = Scope(examination.parameters.values(of: .scope))
      let granted = asked.intersection(ticked)
      guard !granted.isEmpty else { throw .scopeEmptied(asked: asked) }
      examination.granted = granted
      return Finding(expected: "\(asked)", found: "\(granted)")
    }
  }
}

extension AuthorizationServer {
  /// Whose username and password these are.
  func resourceOwner(signingInBy parameters: Parameters) throws(Refusal) -> ResourceOwner {
    let username = parameters[.username] ?? ""
    let owner = directory.resourceOwner(username)
    let right = constantTimeEqual((parameters[.password] ?? "").utf8, (owner?.password ?? "\0").utf8)
    guard let owner, right else {
      let guesses = state.guesses[.resourceOwner(TokenDigest(username))] ?? Guesses()
      if guesses.areTooMany { throw .passwordThrottled(username: username, failures: guesses.count) }
      throw .passwordWrong(username: username)
    }
    return owner
  }
}
