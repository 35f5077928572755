import OAuth

extension Answers {
  /// The token response with this server's members in this server's order.
  func json(
    _ response: TokenResponse, to grant: GrantType?, refreshTokenLifetime: Duration, sessionState: String?
  ) -> JSON {
    let members =
      switch grant {
      case .clientCredentials?: clientCredentials ?? token
      case .refreshToken?: refresh ?? token
      default: token
      }
    return .object(
      members.compactMap { member in
        member.value(in: response, refreshTokenLifetime: refreshTokenLifetime, sessionState: sessionState)
          .map { JSON.Member(member.name, $0) }
      })
  }
}

extension Answers.TokenMember {
  fileprivate var name: String {
    switch self {
    case .accessToken: ParameterName.accessToken.text
    case .tokenType: ParameterName.tokenType.text
    case .expiresIn: ParameterName.expiresIn.text
    case .refreshToken: ParameterName.refreshToken.text
    case .scope, .scopeOrNull: ParameterName.scope.text
    case .idToken: ParameterName.idToken.text
    case .refreshExpiresIn: "refresh_expires_in"
    case .notBeforePolicy: "not-before-policy"
    case .sessionState: "session_state"
    }
  }

  fileprivate func value(
    in response: TokenResponse, refreshTokenLifetime: Duration, sessionState: String?
  ) -> JSON? {
    switch self {
    case .accessToken: .string(response.accessToken)
    case .tokenType: .string(response.tokenType)
    case .expiresIn: response.expiresIn.map(JSON.integer)
    case .refreshToken: response.refreshToken.map(JSON.string)
    case .scope: response.scope.map { .string($0.description) }
    case .scopeOrNull: response.scope.flatMap { $0.isEmpty ? nil : .string($0.description) } ?? .null
    case .idToken: response.idToken.map(JSON.string)
    case .refreshExpiresIn: response.refreshToken.map { _ in .integer(refreshTokenLifetime.components.seconds) } ?? 0
    case .notBeforePolicy: 0
    case .sessionState: sessionState.map(JSON.string)
    }
  }
}
