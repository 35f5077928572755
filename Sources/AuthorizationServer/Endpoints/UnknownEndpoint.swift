import OAuth

/// Where a request ends whose path is no endpoint.
enum UnknownEndpoint {
  static let order: [Rule<HeadExamination>] = [.hostOwn, .endpointKnown]
}

extension Rule where Subject == HeadExamination {
  /// RFC 6749 §3: the client must know where the endpoints are.
  static var endpointKnown: Rule {
    Rule(.endpointKnown) { examination, _ throws(Refusal) in
      throw .endpointUnknown(path: examination.request.path)
    }
  }
}

extension AuthorizationServer {
  /// The page lists the endpoints that there are, but not to a page of another site.
  func answerUnknownPath(_ request: RequestMessage, at now: Instant) -> Answer {
    var examination = HeadExamination(request: request)
    let decision = decide(&examination, by: UnknownEndpoint.order, at: nil, now)
    let refusal = established(decision.refusal, by: .endpointKnown)
    return Answer(response: refuseBrowser(refusal, in: examination.situation(at: nil)), decision: decision)
  }
}
