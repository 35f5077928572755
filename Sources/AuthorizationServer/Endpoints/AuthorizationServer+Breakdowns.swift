import OAuth

/// Answers of a server that cannot do what it should.
extension AuthorizationServer {
  /// A server that is switched off examines nothing else.
  func answerSwitchedOff(_ request: RequestMessage) -> Answer {
    let report = ServerReport().interrupted(before: 0, at: .serverEnabled, by: .serverSwitchedOff)
    let endpoint = endpoint(of: request)
    return Answer(
      response: unavailable(.serverSwitchedOff, at: endpoint, request),
      decision: Decision(endpoint: endpoint, report: report))
  }

  /// Answers as ever, unless the answer needs a part that is to fail now. The state is a value: what could not be kept
  /// has not happened.
  mutating func answerBreakingDown(_ request: RequestMessage, at now: Instant) -> Answer {
    var attempt = self
    let answer = attempt.answer(request, at: now)
    if breakdowns[.clientLookup] > 0, let lookup = answer.decision.report.results.firstIndex(where: \.isClientLookup) {
      breakdowns[.clientLookup] -= 1
      return fail(request, answer, before: lookup, .clientLookupFailed, redirection: nil)
    }
    if breakdowns[.store] > 0, answer.changesState {
      breakdowns[.store] -= 1
      let end = answer.decision.report.results.count
      return fail(request, answer, before: end, .storeFailed, redirection: answer.redirection)
    }
    self = attempt
    return answer
  }

  private func fail(
    _ request: RequestMessage, _ answer: Answer, before index: Int, _ refusal: Refusal, redirection: Redirection?
  ) -> Answer {
    let endpoint = answer.decision.endpoint
    let report = answer.decision.report.interrupted(before: index, at: .storeAvailable, by: refusal)
    // A status cannot be seen by the client through a redirect. RFC 6749 §4.1.2.1.
    let response =
      redirection.map { respond(error: ErrorResponse(code: .serverError), to: $0) }
      ?? unavailable(refusal, at: endpoint, request)
    return Answer(response: response, decision: Decision(endpoint: endpoint, report: report))
  }

  private func unavailable(
    _ refusal: Refusal, at endpoint: Endpoint?, _ request: RequestMessage
  ) -> ResponseMessage {
    let situation = Situation(endpoint: endpoint, request: request)
    switch endpoint {
    case .authorization, .login, .consent, .device, .deviceLogin, .deviceConsent, nil:
      return refuseBrowser(refusal, in: situation)
    default: return refuse(refusal, in: situation)
    }
  }
}

extension CheckResult<Check> {
  fileprivate var isClientLookup: Bool {
    outcome != .notReached && (check == .clientRegistered || check == .clientKnown)
  }
}

extension Answer {
  /// Whether something was written down that the next request depends on.
  fileprivate var changesState: Bool {
    decision.outcome == .passed && !AuthorizationServer.isQuestion(to: decision.endpoint)
  }
}
