public import AuthorizationServer

extension Refusal.Kind {
  /// Why the server refuses so, whatever the facts of one refusal are.
  public var lesson: Lesson {
    switch self {
    case .endpointUnknown: RequestLessons.endpointUnknown
    case .hostForeign: RequestLessons.hostForeign
    case .methodNotAllowed: RequestLessons.methodNotAllowed
    case .mediaTypeNotForm: RequestLessons.mediaTypeNotForm
    case .requestUndecodable: RequestLessons.requestUndecodable
    case .requestHasTooManyParameters: RequestLessons.requestHasTooManyParameters
    case .parameterRepeated: RequestLessons.parameterRepeated
    case .clientIdentifierMissing: AuthorizationLessons.clientIdentifierMissing
    case .clientUnregistered: AuthorizationLessons.clientUnregistered
    case .redirectionURIMissing: AuthorizationLessons.redirectionURIMissing
    case .redirectionURIMalformed: AuthorizationLessons.redirectionURIMalformed
    case .redirectionURIUnregistered: AuthorizationLessons.redirectionURIUnregistered
    case .responseModeUnsupported: AuthorizationLessons.responseModeUnsupported
    case .requestObjectUnsupported: AuthorizationLessons.requestObjectUnsupported
    case .responseTypeMissing: AuthorizationLessons.responseTypeMissing
    case .responseTypeUnsupported: AuthorizationLessons.responseTypeUnsupported
    case .responseTypeNotAllowed: AuthorizationLessons.responseTypeNotAllowed
    case .stateMissing: AuthorizationLessons.stateMissing
    case .stateTooLong: AuthorizationLessons.stateTooLong
    case .scopeMalformed: AuthorizationLessons.scopeMalformed
    case .scopeNotAllowed: AuthorizationLessons.scopeNotAllowed
    case .codeChallengeMissing: AuthorizationLessons.codeChallengeMissing
    case .codeChallengeMethodMissing: AuthorizationLessons.codeChallengeMethodMissing
    case .codeChallengeMethodUnsupported: AuthorizationLessons.codeChallengeMethodUnsupported
    case .codeChallengeMethodWithoutChallenge: AuthorizationLessons.codeChallengeMethodWithoutChallenge
    case .codeChallengeMalformed: AuthorizationLessons.codeChallengeMalformed
    case .sessionMissing: InteractionLessons.sessionMissing
    case .interactionUnknown: InteractionLessons.interactionUnknown
    case .interactionOfAnotherSession: InteractionLessons.interactionOfAnotherSession
    case .formTokenInvalid: InteractionLessons.formTokenInvalid
    case .passwordWrong: InteractionLessons.passwordWrong
    case .resourceOwnerNotSignedIn: InteractionLessons.resourceOwnerNotSignedIn
    case .decisionMissing: InteractionLessons.decisionMissing
    case .resourceOwnerDenied: InteractionLessons.resourceOwnerDenied
    case .scopeEmptied: InteractionLessons.scopeEmptied
    case .credentialsInURI: ClientAuthenticationLessons.credentialsInURI
    case .clientAuthenticationTwice: ClientAuthenticationLessons.clientAuthenticationTwice
    case .authorizationSchemeUnsupported: ClientAuthenticationLessons.authorizationSchemeUnsupported
    case .basicCredentialsMalformed: ClientAuthenticationLessons.basicCredentialsMalformed
    case .clientUnidentified: ClientAuthenticationLessons.clientUnidentified
    case .clientIdentifiersDiffer: ClientAuthenticationLessons.clientIdentifiersDiffer
    case .clientUnknown: ClientAuthenticationLessons.clientUnknown
    case .clientAuthenticationMissing: ClientAuthenticationLessons.clientAuthenticationMissing
    case .clientSecretWrong: ClientAuthenticationLessons.clientSecretWrong
    case .clientHasNoSecret: ClientAuthenticationLessons.clientHasNoSecret
    case .clientAuthenticationMethodUnregistered: ClientAuthenticationLessons.clientAuthenticationMethodUnregistered
    case .grantTypeMissing: GrantLessons.grantTypeMissing
    case .grantTypeUnsupported: GrantLessons.grantTypeUnsupported
    case .grantTypeNotAllowed: GrantLessons.grantTypeNotAllowed
    case .authorizationCodeMissing: GrantLessons.authorizationCodeMissing
    case .authorizationCodeUnknown: GrantLessons.authorizationCodeUnknown
    case .authorizationCodeOfAnotherClient: GrantLessons.authorizationCodeOfAnotherClient
    case .authorizationCodeExpired: GrantLessons.authorizationCodeExpired
    case .authorizationCodeBurnt: GrantLessons.authorizationCodeBurnt
    case .redirectionURIMissingAtToken: GrantLessons.redirectionURIMissingAtToken
    case .redirectionURIDiffers: GrantLessons.redirectionURIDiffers
    case .codeVerifierMissing: GrantLessons.codeVerifierMissing
    case .codeVerifierWithoutChallenge: GrantLessons.codeVerifierWithoutChallenge
    case .codeVerifierMalformed: GrantLessons.codeVerifierMalformed
    case .codeVerifierWrong: GrantLessons.codeVerifierWrong
    case .authorizationCodeAlreadyRedeemed: GrantLessons.authorizationCodeAlreadyRedeemed
    case .accessTokenMissing: ResourceLessons.accessTokenMissing
    case .accessTokenInQuery: ResourceLessons.accessTokenInQuery
    case .accessTokenInBody: ResourceLessons.accessTokenInBody
    case .accessTokenRepeated: ResourceLessons.accessTokenRepeated
    case .accessTokenSchemeWrong: ResourceLessons.accessTokenSchemeWrong
    case .accessTokenEmpty: ResourceLessons.accessTokenEmpty
    case .accessTokenMalformed: ResourceLessons.accessTokenMalformed
    case .accessTokenUnknown: ResourceLessons.accessTokenUnknown
    case .authorizationCodeAsAccessToken: ResourceLessons.authorizationCodeAsAccessToken
    case .accessTokenRevoked: ResourceLessons.accessTokenRevoked
    case .accessTokenExpired: ResourceLessons.accessTokenExpired
    case .scopeInsufficient: ResourceLessons.scopeInsufficient
    }
  }
}

extension Refusal {
  public var lesson: Lesson { kind.lesson }
}
