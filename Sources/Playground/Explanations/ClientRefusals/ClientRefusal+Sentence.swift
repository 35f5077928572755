import OAuth
public import OAuthClient

extension ClientRefusal {
  /// What happened, with the facts. Of codes and tokens it shows a beginning at most.
  public var sentence: String {
    switch self {
    case .authorizationNotStarted: "This client had sent no authorization request that this could answer."
    case .authorizationAlreadyAnswered(let instant): "The request had its answer at \(instant.timeOfDay)."
    case .authorizationResponseUndecodable(let failure):
      "Pair \(failure.pair) of the response has \(failure.fault.sentence)."
    case .parameterRepeated(let name, let times): "\(name.text.quoted) came \(times) times; it may come once."
    case .stateMissing(let expected): "The response has no state; \(expected.quoted) was sent."
    case .stateWrong(let found, let expected): "state is \(found.quoted); this client sent \(expected.quoted)."
    case .issuerMissing(let expected): "The response has no iss; \(expected.text.quoted(limit: 60)) announced one."
    case .issuerWrong(let found, let expected):
      "iss is \(found.quoted(limit: 60)); this client asked \(expected.text.quoted(limit: 60))."
    case .authorizationErrorReceived(let code, let description):
      "The server answered \(Self.error(code, description)) instead of a code."
    case .authorizationCodeMissing: "The response has no error, but no code either."
    case .tokenErrorReceived(let status, let code, let description):
      "The token endpoint answered \(status) \(Self.error(code, description))."
    case .tokenResponseUnreadable(let status):
      "The token endpoint answered \(status), without an error code that a client can read."
    case .tokenResponseMediaTypeWrong(let found):
      "The token response has \(found.map { "media type \($0.quoted)" } ?? "no Content-Type"), not application/json."
    case .tokenResponseNotJSON(let fault): "The token response is \(fault.sentence)."
    case .tokenResponseNotObject(let json): "The token response is \(json.kind), not an object."
    case .accessTokenMissing(let found): Self.member(.accessToken, found)
    case .tokenTypeMissing(let found): Self.member(.tokenType, found)
    case .tokenTypeUnsupported(let found): "token_type is \(found.quoted); this client knows Bearer."
    case .accessTokenMalformed(let found): "access_token has \(found.misfitOfBearerToken)."
    case .lifetimeNotNumeric(let found): "expires_in is \(found.kind): \(found.text.quoted)."
    case .refreshTokenNotString(let found): Self.member(.refreshToken, found)
    case .grantedScopeNotString(let found): "scope is \(found.kind): \(found.text.quoted)."
    case .grantedScopeMalformed(_, let fault): "\(fault.sentence(about: .scope))."
    case .idTokenMissing: "The token response has no id_token, though openid was asked for."
    case .idTokenUnreadable(let found): "id_token is \(found.kind) in which no claims can be read."
    case .idTokenUnsigned(let algorithm): "id_token says alg \(algorithm.quoted), which proves nothing."
    case .idTokenAlgorithmWrong(let found, let expected):
      "id_token is signed with \(found.rawValue); this client registered \(expected.rawValue)."
    case .idTokenKeyUnknown(let key, let known):
      "id_token names key \(key.quoted(limit: 60)), which is none of the server's \(known) keys."
    case .idTokenSignatureWrong(let key):
      "id_token was not signed so by \(key.map { "key \($0.quoted(limit: 60))" } ?? "any key of the server")."
    case .idTokenIssuerWrong(let found, let expected):
      "iss of id_token is \(found.quoted(limit: 60)); this client asked \(expected.text.quoted(limit: 60))."
    case .idTokenForAnother(let found, let expected):
      "aud of id_token is \(found.joined(separator: " ").quoted(limit: 60)), not \(expected.text.quoted)."
    case .idTokenExpired(let found, let now): "exp of id_token is \(found?.text.quoted ?? "missing"); it is \(now) now."
    case .idTokenIssueTimeWrong(let found, let now):
      "iat of id_token is \(found?.text.quoted(limit: 60) ?? "missing"); it is \(now) now."
    case .nonceWrong(let found, let expected):
      "nonce of id_token is \(found.quoted); this client sent \(expected.quoted)."
    case .accessTokenHashWrong(let found, let expected):
      "at_hash is \(found.text.quoted); that of the access token is \(expected.quoted)."
    case .idTokenSubjectChanged(let found, let expected):
      "sub of id_token is \(found.quoted(limit: 60)); at the sign-in it was \(expected.quoted(limit: 60))."
    case .refreshedScopeWider(let found, let granted):
      "The refreshed scope is \(found.description.quoted(limit: 60)); \(granted.description.quoted(limit: 60)) was granted."
    case .keySetRefused(let status): "The server answered \(status) when asked for its keys."
    case .keySetUnreadable: "The server's answer is no key set: there is no list named keys in it."
    case .resourceRefused(let status, let code, let description):
      "The protected resource answered \(status) \(code.map { Self.error($0, description) } ?? "without an error code")."
    case .resourceResponseNotJSON(let fault): "The answer is \(fault.sentence)."
    case .resourceResponseNotObject(let json): "The answer is \(json.kind), not an object."
    case .subjectMissing(let found): Self.member("sub", found)
    case .revocationRefused(let status, let code, let description):
      "The revocation endpoint answered \(status) \(code.map { Self.error($0, description) } ?? "without an error code")."
    case .introspectionRefused(let status, let code, let description):
      "The introspection endpoint answered \(status) \(code.map { Self.error($0, description) } ?? "without an error code")."
    case .introspectionUnreadable(let active):
      active.map { "active is \($0.kind), neither true nor false." } ?? "The answer has no member named active."
    case .tokenInactive: "The authorization server says active: false, and not why."
    case .activeTokenExpired(let found, let now):
      "The token is called active, but exp is \(found.text.quoted); it is \(now) now."
    }
  }

  private static func error(_ code: ErrorCode, _ description: String?) -> String {
    "\(code.text.quoted)\(description.map { " (\($0.quoted(limit: 100)))" } ?? "")"
  }

  private static func member(_ name: ParameterName, _ found: JSON?) -> String {
    switch found {
    case nil: "\(name) is missing."
    case "": "\(name) is there, but empty."
    case .some(let json): "\(name) is \(json.kind), not a text."
    }
  }
}
