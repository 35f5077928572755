import HTTPTypes
import OAuth

extension Dialect {
  /// The library's words.
  ///
  /// - Parameter words: what a program built on it says instead; the first that fit count.
  static func bshaffer(
    words: [Words] = [], style: WireStyle = .php, answers: Answers = .bshaffer, realm: String = "Service"
  ) -> Dialect {
    Dialect(
      realm: realm, words: implicitWords + words + bshafferWords, style: style, answers: answers, base: bshafferWording)
  }

  /// What the library says only under a condition.
  private static let bshafferWords: [Words] =
    [
      // Without a challenge, though it is 401.
      Words(
        .at(.token),
        wordings: [
          [.passwordWrong, .passwordThrottled]: Wording(
            .unauthorized, .invalidGrant, "Invalid username and password combination", challenge: .none)
        ]),
      Words(.method(.options), wordings: [[.methodNotAllowed]: Wording(.ok, fields: allowed)]),
      Words(
        .at(.revocation),
        wordings: [
          [.methodNotAllowed]: .bshaffer(
            .invalidRequest, "The request method must be POST when revoking an access token", status: .methodNotAllowed,
            section: "3.2", fields: allowed)
        ]),
      Words(
        .at(.me),
        wordings: [
          [.methodNotAllowed]: .bshaffer(
            .invalidRequest, "When putting the token in the body, the method must be POST or PUT", section: "2.2")
        ]),
      Words(
        .noRedirectionURIRegistered,
        wordings: [[.redirectionURIMissing]: .bshaffer("invalid_uri", "No redirect URI was supplied or stored")]),
      Words(
        .foundBeginning("a fragment"),
        wordings: [
          [.redirectionURIMalformed]: .bshaffer("invalid_uri", "The redirect URI must not contain a fragment")
        ]),
      Words(
        .at(.authorization), .notSent(.scope),
        wordings: [
          [.scopeNotAllowed]: .bshaffer(.invalidClient, "This application requires you specify a scope parameter")
        ]),
      Words(.at(.authorization), wordings: [[.scopeNotAllowed, .scopeMalformed]: .unsupportedScope]),
      Words(
        .notSent(.scope),
        wordings: [
          [.scopeNotAllowed]: .bshaffer(.invalidScope, "This application requires you specify a scope parameter")
        ]),
      Words(.scopeUnknown, wordings: [[.scopeNotAllowed]: .unsupportedScope]),
      Words(
        .sent(.grantType, "client_credentials"), .sentEmpty(.clientID), .notSent(.clientSecret),
        wordings: [[.clientUnidentified]: .secretNeeded]),
      Words(
        .at(.token), .sentEmpty(.clientID), .notSent(.clientSecret), wordings: [[.clientUnidentified]: .secretRequired]),
      Words(.at(.token), .sentEmpty(.clientID), wordings: [[.clientUnidentified]: .wrongCredentials]),
      Words(
        .sent(.grantType, "client_credentials"), .noSecretSent,
        wordings: [[.clientUnknown]: .secretNeeded]),
      Words(
        .sent(.grantType, "client_credentials"),
        wordings: [[.clientAuthenticationMissing, .clientNotConfidential]: .secretNeeded]),
      Words(.noSecretSent, wordings: [[.clientUnknown]: .secretRequired]),
      Words(
        .openIDConnect,
        wordings: [
          [.resourceOwnerDenied, .scopeEmptied]: .bshaffer(
            .consentRequired, "The user denied access to your application")
        ]),
    ] + otherWords

  /// What it says set up in another way, or in another version.
  private static let otherWords: [Words] = [
    Words(
      .elsewhere("without a response type for codes"),
      wordings: [
        [.responseTypeUnsupported]: .bshaffer(
          .unsupportedResponseType, "authorization code grant type not supported")
      ]),
    Words(
      .elsewhere("with enforce_redirect"),
      wordings: [
        [.redirectionURIMissing]: .bshaffer(
          "redirect_uri_mismatch", "The redirect URI is mandatory and was not supplied")
      ]),
    Words(
      .elsewhere("without credentials in the body"),
      wordings: [
        [.clientUnidentified]: .bshaffer(.invalidClient, "Client credentials were not found in the headers")
      ]),
    Words(
      .elsewhere("for a token that was stored without its expiry"),
      wordings: [
        [.accessTokenMalformed]: .bshaffer(
          "malformed_token", "Malformed token (missing \"expires\")", status: .unauthorized)
      ]),
    Words(
      .elsewhere("in older versions"),
      wordings: [
        [.accessTokenExpired]: .bshaffer(
          .expiredToken, "The access token provided has expired", status: .unauthorized)
      ]),
  ]

  /// The response types that the library knows and has switched off; most of them come with its OpenID Connect.
  private static let implicitWords: [Words] = {
    let wordings: [[Refusal.Kind]: Wording] = [
      [.responseTypeUnsupported]: .bshaffer(.unsupportedResponseType, "implicit grant type not supported")
    ]
    return ["id_token", "id_token token", "token id_token", "code id_token", "id_token code"]
      .map { Words(.openIDConnect, .found($0), wordings: wordings) } + [Words(.found("token"), wordings: wordings)]
  }()

  private static let allowed: HTTPFields = [.allow: "POST, OPTIONS"]

  private static func bshafferWording(_ kind: Refusal.Kind) -> Wording {
    switch kind {
    case .clientIdentifierMissing: .bshaffer(.invalidClient, "No client id supplied")
    case .clientUnregistered: .bshaffer(.invalidClient, "The client id supplied is invalid")
    case .redirectionURIMalformed, .redirectionURIUnregistered:
      .bshaffer(
        "redirect_uri_mismatch", "The redirect URI provided is missing or does not match", section: "3.1.2")
    case .redirectionURIMissing:
      .bshaffer(
        "invalid_uri", "A redirect URI must be supplied when multiple redirect URIs are registered",
        section: "3.1.2.3")
    case .responseTypeMissing, .responseTypeUnsupported:
      .bshaffer(.invalidRequest, "Invalid or missing response type")
    case .responseTypeNotAllowed, .grantTypeNotAllowed:
      .bshaffer(.unauthorizedClient, "The grant type is unauthorized for this client_id")
    case .scopeNotAllowed: .bshaffer(.invalidScope, "The scope requested is invalid for this client")
    case .scopeBeyondGrant, .scopeMalformed: .bshaffer(.invalidScope, "The scope requested is invalid for this request")
    case .stateMissing:
      Wording(.badRequest, .invalidRequest, "The state parameter is required", returnsState: false)
    case .resourceOwnerDenied, .scopeEmptied:
      .bshaffer(.accessDenied, "The user denied access to your application")
    case .consentRequired: .bshaffer("interaction_required", "The user must grant access to your application")
    case .signInRequired, .hintedOwnerNotSignedIn: .bshaffer(.loginRequired, "The user must log in")
    case .endpointUnknown: Wording(.notFound, nil, "There is no such page.", body: .page)
    default: bshafferTokenWording(kind) ?? bshafferResourceWording(kind) ?? Dialect.strict.usualWording(of: kind)
    }
  }

  /// At the token endpoint, and where tokens are revoked.
  private static func bshafferTokenWording(_ kind: Refusal.Kind) -> Wording? {
    switch kind {
    case .methodNotAllowed:
      .bshaffer(
        .invalidRequest, "The request method must be POST when requesting an access token", status: .methodNotAllowed,
        section: "3.2", fields: allowed)
    case .grantTypeMissing: .bshaffer(.invalidRequest, "The grant type was not specified in the request")
    case .grantTypeUnsupported: .bshaffer(.unsupportedGrantType, "Grant type \"{found}\" not supported")
    case .clientUnidentified, .authorizationSchemeUnsupported, .basicCredentialsMalformed:
      .bshaffer(.invalidClient, "Client credentials were not found in the headers or body")
    case .clientUnknown, .clientSecretWrong, .clientThrottled, .clientHasNoSecret: .wrongCredentials
    case .clientAuthenticationMissing: .secretRequired
    case .authorizationCodeMissing: .bshaffer(.invalidRequest, "Missing parameter: \"code\" is required")
    case .authorizationCodeUnknown, .authorizationCodeAlreadyRedeemed, .authorizationCodeBurnt:
      .bshaffer(.invalidGrant, "Authorization code doesn't exist or is invalid for the client")
    case .redirectionURIMissingAtToken, .redirectionURIDiffers:
      .bshaffer("redirect_uri_mismatch", "The redirect URI is missing or do not match", section: "4.1.3")
    case .authorizationCodeExpired: .bshaffer(.invalidGrant, "The authorization code has expired")
    case .authorizationCodeOfAnotherClient:
      .bshaffer(.invalidGrant, "authorization_code doesn't exist or is invalid for the client")
    case .codeVerifierMissing:
      .bshaffer("code_verifier_missing", "The PKCE code verifier parameter is required.")
    case .codeVerifierMalformed: .bshaffer("code_verifier_invalid", "The PKCE code verifier parameter is invalid.")
    case .codeVerifierWrong:
      .bshaffer(
        "code_verifier_mismatch", "The PKCE code verifier parameter does not match the code challenge.")
    case .codeChallengeMethodUnknown:
      .bshaffer("code_challenge_method_invalid", "Unknown PKCE code challenge method.")
    case .passwordMissing: .bshaffer(.invalidRequest, "Missing parameters: \"username\" and \"password\" required")
    case .refreshTokenMissing: .bshaffer(.invalidRequest, "Missing parameter: \"refresh_token\" is required")
    case .refreshTokenUnknown, .refreshTokenReused, .refreshTokenRevoked:
      .bshaffer(.invalidGrant, "Invalid refresh token")
    case .refreshTokenExpired: .bshaffer(.invalidGrant, "Refresh token has expired")
    case .refreshTokenOfAnotherClient:
      .bshaffer(.invalidGrant, "refresh_token doesn't exist or is invalid for the client")
    case .tokenMissing: .bshaffer(.invalidRequest, "Missing token parameter to revoke")
    case .tokenTypeHintUnknown:
      .bshaffer(.invalidRequest, "Token type hint must be either 'access_token' or 'refresh_token'")
    default: nil
    }
  }

  /// Statuses as the program sets them; the challenge makes a 401 of each.
  private static func bshafferResourceWording(_ kind: Refusal.Kind) -> Wording? {
    switch kind {
    case .accessTokenRepeated:
      .bshaffer(
        .invalidRequest, "Only one method may be used to authenticate at a time (Auth header, GET or POST)")
    case .accessTokenSchemeWrong, .accessTokenEmpty: .bshaffer(.invalidRequest, "Malformed auth header")
    case .mediaTypeNotForm:
      .bshaffer(
        .invalidRequest,
        "The content type for POST requests must be \"application/x-www-form-urlencoded\"")
    case .accessTokenMalformed, .accessTokenSignatureInvalid, .idTokenAsAccessToken, .accessTokenForAnother,
      .accessTokenUnknown, .authorizationCodeAsAccessToken, .refreshTokenAsAccessToken, .accessTokenRevoked,
      .resourceOwnerGone:
      .bshaffer(.invalidToken, "The access token provided is invalid", status: .unauthorized)
    case .accessTokenExpired: .bshaffer(.invalidToken, "The access token provided has expired", status: .unauthorized)
    case .scopeInsufficient, .resourceOwnerAbsent:
      .bshaffer(
        .insufficientScope,
        "The request requires higher privileges than provided by the access token", status: .forbidden)
    default: nil
    }
  }
}

extension Dialect.Wording {
  /// - Parameter section: of RFC 6749, for `error_uri`.
  static func bshaffer(
    _ error: ErrorCode, _ description: String, status: HTTPResponse.Status = .badRequest, section: String? = nil,
    fields: HTTPFields = [:]
  ) -> Dialect.Wording {
    let uri = section.map { "http://tools.ietf.org/html/rfc6749#section-\($0)" }
    return Dialect.Wording(status, error, description, uri: uri, fields: fields)
  }

  fileprivate static let unsupportedScope = bshaffer(.invalidScope, "An unsupported scope was requested")
  fileprivate static let wrongCredentials = bshaffer(.invalidClient, "The client credentials are invalid")
  /// Where no client may be public.
  static let secretNeeded = bshaffer(.invalidClient, "client credentials are required")
  fileprivate static let secretRequired = bshaffer(
    .invalidClient, "This client is invalid or must authenticate using a client secret")
}
