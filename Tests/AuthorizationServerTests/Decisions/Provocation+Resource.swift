import AuthorizationServer
import OAuth
import Testing

extension Provocation {
  private static let host = "Host: 127.0.0.1:8414"

  static let resource = [
    Provocation(.accessTokenMissing, by: .accessTokenPresent, 401, nil) { $0.send("GET /me HTTP/1.1\n\(host)") },
    Provocation(.accessTokenInQuery, by: .accessTokenPresent, 401, nil) {
      $0.send("GET /me?access_token=\(try $0.accessToken()) HTTP/1.1\n\(host)")
    },
    Provocation(.accessTokenInBody, by: .accessTokenPresent, 401, nil) {
      $0.send(
        """
        POST /me HTTP/1.1
        \(host)
        Content-Type: application/x-www-form-urlencoded

        access_token=\(try $0.accessToken())
        """)
    },
    Provocation(.accessTokenRepeated, by: .accessTokenSingle, 400, "invalid_request") {
      let token = try $0.accessToken()
      return $0.send("GET /me?access_token=\(token) HTTP/1.1\n\(host)\nAuthorization: Bearer \(token)")
    },
    Provocation(.accessTokenSchemeWrong, by: .accessTokenScheme, 401, nil) { $0.me("Basic YTpi") },
    Provocation(.accessTokenEmpty, by: .accessTokenWellFormed, 400, "invalid_request") { $0.me("Bearer") },
    Provocation(.accessTokenMalformed, by: .accessTokenWellFormed, 401, "invalid_token") { $0.me("Bearer a b") },
    Provocation(.accessTokenUnknown, by: .accessTokenKnown, 401, "invalid_token") { $0.me("Bearer nonsense") },
    Provocation(.authorizationCodeAsAccessToken, by: .accessTokenKnown, 401, "invalid_token") {
      $0.me("Bearer \(try $0.code())")
    },
    Provocation(.refreshTokenAsAccessToken, by: .accessTokenKnown, 401, "invalid_token") {
      $0.me("Bearer \(try $0.tokens().refresh)")
    },
    Provocation(.resourceOwnerGone, by: .resourceOwnerKnown, 401, "invalid_token") {
      let token = try $0.accessToken()
      try #require($0.removeResourceOwner("alice"))
      return $0.me("Bearer \(token)")
    },
    Provocation(.accessTokenRevoked, by: .accessTokenNotRevoked, 401, "invalid_token") {
      let code = try $0.code()
      let token = $0.redeem(code).accessToken ?? ""
      _ = $0.redeem(code)
      return $0.me("Bearer \(token)")
    },
    Provocation(.accessTokenExpired, by: .accessTokenNotExpired, 401, "invalid_token") {
      let token = try $0.accessToken()
      $0.advance(.seconds(3601))
      return $0.me("Bearer \(token)")
    },
    Provocation(.scopeInsufficient, by: .scopeSufficient, 403, "insufficient_scope") {
      let request = "response_type=code&client_id=workshop-app&redirect_uri=\(Wire.callback)&scope=email"
      return $0.me("Bearer \(try $0.accessToken(request))")
    },
    Provocation(.resourceOwnerAbsent, by: .scopeSufficient, 403, "insufficient_scope") {
      let token = $0.token("grant_type=client_credentials&client_id=batch&client_secret=batch-secret").accessToken
      return $0.me("Bearer \(token ?? "")")
    },
  ]
}
