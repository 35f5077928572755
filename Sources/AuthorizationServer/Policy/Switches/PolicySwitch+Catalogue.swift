import OAuth

extension PolicySwitch {
  /// Every switch there is, each in one line: adding one means adding its property to ``Policy`` and its line here.
  public static let all: [PolicySwitch] = groups.flatMap(\.switches)

  /// The same under their headings.
  public static let groups: [(title: String, switches: [PolicySwitch])] = [
    ("lifetimes", lifetimes), ("requests", requests), ("credentials", credentials), ("codes and consent", grants),
    ("refresh tokens", refreshTokens), ("devices", devices), ("server", server), ("wire", wire),
  ]

  private static let lifetimes: [PolicySwitch] = [
    .seconds("codeLifetime", \.codeLifetime, bends: .authorizationCodeNotExpired),
    .seconds("accessTokenLifetime", \.accessTokenLifetime, bends: .accessTokenNotExpired),
    .seconds("refreshTokenLifetime", \.refreshTokenLifetime, bends: .refreshTokenNotExpired),
    .seconds("pushedRequestLifetime", \.pushedRequestLifetime, bends: .pushedRequestNotExpired),
    .flag(
      "wholeSeconds", \.wholeSeconds,
      bends: .authorizationCodeNotExpired, .accessTokenNotExpired, .refreshTokenNotExpired, .tokenNotExpired,
      .pushedRequestNotExpired, .userCodeNotExpired, .deviceCodeNotExpired),
  ]

  private static let requests: [PolicySwitch] = [
    .words(
      "requirePKCE", \.requirePKCE, whenTrue: .all, whenFalse: Policy.PKCERequirement.none, bends: .codeChallengePresent
    ),
    .flag("allowPlainPKCE", \.allowPlainPKCE, bends: .codeChallengeMethodSupported, .codeVerifierMatches),
    .words(
      "supportPKCE", \.supportPKCE,
      bends: .codeChallengePresent, .codeChallengeMethodSupported, .codeChallengeWellFormed, .codeVerifierPresent,
      .codeVerifierMatches),
    .words("redirectURIMatching", \.redirectURIMatching, bends: .redirectionURIRegistered),
    .words("redirectURIAtToken", \.redirectURIAtToken, bends: .redirectionURISame),
    .words(
      "redirectURIRequired", \.redirectURIRequired, whenTrue: .always, whenFalse: .openID,
      bends: .redirectionURIPresent),
    .flag("anyRedirectURI", \.anyRedirectURI, bends: .redirectionURIRegistered),
    .flag("loopbackPorts", \.loopbackPorts, bends: .redirectionURIRegistered),
    .flag("localhostPorts", \.localhostPorts, bends: .redirectionURIRegistered),
    .flag("stateRequired", \.stateRequired, bends: .stateAcceptable),
    .words(
      "duplicateParameters", \.duplicateParameters,
      bends: .parametersSentOnce, .clientIdentifierPresent, .redirectionURIPresent),
    .scope("defaultScope", \.defaultScope, bends: .scopeWellFormed),
    .flag("defaultScopeExamined", \.defaultScopeExamined, bends: .scopeAllowed),
    .flag("defaultScopeAdded", \.defaultScopeAdded, bends: .scopeAllowed),
    .words("unknownScope", \.unknownScope, bends: .scopeAllowed),
    .scope("offeredScope", \.offeredScope, bends: .scopeAllowed),
    .flag("emptyScope", \.emptyScope, bends: .scopeAllowed),
    .flag("scopePerClient", \.scopePerClient, bends: .scopeAllowed),
    .scope("resourceScope", \.resourceScope, bends: .scopeSufficient),
    .words("unknownPrompt", \.unknownPrompt, bends: .promptUnderstood),
    .flag("issuerInResponse", \.issuerInResponse),
    .flag(
      "openIDConnect", \.openIDConnect,
      bends: .redirectionURIPresent, .scopeAllowed, .promptUnderstood, .maxAgeWellFormed, .nonceAcceptable,
      .idTokenHintValid, .scopeSufficient, .scopeRegistrable, .idTokenAlgorithmSupported),
    .flag("plainOpenIDScope", \.plainOpenIDScope, bends: .scopeAllowed),
    .words("accessTokenFormat", \.accessTokenFormat, bends: .accessTokenSignatureValid, .accessTokenMeantForUs),
  ]

  private static let credentials: [PolicySwitch] = [
    .words(
      "credentialPrecedence", \.credentialPrecedence, bends: .clientAuthenticationSingle, .clientIdentified),
    .flag(
      "ignoreUnreadableBasic", \.ignoreUnreadableBasic,
      bends: .clientAuthenticationSingle, .clientAuthenticationReadable),
    .flag("formDecodedBasic", \.formDecodedBasic, bends: .clientAuthenticationReadable, .clientAuthenticated),
    .flag(
      "enforceRegisteredAuthentication", \.enforceRegisteredAuthentication,
      bends: .clientAuthenticationMethodRegistered),
    .flag("acceptsJSONBody", \.acceptsJSONBody, bends: .mediaTypeForm, .requestDecodable),
    .flag("acceptsGETAtToken", \.acceptsGETAtToken, bends: .methodAllowed, .credentialsNotInURI),
    .names("queryAtToken", \.queryAtToken, of: "parameters", bends: .grantTypePresent, .authorizationCodePresent),
    .words("decoding", \.decoding, bends: .mediaTypeForm, .requestDecodable),
    .flag("slashes", \.slashes, bends: .redirectionURIWellFormed, .clientAuthenticated),
    .words("bearerScheme", \.bearerScheme, bends: .accessTokenScheme),
    .words("methodsAtResource", \.methodsAtResource, bends: .methodAllowed),
    .flag("tokenInQuery", \.tokenInQuery, bends: .accessTokenPresent),
    .flag("tokenInBody", \.tokenInBody, bends: .accessTokenPresent),
    .flag("emptyTokenSent", \.emptyTokenSent, bends: .accessTokenPresent),
    .flag("exactMediaType", \.exactMediaType, bends: .mediaTypeForm),
  ]

  private static let grants: [PolicySwitch] = [
    .names("grantTypes", \.grantTypes, of: "grants", bends: .grantTypeSupported),
    .names("clientGrants", \.clientGrants, of: "grants", bends: .grantTypeAllowed),
    .flag("implicitGrant", \.implicitGrant, bends: .responseTypeSupported),
    .words("codeReuse", \.codeReuse, bends: .authorizationCodeNotRedeemed),
    .flag("failedRedemptionBurnsCode", \.failedRedemptionBurnsCode, bends: .authorizationCodeNotRedeemed),
    .words("consent", \.consent, bends: .promptUnderstood),
    .words("promptReading", \.promptReading, bends: .promptUnderstood, .signInSufficient, .consentSufficient),
  ]

  private static let refreshTokens: [PolicySwitch] = [
    .words("refreshTokenIssuance", \.refreshTokenIssuance, bends: .refreshTokenPresent),
    .flag("refreshTokenRotation", \.refreshTokenRotation, bends: .refreshTokenNotReused),
    .flag("refreshTokenOnce", \.refreshTokenOnce, bends: .refreshTokenNotReused),
    .words("refreshTokenReuse", \.refreshTokenReuse, bends: .refreshTokenNotReused),
    .seconds("refreshTokenGrace", \.refreshTokenGrace, bends: .refreshTokenNotReused),
    .flag("accessTokenRevocation", \.accessTokenRevocation, bends: .tokenRevocable, .accessTokenNotRevoked),
  ]

  /// What only changes how an answer is written.
  private static let wire: [PolicySwitch] = [
    .text(
      "extraResponseParameters", \.extraResponseParameters,
      grammar: "empty, or parameters such as iframe=break between ampersands", isFit: PolicySwitch.isQuery),
    .flag("challengeForces401", \.challengeForces401),
    .flag("errorsAsOK", \.errorsAsOK),
    .flag("phpWarnings", \.phpWarnings),
  ]

  private static let devices: [PolicySwitch] = [
    .seconds("deviceCodeLifetime", \.deviceCodeLifetime, bends: .deviceCodeNotExpired, .userCodeNotExpired),
    .seconds("deviceInterval", \.deviceInterval, bends: .devicePatient),
  ]

  private static let server: [PolicySwitch] = [
    .words("registration", \.registration, bends: .registrationOffered, .initialAccessTokenValid),
    .text("registrationToken", \.registrationToken, grammar: "any text", bends: .initialAccessTokenValid) { _ in true },
    .flag("serverEnabled", \.serverEnabled, bends: .serverEnabled),
    .text(
      "issuerPath", \.issuerPath, grammar: "empty, or a path such as /tenant without a slash at its end",
      bends: .endpointKnown, isFit: EndpointPaths.isIssuerPath),
  ]
}
