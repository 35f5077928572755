/// The error codes of the registries, an open set: a profile may send one that no standard names.
public struct ErrorCode: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  public let text: String

  public init(_ text: String) {
    self.text = text
  }

  public init(stringLiteral value: String) {
    self.init(value)
  }

  public var description: String { text }
}

extension ErrorCode {
  // RFC 6749 §4.1.2.1
  public static let accessDenied: ErrorCode = "access_denied"
  public static let unsupportedResponseType: ErrorCode = "unsupported_response_type"
  public static let serverError: ErrorCode = "server_error"
  public static let temporarilyUnavailable: ErrorCode = "temporarily_unavailable"
  // RFC 6749 §4.1.2.1 and §5.2
  public static let invalidRequest: ErrorCode = "invalid_request"
  public static let unauthorizedClient: ErrorCode = "unauthorized_client"
  public static let invalidScope: ErrorCode = "invalid_scope"
  // RFC 6749 §5.2
  public static let invalidClient: ErrorCode = "invalid_client"
  public static let invalidGrant: ErrorCode = "invalid_grant"
  public static let unsupportedGrantType: ErrorCode = "unsupported_grant_type"
  // RFC 6750 §3.1
  public static let invalidToken: ErrorCode = "invalid_token"
  public static let insufficientScope: ErrorCode = "insufficient_scope"
  // RFC 7009 §2.2.1
  public static let unsupportedTokenType: ErrorCode = "unsupported_token_type"
  // RFC 7591 §3.2.2
  public static let invalidRedirectURI: ErrorCode = "invalid_redirect_uri"
  public static let invalidClientMetadata: ErrorCode = "invalid_client_metadata"
  // RFC 8628 §3.5
  public static let authorizationPending: ErrorCode = "authorization_pending"
  public static let slowDown: ErrorCode = "slow_down"
  public static let expiredToken: ErrorCode = "expired_token"
  // OpenID Connect Core §3.1.2.6
  public static let requestNotSupported: ErrorCode = "request_not_supported"
  public static let requestURINotSupported: ErrorCode = "request_uri_not_supported"
  public static let registrationNotSupported: ErrorCode = "registration_not_supported"
  public static let loginRequired: ErrorCode = "login_required"
  public static let consentRequired: ErrorCode = "consent_required"
  // RFC 8707 §2
  public static let invalidTarget: ErrorCode = "invalid_target"
  // RFC 9101 §6.2, RFC 9126 §4
  public static let invalidRequestURI: ErrorCode = "invalid_request_uri"
}
