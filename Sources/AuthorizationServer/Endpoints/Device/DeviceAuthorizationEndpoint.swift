import HTTPTypes
import OAuth

/// The device authorization endpoint. RFC 8628 §3.1.
enum DeviceAuthorizationEndpoint {
  /// The client as at the token endpoint.
  static let order: [Rule<TokenExamination>] =
    [.hostOwn, .methodAllowed(.post), .mediaTypeForm]
    + TokenExamination.clientAuthentication
    + [
      .grantTypeAllowed,
      .scopeWellFormed,
      .scopeAllowed,
      .roomLeft(ServerLimits.deviceAuthorizations) { $0.userCodes.count },
    ]

  static let audience: [Rule<TokenExamination>] = [.resourceWellFormed]
}

extension AuthorizationServer {
  mutating func answerDeviceAuthorization(_ request: RequestMessage, at now: Instant) -> Answer {
    var examination = TokenExamination(request)
    examination.grantType = .deviceCode
    var report = ServerReport()
    report.examine(&examination, by: DeviceAuthorizationEndpoint.order, in: Circumstances(server: self, now: now))
    if examination.namesResources {
      report.examine(&examination, by: DeviceAuthorizationEndpoint.audience, in: Circumstances(server: self, now: now))
    }
    excuseGuesses(at: examination.proven.map(Guesses.Target.client))
    var decision = Decision(endpoint: .deviceAuthorization, report: report)
    if let refusal = report.refusal {
      return Answer(
        response: refuse(refusal, in: examination.situation(at: .deviceAuthorization)), decision: decision)
    }
    let code = random.token()
    let device = keepDevice(examination, code: code, at: now)
    decision.changes.append(.deviceCodeIssued(device.digest.beginning, lifetime: device.lifetime))
    if let username = approvesAs {
      allow(device, by: SignIn(username: username, at: now), scope: device.scope, at: now, recording: &decision)
    }
    return Answer(response: grant(response(to: device, code: code), at: .deviceAuthorization), decision: decision)
  }

  /// The device waits from now on, and is found by either of its codes.
  private mutating func keepDevice(
    _ examination: TokenExamination, code: String, at now: Instant
  ) -> DeviceAuthorization {
    let device = DeviceAuthorization(
      digest: TokenDigest(code), userCode: drawUserCode(),
      client: established(examination.client, by: .clientKnown).identifier,
      scope: established(examination.scope, by: .scopeAllowed), resources: examination.resources, issuedAt: now,
      lifetime: policy.deviceCodeLifetime, interval: policy.deviceInterval)
    state.deviceAuthorizations.insert(
      device, for: device.digest, forgetAt: device.expiresAt + ServerLimits.deviceMemory)
    state.userCodes.insert(
      device.digest, for: device.userCode, forgetAt: device.expiresAt + ServerLimits.userCodeMemory)
    state.keepClient(device.client, until: device.expiresAt)
    return device
  }

  /// RFC 8628 §3.2.
  private func response(to device: DeviceAuthorization, code: String) -> JSON {
    let page = url(of: .device)
    return .object([
      .init(ParameterName.deviceCode.text, .string(code)),
      .init(ParameterName.userCode.text, .string(device.userCode.description)),
      .init(ParameterName.verificationURI.text, .string(page)),
      .init(
        ParameterName.verificationURIComplete.text,
        .string("\(page)?\(ParameterName.userCode)=\(device.userCode.description)")),
      .init(ParameterName.expiresIn.text, .integer(device.lifetime.components.seconds)),
      .init(ParameterName.interval.text, .integer(device.interval.components.seconds)),
    ])
  }

  /// A code that no other device shows.
  private mutating func drawUserCode() -> UserCode {
    var code = UserCode(from: &random)
    while state.userCodes[code] != nil { code = UserCode(from: &random) }
    return code
  }

  /// The decision for a device: its grant begins here, its tokens when the device asks next.
  mutating func allow(
    _ device: DeviceAuthorization, by signIn: SignIn, scope: Scope, at now: Instant,
    recording decision: inout Decision
  ) {
    let grant = state.makeGrant(
      client: device.client, resourceOwner: signIn.username, scope: scope,
      forgetAt: device.expiresAt + ServerLimits.memory)
    state.grants.update(grant) {
      $0.authenticatedAt = signIn.at
      $0.resources = device.resources
    }
    state.deviceAuthorizations.update(device.digest) {
      $0.decision = .allowed(grant, resourceOwner: signIn.username, scope: scope)
    }
    decision.changes.append(.deviceAuthorizationAllowed(device.client, resourceOwner: signIn.username))
  }

  /// RFC 8628 §3.5.
  mutating func redeemDeviceCode(
    _ examination: TokenExamination, at now: Instant, recording decision: inout Decision
  ) -> TokenResponse {
    let device = established(examination.device, by: .deviceCodeKnown)
    guard case .allowed(let number, let username, let scope) = device.decision else {
      preconditionFailure("tokens for a device need a decision, which deviceAllowed establishes")
    }
    state.deviceAuthorizations.update(device.digest) { $0.redeemedAt = now }
    decision.changes.append(.deviceCodeRedeemed(device.digest.beginning))
    let grant = TokenGrant(number: number, client: device.client, resourceOwner: username, scope: scope)
    return issueTokens(
      grant, scope: scope, for: resources(examination, of: number), at: now, recording: &decision)
  }

  /// A device that asks too soon must wait five seconds longer, for good. RFC 8628 §3.5.
  mutating func notePoll(
    _ refusal: Refusal, _ examination: TokenExamination, at now: Instant, recording decision: inout Decision
  ) {
    guard let device = examination.device else { return }
    var interval = device.interval
    if case .devicePolledTooSoon = refusal {
      interval += .seconds(5)
      decision.changes.append(.deviceIntervalRaised(to: interval))
    }
    state.deviceAuthorizations.update(device.digest) {
      $0.polledAt = now
      $0.interval = interval
    }
  }
}
