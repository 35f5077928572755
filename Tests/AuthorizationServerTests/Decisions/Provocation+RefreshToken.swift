import AuthorizationServer
import OAuth

extension Provocation {
  static let refreshToken = [
    Provocation(.refreshTokenMissing, by: .refreshTokenPresent, 400, "invalid_request") { $0.refresh("") },
    Provocation(.refreshTokenUnknown, by: .refreshTokenKnown, 400, "invalid_grant") { $0.refresh("nonsense") },
    Provocation(.refreshTokenOfAnotherClient, by: .refreshTokenBoundToClient, 400, "invalid_grant") {
      $0.token("grant_type=refresh_token&refresh_token=\(try $0.tokens().refresh)&\(Wire.otherSecret)")
    },
    Provocation(.refreshTokenRevoked, by: .refreshTokenNotRevoked, 400, "invalid_grant") {
      let token = try $0.tokens().refresh
      _ = $0.revoke("token=\(token)&\(Wire.secret)")
      return $0.refresh(token)
    },
    Provocation(.refreshTokenExpired, by: .refreshTokenNotExpired, 400, "invalid_grant") {
      let token = try $0.tokens().refresh
      $0.advance(.seconds(1_209_600))
      return $0.refresh(token)
    },
    Provocation(.refreshTokenReused, by: .refreshTokenNotReused, 400, "invalid_grant") {
      let token = try $0.tokens().refresh
      _ = $0.refresh(token)
      return $0.refresh(token)
    },
    Provocation(.scopeBeyondGrant, by: .scopeWithinGrant, 400, "invalid_scope") {
      $0.refresh(try $0.tokens().refresh, "scope=profile%20read")
    },
  ]

  /// What introspection finds out about a token is told to nobody: 200 and no error.
  static let tokenManagement = [
    Provocation(.callerNotAllowed, by: .callerAllowed, 401, "invalid_client") {
      $0.introspect("token=\(try $0.accessToken())&client_id=native-app")
    },
    Provocation(.tokenTypeHintUnknown, by: .tokenTypeHintKnown, 400, "invalid_request") {
      $0.play(.bshaffer)
      return $0.revoke("token=a&token_type_hint=bearer")
    },
    Provocation(.tokenMissing, by: .tokenPresent, 400, "invalid_request") { $0.revoke(Wire.secret) },
    Provocation(.tokenOfAnotherClient, by: .tokenOwnedByClient, 400, "invalid_grant") {
      $0.revoke("token=\(try $0.accessToken())&\(Wire.otherSecret)")
    },
    Provocation(.tokenNotRevocable, by: .tokenRevocable, 400, "unsupported_token_type") {
      $0.server.policy.accessTokenRevocation = false
      return $0.revoke("token=\(try $0.accessToken())&\(Wire.secret)")
    },
    Provocation(.tokenUnknown, by: .tokenKnown, 200, nil) { $0.introspect("token=nonsense&\(Wire.apiSecret)") },
    Provocation(.tokenNotMeantForCaller, by: .tokenMeantForCaller, 200, nil) {
      $0.introspect("token=\(try $0.accessToken())&\(Wire.otherSecret)")
    },
    Provocation(.tokenRevoked, by: .tokenNotRevoked, 200, nil) {
      let token = try $0.accessToken()
      _ = $0.revoke("token=\(token)&\(Wire.secret)")
      return $0.introspect("token=\(token)&\(Wire.apiSecret)")
    },
    Provocation(.tokenExpired, by: .tokenNotExpired, 200, nil) {
      let token = try $0.accessToken()
      $0.advance(.seconds(3600))
      return $0.introspect("token=\(token)&\(Wire.apiSecret)")
    },
  ]
}
