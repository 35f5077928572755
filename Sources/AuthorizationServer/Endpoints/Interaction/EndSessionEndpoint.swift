import HTTPTypes
import OAuth

/// Where some servers sign a browser out, and end a token that comes along.
enum EndSessionEndpoint {
  static let order: [Rule<HeadExamination>] = [.hostOwn]
}

extension AuthorizationServer {
  mutating func answerEndSession(_ request: RequestMessage, at now: Instant) -> Answer {
    var examination = HeadExamination(request: request)
    var decision = decide(&examination, by: EndSessionEndpoint.order, at: .endSession, now)
    if let refusal = decision.refusal {
      return Answer(response: refuse(refusal, in: examination.situation(at: .endSession)), decision: decision)
    }
    if let session = session(of: request) { state.sessions.remove(session.digest) }
    let sent = LenientForm.parse(request.query).elements + request.bodyFields(policy).elements
    if let value = Parameters(sent).values(of: .accessToken).last, case .access(let token)? = managedToken(value) {
      decision.changes.append(revoke(token, .revokedByClient, at: now))
    }
    return Answer(response: grant(profile.dialect.answers.sessionEnded, at: .endSession), decision: decision)
  }
}
