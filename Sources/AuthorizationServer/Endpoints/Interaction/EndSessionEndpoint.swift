import HTTPTypes
import OAuth

/// Where some servers sign a browser out, and end a token that comes along.
enum EndSessionEndpoint {
  static let order: [Rule<MetadataExamination>] = [.hostOwn]
}

extension AuthorizationServer {
  mutating func answerEndSession(_ request: RequestMessage, at now: Instant) -> Answer {
    var examination = MetadataExamination(request: request)
    var report = ServerReport()
    report.examine(&examination, by: EndSessionEndpoint.order, in: Circumstances(server: self, now: now))
    var decision = Decision(endpoint: .endSession, report: report)
    if let refusal = report.refusal {
      return Answer(response: refuse(refusal, in: examination.situation(at: .endSession)), decision: decision)
    }
    if let session = session(of: request) { state.sessions.remove(session.digest) }
    let sent = LenientForm.parse(request.query).elements + request.bodyFields(policy).elements
    if let value = Parameters(sent).values(of: .accessToken).last, case .access(let token)? = managedToken(value) {
      state.accessTokens.update(token.digest) {
        $0.revocation = $0.revocation ?? Revocation(reason: .revokedByClient, at: now, reachesAccessTokens: true)
      }
      decision.changes.append(.accessTokenRevoked(token.digest.beginning))
    }
    return Answer(response: grant(profile.dialect.answers.sessionEnded, at: .endSession), decision: decision)
  }
}
