import HTTPTypes
import OAuth

/// The pushed authorization request endpoint. RFC 9126 §2.
enum PushedRequestEndpoint {
  /// The client as at the token endpoint, the request as at the authorization endpoint: what passes here passes there.
  static let order: [Rule<AuthorizationExamination>] =
    [.hostOwn, .methodAllowed(.post), .mediaTypeForm]
    + AuthorizationExamination.clientAuthentication
    + [
      .requestURINotPushed,
      .redirectionURIPresent,
      .redirectionURIWellFormed,
      .redirectionURIRegistered,
      .responseModeSupported,
    ]
    + AuthorizationEndpoint.whatIsAsked
    + [.roomLeft(ServerLimits.pushedRequests) { $0.pushedRequests.count }]
}

extension AuthorizationServer {
  /// Keeps the request and gives it a name. Every refusal is JSON:
  /// there is no browser to redirect. RFC 9126 §2.2, §2.3.
  mutating func answerPushedRequest(_ request: RequestMessage, at now: Instant) -> Answer {
    var examination = AuthorizationExamination(request)
    var report = ServerReport()
    report.examine(&examination, by: PushedRequestEndpoint.order, in: Circumstances(server: self, now: now))
    if examination.namesResources {
      report.examine(&examination, by: AuthorizationEndpoint.audience, in: Circumstances(server: self, now: now))
    }
    excuseGuesses(at: examination.proven.map(Guesses.Target.client))
    var decision = Decision(endpoint: .pushedAuthorizationRequest, report: report)
    if let refusal = report.refusal {
      return Answer(
        response: refuse(refusal, in: examination.situation(at: .pushedAuthorizationRequest)), decision: decision)
    }
    let uri = PushedRequest.prefix + random.token()
    let pushed = PushedRequest(
      digest: TokenDigest(uri), client: established(examination.client, by: .clientKnown).identifier,
      parameters: examination.parameters.removing(.clientSecret), issuedAt: now, lifetime: policy.pushedRequestLifetime)
    state.pushedRequests.insert(
      pushed, for: pushed.digest, forgetAt: pushed.expiresAt + ServerLimits.pushedRequestMemory)
    state.keepClient(pushed.client, until: pushed.expiresAt)
    decision.changes.append(.authorizationRequestPushed(pushed.client, lifetime: pushed.lifetime))
    let body: JSON = .object([
      .init(ParameterName.requestURI.text, .string(uri)),
      .init(ParameterName.expiresIn.text, .integer(pushed.lifetime.components.seconds)),
    ])
    return Answer(response: grant(body, at: .pushedAuthorizationRequest, status: .created), decision: decision)
  }

  /// One request, one interaction. RFC 9126 §7.3.
  mutating func useUp(_ pushed: PushedRequest?, at now: Instant, recording decision: inout Decision) {
    guard let pushed else { return }
    state.pushedRequests.update(pushed.digest) { $0.usedAt = now }
    decision.changes.append(.pushedRequestUsed(pushed.client))
  }
}
