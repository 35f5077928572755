import AuthorizationServer
import OAuth

extension Bend {
  static let refreshToken = [
    Bend("refreshTokenLifetime", .refreshTokenNotExpired, nil, .refreshTokenExpired) {
      $0.refreshTokenLifetime = .seconds(60)
    } ask: {
      let token = try $0.tokens().refresh
      $0.advance(.seconds(60))
      return $0.refresh(token)
    },
    Bend("refreshTokenIssuance", .refreshTokenPresent, .refreshTokenMissing, nil) {
      $0.refreshTokenIssuance = .always
    } ask: {
      $0.refresh($0.redeem(try $0.code()).refreshToken ?? "")
    },
    Bend("refreshTokenIssuance", .refreshTokenPresent, nil, .refreshTokenMissing) {
      $0.refreshTokenIssuance = .never
    } ask: {
      $0.refresh($0.redeem(try $0.code(Wire.offlineRequest)).refreshToken ?? "")
    },
    Bend("refreshTokenRotation", .refreshTokenNotReused, .refreshTokenReused, nil) {
      $0.refreshTokenRotation = false
    } ask: {
      try $0.refreshTwice(after: .zero)
    },
    Bend("refreshTokenReuse", .refreshTokenNotReused, .refreshTokenReused, .refreshTokenReused) {
      $0.refreshTokenReuse = .refuse
    } ask: {
      try $0.refreshTwice(after: .zero)
    },
    Bend("refreshTokenReuse", .refreshTokenNotReused, .refreshTokenReused, nil) {
      $0.refreshTokenReuse = .allow
    } ask: {
      try $0.refreshTwice(after: .seconds(60))
    },
    Bend("refreshTokenGrace", .refreshTokenNotReused, .refreshTokenReused, nil) {
      $0.refreshTokenGrace = .seconds(10)
    } ask: {
      try $0.refreshTwice(after: .seconds(9))
    },
    Bend("accessTokenRevocation", .tokenRevocable, nil, .tokenNotRevocable) {
      $0.accessTokenRevocation = false
    } ask: {
      $0.revoke("token=\(try $0.accessToken())&\(Wire.secret)")
    },
  ]
}

extension Conversation {
  /// The answer to the second of two refreshes with the same token.
  fileprivate func refreshTwice(after pause: Duration) throws -> Answer {
    let token = try tokens().refresh
    _ = refresh(token)
    advance(pause)
    return refresh(token)
  }
}
