import HTTPTypes
import OAuth

/// Where some servers sign a browser out, and end a token that comes along; some ask for that token first.
enum EndSessionEndpoint {
  static let order: [Rule<ResourceExamination>] = [.hostOwn]
}

extension AuthorizationServer {
  mutating func answerEndSession(_ request: RequestMessage, at now: Instant) -> Answer {
    var examination = ResourceExamination(request)
    var decision = decide(&examination, by: rules.endSession, at: .endSession, now)
    if let refusal = decision.refusal {
      return Answer(response: refuse(refusal, in: examination.situation(at: .endSession)), decision: decision)
    }
    if let session = session(of: request) { state.sessions.remove(session.digest) }
    if let token = examination.token ?? tokenAlong(request) {
      decision.changes.append(revoke(token, .revokedByClient, at: now))
    }
    return Answer(response: grant(profile.dialect.answers.sessionEnded, at: .endSession), decision: decision)
  }

  /// The token in the query or body of a request that was asked for none.
  private func tokenAlong(_ request: RequestMessage) -> AccessToken? {
    let sent = Parameters(LenientForm.parse(request.query).elements + request.bodyFields(policy).elements)
    guard let value = sent.values(of: .accessToken).last, case .access(let token)? = managedToken(value) else {
      return nil
    }
    return token
  }
}
