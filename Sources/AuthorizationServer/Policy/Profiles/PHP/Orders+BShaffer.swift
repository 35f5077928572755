extension Orders {
  /// The order in which the library's controllers look. The Host is examined first in every profile:
  /// this server is on loopback.
  static let bshaffer = Orders([
    .authorization: [
      .hostOwn, .requestDecodable, .clientIdentifierPresent, .clientRegistered, .redirectionURIPresent,
      .redirectionURIWellFormed, .redirectionURIRegistered, .responseTypePresent, .responseTypeSupported,
      .responseTypeAllowed, .scopeWellFormed, .scopeAllowed, .stateAcceptable, .codeChallengePresent,
      .codeChallengeMethodSupported, .codeChallengeWellFormed, .promptUnderstood, .nonceAcceptable,
    ],
    // Nobody has heard of other resource servers.
    .resourceIndicators: [],
    .resourceIndicatorsAtToken: [],
    .token: [
      .hostOwn, .methodAllowed, .requestDecodable, .grantTypePresent, .grantTypeSupported,
      .clientAuthenticationSingle, .clientAuthenticationReadable, .clientIdentified, .clientKnown, .clientAuthenticated,
    ],
    // Whose code it is, is asked near the end.
    .authorizationCode: [
      .authorizationCodePresent, .authorizationCodeKnown, .authorizationCodeNotRedeemed, .redirectionURISame,
      .authorizationCodeNotExpired, .codeVerifierPresent, .codeVerifierWellFormed, .codeVerifierMatches,
      .authorizationCodeBoundToClient, .grantTypeAllowed, .scopeWithinGrant,
    ],
    .refreshToken: [
      .refreshTokenPresent, .refreshTokenKnown, .refreshTokenNotRevoked, .refreshTokenNotReused,
      .refreshTokenNotExpired, .refreshTokenBoundToClient, .grantTypeAllowed, .scopeWithinGrant,
    ],
    .clientCredentials: [.clientConfidential, .grantTypeAllowed, .scopeWellFormed, .scopeAllowed],
    .password: [.passwordPresent, .passwordCorrect, .grantTypeAllowed, .scopeWellFormed, .scopeAllowed],
    .deviceCode: [.grantTypeAllowed] + Orders.strict[.deviceCode],
    // Whoever knows a token may end it.
    .revocation: [
      .hostOwn, .methodAllowed, .requestDecodable, .tokenTypeHintKnown, .tokenPresent, .tokenOwnedByClient,
    ],
    .resource: [
      .hostOwn, .accessTokenPresent, .accessTokenSingle, .methodAllowed, .mediaTypeForm, .accessTokenScheme,
      .accessTokenWellFormed,
      .accessTokenSignatureValid, .accessTokenMeantForUs, .accessTokenKnown, .resourceOwnerKnown,
      .accessTokenNotRevoked, .accessTokenNotExpired, .scopeSufficient,
    ],
  ])
}
