public import OAuth

extension ClientRefusal {
  /// Expected and found, as the learner sees them beside the refused check.
  public var finding: Finding {
    switch self {
    case .authorizationNotStarted:
      Finding(expected: "an authorization request of ours", found: "none was sent")
    case .authorizationAlreadyAnswered(let instant):
      Finding(expected: "the first response to our request", found: "one was taken at \(instant.timeOfDay)")
    case .authorizationResponseUndecodable(let failure):
      Finding(expected: "a form-encoded query", found: "\(failure.fault.sentence) in pair \(failure.pair)")
    case .parameterRepeated(let name, let times):
      Finding(expected: "\(name) once", found: "\(times) times")
    case .stateMissing(let expected): Finding(expected: "\(expected)", found: "no state")
    case .stateWrong(let found, let expected): Finding(expected: "\(expected)", found: "\(found)")
    case .issuerMissing(let expected): Finding(expected: "\(expected)", found: "no iss")
    case .issuerWrong(let found, let expected): Finding(expected: "\(expected)", found: "\(found)")
    case .authorizationErrorReceived(let code, let description):
      Finding(expected: "a code", found: "\(Self.error(code, description))")
    case .authorizationCodeMissing: Finding(expected: "a code", found: "no code")
    case .tokenErrorReceived(let status, let code, let description):
      Finding(expected: "200", found: "\(status), \(Self.error(code, description))")
    case .tokenResponseUnreadable(let status):
      Finding(expected: "200, or a JSON object with an error", found: "\(status) without a readable error")
    case .tokenResponseMediaTypeWrong(let found):
      Finding(expected: "\(MediaType.json)", found: "\(found ?? "no Content-Type")")
    case .tokenResponseNotJSON(let fault): Finding(expected: "a JSON object", found: "\(fault.sentence)")
    case .tokenResponseNotObject(let json): Finding(expected: "a JSON object", found: "\(json.kind)")
    case .accessTokenMissing(let found): Finding(expected: "access_token, a string", found: Self.member(found))
    case .tokenTypeMissing(let found): Finding(expected: "token_type, a string", found: Self.member(found))
    case .tokenTypeUnsupported(let found): Finding(expected: "Bearer", found: "\(found)")
    case .accessTokenMalformed(let found):
      Finding(expected: "A-Z a-z 0-9 - . _ ~ + / and then = only", found: "\(secret: found)")
    case .lifetimeNotNumeric(let found):
      Finding(expected: "a number of seconds", found: "\(found.kind): \(found.text)")
    case .refreshTokenNotString(let found): Finding(expected: "a string", found: "\(found.kind)")
    case .grantedScopeNotString(let found): Finding(expected: "a string", found: "\(found.kind): \(found.text)")
    case .grantedScopeMalformed(let found, let fault):
      Finding(expected: "tokens with one space between them", found: Self.scope(found, fault))
    case .idTokenMissing: Finding(expected: "id_token", found: "nothing")
    case .idTokenUnreadable(let found):
      Finding(expected: "three parts of base64url, with claims", found: "\(found.kind) that has none")
    case .idTokenUnsigned(let algorithm):
      Finding(
        expected: "\(SigningAlgorithm.allCases.map(\.rawValue).joined(separator: " or "))",
        found: "\(algorithm.isEmpty ? "no alg" : algorithm)")
    case .idTokenAlgorithmWrong(let found, let expected):
      Finding(expected: "\(expected.rawValue)", found: "\(found.rawValue)")
    case .idTokenKeyUnknown(let key, let known):
      Finding(expected: "a key of the server", found: "key \(key), none of the \(known) we have")
    case .idTokenSignatureWrong(let key):
      Finding(
        expected: "a signature by \(key.map { "key \($0)" } ?? "a key of the server")", found: "one that does not fit")
    case .idTokenIssuerWrong(let found, let expected):
      Finding(expected: "\(expected)", found: "\(found.isEmpty ? "no iss" : found)")
    case .idTokenForAnother(let found, let expected):
      Finding(expected: "\(expected)", found: "\(found == [""] ? "no aud" : found.joined(separator: " "))")
    case .idTokenExpired(let found, let now):
      Finding(expected: "after \(now)", found: "\(found?.text ?? "no exp")")
    case .idTokenIssueTimeWrong(let found, let now):
      Finding(expected: "\(TokenAnswer.longestWay) s around \(now)", found: "\(found?.text ?? "no iat")")
    case .nonceWrong(let found, let expected):
      Finding(expected: "\(expected)", found: "\(found.isEmpty ? "no nonce" : found)")
    case .accessTokenHashWrong(let found, let expected): Finding(expected: "\(expected)", found: "\(found.text)")
    case .idTokenSubjectChanged(let found, let expected):
      Finding(expected: "\(expected)", found: "\(found.isEmpty ? "no sub" : found)")
    case .refreshedScopeWider(let found, let granted):
      Finding(expected: "\(granted) at most", found: "\(found)")
    case .keySetRefused(let status): Finding(expected: "200", found: "\(status)")
    case .keySetUnreadable: Finding(expected: "an object with keys, a list", found: "something else")
    case .resourceRefused(let status, let code, let description),
      .revocationRefused(let status, let code, let description),
      .introspectionRefused(let status, let code, let description):
      Finding(
        expected: "200", found: code.map { "\(status), \(Self.error($0, description))" } ?? "\(status)")
    case .introspectionUnreadable(let active):
      Finding(expected: "active, true or false", found: Self.member(active))
    case .tokenInactive: Finding(expected: "active: true", found: "active: false")
    case .activeTokenExpired(let found, let now): Finding(expected: "after \(now)", found: "\(found.text)")
    case .resourceResponseNotJSON(let fault): Finding(expected: "a JSON object", found: "\(fault.sentence)")
    case .resourceResponseNotObject(let json): Finding(expected: "a JSON object", found: "\(json.kind)")
    case .subjectMissing(let found): Finding(expected: "sub, a string", found: Self.member(found))
    }
  }

  private static func member(_ found: JSON?) -> Evidence {
    found.map { $0 == "" ? "an empty string" : "\($0.kind)" } ?? "nothing"
  }

  private static func error(_ code: ErrorCode, _ description: String?) -> String {
    description.map { "\(code): \($0)" } ?? "\(code)"
  }

  private static func scope(_ text: String, _ fault: Scope.Fault) -> Evidence {
    switch fault {
    case .emptyToken: "\(JSON.string(text).text), with an empty token"
    case .character(let octet, let token): "octet \(octet) in \(JSON.string(token).text)"
    }
  }
}
