import AuthorizationServer
import OAuth
import Testing

/// A token that is not active for whoever asks, and why.
struct Inactive: Sendable, CustomTestStringConvertible {
  let testDescription: String
  let kind: Refusal.Kind
  let request: @Sendable (Conversation) throws -> String

  init(_ name: String, _ kind: Refusal.Kind, request: @escaping @Sendable (Conversation) throws -> String) {
    (testDescription, self.kind, self.request) = (name, kind, request)
  }

  static let all = unknown + foreign + ended

  private static let unknown = [
    Inactive("nonsense", .tokenUnknown) { _ in "token=nonsense&\(Wire.apiSecret)" },
    Inactive("nothing but octets", .tokenUnknown) { _ in "token=%7F%E2%84%AA&\(Wire.secret)" },
    Inactive("an authorization code", .tokenUnknown) { "token=\(try $0.code())&\(Wire.secret)" },
    Inactive("a token with its scheme", .tokenUnknown) { "token=Bearer%20\(try $0.accessToken())&\(Wire.apiSecret)" },
    Inactive("forgotten", .tokenUnknown) {
      let token = try $0.accessToken()
      $0.advance(.seconds(7200))
      return "token=\(token)&\(Wire.apiSecret)"
    },
  ]

  private static let foreign = [
    Inactive("another client's access token", .tokenNotMeantForCaller) {
      "token=\(try $0.accessToken())&\(Wire.otherSecret)"
    },
    Inactive("another client's refresh token", .tokenNotMeantForCaller) {
      "token=\(try $0.tokens().refresh)&\(Wire.otherSecret)"
    },
    Inactive("a refresh token, asked about by a resource server", .tokenNotMeantForCaller) {
      "token=\(try $0.tokens().refresh)&\(Wire.apiSecret)"
    },
    Inactive("a token for another resource server", .tokenNotMeantForCaller) {
      "token=\(try $0.accessToken())&client_id=far-api&client_secret=far"
    },
    Inactive("dead, and another client's", .tokenNotMeantForCaller) {
      let token = try $0.accessToken()
      _ = $0.revoke("token=\(token)&\(Wire.secret)")
      return "token=\(token)&\(Wire.otherSecret)"
    },
  ]

  private static let ended = [
    Inactive("an expired access token", .tokenExpired) {
      let token = try $0.accessToken()
      $0.advance(.seconds(3600))
      return "token=\(token)&\(Wire.apiSecret)"
    },
    Inactive("an expired refresh token", .tokenExpired) {
      let token = try $0.tokens().refresh
      $0.advance(.seconds(1_209_600))
      return "token=\(token)&\(Wire.secret)"
    },
    Inactive("a revoked access token", .tokenRevoked) {
      let token = try $0.accessToken()
      _ = $0.revoke("token=\(token)&\(Wire.secret)")
      return "token=\(token)&\(Wire.apiSecret)"
    },
    Inactive("an access token whose refresh token was revoked", .tokenRevoked) {
      let tokens = try $0.tokens()
      _ = $0.revoke("token=\(tokens.refresh)&\(Wire.secret)")
      return "token=\(tokens.access)&\(Wire.apiSecret)"
    },
    Inactive("an access token whose code was replayed", .tokenRevoked) {
      let code = try $0.code()
      let token = try #require($0.redeem(code).accessToken)
      _ = $0.redeem(code)
      return "token=\(token)&\(Wire.apiSecret)"
    },
    Inactive("a replaced refresh token", .tokenRevoked) {
      let token = try $0.tokens().refresh
      _ = $0.refresh(token)
      return "token=\(token)&\(Wire.secret)"
    },
    Inactive("the newest of a family that was replayed", .tokenRevoked) {
      let token = try $0.tokens().refresh
      let newest = try #require($0.refresh(token).refreshToken)
      _ = $0.refresh(token)
      return "token=\(newest)&\(Wire.secret)"
    },
  ]
}
