extension Refusal {
  /// A refusal without its facts: what scenarios expect and explanations are found by.
  public enum Kind: String, Sendable, CaseIterable {
    case serverSwitchedOff, storeFailed, clientLookupFailed, requestJSONUnreadable, resourceOwnerGone,
      resourceOwnerAbsent
    case endpointUnknown, hostForeign, originForeign, methodNotAllowed, mediaTypeNotForm, requestUndecodable
    case requestHasTooManyParameters, parameterRepeated
    case clientIdentifierMissing, clientUnregistered
    case redirectionURIMissing, redirectionURIMalformed, redirectionURIUnregistered
    case responseModeUnsupported, requestObjectUnsupported
    case responseTypeMissing, responseTypeUnsupported, responseTypeNotAllowed
    case stateMissing, stateTooLong, scopeMalformed, scopeNotAllowed
    case codeChallengeMissing, codeChallengeMethodMissing, codeChallengeMethodUnsupported
    case codeChallengeMethodWithoutChallenge, codeChallengeMalformed
    case promptContradictory, promptUnknown, maxAgeMalformed, nonceTooLong, idTokenHintInvalid
    case signInRequired, consentRequired, signInStale, hintedOwnerNotSignedIn
    case accessTokenSignatureInvalid, idTokenAsAccessToken, accessTokenForAnother
    case requestURIPushed, pushedRequestUnknown, pushedRequestOfAnotherClient, pushedRequestExpired
    case pushedRequestAlreadyUsed, pushedRequestRequired, noRoomLeft
    case sessionMissing, interactionUnknown, interactionOfAnotherSession, formTokenInvalid, passwordWrong
    case resourceOwnerNotSignedIn, decisionMissing, resourceOwnerDenied, scopeEmptied
    case credentialsInURI, clientAuthenticationTwice, authorizationSchemeUnsupported, basicCredentialsMalformed
    case clientUnidentified, clientIdentifiersDiffer, clientUnknown, clientAuthenticationMissing, clientSecretWrong,
      clientHasNoSecret
    case clientAuthenticationMethodUnregistered
    case grantTypeMissing, grantTypeUnsupported, grantTypeNotAllowed
    case authorizationCodeMissing, authorizationCodeUnknown, authorizationCodeOfAnotherClient
    case authorizationCodeExpired, authorizationCodeBurnt, redirectionURIMissingAtToken, redirectionURIDiffers
    case codeVerifierMissing, codeVerifierWithoutChallenge, codeVerifierMalformed, codeVerifierWrong
    case codeChallengeMethodUnknown, authorizationCodeAlreadyRedeemed
    case clientThrottled, passwordThrottled
    case refreshTokenMissing, refreshTokenUnknown, refreshTokenOfAnotherClient, refreshTokenRevoked
    case refreshTokenExpired, refreshTokenReused, scopeBeyondGrant, clientNotConfidential, passwordMissing
    case userCodeMissing, userCodeThrottled, userCodeUnknown, userCodeExpired, userCodeAlreadyUsed
    case deviceCodeMissing, deviceCodeUnknown, deviceCodeOfAnotherClient, deviceCodeExpired, deviceCodeAlreadyRedeemed
    case devicePolledTooSoon, deviceDecisionPending, deviceDenied
    case resourceMalformed, resourceNotGranted
    case registrationClosed, initialAccessTokenMissing, initialAccessTokenWrong, mediaTypeNotJSON
    case clientMetadataUnreadable, clientMetadataMalformed, authenticationMethodUnsupported, grantTypesInconsistent
    case redirectionURIsMissing, redirectionURINotRegistrable, scopeNotRegistrable, idTokenAlgorithmUnsupported
    case callerNotAllowed, tokenMissing, tokenTypeHintUnknown, tokenOfAnotherClient, tokenNotRevocable
    case tokenUnknown, tokenNotMeantForCaller, tokenRevoked, tokenExpired, refreshTokenAsAccessToken
    case accessTokenMissing, accessTokenInQuery, accessTokenInBody, accessTokenRepeated, accessTokenSchemeWrong
    case accessTokenEmpty, accessTokenMalformed, accessTokenUnknown, authorizationCodeAsAccessToken, accessTokenRevoked
    case accessTokenExpired, scopeInsufficient
  }

  public var name: String { kind.rawValue }

  public var kind: Kind {
    switch self {
    case .serverSwitchedOff: .serverSwitchedOff
    case .storeFailed: .storeFailed
    case .clientLookupFailed: .clientLookupFailed
    case .endpointUnknown: .endpointUnknown
    case .hostForeign: .hostForeign
    case .originForeign: .originForeign
    case .methodNotAllowed: .methodNotAllowed
    case .mediaTypeNotForm: .mediaTypeNotForm
    case .requestUndecodable: .requestUndecodable
    case .requestJSONUnreadable: .requestJSONUnreadable
    case .requestHasTooManyParameters: .requestHasTooManyParameters
    case .parameterRepeated: .parameterRepeated
    case .clientIdentifierMissing: .clientIdentifierMissing
    case .clientUnregistered: .clientUnregistered
    case .redirectionURIMissing: .redirectionURIMissing
    case .redirectionURIMalformed: .redirectionURIMalformed
    case .redirectionURIUnregistered: .redirectionURIUnregistered
    case .responseModeUnsupported: .responseModeUnsupported
    case .requestObjectUnsupported: .requestObjectUnsupported
    case .responseTypeMissing: .responseTypeMissing
    case .responseTypeUnsupported: .responseTypeUnsupported
    case .responseTypeNotAllowed: .responseTypeNotAllowed
    case .stateMissing: .stateMissing
    case .stateTooLong: .stateTooLong
    case .scopeMalformed: .scopeMalformed
    case .scopeNotAllowed: .scopeNotAllowed
    case .codeChallengeMissing: .codeChallengeMissing
    case .codeChallengeMethodMissing: .codeChallengeMethodMissing
    case .codeChallengeMethodUnsupported: .codeChallengeMethodUnsupported
    case .codeChallengeMethodWithoutChallenge: .codeChallengeMethodWithoutChallenge
    case .codeChallengeMalformed: .codeChallengeMalformed
    case .promptContradictory: .promptContradictory
    case .promptUnknown: .promptUnknown
    case .maxAgeMalformed: .maxAgeMalformed
    case .nonceTooLong: .nonceTooLong
    case .idTokenHintInvalid: .idTokenHintInvalid
    case .signInRequired: .signInRequired
    case .consentRequired: .consentRequired
    case .signInStale: .signInStale
    case .hintedOwnerNotSignedIn: .hintedOwnerNotSignedIn
    case .accessTokenSignatureInvalid: .accessTokenSignatureInvalid
    case .idTokenAsAccessToken: .idTokenAsAccessToken
    case .accessTokenForAnother: .accessTokenForAnother
    case .requestURIPushed: .requestURIPushed
    case .pushedRequestUnknown: .pushedRequestUnknown
    case .pushedRequestOfAnotherClient: .pushedRequestOfAnotherClient
    case .pushedRequestExpired: .pushedRequestExpired
    case .pushedRequestAlreadyUsed: .pushedRequestAlreadyUsed
    case .pushedRequestRequired: .pushedRequestRequired
    case .noRoomLeft: .noRoomLeft
    case .sessionMissing: .sessionMissing
    case .interactionUnknown: .interactionUnknown
    case .interactionOfAnotherSession: .interactionOfAnotherSession
    case .formTokenInvalid: .formTokenInvalid
    case .passwordWrong: .passwordWrong
    case .resourceOwnerNotSignedIn: .resourceOwnerNotSignedIn
    case .decisionMissing: .decisionMissing
    case .resourceOwnerDenied: .resourceOwnerDenied
    case .scopeEmptied: .scopeEmptied
    case .credentialsInURI: .credentialsInURI
    case .clientAuthenticationTwice: .clientAuthenticationTwice
    case .authorizationSchemeUnsupported: .authorizationSchemeUnsupported
    case .basicCredentialsMalformed: .basicCredentialsMalformed
    case .clientUnidentified: .clientUnidentified
    case .clientIdentifiersDiffer: .clientIdentifiersDiffer
    case .clientUnknown: .clientUnknown
    case .clientAuthenticationMissing: .clientAuthenticationMissing
    case .clientSecretWrong: .clientSecretWrong
    case .clientHasNoSecret: .clientHasNoSecret
    case .clientAuthenticationMethodUnregistered: .clientAuthenticationMethodUnregistered
    case .grantTypeMissing: .grantTypeMissing
    case .grantTypeUnsupported: .grantTypeUnsupported
    case .grantTypeNotAllowed: .grantTypeNotAllowed
    case .authorizationCodeMissing: .authorizationCodeMissing
    case .authorizationCodeUnknown: .authorizationCodeUnknown
    case .authorizationCodeOfAnotherClient: .authorizationCodeOfAnotherClient
    case .authorizationCodeExpired: .authorizationCodeExpired
    case .authorizationCodeBurnt: .authorizationCodeBurnt
    case .redirectionURIMissingAtToken: .redirectionURIMissingAtToken
    case .redirectionURIDiffers: .redirectionURIDiffers
    case .codeVerifierMissing: .codeVerifierMissing
    case .codeVerifierWithoutChallenge: .codeVerifierWithoutChallenge
    case .codeVerifierMalformed: .codeVerifierMalformed
    case .codeVerifierWrong: .codeVerifierWrong
    case .codeChallengeMethodUnknown: .codeChallengeMethodUnknown
    case .authorizationCodeAlreadyRedeemed: .authorizationCodeAlreadyRedeemed
    case .clientThrottled: .clientThrottled
    case .passwordThrottled: .passwordThrottled
    case .refreshTokenMissing: .refreshTokenMissing
    case .refreshTokenUnknown: .refreshTokenUnknown
    case .refreshTokenOfAnotherClient: .refreshTokenOfAnotherClient
    case .refreshTokenRevoked: .refreshTokenRevoked
    case .refreshTokenExpired: .refreshTokenExpired
    case .refreshTokenReused: .refreshTokenReused
    case .scopeBeyondGrant: .scopeBeyondGrant
    case .clientNotConfidential: .clientNotConfidential
    case .passwordMissing: .passwordMissing
    case .userCodeMissing: .userCodeMissing
    case .userCodeThrottled: .userCodeThrottled
    case .userCodeUnknown: .userCodeUnknown
    case .userCodeExpired: .userCodeExpired
    case .userCodeAlreadyUsed: .userCodeAlreadyUsed
    case .deviceCodeMissing: .deviceCodeMissing
    case .deviceCodeUnknown: .deviceCodeUnknown
    case .deviceCodeOfAnotherClient: .deviceCodeOfAnotherClient
    case .deviceCodeExpired: .deviceCodeExpired
    case .deviceCodeAlreadyRedeemed: .deviceCodeAlreadyRedeemed
    case .devicePolledTooSoon: .devicePolledTooSoon
    case .deviceDecisionPending: .deviceDecisionPending
    case .deviceDenied: .deviceDenied
    case .registrationClosed: .registrationClosed
    case .initialAccessTokenMissing: .initialAccessTokenMissing
    case .initialAccessTokenWrong: .initialAccessTokenWrong
    case .mediaTypeNotJSON: .mediaTypeNotJSON
    case .clientMetadataUnreadable: .clientMetadataUnreadable
    case .clientMetadataMalformed: .clientMetadataMalformed
    case .authenticationMethodUnsupported: .authenticationMethodUnsupported
    case .grantTypesInconsistent: .grantTypesInconsistent
    case .redirectionURIsMissing: .redirectionURIsMissing
    case .redirectionURINotRegistrable: .redirectionURINotRegistrable
    case .scopeNotRegistrable: .scopeNotRegistrable
    case .idTokenAlgorithmUnsupported: .idTokenAlgorithmUnsupported
    case .resourceMalformed: .resourceMalformed
    case .resourceNotGranted: .resourceNotGranted
    case .callerNotAllowed: .callerNotAllowed
    case .tokenMissing: .tokenMissing
    case .tokenTypeHintUnknown: .tokenTypeHintUnknown
    case .tokenOfAnotherClient: .tokenOfAnotherClient
    case .tokenNotRevocable: .tokenNotRevocable
    case .tokenUnknown: .tokenUnknown
    case .tokenNotMeantForCaller: .tokenNotMeantForCaller
    case .tokenRevoked: .tokenRevoked
    case .tokenExpired: .tokenExpired
    case .refreshTokenAsAccessToken: .refreshTokenAsAccessToken
    case .accessTokenMissing: .accessTokenMissing
    case .accessTokenInQuery: .accessTokenInQuery
    case .accessTokenInBody: .accessTokenInBody
    case .accessTokenRepeated: .accessTokenRepeated
    case .accessTokenSchemeWrong: .accessTokenSchemeWrong
    case .accessTokenEmpty: .accessTokenEmpty
    case .accessTokenMalformed: .accessTokenMalformed
    case .accessTokenUnknown: .accessTokenUnknown
    case .authorizationCodeAsAccessToken: .authorizationCodeAsAccessToken
    case .resourceOwnerGone: .resourceOwnerGone
    case .resourceOwnerAbsent: .resourceOwnerAbsent
    case .accessTokenRevoked: .accessTokenRevoked
    case .accessTokenExpired: .accessTokenExpired
    case .scopeInsufficient: .scopeInsufficient
    }
  }
}
