import HTTPTypes
import OAuth

extension Profile {
  /// The plugin of the codex page two generations before.
  public static let wpOAuth3 = Profile(
    name: "wp-oauth-3",
    summary: "WP OAuth Server 3.1.98 of 2016: the same plugin, the first on the library oauth2-server-php",
    policy: .wpOAuth3,
    dialect: .wpOAuth3,
    paths: EndpointPaths([
      .authorization: ["/oauth/authorize", "/oauth/authorize/", "/?oauth=authorize"],
      .login: ["/wp-login.php"],
      .consent: ["/oauth/authorize/consent"],
      .token: ["/oauth/token", "/oauth/token/", "/?oauth=token"],
      .me: ["/oauth/me", "/oauth/me/", "/?oauth=me"],
      .endSession: ["/oauth/destroy", "/oauth/destroy/", "/?oauth=destroy"],
      .keys: ["/.well-known/keys", "/.well-known/keys/"],
      .openIDConfiguration: ["/.well-known/openid-configuration", "/.well-known/openid-configuration/"],
    ]),
    orders: Orders.bshaffer.replacing([
      // A client has no list of grants here, and must not be public.
      .authorization: Orders.bshaffer[.authorization].filter { $0 != .responseTypeAllowed },
      .authorizationCode: Orders.bshaffer[.authorizationCode].filter { $0 != .grantTypeAllowed },
      .token: Orders.bshaffer[.token] + [.clientConfidential],
      .resource: tokenChecks + [.resourceOwnerKnown],
      .endSession: tokenChecks,
    ]),
    notes: [
      Note(
        "defaultScope",
        "The default scope, basic, is not among those that a client may ask for: with scope=basic the answer is "
          + "invalid_scope. Leave scope out."),
      Note(
        "grantTypes",
        "A refresh token comes with every answer, but only authorization_code is switched on: who brings it back is told "
          + "unsupported_grant_type."),
      Note("clientConfidential", "Every client needs a secret, and there is no PKCE: nothing here is for native apps."),
      Note(
        "accessTokenUnknown",
        "Whatever is wrong with a token is 400 Missing or invalid parameter(s), without a challenge, with a cookie or "
          + "without: a client cannot see that it should refresh."),
      Note(
        "redirectURIMatching",
        "A URI counts as registered if it begins with the registered one: /cb.evil.example gets the codes of /cb."),
      Note("stateAcceptable", "state is not required: without it nobody notices a code that somebody else began with."),
      Note("consent", "Nobody is asked: whoever is signed in has allowed every client. prompt is not read."),
      Note(
        "slashes", "WordPress puts a backslash before quotes: state=it's comes back as it\\'s and is another state."),
      Note("serverEnabled", "Switched off, it answers 200, with temporarily_unavailable in the body."),
    ])

  private static let tokenChecks: [Check] = [
    .hostOwn, .accessTokenPresent, .accessTokenSingle, .methodAllowed, .mediaTypeForm, .accessTokenScheme,
    .accessTokenWellFormed, .accessTokenSignatureValid, .accessTokenMeantForUs, .accessTokenKnown,
    .accessTokenNotRevoked, .accessTokenNotExpired,
  ]
}

extension Policy {
  fileprivate static let wpOAuth3: Policy = {
    var policy = Policy.wordPress
    policy.accessTokenLifetime = .seconds(86_400)
    policy.refreshTokenLifetime = .seconds(864_000)
    policy.stateRequired = false
    policy.grantTypes = [.authorizationCode]
    // The last is one that the library knows without being told.
    policy.offeredScope = "openid profile email offline_access"
    policy.defaultScope = "basic"
    policy.supportPKCE = .never
    return policy
  }()
}

extension Dialect {
  fileprivate static let wpOAuth3: Dialect = {
    var style = WireStyle.php
    style.emptyBody = "[]"
    style.sessionPath = "/"
    style.loginIsAbsolute = true
    return bshaffer(words: wpOAuth3Words, style: style, answers: .wpOAuth3)
  }()

  private static let wpOAuth3Words: [Words] = [
    Words(
      .at(.token),
      wordings: [
        [.methodNotAllowed]: .bshaffer(
          .invalidRequest, "The request method must be POST when requesting an access token", status: .methodNotAllowed,
          section: "3.2", fields: [.allow: "POST"]),
        [.clientAuthenticationMissing, .clientNotConfidential]: .secretNeeded,
      ]),
    Words(.noSecretSent, wordings: [[.clientUnknown]: .secretNeeded]),
    Words(
      .at(.token), .sentEmpty(.clientID), .notSent(.clientSecret), wordings: [[.clientUnidentified]: .secretNeeded]),
    Words(wordings: [
      [.serverSwitchedOff]: Wording(.ok, .temporarilyUnavailable, isBare: true),
      unfitTokens: .useless("Missing or invalid parameter(s)"),
      [.resourceOwnerAbsent]: .useless("Missing or invalid access token"),
      // The row of nobody, and the address that it does not have.
      [.resourceOwnerGone]: Wording(.ok, body: .json(["email": .null]), challenge: .none),
    ]),
    Words(.below("/oauth/"), wordings: [[.endpointUnknown]: .unknownRequest]),
    Words(.below("/.well-known/"), wordings: [[.endpointUnknown]: .unknownRequest]),
    Words(.at(.me), wordings: [[.methodNotAllowed]: .useless("Missing or invalid parameter(s)")]),
    Words(.at(.endSession), wordings: [[.methodNotAllowed]: .useless("Missing or invalid parameter(s)")]),
  ]
}

extension Dialect.Wording {
  fileprivate static func useless(_ description: String) -> Dialect.Wording {
    Dialect.Wording(.badRequest, .invalidRequest, description, challenge: .none)
  }

  fileprivate static let unknownRequest = Dialect.Wording(.badRequest, .invalidRequest, "Unknown request")
}

extension Answers {
  fileprivate static let wpOAuth3: Answers = {
    var answers = bshaffer
    answers.codeForm = .alphanumeric(characters: 40)
    answers.accessTokenForm = .alphanumeric(characters: 40)
    answers.refreshTokenForm = .alphanumeric(characters: 40)
    answers.subjectMember = "ID"
    answers.resource = { .object($0.wordPressUser + [.init("email", .string($0.email))]) }
    answers.sessionEnded = ["status": true, "description": "Session destroyed successfully"]
    answers.signIn = { ["redirect_to": $0.target] }
    answers.metadata = { view in
      func url(_ endpoint: Endpoint) -> JSON { .string(view.url(endpoint)) }
      return [
        "issuer": view.secureIssuer, "authorization_endpoint": url(.authorization), "token_endpoint": url(.token),
        "userinfo_endpoint": url(.me),
        "jwks_uri": url(.keys), "response_types_supported": ["code", "id_token", "token id_token", "code id_token"],
        "subject_types_supported": ["public"], "id_token_signing_alg_values_supported": ["RS256"],
      ]
    }
    return answers
  }()
}
