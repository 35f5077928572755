public import OAuthClient

extension ClientRefusal.Kind {
  /// Why a client does not accept such a response.
  public var lesson: Lesson {
    switch self {
    case .authorizationNotStarted: AuthorizationResponseLessons.authorizationNotStarted
    case .authorizationAlreadyAnswered: AuthorizationResponseLessons.authorizationAlreadyAnswered
    case .authorizationResponseUndecodable: AuthorizationResponseLessons.authorizationResponseUndecodable
    case .parameterRepeated: AuthorizationResponseLessons.parameterRepeated
    case .stateMissing: AuthorizationResponseLessons.stateMissing
    case .stateWrong: AuthorizationResponseLessons.stateWrong
    case .issuerMissing: AuthorizationResponseLessons.issuerMissing
    case .issuerWrong: AuthorizationResponseLessons.issuerWrong
    case .authorizationErrorReceived: AuthorizationResponseLessons.authorizationErrorReceived
    case .authorizationCodeMissing: AuthorizationResponseLessons.authorizationCodeMissing
    case .tokenErrorReceived: TokenResponseLessons.tokenErrorReceived
    case .tokenResponseUnreadable: TokenResponseLessons.tokenResponseUnreadable
    case .tokenResponseMediaTypeWrong: TokenResponseLessons.tokenResponseMediaTypeWrong
    case .tokenResponseNotJSON: TokenResponseLessons.tokenResponseNotJSON
    case .tokenResponseNotObject: TokenResponseLessons.tokenResponseNotObject
    case .accessTokenMissing: TokenResponseLessons.accessTokenMissing
    case .tokenTypeMissing: TokenResponseLessons.tokenTypeMissing
    case .tokenTypeUnsupported: TokenResponseLessons.tokenTypeUnsupported
    case .accessTokenMalformed: TokenResponseLessons.accessTokenMalformed
    case .lifetimeNotNumeric: TokenResponseLessons.lifetimeNotNumeric
    case .refreshTokenNotString: TokenResponseLessons.refreshTokenNotString
    case .grantedScopeNotString: TokenResponseLessons.grantedScopeNotString
    case .grantedScopeMalformed: TokenResponseLessons.grantedScopeMalformed
    case .idTokenMissing: IDTokenLessons.idTokenMissing
    case .idTokenUnreadable: IDTokenLessons.idTokenUnreadable
    case .idTokenUnsigned: IDTokenLessons.idTokenUnsigned
    case .idTokenAlgorithmWrong: IDTokenLessons.idTokenAlgorithmWrong
    case .idTokenKeyUnknown: IDTokenLessons.idTokenKeyUnknown
    case .idTokenSignatureWrong: IDTokenLessons.idTokenSignatureWrong
    case .idTokenIssuerWrong: IDTokenLessons.idTokenIssuerWrong
    case .idTokenForAnother: IDTokenLessons.idTokenForAnother
    case .idTokenExpired: IDTokenLessons.idTokenExpired
    case .idTokenIssueTimeWrong: IDTokenLessons.idTokenIssueTimeWrong
    case .nonceWrong: IDTokenLessons.nonceWrong
    case .accessTokenHashWrong: IDTokenLessons.accessTokenHashWrong
    case .idTokenSubjectChanged: IDTokenLessons.idTokenSubjectChanged
    case .refreshedScopeWider: TokenManagementResponseLessons.refreshedScopeWider
    case .keySetRefused: KeySetLessons.keySetRefused
    case .keySetUnreadable: KeySetLessons.keySetUnreadable
    case .resourceRefused: ResourceResponseLessons.resourceRefused
    case .resourceResponseNotJSON: ResourceResponseLessons.resourceResponseNotJSON
    case .resourceResponseNotObject: ResourceResponseLessons.resourceResponseNotObject
    case .subjectMissing: ResourceResponseLessons.subjectMissing
    case .revocationRefused: TokenManagementResponseLessons.revocationRefused
    case .introspectionRefused: TokenManagementResponseLessons.introspectionRefused
    case .introspectionUnreadable: TokenManagementResponseLessons.introspectionUnreadable
    case .tokenInactive: TokenManagementResponseLessons.tokenInactive
    case .activeTokenExpired: TokenManagementResponseLessons.activeTokenExpired
    }
  }
}

extension ClientRefusal {
  public var lesson: Lesson { kind.lesson }
}
