import HTTPTypes
import OAuth

extension Dialect {
  /// The answers the standards ask for: the right code, and a description that says what to send but not what the
  /// server knows.
  public static let strict = Dialect(
    realm: "oauth-playground",
    words: [
      Words(.guessing, wordings: [[.clientUnknown]: .guessingClient]),
      Words(
        .noRedirectionURIRegistered,
        wordings: [
          [.redirectionURIMissing, .redirectionURIUnregistered]: Wording(
            .badRequest, .unauthorizedClient, "The client is registered for no redirection URI.")
        ]),
    ]
  ) { kind in
    switch kind {
    case .serverSwitchedOff: .unavailable("The server is switched off.", retryAfter: 30)
    case .storeFailed, .clientLookupFailed: .unavailable("The server could not do this just now.", retryAfter: 1)
    case .endpointUnknown: Wording(.notFound)
    case .hostForeign: Wording(.misdirectedRequest, .invalidRequest, "This is not the host you asked for.")
    case .originForeign: Wording(.forbidden, .invalidRequest, "A page of this origin may not read the answer.")
    case .methodNotAllowed: Wording(.methodNotAllowed, .invalidRequest, "This endpoint takes another method.")
    case .mediaTypeNotForm: .invalidRequest("The body must be application/x-www-form-urlencoded.")
    case .requestUndecodable: .invalidRequest("The request is not percent-encoded UTF-8.")
    case .requestJSONUnreadable: .invalidRequest("The body must be a JSON object of strings.")
    case .requestHasTooManyParameters: .invalidRequest("Too many parameters.")
    case .parameterRepeated: .invalidRequest("A parameter is repeated.")
    case .clientIdentifierMissing: .invalidRequest("Parameter client_id is missing.")
    case .clientUnregistered: .invalidRequest("The client is not registered.")
    case .redirectionURIMissing: .invalidRequest("Parameter redirect_uri is missing.")
    case .redirectionURIMalformed, .redirectionURIUnregistered:
      .invalidRequest("The redirection URI is not registered for this client.")
    case .responseModeUnsupported: .invalidRequest("The response_mode is not supported.")
    // request_not_supported, request_uri_not_supported or registration_not_supported.
    case .requestObjectUnsupported: Wording(.badRequest, "{found}_not_supported")
    case .responseTypeMissing: .invalidRequest("Parameter response_type is missing.")
    case .responseTypeUnsupported: Wording(.badRequest, .unsupportedResponseType, "Only code is supported.")
    case .responseTypeNotAllowed, .grantTypeNotAllowed:
      Wording(.badRequest, .unauthorizedClient, "The client may not use this grant.")
    case .stateMissing: .invalidRequest("Parameter state is missing.")
    case .stateTooLong: .invalidRequest("Parameter state is too long.")
    case .scopeMalformed: .invalidScope("The scope is malformed.")
    case .scopeNotAllowed: .invalidScope("The client may not ask for this scope.")
    case .codeChallengeMissing: .invalidRequest("Parameter code_challenge is missing.")
    case .codeChallengeMethodMissing: .invalidRequest("Parameter code_challenge_method must be S256.")
    case .codeChallengeMethodUnsupported: .invalidRequest("The code_challenge_method is not supported.")
    case .codeChallengeMethodWithoutChallenge: .invalidRequest("Parameter code_challenge is missing.")
    case .codeChallengeMalformed: .invalidRequest("Parameter code_challenge is malformed.")
    case .resourceMalformed: .invalidTarget("Parameter resource must be an absolute URI without a fragment.")
    case .resourceNotGranted: .invalidTarget("The resource is not one that was granted.")
    case .requestURIPushed: .invalidRequest("Parameter request_uri must not be pushed.")
    case .pushedRequestUnknown, .pushedRequestOfAnotherClient, .pushedRequestExpired, .pushedRequestAlreadyUsed:
      Wording(.badRequest, .invalidRequestURI, "The request_uri is not valid.")
    case .pushedRequestRequired: .invalidRequest("The client must push its authorization requests.")
    case .noRoomLeft:
      Wording(
        .tooManyRequests,
        .temporarilyUnavailable, "Too many requests are waiting.",
        fields: [.retryAfter: "60"])
    case .promptContradictory: .invalidRequest("The prompt none goes with no other.")
    case .promptUnknown: .invalidRequest("The prompt is not supported.")
    case .maxAgeMalformed: .invalidRequest("Parameter max_age must be a number of seconds.")
    case .nonceTooLong: .invalidRequest("Parameter nonce is too long.")
    case .idTokenHintInvalid: .invalidRequest("The id_token_hint is not an ID token of this server.")
    case .signInRequired, .hintedOwnerNotSignedIn:
      Wording(.badRequest, .loginRequired, "The resource owner must sign in.")
    case .consentRequired: Wording(.badRequest, .consentRequired, "The resource owner must be asked.")
    case .signInStale, .sessionMissing, .interactionUnknown, .interactionOfAnotherSession, .formTokenInvalid,
      .resourceOwnerNotSignedIn:
      Wording(.forbidden, .invalidRequest, "This form is no longer valid. Start again from the application.")
    case .passwordWrong: Wording(.badRequest, .accessDenied)
    case .decisionMissing: .invalidRequest("Parameter decision must be allow or deny.")
    case .resourceOwnerDenied, .scopeEmptied:
      Wording(.badRequest, .accessDenied, "The resource owner denied the request.")
    case .credentialsInURI: .invalidRequest("Credentials must not be sent in the request URI.")
    case .clientAuthenticationTwice: .invalidRequest("The client authenticates itself twice.")
    case .clientIdentifiersDiffer: .invalidRequest("Two different clients are named.")
    case .authorizationSchemeUnsupported, .basicCredentialsMalformed, .clientUnidentified, .clientUnknown,
      .clientAuthenticationMissing, .clientSecretWrong, .clientHasNoSecret, .clientAuthenticationMethodUnregistered:
      Wording(.unauthorized, .invalidClient, "Client authentication failed.")
    case .grantTypeMissing: .invalidRequest("Parameter grant_type is missing.")
    case .grantTypeUnsupported: Wording(.badRequest, .unsupportedGrantType, "The grant_type is not supported.")
    case .authorizationCodeMissing: .invalidRequest("Parameter code is missing.")
    case .codeVerifierWithoutChallenge: .invalidRequest("Parameter code_verifier was sent without a challenge.")
    case .authorizationCodeUnknown, .authorizationCodeOfAnotherClient, .authorizationCodeExpired,
      .authorizationCodeBurnt, .redirectionURIMissingAtToken, .redirectionURIDiffers, .codeVerifierMissing,
      .codeVerifierMalformed, .codeVerifierWrong, .codeChallengeMethodUnknown, .authorizationCodeAlreadyRedeemed:
      Wording(.badRequest, .invalidGrant, "The authorization grant is invalid.")
    case .clientThrottled: .guessingClient
    case .passwordThrottled: Wording(.tooManyRequests, .accessDenied, fields: [.retryAfter: "60"])
    case .refreshTokenMissing: .invalidRequest("Parameter refresh_token is missing.")
    case .refreshTokenUnknown, .refreshTokenOfAnotherClient, .refreshTokenRevoked, .refreshTokenExpired,
      .refreshTokenReused:
      Wording(.badRequest, .invalidGrant, "The authorization grant is invalid.")
    case .scopeBeyondGrant: .invalidScope("The scope is wider than what was granted.")
    case .clientNotConfidential: Wording(.badRequest, .unauthorizedClient, "The client may not use this grant.")
    case .passwordMissing: .invalidRequest("Parameters username and password are needed.")
    case .userCodeMissing: .invalidRequest("Enter the code that the device shows.")
    case .userCodeThrottled:
      Wording(.tooManyRequests, .slowDown, "Too many wrong codes. Wait for a minute.", fields: [.retryAfter: "60"])
    case .userCodeUnknown: .invalidRequest("No device shows this code.")
    case .userCodeExpired: .invalidRequest("This code has expired. Start again on the device.")
    case .userCodeAlreadyUsed: .invalidRequest("This code has been used. Start again on the device.")
    case .deviceCodeMissing: .invalidRequest("Parameter device_code is missing.")
    case .deviceCodeUnknown, .deviceCodeOfAnotherClient, .deviceCodeAlreadyRedeemed:
      Wording(.badRequest, .invalidGrant, "The authorization grant is invalid.")
    case .deviceCodeExpired: Wording(.badRequest, .expiredToken, "The device code has expired.")
    case .devicePolledTooSoon: Wording(.badRequest, .slowDown, "Wait five seconds longer from now on.")
    case .deviceDecisionPending:
      Wording(.badRequest, .authorizationPending, "The resource owner has not decided yet.")
    case .deviceDenied: Wording(.badRequest, .accessDenied, "The resource owner denied the request.")
    case .registrationClosed: Wording(.forbidden, .accessDenied, "This server registers no clients.")
    case .initialAccessTokenMissing: Wording(.unauthorized)
    case .initialAccessTokenWrong: Wording(.unauthorized, .invalidToken, "The access token is not valid.")
    case .mediaTypeNotJSON: .invalidRequest("The body must be application/json.")
    case .clientMetadataUnreadable: .invalidClientMetadata("The body must be one JSON object.")
    case .clientMetadataMalformed: .invalidClientMetadata("A member has the wrong type, size or value.")
    case .authenticationMethodUnsupported: .invalidClientMetadata("The token_endpoint_auth_method is not supported.")
    case .grantTypesInconsistent: .invalidClientMetadata("The grant types and response types do not fit each other.")
    case .scopeNotRegistrable: .invalidClientMetadata("The scope holds nothing that this server offers.")
    case .idTokenAlgorithmUnsupported: .invalidClientMetadata("The id_token_signed_response_alg is not supported.")
    case .redirectionURIsMissing: Wording(.badRequest, .invalidRedirectURI, "Register at least one.")
    case .redirectionURINotRegistrable:
      Wording(.badRequest, .invalidRedirectURI, "Use https, http on a loopback address, or a reverse domain name.")
    case .callerNotAllowed: Wording(.unauthorized, .invalidClient, "The client may not introspect.")
    case .tokenTypeHintUnknown: .invalidRequest("The token_type_hint is not known.")
    case .tokenMissing: .invalidRequest("Parameter token is missing.")
    case .tokenOfAnotherClient: Wording(.badRequest, .invalidGrant, "The token is not the client's.")
    case .tokenNotRevocable: Wording(.badRequest, .unsupportedTokenType, "Access tokens cannot be revoked.")
    case .tokenUnknown, .tokenNotMeantForCaller, .tokenRevoked, .tokenExpired: Wording(.ok)
    case .accessTokenMissing, .accessTokenInQuery, .accessTokenInBody, .accessTokenSchemeWrong:
      Wording(.unauthorized)
    case .accessTokenRepeated, .accessTokenEmpty: .invalidRequest("Send one access token, in one way.")
    case .accessTokenMalformed, .accessTokenSignatureInvalid, .idTokenAsAccessToken, .accessTokenForAnother,
      .accessTokenUnknown, .authorizationCodeAsAccessToken, .refreshTokenAsAccessToken, .accessTokenRevoked,
      .accessTokenExpired, .resourceOwnerGone:
      Wording(.unauthorized, .invalidToken, "The access token is not valid.")
    case .scopeInsufficient, .resourceOwnerAbsent:
      Wording(.forbidden, .insufficientScope, "The access token is not for this.")
    }
  }
}

extension Dialect.Wording {
  static func invalidRequest(_ description: String) -> Dialect.Wording {
    Dialect.Wording(.badRequest, .invalidRequest, description)
  }

  /// RFC 9110 §15.6.4: the client may try again. RFC 7009 §2.2.1.
  static func unavailable(_ description: String, retryAfter seconds: Int) -> Dialect.Wording {
    Dialect.Wording(
      .serviceUnavailable, .temporarilyUnavailable, description,
      fields: [.retryAfter: String(seconds)])
  }

  /// The same for a client that is there and for one that is not: otherwise the answer would tell which there are.
  static var guessingClient: Dialect.Wording {
    Dialect.Wording(
      .tooManyRequests, .invalidClient, "Client authentication failed.",
      fields: [.retryAfter: "60"])
  }

  static func invalidClientMetadata(_ description: String) -> Dialect.Wording {
    Dialect.Wording(.badRequest, .invalidClientMetadata, description)
  }

  static func invalidTarget(_ description: String) -> Dialect.Wording {
    Dialect.Wording(.badRequest, .invalidTarget, description)
  }

  static func invalidScope(_ description: String) -> Dialect.Wording {
    Dialect.Wording(.badRequest, .invalidScope, description)
  }
}
