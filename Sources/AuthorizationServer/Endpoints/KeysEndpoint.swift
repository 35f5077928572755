import HTTPTypes
import OAuth

/// The public keys of the server, to be read as its metadata are. RFC 7517 §5, RFC 8414 §2: `jwks_uri`.
extension AuthorizationServer {
  /// Keys are of use to whoever gets signed tokens; some servers show them without.
  var publishesKeys: Bool {
    policy.openIDConnect || policy.accessTokenFormat == .jwt || profile.dialect.answers.metadata != nil
  }

  mutating func answerKeysRequest(_ request: RequestMessage, at now: Instant) -> Answer {
    var examination = HeadExamination(request: request)
    let decision = decide(&examination, by: rules.metadata, at: .keys, now)
    let response =
      decision.refusal.map { refuse($0, in: examination.situation(at: .keys)) }
      ?? grant(signingKeys.published().json, at: .keys)
    return Answer(response: response, decision: decision)
  }
}
