extension Profile {
  /// The library under most OAuth servers written in PHP, as it comes.
  public static let bshaffer = Profile(
    name: "bshaffer",
    summary: "bshaffer/oauth2-server-php 1.14 with its defaults: the engine of the WordPress plugins",
    policy: .php,
    dialect: .bshaffer(),
    paths: EndpointPaths([
      .authorization: ["/oauth/authorize"],
      .login: ["/oauth/authorize/login"],
      .consent: ["/oauth/authorize/consent"],
      .token: ["/oauth/token"],
      .me: ["/oauth/me"],
      .revocation: ["/oauth/revoke"],
    ]),
    orders: .bshaffer,
    notes: [
      Note(
        "challengeForces401",
        "The program sets 400 or 403 and then the challenge, for which PHP makes a 401 of it. Every bearer error is a 401."
      ),
      Note("clientAuthenticated", "Wrong client credentials are a 400 without a challenge; RFC 6749 §5.2 wants 401."),
      Note("redirectionURISame", "Another redirect_uri is redirect_uri_mismatch, a code that no standard has."),
      Note("anyRedirectURI", "A client for which no redirection URI is registered may name any: an open redirector."),
      Note(
        "loopbackPorts",
        "Compared octet by octet, so that a native client needs the port that is registered. RFC 8252 §7.3 has it free."
      ),
      Note(
        "decoding",
        "PHP takes the text 0 for nothing: state=0 is missing, and so is grant_type=0. Spaces and dots in names are _."),
      Note(
        "passwordCorrect",
        "With a storage that knows users the password grant is on, and a wrong password is 401 without a challenge. "
          + "RFC 9700 §2.4 forbids the grant."),
      Note(
        "supportPKCE",
        "PKCE comes with OpenID Connect, and challenges are not looked at when they come: one without a method, or of "
          + "nonsense, gets a code that nobody can redeem."),
      Note("authorizationCodeNotRedeemed", "A replay is refused, but the tokens of the first use stay good."),
      Note("refreshTokenOnce", "A refresh uses the token up and brings no new one: the client can refresh once."),
      Note("tokenOwnedByClient", "Whoever knows a token can revoke it: no client is asked for its secret."),
      Note("bearerScheme", "The word Bearer is looked for anywhere in the header: NotBearer TOKEN works, too."),
    ])
}
