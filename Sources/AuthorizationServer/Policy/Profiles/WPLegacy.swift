import OAuth

extension Profile {
  /// The plugin of the support thread.
  public static let wpLegacy = Profile(
    name: "wp-legacy",
    summary: "WP OAuth2 Complete 2.0.0 of 2014: the WordPress plugin of the thread about grant_type",
    policy: .wpLegacy,
    dialect: .wpLegacy,
    paths: EndpointPaths([
      .authorization: ["/oauth/authorize", "/oauth/authorize/"],
      .login: ["/oauth/login", "/oauth/login/"],
      .consent: ["/oauth/authorize/consent"],
      .token: ["/oauth/request_token", "/oauth/request_token/"],
      .me: ["/oauth/request_access", "/oauth/request_access/"],
    ]),
    orders: Orders([
      .authorization: [
        .hostOwn, .requestDecodable, .clientIdentifierPresent, .stateAcceptable, .clientRegistered,
        .redirectionURIPresent, .redirectionURIWellFormed, .redirectionURIRegistered, .responseTypePresent,
        .responseTypeSupported, .scopeWellFormed, .scopeAllowed,
      ],
      .token: [
        .hostOwn, .requestDecodable, .grantTypePresent, .clientAuthenticationSingle, .clientAuthenticationReadable,
        .clientIdentified, .clientKnown, .clientAuthenticated, .grantTypeSupported,
      ],
      .authorizationCode: [
        .authorizationCodePresent, .authorizationCodeKnown, .authorizationCodeBoundToClient, .redirectionURISame,
        .authorizationCodeNotExpired, .authorizationCodeNotRedeemed, .scopeWithinGrant,
      ],
      .refreshToken: [
        .refreshTokenPresent, .refreshTokenKnown, .refreshTokenNotRevoked, .refreshTokenBoundToClient,
        .refreshTokenNotExpired, .refreshTokenNotReused, .scopeWithinGrant,
      ],
      .resourceIndicators: [],
      .resourceIndicatorsAtToken: [],
      .resource: [
        .hostOwn, .accessTokenPresent, .accessTokenSingle, .accessTokenScheme, .mediaTypeForm, .accessTokenWellFormed,
        .accessTokenSignatureValid, .accessTokenMeantForUs, .accessTokenKnown, .accessTokenNotRevoked,
        .accessTokenNotExpired, .resourceOwnerKnown, .scopeSufficient,
      ],
    ]),
    notes: [
      Note(
        "grantTypeMissing",
        "The sentence of the thread. The token endpoint reads the body of a POST and the query of everything else. The "
          + "plugin's manual shows the request as a URL: sent by POST, or as JSON, it has an empty body, and a "
          + "grant_type that is spelt right is missing. A wrong one gets the same sentence, once the client is known."),
      Note("acceptsGETAtToken", "A GET gets tokens, and the secret of the client stands in every log on the way."),
      Note(
        "authorizationCodeUnknown", "Status 200, and a member Error: who looks at the status goes on without a token."),
      Note("authorizationCodeOfAnotherClient", "It speaks of a refresh token, though none was sent."),
      Note(
        "slashes", "WordPress puts a backslash before quotes: state=it's comes back as it\\'s and is another state."),
      Note("codeReuse", "A code is never deleted: within its 30 s everybody can redeem it again."),
      Note(
        "redirectURIAtToken",
        "redirect_uri is compared if it comes along, and need only begin alike; whoever leaves it out is not asked."),
      Note("refreshTokenReuse", "The plugin means to delete the old refresh token, and does not: both stay good."),
      Note(
        "unknownScope", "The list of known scope tokens is empty, so that every scope is refused. Leave scope out."),
      Note(
        "implicitGrant",
        "response_type=token puts a refresh token into the address of a page, which RFC 6749 §4.2.2 forbids."),
      Note("accessTokenUnknown", "invalid_grant where RFC 6750 §3.1 has invalid_token: clients do not refresh on it."),
      Note("bearerScheme", "Bearer is compared with its case; schemes have none (RFC 9110 §11.1)."),
      Note("exactMediaType", "A POST that says charset=UTF-8 has another Content-Type here, at the resource only."),
      Note(
        "stateMissing",
        "Errors of the authorization endpoint are JSON with status 200 before the eyes of the user: the client hears "
          + "nothing."),
      Note("signInRequired", "The login page brings back client_id and state, without redirect_uri and scope."),
      Note(nil, "Every request's query, secrets included, is appended to a file that the web server shows to anybody."),
    ])
}

extension Policy {
  fileprivate static let wpLegacy: Policy = {
    var policy = Policy.wordPress
    // The plugin takes what PHP gives it: no library reads JSON, or the query.
    policy.acceptsJSONBody = false
    policy.queryAtToken = []
    policy.acceptsGETAtToken = true
    policy.grantTypes = [.authorizationCode, .refreshToken]
    policy.implicitGrant = true
    policy.redirectURIAtToken = .optionalPrefix
    policy.codeReuse = .allow
    policy.defaultScope = ""
    policy.emptyScope = true
    policy.unknownScope = .refuseAll
    policy.bearerScheme = .caseSensitive
    policy.emptyTokenSent = true
    policy.exactMediaType = true
    policy.supportPKCE = .never
    return policy
  }()
}
