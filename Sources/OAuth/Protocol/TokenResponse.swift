/// A successful answer of the token endpoint. RFC 6749 §5.1.
public struct TokenResponse: Equatable, Sendable {
  public var accessToken: String
  public var tokenType: String
  /// Seconds.
  public var expiresIn: Int64?
  public var refreshToken: String?
  public var scope: Scope?
  /// OpenID Connect Core §3.1.3.3.
  public var idToken: String?

  public init(
    accessToken: String, tokenType: String = "Bearer", expiresIn: Int64?, refreshToken: String? = nil,
    scope: Scope? = nil
  ) {
    self.accessToken = accessToken
    self.tokenType = tokenType
    self.expiresIn = expiresIn
    self.refreshToken = refreshToken
    self.scope = scope
  }
}
