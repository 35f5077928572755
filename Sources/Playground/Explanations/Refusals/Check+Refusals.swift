public import AuthorizationServer
import OAuth

extension Check {
  /// What the check can refuse with; the first is the one it exists for.
  ///
  /// A refusal belongs to one check, but for `parameterRepeated`: the authorization endpoint must know first whether
  /// `client_id` and `redirect_uri` came once, before it knows where to send errors.
  public var refusals: [Refusal.Kind] {
    switch self {
    case .endpointKnown: [.endpointUnknown]
    case .hostOwn: [.hostForeign]
    case .methodAllowed: [.methodNotAllowed]
    case .mediaTypeForm: [.mediaTypeNotForm]
    case .requestDecodable: [.requestUndecodable, .requestHasTooManyParameters]
    case .parametersSentOnce: [.parameterRepeated]
    case .clientIdentifierPresent: [.clientIdentifierMissing, .parameterRepeated]
    case .clientRegistered: [.clientUnregistered]
    case .redirectionURIPresent: [.redirectionURIMissing, .parameterRepeated]
    case .redirectionURIWellFormed: [.redirectionURIMalformed]
    case .redirectionURIRegistered: [.redirectionURIUnregistered]
    case .responseModeSupported: [.responseModeUnsupported]
    case .requestObjectAbsent: [.requestObjectUnsupported]
    case .responseTypePresent: [.responseTypeMissing]
    case .responseTypeSupported: [.responseTypeUnsupported]
    case .responseTypeAllowed: [.responseTypeNotAllowed]
    case .stateAcceptable: [.stateMissing, .stateTooLong]
    case .scopeWellFormed: [.scopeMalformed]
    case .scopeAllowed: [.scopeNotAllowed]
    case .codeChallengePresent: [.codeChallengeMissing, .codeChallengeMethodWithoutChallenge]
    case .codeChallengeMethodSupported: [.codeChallengeMethodUnsupported, .codeChallengeMethodMissing]
    case .codeChallengeWellFormed: [.codeChallengeMalformed]
    case .sessionPresent: [.sessionMissing]
    case .interactionKnown: [.interactionUnknown, .interactionOfAnotherSession]
    case .formTokenValid: [.formTokenInvalid]
    case .passwordCorrect: [.passwordWrong]
    case .resourceOwnerSignedIn: [.resourceOwnerNotSignedIn]
    case .decisionPresent: [.decisionMissing]
    case .resourceOwnerAllowed: [.resourceOwnerDenied]
    case .scopeGranted: [.scopeEmptied]
    case .credentialsNotInURI: [.credentialsInURI]
    case .clientAuthenticationSingle: [.clientAuthenticationTwice]
    case .clientAuthenticationReadable: [.basicCredentialsMalformed, .authorizationSchemeUnsupported]
    case .clientIdentified: [.clientUnidentified, .clientIdentifiersDiffer]
    case .clientKnown: [.clientUnknown]
    case .clientAuthenticated: [.clientSecretWrong, .clientAuthenticationMissing, .clientHasNoSecret]
    case .clientAuthenticationMethodRegistered: [.clientAuthenticationMethodUnregistered]
    case .grantTypePresent: [.grantTypeMissing]
    case .grantTypeSupported: [.grantTypeUnsupported]
    case .grantTypeAllowed: [.grantTypeNotAllowed]
    case .authorizationCodePresent: [.authorizationCodeMissing]
    case .authorizationCodeKnown: [.authorizationCodeUnknown]
    case .authorizationCodeBoundToClient: [.authorizationCodeOfAnotherClient]
    case .authorizationCodeNotExpired: [.authorizationCodeExpired]
    case .redirectionURISame: [.redirectionURIDiffers, .redirectionURIMissingAtToken]
    case .codeVerifierPresent: [.codeVerifierMissing, .codeVerifierWithoutChallenge]
    case .codeVerifierWellFormed: [.codeVerifierMalformed]
    case .codeVerifierMatches: [.codeVerifierWrong]
    case .authorizationCodeNotRedeemed: [.authorizationCodeAlreadyRedeemed, .authorizationCodeBurnt]
    case .accessTokenPresent: [.accessTokenMissing, .accessTokenInQuery, .accessTokenInBody]
    case .accessTokenSingle: [.accessTokenRepeated]
    case .accessTokenScheme: [.accessTokenSchemeWrong]
    case .accessTokenWellFormed: [.accessTokenMalformed, .accessTokenEmpty]
    case .accessTokenKnown: [.accessTokenUnknown, .authorizationCodeAsAccessToken]
    case .accessTokenNotRevoked: [.accessTokenRevoked]
    case .accessTokenNotExpired: [.accessTokenExpired]
    case .scopeSufficient: [.scopeInsufficient]
    }
  }

  /// The rule by its title, and the reasons of the refusal it exists for.
  public var lesson: Lesson { Lesson(rule: title, specification: specification, reasons: refusals[0].lesson) }
}
