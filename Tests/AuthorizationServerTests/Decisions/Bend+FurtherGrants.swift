import AuthorizationServer
import OAuth

extension Bend {
  private static let right = #"{"redirect_uris":["https://client.example/cb"]}"#

  static let furtherGrants = [
    Bend("pushedRequestLifetime", .pushedRequestNotExpired, nil, .pushedRequestExpired) {
      $0.pushedRequestLifetime = .seconds(5)
    } ask: {
      let query = try $0.pushedQuery()
      $0.advance(.seconds(5))
      return $0.authorize(query)
    },
    Bend("wholeSeconds", .pushedRequestNotExpired, .pushedRequestExpired, nil) {
      $0.wholeSeconds = true
    } ask: {
      let query = try $0.pushedQuery()
      $0.advance(.seconds(60))
      return $0.authorize(query)
    },
    Bend("wholeSeconds", .userCodeNotExpired, .userCodeExpired, nil) {
      $0.wholeSeconds = true
    } ask: {
      let device = try $0.device()
      $0.advance(.seconds(600))
      return $0.enter(device.userCode)
    },
    Bend("wholeSeconds", .deviceCodeNotExpired, .deviceCodeExpired, nil) {
      $0.wholeSeconds = true
    } ask: {
      let device = try $0.device()
      _ = try $0.decide(device)
      $0.advance(.seconds(600))
      return $0.poll(device)
    },
    Bend("deviceCodeLifetime", .deviceCodeNotExpired, nil, .deviceCodeExpired) {
      $0.deviceCodeLifetime = .seconds(5)
    } ask: {
      let device = try $0.device()
      _ = try $0.decide(device)
      $0.advance(.seconds(5))
      return $0.poll(device)
    },
    Bend("deviceInterval", .devicePatient, .devicePolledTooSoon, nil) {
      $0.deviceInterval = .seconds(1)
    } ask: {
      let device = try $0.device()
      _ = $0.poll(device)
      $0.advance(.seconds(1))
      let second = $0.poll(device)
      guard second.refusedBy == .deviceDecided else { return second }
      _ = try $0.decide(device)
      return $0.poll(device)
    },
    Bend("registration", .registrationOffered, nil, .registrationClosed) {
      $0.registration = .off
    } ask: {
      $0.register(right)
    },
    Bend("registration", .initialAccessTokenValid, nil, .initialAccessTokenMissing) {
      $0.registration = .token
    } ask: {
      $0.register(right)
    },
    Bend("registrationToken", .initialAccessTokenValid, .initialAccessTokenWrong, nil) {
      $0.registrationToken = "let-me-in"
    } ask: {
      $0.server.policy.registration = .token
      return $0.register(right, "Authorization: Bearer let-me-in")
    },
  ]
}
