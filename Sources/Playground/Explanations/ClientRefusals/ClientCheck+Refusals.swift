import OAuth
public import OAuthClient

extension ClientCheck {
  /// What the check can refuse with; the first is the one it exists for. A refusal belongs to one check.
  public var refusals: [ClientRefusal.Kind] {
    switch self {
    case .attemptUnderWay: [.authorizationNotStarted, .authorizationAlreadyAnswered]
    case .authorizationResponseDecodable: [.authorizationResponseUndecodable]
    case .parametersSentOnce: [.parameterRepeated]
    case .stateOurs: [.stateWrong, .stateMissing]
    case .issuerExpected: [.issuerWrong, .issuerMissing]
    case .authorizationGranted: [.authorizationErrorReceived]
    case .authorizationCodeReceived: [.authorizationCodeMissing]
    case .tokenResponseSuccessful: [.tokenErrorReceived, .tokenResponseUnreadable]
    case .tokenResponseMediaTypeJSON: [.tokenResponseMediaTypeWrong]
    case .tokenResponseObject: [.tokenResponseNotObject, .tokenResponseNotJSON]
    case .accessTokenReceived: [.accessTokenMissing]
    case .tokenTypeBearer: [.tokenTypeUnsupported, .tokenTypeMissing]
    case .accessTokenUsable: [.accessTokenMalformed]
    case .lifetimeNumeric: [.lifetimeNotNumeric]
    case .refreshTokenUsable: [.refreshTokenNotString]
    case .grantedScopeReadable: [.grantedScopeMalformed, .grantedScopeNotString]
    case .idTokenReadable: [.idTokenUnreadable, .idTokenMissing]
    case .idTokenSigned: [.idTokenUnsigned, .idTokenAlgorithmWrong]
    case .idTokenSignatureFits: [.idTokenSignatureWrong, .idTokenKeyUnknown]
    case .idTokenIssuerExpected: [.idTokenIssuerWrong]
    case .idTokenMeantForUs: [.idTokenForAnother]
    case .idTokenNotExpired: [.idTokenExpired]
    case .idTokenFresh: [.idTokenIssueTimeWrong]
    case .nonceOurs: [.nonceWrong]
    case .accessTokenHashFits: [.accessTokenHashWrong]
    case .idTokenSubjectSame: [.idTokenSubjectChanged]
    case .refreshedScopeGranted: [.refreshedScopeWider]
    case .keySetReceived: [.keySetRefused]
    case .keySetReadable: [.keySetUnreadable]
    case .resourceResponseSuccessful: [.resourceRefused]
    case .resourceResponseObject: [.resourceResponseNotObject, .resourceResponseNotJSON]
    case .subjectReceived: [.subjectMissing]
    case .revocationSuccessful: [.revocationRefused]
    case .introspectionSuccessful: [.introspectionRefused]
    case .introspectionReadable: [.introspectionUnreadable]
    case .tokenActive: [.tokenInactive]
    case .activeTokenNotExpired: [.activeTokenExpired]
    }
  }

  /// The rule by its title, and the reasons of the refusal it exists for.
  public var lesson: Lesson { Lesson(rule: title, specification: specification, reasons: refusals[0].lesson) }
}
