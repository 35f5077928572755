import HTTPTypes
import OAuth

/// The protected resource: the profile of the resource owner, also the userinfo endpoint. RFC 6749 §7, RFC 6750,
/// OpenID Connect Core §5.3.
enum ResourceEndpoint {
  static let order: [Rule<ResourceExamination>] = [
    .hostOwn,
    .methodAllowed(.get, .post, .head),
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
}

extension AuthorizationServer {
  func answerResourceRequest(_ request: RequestMessage, at now: Instant) -> Answer {
    var examination = ResourceExamination(request)
    var report = ServerReport()
    report.examine(&examination, by: ResourceEndpoint.order, in: Circumstances(server: self, now: now))
    let decision = Decision(endpoint: .me, report: report)
    if let refusal = report.refusal { return Answer(response: refuseResource(refusal), decision: decision) }
    let token = established(examination.token, by: .accessTokenKnown)
    let claims = token.resourceOwner.flatMap(directory.resourceOwner)?.claims(openedBy: token.scope) ?? []
    return Answer(response: .json(.object(claims), fields: .noStore), decision: decision)
  }

  /// A refusal of the protected resource is told in the challenge. RFC 6750 §3; decision D20.
  private func refuseResource(_ refusal: Refusal) -> ResponseMessage {
    let wording = profile.dialect.wording(refusal)
    var required: Scope?
    if case .scopeInsufficient(let scope, _) = refusal { required = scope }
    let challenge = Challenge.bearer(
      realm: profile.dialect.realm, error: wording.error?.code, description: wording.error?.description, scope: required
    )
    var fields = HTTPFields.noStore.merging(wording.fields)
    if wording.status != .methodNotAllowed { fields[.wwwAuthenticate] = challenge.headerValue }
    return .json(wording.error?.json ?? .object([]), status: wording.status, fields: fields)
  }
}
