import HTTPTypes
import OAuth

extension Profile {
  /// The plugin of the document about client credentials, in its free edition, which refuses them.
  public static let miniOrange = Profile(
    name: "miniorange",
    summary: "miniOrange OAuth 2.0 Server 6.2, a plugin for WordPress, the free edition",
    policy: .miniOrange,
    dialect: .miniOrange(),
    paths: .miniOrange(),
    orders: .miniOrange,
    notes: [
      Note(
        "errorsAsOK",
        "Nearly every error goes out with status 200, since the answer ends in wp_send_json. A client that looks at the "
          + "status only goes on without a token: look for error in the body."),
      Note(
        "grantTypeSupported",
        "Only authorization_code is let in. Everything else is 400 invalid_grant, where RFC 6749 §5.2 has "
          + "unsupported_grant_type: the document about client credentials describes the premium edition."),
      Note(
        "refreshTokenIssuance",
        "A refresh token is handed out that the same server refuses to take: the client finds out when it needs it."),
      Note(
        "resourceOwnerDenied",
        "A denial reaches the client as a sentence in place of the error code, and without state, so that the client "
          + "cannot tell which of its requests was denied. RFC 6749 §4.1.2.1: access_denied and state."),
      Note(
        "consent",
        "Who was allowed once need not ask again: prompt=allow in the request is enough, and for whatever scope. "
          + "Anybody can write such a link."),
      Note(
        "responseTypePresent",
        "Without response_type the person at the browser sees JSON; the client never hears of it. RFC 6749 §4.1.2.1."),
      Note(
        "methodAllowed",
        "The router of WordPress answers for the plugin: GET at the token endpoint and POST at the resource are no "
          + "routes (404), where RFC 9110 has 405."),
      Note(
        "requestDecodable",
        "JSON is read at the token endpoint, and JSON that is broken is refused by WordPress in words of its own."),
      Note(
        "redirectionURISame",
        "Compared since 6.1.6 only, as is the address at the authorization endpoint: before, a code could be sent anywhere."
      ),
      Note(
        "accessTokenPresent",
        "A challenge with an error, on status 200. RFC 6750 §3.1: 401, and no error where no token was sent."),
      Note(
        nil,
        "The metadata name client_secret_post only, though Basic works; sub is a number; all ID tokens wait in one place, "
          + "so that of two people who sign in at once one can get the token of the other."),
    ])
}

extension Policy {
  static let miniOrange: Policy = {
    var policy = Policy.php
    policy.decoding = .rest
    policy.stateRequired = false
    policy.openIDConnect = true
    policy.supportPKCE = .never
    policy.offeredScope = "profile openid email offline_access"
    policy.scopePerClient = false
    policy.defaultScope = "profile email"
    policy.resourceScope = ""
    policy.grantTypes = [.authorizationCode]
    policy.consent = .promptAllow
    policy.unknownPrompt = .ignore
    policy.methodsAtResource = .get
    policy.anyRedirectURI = false
    policy.challengeForces401 = false
    policy.errorsAsOK = true
    return policy
  }()
}

extension Orders {
  /// The library's, but for the address of a code, which comes after its expiry here.
  static let miniOrange = Orders.bshaffer.replacing([
    .authorizationCode: [
      .authorizationCodePresent, .authorizationCodeKnown, .authorizationCodeNotRedeemed, .authorizationCodeNotExpired,
      .redirectionURISame, .codeVerifierPresent, .codeVerifierWellFormed, .codeVerifierMatches,
      .authorizationCodeBoundToClient, .grantTypeAllowed, .scopeWithinGrant,
    ],
    .resource: [.hostOwn, .methodAllowed] + Orders.bshaffer[.resource].dropFirst(),
    .metadata: [.hostOwn, .methodAllowed, .clientRegistered],
  ])
}

extension EndpointPaths {
  static func miniOrange(and more: [Endpoint: [Address]] = [:]) -> EndpointPaths {
    let usual: [Endpoint: [Address]] = [
      .authorization: ["/wp-json/moserver/authorize"],
      .login: ["/wp-login.php"],
      .consent: ["/wp-json/moserver/authorize/consent"],
      .token: ["/wp-json/moserver/token"],
      .me: ["/wp-json/moserver/resource"],
      .openIDConfiguration: ["/wp-json/moserver/{client}/.well-known/openid-configuration"],
      .keys: ["/wp-json/moserver/{client}/.well-known/keys"],
    ]
    return EndpointPaths(usual.merging(more) { $1 })
  }
}

extension Dialect {
  /// The library's words, with the plugin's and the router's in front.
  static func miniOrange(answers: Answers = .miniOrange, words: [Words] = []) -> Dialect {
    .bshaffer(words: words + miniOrangeWords, style: .miniOrange, answers: answers)
  }

  private static let miniOrangeWords: [Words] = [
    Words(
      .at(.token), .method(.options),
      wordings: [[.methodNotAllowed]: .route("POST")]),
    Words(.at(.me), .method(.options), wordings: [[.methodNotAllowed]: .route("GET")]),
    Words(.below("/wp-json/"), wordings: [[.endpointUnknown]: .noRoute]),
    Words(
      .at(.openIDConfiguration), wordings: [[.clientUnregistered]: .fixed(.invalidClient, "Client does not exist.")]),
    Words(.at(.keys), wordings: [[.clientUnregistered]: .noKeys]),
    Words(
      .elsewhere("where the path names no client"),
      wordings: [[.clientUnregistered]: .fixed(.invalidRequest, "Resource Identifier Missing.")]),
    Words(
      .noRedirectionURIRegistered,
      wordings: [
        [.redirectionURIMissing]: .bshaffer(
          "redirect_uri_mismatch", "No redirect URI was supplied or registered")
      ]),
    Words(wordings: [
      [.redirectionURIMissing, .redirectionURIMalformed, .redirectionURIUnregistered]: .bshaffer(
        "redirect_uri_mismatch", "The redirect URI provided is missing or does not match"),
      [.responseTypeMissing, .responseTypeUnsupported]: .shown(.invalidRequest, "Invalid or missing response type"),
      [.stateMissing]: .shown("invalid_state", "The state parameter supplied is invalid or empty"),
      [.resourceOwnerDenied, .scopeEmptied]: Wording(
        .badRequest, "Authorization was denied by the user.", returnsState: false),
      [.methodNotAllowed]: .noRoute,
      [.requestJSONUnreadable]: .brokenJSON,
      [.grantTypeUnsupported]: .fixed(.invalidGrant, "The \"grant_type\" requested is unsupported or invalid"),
      [.redirectionURIMissingAtToken, .redirectionURIDiffers]: .bshaffer(
        "redirect_uri_mismatch",
        "The redirect URI provided does not match the one used in the authorization request"),
      [.accessTokenMissing]: .bshaffer("missing_access_token", "No Access Token provided"),
      [.accessTokenExpired]: .bshaffer(.expiredToken, "The access token provided has expired"),
      [.resourceOwnerAbsent, .resourceOwnerGone]: .nobody,
      [.serverSwitchedOff]: .switchedOff,
      [.endpointUnknown]: Wording(.notFound, nil, "There is no such page.", body: .page, isStatusFixed: true),
      [.hostForeign]: Wording(
        .misdirectedRequest, .invalidRequest, "This is not the host you asked for.", isStatusFixed: true),
    ]),
  ]
}

extension Dialect.Wording {
  /// Not by a redirect, though the client is known.
  fileprivate static func shown(_ error: ErrorCode, _ description: String) -> Dialect.Wording {
    Dialect.Wording(.badRequest, error, description, delivery: .direct)
  }

  /// The plugin itself sends it, not the library.
  fileprivate static func fixed(_ error: ErrorCode, _ description: String) -> Dialect.Wording {
    Dialect.Wording(.badRequest, error, description, isStatusFixed: true, isBare: true)
  }

  /// Indented, unlike every other answer.
  fileprivate static let noKeys = Dialect.Wording(
    .badRequest, fields: [.contentType: "application/json"],
    body: .markup(
      """
      {
          "error": "invalid_client",
          "error_message": "Either Client does not exist or Signing algorithm is HSA based."
      }
      """), isStatusFixed: true)

  fileprivate static let nobody = Dialect.Wording(
    .forbidden,
    body: .json([
      "error": "invalid_token",
      "desc": "access_token provided is either invalid or does not belong to a valid user.",
    ]), challenge: .none, isStatusFixed: true)

  fileprivate static let switchedOff = Dialect.Wording(
    .internalServerError,
    body: .markup(
      """
      <!DOCTYPE html>
      <html lang="en-US"><head><title>WordPress &rsaquo; Error</title></head>
      <body id="error-page"><div class="wp-die-message">Currently your OAuth Server is not responding to any API \
      request, please contact your site administrator.<br><b>ERROR:</b> ERR_MSWITCH</div></body></html>

      """), isStatusFixed: true)

  // What the router of WordPress says.

  fileprivate static let noRoute = Dialect.Wording(
    .notFound,
    body: .json([
      "code": "rest_no_route", "message": "No route was found matching the URL and request method.",
      "data": ["status": 404],
    ]), challenge: .none, isStatusFixed: true)

  fileprivate static let brokenJSON = Dialect.Wording(
    .badRequest,
    body: .json([
      "code": "rest_invalid_json", "message": "Invalid JSON body passed.",
      "data": ["status": 400, "json_error_code": 4, "json_error_message": "Syntax error"],
    ]), challenge: .none, isStatusFixed: true)

  /// To OPTIONS it tells what there is.
  fileprivate static func route(_ method: String) -> Dialect.Wording {
    Dialect.Wording(
      .ok, fields: [.allow: method],
      body: .json(["namespace": "moserver", "methods": [.string(method)]]), challenge: .none, isStatusFixed: true)
  }
}

extension WireStyle {
  /// As `wp_send_json` and `wp_redirect` write.
  static let miniOrange: WireStyle = {
    var style = WireStyle.php
    style.jsonFields = [.contentType: "application/json; charset=UTF-8"]
    style.redirectsCarryJSON = false
    style.sessionPath = "/"
    style.loginIsAbsolute = true
    style.tokenIsSharedWithClient = true
    return style
  }()
}

extension Answers {
  static let miniOrange: Answers = {
    var answers = Answers.bshaffer
    answers.accessTokenForm = .hexadecimal(digits: 32)
    answers.refreshTokenForm = .hexadecimal(digits: 32)
    answers.signIn = { ["redirect_to": $0.path + $0.target.drop { $0 != "?" }] }
    // The other one that could is a number.
    answers.subjectMember = "username"
    answers.resource = { view in .object(view.miniOrangeMembers) }
    answers.metadata = { view in .object(view.miniOrangeMembers) }
    return answers
  }()
}

extension Answers.ResourceView {
  /// The row of the user, by scope. `id` is there twice.
  fileprivate var miniOrangeMembers: [JSON.Member] {
    let number = JSON.integer(Int64(ordinal))
    var members: [JSON.Member] = [.init("id", number), .init("ID", number)]
    if token.scope.contains("openid") { members.append(.init("sub", number)) }
    if token.scope.contains("email") { members.append(.init("email", claim("email"))) }
    guard token.scope.contains("profile") else { return members }
    let names = (claim("name").string ?? "").split(separator: " ", maxSplits: 1).map(String.init)
    return members + [
      .init("username", .string(owner?.username ?? "")), .init("first_name", .string(names.first ?? "")),
      .init("last_name", .string(names.count > 1 ? names[1] : "")),
      .init("nickname", .string(owner?.username ?? "")), .init("display_name", claim("name")),
    ]
  }

  private func claim(_ name: String) -> JSON {
    owner?.claims.first { $0.name.hasSameOctets(as: name) }?.value ?? ""
  }
}

extension MetadataView {
  fileprivate var miniOrangeMembers: [JSON.Member] {
    let base = "\(issuer.text)/wp-json/moserver/\(client ?? "")"
    return [
      .init("request_parameter_supported", true), .init("claims_parameter_supported", false),
      .init("issuer", .string(base)), .init("authorization_endpoint", .string(url(.authorization))),
      .init("token_endpoint", .string(url(.token))), .init("userinfo_endpoint", .string(url(.me))),
      .init("scopes_supported", ["profile", "openid", "email"]),
      .init("id_token_signing_alg_values_supported", ["HS256", "RS256"]),
      .init("response_types_supported", ["code"]),
      .init("jwks_uri", .string("\(base)/.well-known/keys")),
      .init("grant_types_supported", ["authorization_code"]), .init("subject_types_supported", ["public"]),
      .init("token_endpoint_auth_methods_supported", ["client_secret_post"]),
    ]
  }
}
