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

  public var json: JSON {
    var members = [
      JSON.Member(ParameterName.accessToken.text, .string(accessToken)),
      JSON.Member(ParameterName.tokenType.text, .string(tokenType)),
    ]
    if let expiresIn { members.append(.init(ParameterName.expiresIn.text, .integer(expiresIn))) }
    if let refreshToken { members.append(.init(ParameterName.refreshToken.text, .string(refreshToken))) }
    if let scope { members.append(.init(ParameterName.scope.text, .string(scope.description))) }
    if let idToken { members.append(.init(ParameterName.idToken.text, .string(idToken))) }
    return .object(members)
  }
}

/// An error answer of the token endpoint and its kin. RFC 6749 §5.2.
public struct ErrorResponse: Equatable, Sendable {
  public var code: ErrorCode
  public var description: String?
  public var uri: String?

  public init(code: ErrorCode, description: String? = nil, uri: String? = nil) {
    self.code = code
    self.description = description
    self.uri = uri
  }

  public var json: JSON {
    .object(parameters.elements.map { JSON.Member($0.name.text, .string($0.value)) })
  }

  /// The form in which the error travels in an authorization response. RFC 6749 §4.1.2.1.
  public var parameters: Parameters {
    var parameters: Parameters = [.error: code.text]
    parameters.append(.errorDescription, ifPresent: description)
    parameters.append(.errorURI, ifPresent: uri)
    return parameters
  }
}
