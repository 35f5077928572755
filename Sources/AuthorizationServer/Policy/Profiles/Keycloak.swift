import HTTPTypes
import OAuth

extension Profile {
  /// The server behind the post on the authorization code grant.
  public static let keycloak = Profile(
    name: "keycloak",
    summary: "Keycloak 21, realm myrealm, with the defaults of a new realm",
    policy: .keycloak,
    dialect: .keycloak,
    // Below the issuer, which is the realm.
    paths: EndpointPaths([
      .authorization: ["/protocol/openid-connect/auth"],
      .login: ["/protocol/openid-connect/auth/login"],
      .consent: ["/protocol/openid-connect/auth/consent"],
      .token: ["/protocol/openid-connect/token"],
      .me: ["/protocol/openid-connect/userinfo"],
      .introspection: ["/protocol/openid-connect/token/introspect"],
      .revocation: ["/protocol/openid-connect/revoke"],
      .keys: ["/protocol/openid-connect/certs"],
      .pushedAuthorizationRequest: ["/protocol/openid-connect/ext/par/request"],
      .deviceAuthorization: ["/protocol/openid-connect/auth/device"],
      .device: ["/device"],
      .deviceLogin: ["/device/login"],
      .deviceConsent: ["/device/consent"],
      .openIDConfiguration: ["/.well-known/openid-configuration"],
    ]),
    orders: .keycloak,
    clients: [.codeFlowClient].compactMap(\.self),
    notes: [
      Note(
        "credentialPrecedence",
        "What the form says about the client replaces what the header says, half by half: the opposite of programs in PHP."
      ),
      Note(
        "clientAuthenticated",
        "A wrong secret is 401 unauthorized_client without a challenge; RFC 6749 §5.2 has invalid_client, and wants a "
          + "challenge where the client used the header."),
      Note("clientIdentified", "A header that is no Basic is challenged, but only where the form names no client."),
      Note(
        "authorizationCodeNotRedeemed",
        "A replay ends the session of that client: tokens that were issued already stop working. RFC 6749 §4.1.2 asks for "
          + "it; here it happens before anything else about the request was looked at."),
      Note("authorizationCodeNotExpired", "An expired code is gone: Code not valid, as for one that never was."),
      Note(
        "failedRedemptionBurnsCode",
        "The code is taken out before redirect_uri and verifier are compared: whoever mistypes one starts again."),
      Note("refreshTokenReuse", "With the defaults of a realm an old refresh token stays good beside the new one."),
      Note(
        "scopeSufficient",
        "Since version 20 userinfo wants the scope openid, for which the post's sample never asks: 403."),
      Note("mediaTypeForm", "A body that is no form is 415, with nothing in it that speaks of OAuth."),
      Note(
        nil,
        "The post shows expires_in 3600 and no refresh token; a new realm has 300, always with a refresh token, and "
          + "refresh_expires_in, not-before-policy and session_state besides. A client must bear members it does not know."
      ),
    ])
}

extension RegisteredClient {
  /// The client of the post's sample.
  fileprivate static let codeFlowClient: RegisteredClient? = {
    guard let identifier = ClientIdentifier("codeflowclient"),
      let uri = try? RedirectionURI("http://localhost:9010/callback")
    else { return nil }
    return RegisteredClient(
      identifier: identifier, type: .confidential, secret: "codeflow-secret",
      grants: [.authorizationCode, .refreshToken], redirectionURIs: [uri],
      scope: Scope(["openid", "profile", "email", "offline_access"]), name: "codeflowclient")
  }()
}

extension Policy {
  fileprivate static let keycloak: Policy = {
    var policy = Policy()
    policy.issuerPath = "/realms/myrealm"
    policy.codeLifetime = .seconds(60)
    policy.accessTokenLifetime = .seconds(300)
    policy.refreshTokenLifetime = .seconds(1800)
    policy.accessTokenFormat = .jwt
    policy.grantTypes += " password"
    policy.duplicateParameters = .refuseAny
    policy.credentialPrecedence = .body
    policy.requirePKCE = .none
    policy.allowPlainPKCE = true
    policy.supportPKCE = .lenient
    policy.redirectURIAtToken = .whereSent
    policy.failedRedemptionBurnsCode = true
    policy.refreshTokenIssuance = .always
    policy.refreshTokenReuse = .allow
    policy.defaultScope = "profile email"
    policy.defaultScopeAdded = true
    policy.unknownScope = .refuse
    policy.unknownPrompt = .ignore
    policy.resourceScope = "openid"
    policy.tokenInBody = true
    policy.consent = .never
    policy.issuerInResponse = false
    policy.registration = .off
    return policy
  }()
}

extension Orders {
  fileprivate static let keycloak = Orders([
    .authorization: [
      .hostOwn, .methodAllowed, .mediaTypeForm, .requestDecodable, .clientIdentifierPresent, .clientRegistered,
      .pushedRequestKnown, .pushedRequestBoundToClient, .pushedRequestNotExpired, .pushedRequestNotUsed,
      .redirectionURIPresent, .redirectionURIWellFormed, .redirectionURIRegistered, .responseTypePresent,
      .responseTypeSupported, .responseModeSupported, .responseTypeAllowed, .requestPushedIfRequired,
      .parametersSentOnce, .requestObjectAbsent, .stateAcceptable, .scopeWellFormed, .scopeAllowed,
      .codeChallengePresent, .codeChallengeMethodSupported, .codeChallengeWellFormed, .promptUnderstood,
      .maxAgeWellFormed, .nonceAcceptable, .idTokenHintValid,
    ],
    .token: [
      .hostOwn, .methodAllowed, .mediaTypeForm, .requestDecodable, .grantTypePresent, .grantTypeSupported,
      .clientAuthenticationSingle, .clientAuthenticationReadable, .clientIdentified, .clientKnown,
      .clientAuthenticated, .parametersSentOnce,
    ],
    .authorizationCode: [
      .authorizationCodePresent, .authorizationCodeKnown, .authorizationCodeNotRedeemed, .authorizationCodeNotExpired,
      .redirectionURISame, .authorizationCodeBoundToClient, .grantTypeAllowed, .codeVerifierPresent,
      .codeVerifierWellFormed, .codeVerifierMatches,
    ],
    .refreshToken: [
      .refreshTokenPresent, .refreshTokenKnown, .refreshTokenNotExpired, .refreshTokenBoundToClient,
      .refreshTokenNotRevoked, .refreshTokenNotReused,
    ],
    .clientCredentials: [.clientConfidential, .grantTypeAllowed, .scopeWellFormed, .scopeAllowed],
    .password: [.grantTypeAllowed] + Orders.strict[.password],
    .deviceCode: [.grantTypeAllowed] + Orders.strict[.deviceCode],
    .resourceIndicators: [],
    .resourceIndicatorsAtToken: [],
    // What stands in the query is never looked at where a header is there.
    .resource: Orders.strict[.resource].filter { $0 != .accessTokenSingle },
  ])
}

extension Dialect {
  fileprivate static let keycloak = Dialect(
    realm: "myrealm", words: keycloakWords, style: .keycloak, answers: .keycloak, base: keycloakWording)

  private static let keycloakWords: [Words] = [
    Words(
      .at(.token), .sentEmpty(.grantType),
      wordings: [[.grantTypeMissing]: Wording(.badRequest, .unsupportedGrantType, "Unsupported grant_type")]),
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
    Words(
      .found("token"),
      wordings: [
        [.responseTypeUnsupported]: Wording(
          .unauthorized, .unauthorizedClient,
          "Client is not allowed to initiate browser login with given response_type. Implicit flow is disabled for "
            + "the client.", delivery: .redirectedInFragment, challenge: .none)
      ]),
  ]

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
