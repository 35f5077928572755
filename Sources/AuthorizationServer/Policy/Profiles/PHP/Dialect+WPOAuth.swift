import HTTPTypes
import OAuth

extension Dialect {
  /// The words of the plugin WP OAuth Server, where they are not those of its library.
  static let wpOAuth: Dialect = {
    var style = WireStyle.php
    style.errorQuery = .raw
    style.emptyBody = "[]"
    style.sessionPath = "/"
    style.loginIsAbsolute = true
    var dialect = bshaffer(words: wpOAuthWords, style: style, answers: .wpOAuth)
    dialect.signInCookie = "wordpress_logged_in"
    return dialect
  }()

  private static let wpOAuthWords: [Words] = [
    Words(
      wordings: [
        [.serverSwitchedOff]: Wording(.serviceUnavailable, "error", "temporarily unavailable"),
        [.codeVerifierMissing, .codeVerifierMalformed, .codeVerifierWrong]: .bshaffer(
          .invalidGrant, "Authorization code doesn't exist or is invalid for the client"),
        [.consentRequired]: .bshaffer(.accessDenied, "The user denied access to your application"),
        [.resourceOwnerAbsent]: .invalidToken,
        [.resourceOwnerGone]: Wording(
          .badRequest, .invalidRequest, "No user found for this token. Ensure it is not a client token.",
          challenge: .none),
      ]),
    Words(
      .below("/oauth/"),
      wordings: [[.endpointUnknown]: Wording(.badRequest, .invalidRequest, "unknown request")]),
    Words(
      .at(.tokenInformation),
      wordings: [
        [.methodNotAllowed]: Wording(
          .methodNotAllowed, .invalidRequest,
          "The request method must be POST when calling the introspection endpoint.",
          uri: "https://tools.ietf.org/html/rfc7662#section-2.1", fields: [.allow: "POST"])
      ]),
    // WordPress looks for a user before the plugin looks for a token.
    Words(.signedOut, wordings: [unfitTokens: .invalidToken]),
    Words(.at(.me), .signedOut, wordings: [[.methodNotAllowed]: .invalidToken]),
    Words(
      .signedIn,
      wordings: [
        [.accessTokenExpired]: .bshaffer(
          "expired_token", "The access token provided has expired", status: .unauthorized)
      ]),
  ]

}

extension Dialect.Wording {
  fileprivate static let invalidToken = Dialect.Wording(
    .badRequest, .invalidRequest, "Invalid token",
    uri: "https://tools.ietf.org/html/draft-ietf-oauth-v2-31#section-7.2", challenge: .none)
}

extension Answers {
  fileprivate static let wpOAuth: Answers = {
    var answers = bshaffer
    answers.codeForm = .alphanumeric(characters: 40)
    answers.accessTokenForm = .alphanumeric(characters: 40)
    answers.refreshTokenForm = .alphanumeric(characters: 40)
    answers.subjectMember = "ID"
    answers.resource = { view in
      let roles: [JSON.Member] = [
        .init("user_roles", ["subscriber"]),
        .init("capabilities", ["read": true, "level_0": true, "subscriber": true]),
      ]
      let openID: [JSON.Member] =
        view.token.scope.contains("openid")
        ? [.init("email", .string(view.email)), .init("sub", .string(String(view.ordinal)))] : []
      return .object(view.wordPressUser + roles + openID)
    }
    answers.sessionEnded = ["status": true, "description": "Session destroyed successfully"]
    answers.metadata = metadata
    answers.signIn = { ["redirect_to": $0.again] }
    answers.signInReturn = { $0.again.replacing(" ", with: "%20") }
    return answers
  }()

  /// With the grant that somebody's search and replace has made of user_credentials,
  /// and an issuer that is always https.
  private static let metadata: @Sendable (MetadataView) -> JSON = { view in
    func url(_ endpoint: Endpoint) -> JSON { .string(view.url(endpoint) + "/") }
    return .object([
      .init("issuer", view.secureIssuer),
      .init("authorization_endpoint", url(.authorization)), .init("token_endpoint", url(.token)),
      .init("userinfo_endpoint", url(.me)), .init("end_session_endpoint", url(.endSession)),
      .init("jwks_uri", url(.keys)), .init("revocation_endpoint", url(.revocation)),
      .init("introspection_endpoint", url(.tokenInformation)), .init("registration_endpoint", .null),
      .init(
        "grant_types_supported",
        [
          "authorization_code", "client_credentials", "refresh_token", "uswo_me_resource_returner_credentials",
          "implicit",
        ]),
      .init("service_documentation", .null),
      .init("scopes_supported", ["openid", "profile", "email", "basic"]),
      .init("response_types_supported", ["code", "id_token", "token id_token", "code id_token"]),
      .init("subject_types_supported", ["public"]),
      .init("id_token_signing_alg_values_supported", ["RS256"]),
      .init("token_endpoint_auth_methods_supported", ["client_secret_basic"]),
    ])
  }
}
