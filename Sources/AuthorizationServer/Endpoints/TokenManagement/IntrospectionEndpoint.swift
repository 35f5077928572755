import HTTPTypes
import OAuth

/// Token introspection. RFC 7662.
enum IntrospectionEndpoint {
  static let caller: [Rule<TokenManagementExamination>] =
    TokenManagementExamination.caller + [.callerAllowed, .tokenPresent]

  /// What makes a token active. Whoever asks is only told that one of these failed, not which. RFC 7662 §2.2.
  static let token: [Rule<TokenManagementExamination>] = [
    .tokenKnown,
    .tokenMeantForCaller,
    .resourceOwnerKnown,
    .tokenNotRevoked,
    .tokenNotExpired,
  ]
}

extension Rule where Subject == TokenManagementExamination {
  /// Whoever could ask without proving who they are could guess until a token is active. RFC 7662 §2.1.
  static var callerAllowed: Rule {
    Rule(.callerAllowed) { examination, _ throws(Refusal) in
      let client = established(examination.client, by: .clientKnown)
      guard client.type != .public else { throw .callerNotAllowed(client.identifier) }
      return .found("\(client.type.rawValue) \(client.identifier)")
    }
  }

  /// RFC 7662 §2.2. The hint does not narrow the search: RFC 7662 §2.1.
  static var tokenKnown: Rule {
    Rule(.tokenKnown) { examination, circumstances throws(Refusal) in
      let value = established(examination.parameters[.token], by: .tokenPresent)
      guard let token = circumstances.server.managedToken(value) else { throw .tokenUnknown(value) }
      examination.token = token
      return .found("issued to \(token.client)")
    }
  }

  /// A resource server learns about access tokens for its audience, a client about its own. RFC 7662 §2.2.
  static var tokenMeantForCaller: Rule {
    Rule(.tokenMeantForCaller) { examination, circumstances throws(Refusal) in
      let caller = established(examination.client, by: .clientKnown)
      let token = established(examination.token, by: .tokenKnown)
      let isMeant: Bool
      switch (caller.type, token) {
      case (.resourceServer, .access(let token)): isMeant = circumstances.server.isMeant(token, for: caller)
      case (.resourceServer, .refresh): isMeant = false
      case (.confidential, _), (.public, _): isMeant = token.client == caller.identifier
      }
      guard isMeant else { throw .tokenNotMeantForCaller(caller.identifier) }
      return .found("\(caller.identifier)")
    }
  }

  /// As at the protected resource. RFC 7662 §4.
  static var resourceOwnerKnown: Rule {
    Rule(.resourceOwnerKnown) { examination, circumstances throws(Refusal) in
      try circumstances.server.findResourceOwner(of: established(examination.token, by: .tokenKnown).resourceOwner)
    }
  }

  /// A refresh token that was replaced no longer stands either. RFC 7662 §4.
  static var tokenNotRevoked: Rule {
    Rule(.tokenNotRevoked) { examination, circumstances throws(Refusal) in
      let revocation =
        switch established(examination.token, by: .tokenKnown) {
        case .access(let token): circumstances.server.revocation(of: token)
        case .refresh(let token): circumstances.server.revocation(of: token, at: circumstances.now)
        }
      if let revocation { throw .tokenRevoked(revocation.reason, ago: circumstances.now - revocation.at) }
      return .found("stands")
    }
  }

  /// RFC 7662 §4.
  static var tokenNotExpired: Rule {
    Rule(.tokenNotExpired) { examination, circumstances throws(Refusal) in
      let token = established(examination.token, by: .tokenKnown)
      return try circumstances.unexpired(token, else: Refusal.tokenExpired)
    }
  }
}

extension AuthorizationServer {
  /// Whom access tokens are for, where no resource was named. RFC 9068 §3.
  var audience: String { issuer.text }

  /// Whether a token is for a resource server: one without an audience of its own stands for our protected resource.
  fileprivate func isMeant(_ token: AccessToken, for caller: RegisteredClient) -> Bool {
    guard let audience = caller.audience, !isOurs(audience) else { return isMeantForUs(token.resources) }
    return token.resources.contains { $0.text.hasSameOctets(as: audience) }
  }

  mutating func answerIntrospection(_ request: RequestMessage, at now: Instant) -> Answer {
    var examination = TokenManagementExamination(request)
    var report = ServerReport()
    report.examine(&examination, by: rules.introspection, in: Circumstances(server: self, now: now))
    let isAnswered = report.refusal == nil
    report.examine(&examination, by: IntrospectionEndpoint.token, in: Circumstances(server: self, now: now))
    excuseGuesses(at: examination.proven.map(Guesses.Target.client))
    let decision = Decision(endpoint: .introspection, report: report)
    guard let refusal = report.refusal else {
      let token = established(examination.token, by: .tokenKnown)
      return Answer(response: grant(introspection(of: token), at: .introspection), decision: decision)
    }
    let response =
      isAnswered
      ? grant(["active": false], at: .introspection)
      : refuse(refusal, in: examination.situation(at: .introspection))
    return Answer(response: response, decision: decision)
  }

  /// RFC 7662 §2.2.
  private func introspection(of token: ManagedToken) -> JSON {
    let (scope, resources, isBearer) =
      switch token {
      case .access(let token): (token.scope, token.resources, true)
      case .refresh(let token): (token.scope, self.resources(of: token.grant), false)
      }
    var members: [JSON.Member] = [
      .init("active", true), .init("scope", .string(scope.description)),
      .init("client_id", .string(token.client.text)),
    ]
    if let owner = token.resourceOwner { members.append(.init("username", .string(owner))) }
    if isBearer { members.append(.init("token_type", "Bearer")) }
    let subject = token.resourceOwner.flatMap(directory.resourceOwner)?.subject ?? directory.subject(of: token.client)
    return .object(
      members + [
        .init("exp", .integer(token.expiresAt.secondsSince1970)),
        .init("iat", .integer(token.issuedAt.secondsSince1970)),
        .init("sub", .string(subject)), .init("aud", audience(of: resources)), .init("iss", .string(issuer.text)),
      ])
  }
}
