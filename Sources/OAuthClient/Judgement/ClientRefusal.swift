public import OAuth

/// Why the client does not accept a response, as a value with its facts.
public enum ClientRefusal: RefusalFacts {
  // Authorization response
  case authorizationNotStarted
  case authorizationAlreadyAnswered(at: Instant)
  case authorizationResponseUndecodable(FormEncoding.Failure)
  case parameterRepeated(ParameterName, times: Int)
  case stateMissing(expected: String)
  case stateWrong(String, expected: String)
  case issuerMissing(expected: Issuer)
  case issuerWrong(String, expected: Issuer)
  case authorizationErrorReceived(ErrorCode, description: String?)
  case authorizationCodeMissing
  // Token response
  case tokenErrorReceived(status: Int, ErrorCode, description: String?)
  case tokenResponseUnreadable(status: Int)
  case tokenResponseMediaTypeWrong(String?)
  case tokenResponseNotJSON(JSON.Fault)
  case tokenResponseNotObject(JSON)
  case accessTokenMissing(found: JSON?)
  case tokenTypeMissing(found: JSON?)
  case tokenTypeUnsupported(String)
  case accessTokenMalformed(String)
  case lifetimeNotNumeric(JSON)
  case refreshTokenNotString(JSON)
  case grantedScopeNotString(JSON)
  case grantedScopeMalformed(String, Scope.Fault)
  // Token response: the ID token
  case idTokenMissing
  case idTokenUnreadable(JSON)
  case idTokenUnsigned(algorithm: String)
  case idTokenAlgorithmWrong(SigningAlgorithm, expected: SigningAlgorithm)
  case idTokenKeyUnknown(String, known: Int)
  case idTokenSignatureWrong(key: String?)
  case idTokenIssuerWrong(String, expected: Issuer)
  case idTokenForAnother([String], expected: ClientIdentifier)
  case idTokenExpired(JSON?, now: Int64)
  case idTokenIssueTimeWrong(JSON?, now: Int64)
  case nonceWrong(String, expected: String)
  case accessTokenHashWrong(JSON, expected: String)
  case idTokenSubjectChanged(String, expected: String)
  // Token response to a refresh token
  case refreshedScopeWider(Scope, granted: Scope)
  // The server's keys
  case keySetRefused(status: Int)
  case keySetUnreadable
  // Answer of the protected resource
  case resourceRefused(status: Int, ErrorCode?, description: String?)
  case resourceResponseNotJSON(JSON.Fault)
  case resourceResponseNotObject(JSON)
  case subjectMissing(found: JSON?)
  // Answer of the revocation endpoint
  case revocationRefused(status: Int, ErrorCode?, description: String?)
  // Answer of the introspection endpoint
  case introspectionRefused(status: Int, ErrorCode?, description: String?)
  case introspectionUnreadable(active: JSON?)
  case tokenInactive
  case activeTokenExpired(JSON, now: Int64)
}

extension ClientRefusal {
  /// A refusal without its facts: what scenarios expect and explanations are found by.
  public enum Kind: String, Sendable, CaseIterable {
    case authorizationNotStarted, authorizationAlreadyAnswered, authorizationResponseUndecodable, parameterRepeated
    case stateMissing, stateWrong, issuerMissing, issuerWrong, authorizationErrorReceived, authorizationCodeMissing
    case tokenErrorReceived, tokenResponseUnreadable, tokenResponseMediaTypeWrong, tokenResponseNotJSON
    case tokenResponseNotObject, accessTokenMissing, tokenTypeMissing, tokenTypeUnsupported, accessTokenMalformed
    case lifetimeNotNumeric, refreshTokenNotString, grantedScopeNotString, grantedScopeMalformed
    case idTokenMissing, idTokenUnreadable, idTokenUnsigned, idTokenIssuerWrong, idTokenForAnother, idTokenExpired
    case idTokenAlgorithmWrong, idTokenKeyUnknown, idTokenSignatureWrong, idTokenIssueTimeWrong
    case nonceWrong, accessTokenHashWrong, idTokenSubjectChanged, refreshedScopeWider
    case keySetRefused, keySetUnreadable
    case resourceRefused, resourceResponseNotJSON, resourceResponseNotObject, subjectMissing
    case revocationRefused
    case introspectionRefused, introspectionUnreadable, tokenInactive, activeTokenExpired
  }

  public var name: String { kind.rawValue }

  public var kind: Kind {
    switch self {
    case .authorizationNotStarted: .authorizationNotStarted
    case .authorizationAlreadyAnswered: .authorizationAlreadyAnswered
    case .authorizationResponseUndecodable: .authorizationResponseUndecodable
    case .parameterRepeated: .parameterRepeated
    case .stateMissing: .stateMissing
    case .stateWrong: .stateWrong
    case .issuerMissing: .issuerMissing
    case .issuerWrong: .issuerWrong
    case .authorizationErrorReceived: .authorizationErrorReceived
    case .authorizationCodeMissing: .authorizationCodeMissing
    case .tokenErrorReceived: .tokenErrorReceived
    case .tokenResponseUnreadable: .tokenResponseUnreadable
    case .tokenResponseMediaTypeWrong: .tokenResponseMediaTypeWrong
    case .tokenResponseNotJSON: .tokenResponseNotJSON
    case .tokenResponseNotObject: .tokenResponseNotObject
    case .accessTokenMissing: .accessTokenMissing
    case .tokenTypeMissing: .tokenTypeMissing
    case .tokenTypeUnsupported: .tokenTypeUnsupported
    case .accessTokenMalformed: .accessTokenMalformed
    case .lifetimeNotNumeric: .lifetimeNotNumeric
    case .refreshTokenNotString: .refreshTokenNotString
    case .grantedScopeNotString: .grantedScopeNotString
    case .grantedScopeMalformed: .grantedScopeMalformed
    case .idTokenMissing: .idTokenMissing
    case .idTokenUnreadable: .idTokenUnreadable
    case .idTokenUnsigned: .idTokenUnsigned
    case .idTokenIssuerWrong: .idTokenIssuerWrong
    case .idTokenForAnother: .idTokenForAnother
    case .idTokenExpired: .idTokenExpired
    case .nonceWrong: .nonceWrong
    case .accessTokenHashWrong: .accessTokenHashWrong
    case .resourceRefused: .resourceRefused
    case .resourceResponseNotJSON: .resourceResponseNotJSON
    case .resourceResponseNotObject: .resourceResponseNotObject
    case .subjectMissing: .subjectMissing
    case .idTokenAlgorithmWrong: .idTokenAlgorithmWrong
    case .idTokenKeyUnknown: .idTokenKeyUnknown
    case .idTokenSignatureWrong: .idTokenSignatureWrong
    case .idTokenIssueTimeWrong: .idTokenIssueTimeWrong
    case .idTokenSubjectChanged: .idTokenSubjectChanged
    case .refreshedScopeWider: .refreshedScopeWider
    case .keySetRefused: .keySetRefused
    case .keySetUnreadable: .keySetUnreadable
    case .revocationRefused: .revocationRefused
    case .introspectionRefused: .introspectionRefused
    case .introspectionUnreadable: .introspectionUnreadable
    case .tokenInactive: .tokenInactive
    case .activeTokenExpired: .activeTokenExpired
    }
  }
}
