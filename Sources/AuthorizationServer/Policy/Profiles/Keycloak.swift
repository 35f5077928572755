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
      scope: "openid profile email offline_access", name: "codeflowclient")
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
    policy.grantTypes += [.password]
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
