import HTTPTypes
import OAuth

extension Dialect {
  static let keycloak = Dialect(
    realm: "myrealm", words: keycloakWords, style: .keycloak, answers: .keycloak, base: keycloakWording)

  private static let keycloakWords: [Words] =
    [
      Words(
        .at(.token), .sentEmpty(.grantType),
        wordings: [[.grantTypeMissing]: Wording(.badRequest, .unsupportedGrantType, "Unsupported grant_type")]),
      Words(
        .sent(.grantType, "password"), .notSent(.username),
        wordings: [[.passwordMissing]: .client(.invalidRequest, "Missing parameter: username")]),
      Words(
        .sent(.grantType, "password"),
        wordings: [
          [.grantTypeNotAllowed]: Wording(
            .badRequest, .unauthorizedClient, "Client not allowed for direct access grants"),
          [.passwordMissing, .passwordWrong, .passwordThrottled]: .client(.invalidGrant, "Invalid user credentials"),
        ]),
      Words(
        .at(.token), .sentEmpty(.code),
        wordings: [[.authorizationCodeMissing]: Wording(.badRequest, .invalidGrant, "Code not valid")]),
      Words(
        .at(.token), .sentEmpty(.refreshToken),
        wordings: [[.refreshTokenMissing]: Wording(.badRequest, .invalidGrant, "Invalid refresh token")]),
      Words(
        .sent(.grantType, "authorization_code"),
        wordings: [
          [.grantTypeNotAllowed]: Wording(.badRequest, .invalidGrant, "Client not allowed to exchange code")
        ]),
      Words(
        .sent(.grantType, "client_credentials"),
        wordings: [
          [.grantTypeNotAllowed]: .client(.unauthorizedClient, "Client not enabled to retrieve service account"),
          [.clientNotConfidential]: .client(
            .unauthorizedClient, "Public client not allowed to retrieve service account"),
        ]),
      // With the owner goes the session, not only the client's part of it.
      Words(.revoked(.resourceOwnerRemoved), wordings: [[.refreshTokenRevoked]: .invalidGrant("Session not active")]),
      Words(.successorUsed, wordings: [[.refreshTokenReused]: .invalidGrant("Stale token")]),
    ] + implicitWords + otherWords

  /// What it says in moments that do not come here, and in other versions.
  private static let otherWords: [Words] = [
    Words(
      .elsewhere("in the moment in which it expires"),
      wordings: [[.authorizationCodeExpired]: .invalidGrant("Code is expired")]),
    Words(
      .elsewhere("in newer versions"),
      wordings: [
        [.codeVerifierWrong]: .invalidGrant("PKCE verification failed: Code mismatch"),
        [.codeVerifierMalformed]: .invalidGrant("PKCE verification failed: Invalid code verifier"),
      ]),
    Words(
      .elsewhere("while its session is ending"),
      wordings: [
        [.authorizationCodeBurnt]: .invalidGrant("User session not found"),
        [.resourceOwnerGone]: .invalidGrant("User not found"),
      ]),
    Words(
      .elsewhere("when somebody disabled it"), wordings: [[.resourceOwnerGone]: .invalidGrant("User disabled")]),
  ]

  /// The response types of the implicit and the hybrid flow, which it knows, and does not allow to a new client.
  private static let implicitWords: [Words] = [
    "token", "id_token", "id_token token", "token id_token", "code token", "token code", "code id_token",
    "id_token code", "code id_token token", "code token id_token",
  ].flatMap { responseType in
    [
      Words(
        .found(responseType), .sent(.responseMode, "query"),
        wordings: [
          [.responseTypeUnsupported]: .invalidRequest(
            "Response_mode 'query' not allowed for implicit or hybrid flow")
        ]),
      Words(
        .found(responseType),
        wordings: [
          [.responseTypeUnsupported]: Wording(
            .unauthorized, .unauthorizedClient,
            "Client is not allowed to initiate browser login with given response_type. Implicit flow is disabled for "
              + "the client.", delivery: .redirectedInFragment, challenge: .none)
        ]),
    ]
  }

  private static func keycloakWording(_ kind: Refusal.Kind) -> Wording {
    switch kind {
    case .clientIdentifierMissing: .invalidRequest("Missing parameters: client_id")
    case .clientUnregistered: .invalidRequest("Client not found.")
    case .redirectionURIMissing, .redirectionURIMalformed, .redirectionURIUnregistered:
      .invalidRequest("Invalid parameter: redirect_uri")
    case .parameterRepeated: .invalidRequest("duplicated parameter")
    case .responseTypeMissing: .invalidRequest("Missing parameter: response_type")
    case .responseTypeUnsupported: Wording(.badRequest, .unsupportedResponseType)
    case .responseModeUnsupported: .invalidRequest("Invalid parameter: response_mode")
    case .responseTypeNotAllowed:
      Wording(
        .unauthorized, .unauthorizedClient,
        "Client is not allowed to initiate browser login with given response_type. Standard flow is disabled for the "
          + "client.", challenge: .none)
    case .scopeMalformed, .scopeNotAllowed: .invalidScope("Invalid scopes: {found}")
    case .codeChallengeMissing: .invalidRequest("Missing parameter: code_challenge_method")
    case .codeChallengeMethodWithoutChallenge: .invalidRequest("Missing parameter: code_challenge")
    case .codeChallengeMethodUnsupported, .codeChallengeMethodMissing:
      .invalidRequest("Invalid parameter: code_challenge_method")
    case .codeChallengeMalformed: .invalidRequest("Invalid parameter: code_challenge")
    case .resourceOwnerDenied, .scopeEmptied: Wording(.badRequest, .accessDenied)
    case .signInRequired, .hintedOwnerNotSignedIn: Wording(.badRequest, .loginRequired)
    case .consentRequired: Wording(.badRequest, "interaction_required")
    default: keycloakTokenWording(kind) ?? keycloakResourceWording(kind) ?? Dialect.strict.usualWording(of: kind)
    }
  }

  private static func keycloakTokenWording(_ kind: Refusal.Kind) -> Wording? {
    switch kind {
    case .methodNotAllowed: Wording(.methodNotAllowed, body: .empty)
    case .mediaTypeNotForm: Wording(.unsupportedMediaType, body: .empty)
    case .grantTypeMissing: .invalidRequest("Missing form parameter: grant_type")
    case .grantTypeUnsupported: Wording(.badRequest, .unsupportedGrantType, "Unsupported grant_type")
    case .authorizationSchemeUnsupported, .basicCredentialsMalformed:
      Wording(.unauthorized, fields: .noStore, body: .empty, challenge: .basic)
    case .clientUnidentified: Wording(.badRequest, .invalidClient, "Missing client_id parameter")
    case .clientUnknown: .client(.invalidClient, "Invalid client or Invalid client credentials")
    case .clientAuthenticationMissing, .clientSecretWrong, .clientThrottled, .clientHasNoSecret:
      .client(.unauthorizedClient, "Invalid client or Invalid client credentials")
    case .authorizationCodeMissing: .invalidRequest("Missing parameter: code")
    case .authorizationCodeUnknown, .authorizationCodeAlreadyRedeemed, .authorizationCodeBurnt,
      .authorizationCodeExpired:
      .invalidGrant("Code not valid")
    case .redirectionURIMissingAtToken, .redirectionURIDiffers: .invalidGrant("Incorrect redirect_uri")
    case .authorizationCodeOfAnotherClient: .invalidGrant("Auth error")
    case .codeVerifierMissing: .invalidGrant("PKCE code verifier not specified")
    case .codeVerifierMalformed: .invalidGrant("PKCE invalid code verifier")
    case .codeVerifierWrong: .invalidGrant("PKCE verification failed")
    case .refreshTokenMissing: .invalidRequest("No refresh token")
    case .refreshTokenUnknown: .invalidGrant("Invalid refresh token")
    case .refreshTokenExpired: .invalidGrant("Token is not active")
    case .refreshTokenOfAnotherClient:
      .invalidGrant("Invalid refresh token. Token client and authorized client don't match")
    case .refreshTokenRevoked: .invalidGrant("Session doesn't have required client")
    case .refreshTokenReused: .invalidGrant("Maximum allowed refresh token reuse exceeded")
    default: nil
    }
  }

  private static func keycloakResourceWording(_ kind: Refusal.Kind) -> Wording? {
    switch kind {
    case .accessTokenMissing, .accessTokenInQuery, .accessTokenInBody, .accessTokenSchemeWrong, .accessTokenEmpty:
      Wording(.unauthorized, body: .empty)
    case .accessTokenMalformed, .accessTokenSignatureInvalid, .idTokenAsAccessToken, .accessTokenForAnother,
      .accessTokenUnknown, .authorizationCodeAsAccessToken, .refreshTokenAsAccessToken, .accessTokenExpired:
      Wording(.unauthorized, .invalidToken, "Token verification failed")
    case .accessTokenRevoked, .resourceOwnerGone, .resourceOwnerAbsent:
      Wording(
        .unauthorized, .invalidToken, "User session not found or doesn't have client attached on it")
    case .scopeInsufficient:
      Wording(
        .forbidden, .insufficientScope, "Missing openid scope",
        fields: [
          .wwwAuthenticate:
            #"Bearer realm="myrealm", error="insufficient_scope", error_description="Missing openid scope""#
        ], challenge: .none)
    default: nil
    }
  }
}

extension Dialect.Wording {
  fileprivate static func invalidGrant(_ description: String) -> Dialect.Wording {
    Dialect.Wording(.badRequest, .invalidGrant, description)
  }

  /// 401, and no challenge with it.
  fileprivate static func client(_ error: ErrorCode, _ description: String) -> Dialect.Wording {
    Dialect.Wording(.unauthorized, error, description, challenge: .none)
  }
}

extension WireStyle {
  fileprivate static let keycloak: WireStyle = {
    var style = WireStyle.strict
    style.jsonFields = [.contentType: "application/json"]
    style.successFields = Fields([:], at: [.token: .noStore, .me: [.cacheControl: "no-cache"]])
    style.errorFields = Fields([:], at: [.token: .noStore])
    style.bareFields = [:]
    style.emptyBody = ""
    style.redirectStatus = .found
    style.redirectFields = [.cacheControl: "no-store, must-revalidate, max-age=0"]
    style.successQuery = .php
    style.errorQuery = .php
    return style
  }()
}

extension Answers {
  fileprivate static let keycloak: Answers = {
    var answers = Answers.strict
    answers.authorization = [.state, .sessionState, .code]
    answers.token = [
      .accessToken, .expiresIn, .refreshExpiresIn, .refreshToken, .tokenType, .idToken, .notBeforePolicy,
      .sessionState, .scope,
    ]
    answers.codeForm = .uuids(1)
    answers.codeNamesSession = true
    return answers
  }()
}
