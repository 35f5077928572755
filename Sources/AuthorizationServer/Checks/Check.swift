public import OAuth

/// Every check the server makes, by the name that decisions, scenarios and explanations call it.
public enum Check: String, CheckName {
  // Every endpoint
  case serverEnabled
  case storeAvailable
  case endpointKnown
  case hostOwn
  case originAllowed
  case methodAllowed
  case mediaTypeForm
  case requestDecodable
  case parametersSentOnce
  // Authorization endpoint
  case clientIdentifierPresent
  case clientRegistered
  case redirectionURIPresent
  case redirectionURIWellFormed
  case redirectionURIRegistered
  case responseModeSupported
  case requestObjectAbsent
  case responseTypePresent
  case responseTypeSupported
  case responseTypeAllowed
  case stateAcceptable
  case scopeWellFormed
  case scopeAllowed
  case codeChallengePresent
  case codeChallengeMethodSupported
  case codeChallengeWellFormed
  // Authorization endpoint: OpenID Connect
  case promptUnderstood
  case maxAgeWellFormed
  case nonceAcceptable
  case idTokenHintValid
  case signInSufficient
  case consentSufficient
  // Resource indicators
  case resourceWellFormed
  case resourceWithinGrant
  // Pushed authorization requests
  case requestURINotPushed
  case pushedRequestKnown
  case pushedRequestBoundToClient
  case pushedRequestNotExpired
  case pushedRequestNotUsed
  case requestPushedIfRequired
  case roomLeft
  // Login and consent
  case sessionPresent
  case interactionKnown
  case formTokenValid
  case passwordCorrect
  case resourceOwnerSignedIn
  case signInFresh
  case hintedOwnerSignedIn
  case decisionPresent
  case resourceOwnerAllowed
  case scopeGranted
  // Token endpoint: the client
  case credentialsNotInURI
  case clientAuthenticationSingle
  case clientAuthenticationReadable
  case clientIdentified
  case clientKnown
  case clientAuthenticated
  case clientAuthenticationMethodRegistered
  // Token endpoint: the grant
  case grantTypePresent
  case grantTypeSupported
  case grantTypeAllowed
  case authorizationCodePresent
  case authorizationCodeKnown
  case authorizationCodeBoundToClient
  case authorizationCodeNotExpired
  case redirectionURISame
  case codeVerifierPresent
  case codeVerifierWellFormed
  case codeVerifierMatches
  case authorizationCodeNotRedeemed
  // Token endpoint: refresh token and client credentials
  case refreshTokenPresent
  case refreshTokenKnown
  case refreshTokenBoundToClient
  case refreshTokenNotRevoked
  case refreshTokenNotExpired
  case refreshTokenNotReused
  case scopeWithinGrant
  case clientConfidential
  // Token endpoint: password
  case passwordPresent
  // Device authorization
  case userCodePresent
  case userCodeNotThrottled
  case userCodeKnown
  case userCodeNotExpired
  case userCodeNotUsed
  case deviceCodePresent
  case deviceCodeKnown
  case deviceCodeBoundToClient
  case deviceCodeNotExpired
  case deviceCodeNotRedeemed
  case devicePatient
  case deviceDecided
  case deviceAllowed
  // Registration
  case registrationOffered
  case initialAccessTokenValid
  case mediaTypeJSON
  case clientMetadataReadable
  case clientMetadataWellFormed
  case authenticationMethodSupported
  case grantTypesConsistent
  case redirectionURIsRegistrable
  case scopeRegistrable
  case idTokenAlgorithmSupported
  // Introspection and revocation
  case callerAllowed
  case tokenPresent
  case tokenTypeHintKnown
  case tokenOwnedByClient
  case tokenRevocable
  case tokenKnown
  case tokenMeantForCaller
  case tokenNotRevoked
  case tokenNotExpired
  // Protected resource
  case accessTokenPresent
  case accessTokenSingle
  case accessTokenScheme
  case accessTokenWellFormed
  case accessTokenSignatureValid
  case accessTokenMeantForUs
  case accessTokenKnown
  case resourceOwnerKnown
  case accessTokenNotRevoked
  case accessTokenNotExpired
  case scopeSufficient
}
