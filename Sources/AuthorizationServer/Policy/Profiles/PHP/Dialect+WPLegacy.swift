import HTTPTypes
import OAuth

extension Dialect {
  /// The words of the plugin WP OAuth2 Complete, and of the class that it brought along before there was the library.
  static let wpLegacy: Dialect = {
    var style = WireStyle.php
    let framing: HTTPFields = [.xFrameOptions: "DENY"]
    style.successFields = WireStyle.Fields(
      [:],
      at: [
        .token: framing.merging([.cacheControl: "no-store"]), .me: [.cacheControl: "no-cache, must-revalidate"],
      ])
    style.errorFields = WireStyle.Fields(
      [.cacheControl: "no-store"],
      at: [
        .me: [.contentType: phpContentType], .token: framing.merging([.cacheControl: "no-store"]),
        .authorization: framing.merging([.cacheControl: "no-store"]),
      ])
    style.bareFields = [.cacheControl: "no-store"]
    style.redirectFields = framing.merging([.contentType: phpContentType])
    style.redirectsCarryJSON = false
    style.sessionPath = "/"
    style.loginIsAbsolute = true
    return Dialect(realm: "Service", words: wpLegacyWords, style: style, answers: .wpLegacy, base: wpLegacyWording)
  }()

  /// What PHP says where the program says nothing.
  private static let phpContentType = "text/html"

  private static let wpLegacyWords: [Words] = [
    Words(
      .below("/oauth/"),
      wordings: [
        [.endpointUnknown]: Wording(
          .ok, "Paramter method", "The method parameter is required and seems to be missing")
      ]),
    Words(
      .noRedirectionURIRegistered,
      wordings: [[.redirectionURIMissing, .redirectionURIUnregistered]: .oldError("redirect_uri is require")]),
    Words(
      .found("code"),
      wordings: [
        [.grantTypeUnsupported]: Wording(
          .notImplemented,
          "This OAuth2 library is not yet complete. This functionality is not implemented yet.")
      ]),
    Words(
      .at(.token), wordings: [[.scopeMalformed]: .bshaffer(.invalidScope, "An unsupported scope was requested.")]),
    Words(
      .elsewhere("in version 1.0.4"),
      wordings: [
        [.redirectionURIMissing]: .oldError("redirect_uri is require by the OAuth API"),
        [.stateMissing]: .oldError("state is required"),
      ]),
    Words(
      .elsewhere("with the check of its class"),
      wordings: [[.stateMissing]: .oldError("state is required by Mydwellworks")]),
    unsupportedGrant(.found("password")), unsupportedGrant(.found("client_credentials")),
    unsupportedGrant(.foundBeginning("http://")), unsupportedGrant(.foundBeginning("https://")),
  ]

  private static func unsupportedGrant(_ condition: Words.Condition) -> Words {
    Words(condition, wordings: [[.grantTypeUnsupported]: Wording(.badRequest, .unsupportedGrantType)])
  }

  private static func wpLegacyWording(_ kind: Refusal.Kind) -> Wording {
    switch kind {
    case .clientIdentifierMissing: .missing("client_id")
    case .stateMissing: .missing("state")
    case .clientUnregistered: .oldError("Client not found or not provided")
    case .redirectionURIMissing: .oldError("redirect_uri is require by Mydwellworks OAuth API")
    case .redirectionURIMalformed, .redirectionURIUnregistered:
      .oldError("The redirect_uri is missing or does not match allowed uri")
    case .responseTypeMissing: .oldError("Invalid or missing response_type")
    case .responseTypeUnsupported: .oldError("response_type invalid")
    case .scopeMalformed, .scopeNotAllowed: .oldError("Unsuportted scope")
    case .endpointUnknown: Wording(.notFound, nil, "There is no such page.", body: .page)
    default:
      wpLegacyTokenWording(kind) ?? wpLegacyResourceWording(kind) ?? Dialect.strict.usualWording(of: kind)
    }
  }

  private static func wpLegacyTokenWording(_ kind: Refusal.Kind) -> Wording? {
    switch kind {
    case .grantTypeMissing, .grantTypeUnsupported:
      .bshaffer(.invalidRequest, "Invalid grant_type parameter or parameter missing")
    case .clientUnidentified, .authorizationSchemeUnsupported, .basicCredentialsMalformed:
      .bshaffer(.invalidClient, "Client id was not found in the headers or body")
    case .clientUnknown, .clientSecretWrong, .clientThrottled, .clientHasNoSecret, .clientAuthenticationMissing:
      .bshaffer(.invalidClient, "The client credentials are invalid")
    case .authorizationCodeMissing: .bshaffer(.invalidRequest, "Missing parameter. \"code\" is required")
    case .authorizationCodeUnknown: .oldError("Auth Code not found")
    case .authorizationCodeOfAnotherClient, .authorizationCodeAlreadyRedeemed, .authorizationCodeBurnt:
      .bshaffer(.invalidGrant, "Refresh token doesn't exist or is invalid for the client")
    case .redirectionURIMissingAtToken: .bshaffer(.invalidRequest, "The redirect URI parameter is required.")
    case .redirectionURIDiffers:
      .bshaffer("redirect_uri_mismatch", "The redirect URI is missing or do not match")
    case .authorizationCodeExpired: .bshaffer(.invalidGrant, "The authorization code has expired")
    case .refreshTokenMissing: .bshaffer(.invalidRequest, "No \"refresh_token\" parameter found")
    case .refreshTokenUnknown, .refreshTokenOfAnotherClient, .refreshTokenRevoked, .refreshTokenReused:
      .bshaffer(.invalidGrant, "Invalid refresh token")
    case .refreshTokenExpired: .bshaffer(.invalidGrant, "Refresh token has expired")
    case .scopeBeyondGrant: .bshaffer(.invalidScope, "An unsupported scope was requested.")
    default: nil
    }
  }

  /// Statuses as the program sets them; the challenge makes a 401 of each.
  private static func wpLegacyResourceWording(_ kind: Refusal.Kind) -> Wording? {
    switch kind {
    case .accessTokenMissing: .bshaffer(.invalidRequest, "The access token was not found.")
    case .accessTokenRepeated:
      .bshaffer(
        .invalidRequest, "Only one method may be used to authenticate at a time (Auth header, GET or POST).")
    case .accessTokenSchemeWrong: .bshaffer(.invalidRequest, "Malformed auth header")
    case .accessTokenEmpty:
      .bshaffer(
        .invalidRequest,
        "The request is missing a required parameter, includes an unsupported parameter or parameter value, repeats "
          + "the same parameter, uses more than one method for including an access token, or is otherwise malformed.")
    case .mediaTypeNotForm:
      .bshaffer(
        .invalidRequest, "The content type for POST requests must be \"application/x-www-form-urlencoded\"")
    case .accessTokenMalformed, .accessTokenSignatureInvalid, .idTokenAsAccessToken, .accessTokenForAnother,
      .accessTokenUnknown, .authorizationCodeAsAccessToken, .refreshTokenAsAccessToken, .accessTokenRevoked,
      .resourceOwnerGone, .resourceOwnerAbsent:
      .bshaffer(.invalidGrant, "The access token provided is invalid.", status: .unauthorized)
    case .accessTokenExpired:
      .bshaffer(.invalidGrant, "The access token provided has expired.", status: .unauthorized)
    default: nil
    }
  }
}

extension Dialect.Wording {
  /// One member, with a capital letter, and status 200.
  fileprivate static func oldError(_ text: String) -> Dialect.Wording {
    Dialect.Wording(.ok, nil, text, body: .json(["Error": .string(text)]), delivery: .direct)
  }

  /// For a parameter that the plugin looks for before it calls its class.
  fileprivate static func missing(_ parameter: String) -> Dialect.Wording {
    Dialect.Wording(
      .ok, ErrorCode("Parameter \(parameter)"), "The \(parameter) parameter is required and seems to be missing",
      delivery: .direct)
  }
}

extension Answers {
  fileprivate static let wpLegacy: Answers = {
    var answers = bshaffer
    answers.authorization = [.state, .code]
    answers.token = [.accessToken, .expiresIn, .tokenType, .scopeOrNull, .refreshToken]
    answers.tokenType = "bearer"
    answers.subjectMember = "ID"
    answers.resource = { view in
      var members = view.wordPressUser
      members.insert(.init("user_url", ""), at: 4)
      return .object(members)
    }
    answers.signIn = { view in
      var parameters: Parameters = ["sso_redirect": view.client.text]
      parameters.append(.state, ifPresent: view.state)
      return parameters
    }
    answers.signInReturn = { view in
      var parameters: Parameters = ["client_id": view.client.text]
      parameters.append(.state, ifPresent: view.state)
      parameters.append(.responseType, "code")
      return FormEncoding.append(parameters, to: view.path + "/", .php)
    }
    return answers
  }()
}
