import OAuth

extension Profile {
  /// The plugin of the codex page, in its free edition.
  public static let wpOAuth = Profile(
    name: "wp-oauth",
    summary: "WP OAuth Server 4.4.0, free edition: the WordPress plugin of the codex page, set up as it comes",
    policy: .wpOAuth,
    dialect: .wpOAuth,
    paths: EndpointPaths([
      .authorization: ["/oauth/authorize", "/oauth/authorize/", "/?oauth=authorize"],
      .login: ["/wp-login.php"],
      .consent: ["/oauth/authorize/consent"],
      .token: ["/oauth/token", "/oauth/token/", "/?oauth=token"],
      .me: ["/oauth/me", "/oauth/me/", "/?oauth=me"],
      .revocation: ["/oauth/revoke", "/oauth/revoke/", "/?oauth=revoke"],
      .tokenInformation: ["/oauth/introspection", "/oauth/introspection/", "/?oauth=introspection"],
      .endSession: ["/oauth/destroy", "/oauth/destroy/", "/?oauth=destroy"],
      .keys: ["/.well-known/keys", "/.well-known/keys/"],
      .metadata: ["/.well-known/oauth-authorization-server"],
      .openIDConfiguration: ["/.well-known/openid-configuration", "/.well-known/openid-configuration/"],
    ]),
    orders: Orders.bshaffer.replacing([
      // Where the code is looked up, the plugin compares the verifier: a wrong one makes the code unknown.
      .authorizationCode: [
        .authorizationCodePresent, .authorizationCodeKnown, .authorizationCodeNotRedeemed, .codeVerifierPresent,
        .codeVerifierWellFormed, .codeVerifierMatches, .redirectionURISame, .authorizationCodeNotExpired,
        .authorizationCodeBoundToClient, .grantTypeAllowed, .scopeWithinGrant,
      ],
      .resource: tokenChecks.flatMap { $0 == .mediaTypeForm ? [.methodAllowed, $0] : [$0] }
        + [.resourceOwnerKnown, .scopeSufficient],
      // Only who has shown a token learns that the method is wrong.
      .tokenInformation: tokenChecks + [.resourceOwnerKnown, .scopeSufficient, .methodAllowed],
    ]),
    notes: wpOAuthNotes)

  private static let tokenChecks: [Check] = [
    .hostOwn, .accessTokenPresent, .accessTokenSingle, .mediaTypeForm, .accessTokenScheme, .accessTokenWellFormed,
    .accessTokenSignatureValid, .accessTokenMeantForUs, .accessTokenKnown, .accessTokenNotRevoked,
    .accessTokenNotExpired,
  ]

  private static let wpOAuthNotes = [
    Note(nil, "The plugin is switched off until somebody turns it on, and answers 503 so long: serverEnabled false."),
    Note(
      "clientGrants",
      "The free edition gives every client a refresh token and refuses it when it comes back: unauthorized_client."),
    Note(
      "refreshTokenReuse",
      "With the refresh grant (clientGrants empty) a new refresh token comes each time, and the old one stays good."),
    Note(
      "redirectURIMatching",
      "A URI counts as registered if it begins with the registered one: /cb.evil.example gets the codes of /cb."),
    Note(
      "accessTokenUnknown",
      "Missing, unknown and expired tokens are all told 400 Invalid token, without a challenge: a client cannot see "
        + "that it should refresh. With a login cookie of WordPress the answer is 401, and expired tokens are "
        + "expired_token. Try it without cookies."),
    Note(
      "codeVerifierWrong",
      "A wrong or missing code_verifier is told that the code doesn't exist: the code is not the one to look at."),
    Note("stateAcceptable", "state is not required: without it nobody notices a code that somebody else began with."),
    Note("consent", "Nobody is asked: whoever is signed in has allowed every client."),
    Note(
      "extraResponseParameters",
      "Every redirect carries iframe=break, and the texts of errors stand in Location with their spaces."),
    Note("slashes", "WordPress puts a backslash before quotes: state=it's comes back as it\\'s and is another state."),
    Note(
      "signInRequired",
      "The login page is /wp-login.php. On the way there and back the request is copied without encoding: a state "
        + "or redirect_uri with & in it comes back cut."),
    Note("queryAtToken", "grant_type may stand in the URL of a POST, and nothing else: then it is invalid_client."),
    Note(
      "tokenInformation", "Introspection is asked with the token that it is about: whoever has one can ask, no client."),
  ]
}

extension Policy {
  fileprivate static let wpOAuth: Policy = {
    var policy = Policy.wordPress
    policy.refreshTokenLifetime = .seconds(86_400)
    policy.stateRequired = false
    policy.clientGrants = [.authorizationCode, "implicit"]
    // The last two are those that the library knows without being told.
    policy.offeredScope = "profile email basic openid offline_access"
    policy.defaultScope = "basic"
    policy.queryAtToken = [.grantType, .scope]
    // PKCE came with version 4.1, without OpenID Connect.
    policy.supportPKCE = .unexamined
    policy.promptReading = .noneRefuses
    policy.extraResponseParameters = "iframe=break"
    return policy
  }()
}
