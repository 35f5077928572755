import HTTPTypes
import OAuth

/// The protected resource: the profile of the resource owner, also the userinfo endpoint. RFC 6749 §7, RFC 6750,
/// OpenID Connect Core §5.3.
enum ResourceEndpoint {
  static let order: [Rule<ResourceExamination>] = [
    .hostOwn,
    .methodAllowedAtResource,
    .accessTokenPresent,
    .accessTokenSingle,
    .accessTokenScheme,
    .accessTokenWellFormed,
    .accessTokenSignatureValid,
    .accessTokenMeantForUs,
    .accessTokenKnown,
    .resourceOwnerKnown,
    .accessTokenNotRevoked,
    .accessTokenNotExpired,
    .scopeSufficient,
  ]

  /// What only other servers check.
  static let further: [Rule<ResourceExamination>] = [.mediaTypeFormOfToken]

  /// Where a token asks about itself. RFC 7662 §2.1 has no other method.
  static let tokenInformation: [Rule<ResourceExamination>] =
    [.hostOwn, .methodAllowed(.post)] + order.filter { ![.hostOwn, .methodAllowed].contains($0.check) }
}

extension AuthorizationServer {
  func answerResourceRequest(_ request: RequestMessage, at now: Instant) -> Answer {
    var examination = ResourceExamination(request)
    let decision = decide(&examination, by: rules.resource, at: .me, now)
    if let refusal = decision.refusal {
      return Answer(response: refuse(refusal, in: examination.situation(at: .me)), decision: decision)
    }
    let token = established(examination.token, by: .accessTokenKnown)
    return Answer(response: grant(profile.dialect.answers.resource(view(of: token)), at: .me), decision: decision)
  }

  /// What a token is told about itself: no standard has this, but some servers do.
  func answerTokenInformation(_ request: RequestMessage, at now: Instant) -> Answer {
    var examination = ResourceExamination(request)
    let decision = decide(&examination, by: rules.tokenInformation, at: .tokenInformation, now)
    if let refusal = decision.refusal {
      return Answer(response: refuse(refusal, in: examination.situation(at: .tokenInformation)), decision: decision)
    }
    let token = established(examination.token, by: .accessTokenKnown)
    return Answer(
      response: grant(profile.dialect.answers.tokenInformation(token), at: .tokenInformation), decision: decision)
  }

  private func view(of token: AccessToken) -> Answers.ResourceView {
    let position = directory.resourceOwners.firstIndex { token.resourceOwner?.hasSameOctets(as: $0.username) == true }
    return Answers.ResourceView(
      owner: position.map { directory.resourceOwners[$0] }, ordinal: (position ?? -1) + 1, token: token)
  }
}
