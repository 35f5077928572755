/// The name of a request or response parameter: an open set, compared octet by octet.
public struct ParameterName: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  public let text: String

  public init(_ text: String) {
    self.text = text
  }

  public init(stringLiteral value: String) {
    self.init(value)
  }

  public var description: String { text }

  public static func == (left: ParameterName, right: ParameterName) -> Bool { left.text.hasSameOctets(as: right.text) }

  public func hash(into hasher: inout Hasher) {
    for octet in text.utf8 { hasher.combine(octet) }
  }
}

extension ParameterName {
  // RFC 6749 §4.1.1, §4.1.2
  public static let responseType: ParameterName = "response_type"
  public static let clientID: ParameterName = "client_id"
  public static let redirectURI: ParameterName = "redirect_uri"
  public static let scope: ParameterName = "scope"
  public static let state: ParameterName = "state"
  public static let code: ParameterName = "code"
  public static let error: ParameterName = "error"
  public static let errorDescription: ParameterName = "error_description"
  public static let errorURI: ParameterName = "error_uri"
  // RFC 6749 §2.3.1, §4.1.3, §5.1, §6
  public static let clientSecret: ParameterName = "client_secret"
  public static let grantType: ParameterName = "grant_type"
  public static let accessToken: ParameterName = "access_token"
  public static let tokenType: ParameterName = "token_type"
  public static let expiresIn: ParameterName = "expires_in"
  public static let refreshToken: ParameterName = "refresh_token"
  // RFC 7636 §4.3, §4.5
  public static let codeChallenge: ParameterName = "code_challenge"
  public static let codeChallengeMethod: ParameterName = "code_challenge_method"
  public static let codeVerifier: ParameterName = "code_verifier"
  // RFC 9207 §2
  public static let issuer: ParameterName = "iss"
  // OAuth 2.0 Multiple Response Type Encoding Practices §2.1
  public static let responseMode: ParameterName = "response_mode"
  // OpenID Connect Core §3.1.2.1, §7.2.1, §3.1.3.3
  public static let nonce: ParameterName = "nonce"
  public static let prompt: ParameterName = "prompt"
  public static let maxAge: ParameterName = "max_age"
  public static let idTokenHint: ParameterName = "id_token_hint"
  public static let loginHint: ParameterName = "login_hint"
  public static let registration: ParameterName = "registration"
  public static let idToken: ParameterName = "id_token"
  // RFC 9101 §5
  public static let request: ParameterName = "request"
  public static let requestURI: ParameterName = "request_uri"
  // RFC 8707 §2
  public static let resource: ParameterName = "resource"
  // RFC 7009 §2.1, RFC 7662 §2.1
  public static let token: ParameterName = "token"
  public static let tokenTypeHint: ParameterName = "token_type_hint"
  // RFC 8628 §3.2, §3.4
  public static let deviceCode: ParameterName = "device_code"
  public static let userCode: ParameterName = "user_code"
  public static let verificationURI: ParameterName = "verification_uri"
  public static let verificationURIComplete: ParameterName = "verification_uri_complete"
  public static let interval: ParameterName = "interval"
  // Our own forms: login and consent
  public static let username: ParameterName = "username"
  public static let password: ParameterName = "password"
  public static let decision: ParameterName = "decision"
  public static let interaction: ParameterName = "interaction"
  public static let formToken: ParameterName = "form_token"

  /// Parameters whose values give access: never written to a log unless asked for.
  public static let secrets: Set<ParameterName> = [
    .code, .clientSecret, .codeVerifier, .accessToken, .refreshToken, .password, .formToken, .interaction,
    .token, .idToken, .idTokenHint, "device_code", "client_assertion", "registration_access_token",
  ]
}
