import AuthorizationServer
import OAuth

extension Provocation {
  static let device = [
    Provocation(.userCodeMissing, by: .userCodePresent, 400, nil) { $0.enter("") },
    Provocation(.userCodeThrottled, by: .userCodeNotThrottled, 429, nil) {
      for _ in 0..<ServerLimits.userCodeGuesses {
        $0.cookie = nil
        _ = $0.enter("BCDFGHJK")
      }
      $0.cookie = nil
      return $0.enter("BCDFGHJK")
    },
    Provocation(.userCodeUnknown, by: .userCodeKnown, 400, nil) { $0.enter("BCDF-GHJK") },
    Provocation(.userCodeExpired, by: .userCodeNotExpired, 400, nil) {
      let device = try $0.device()
      $0.advance(.seconds(601))
      return $0.enter(device.userCode)
    },
    Provocation(.userCodeAlreadyUsed, by: .userCodeNotUsed, 400, nil) {
      let device = try $0.device()
      _ = try $0.decide(device)
      return $0.enter(device.userCode)
    },
    Provocation(.deviceCodeMissing, by: .deviceCodePresent, 400, "invalid_request") {
      $0.poll(Device(code: "", userCode: ""))
    },
    Provocation(.deviceCodeUnknown, by: .deviceCodeKnown, 400, "invalid_grant") {
      $0.poll(Device(code: "guess", userCode: ""))
    },
    Provocation(.deviceCodeOfAnotherClient, by: .deviceCodeBoundToClient, 400, "invalid_grant") {
      var clients = $0.server.directory.clients
      clients[1].grants.append(.deviceCode)
      $0.server.directory = Directory(clients: clients, resourceOwners: $0.server.directory.resourceOwners)
      return $0.poll(try $0.device(), client: "client_id=native-app")
    },
    Provocation(.deviceCodeExpired, by: .deviceCodeNotExpired, 400, "expired_token") {
      let device = try $0.device()
      $0.advance(.seconds(601))
      return $0.poll(device)
    },
    Provocation(.deviceCodeAlreadyRedeemed, by: .deviceCodeNotRedeemed, 400, "invalid_grant") {
      let device = try $0.device()
      _ = try $0.decide(device)
      _ = $0.poll(device)
      return $0.poll(device)
    },
    Provocation(.devicePolledTooSoon, by: .devicePatient, 400, "slow_down") {
      let device = try $0.device()
      _ = $0.poll(device)
      return $0.poll(device)
    },
    Provocation(.deviceDecisionPending, by: .deviceDecided, 400, "authorization_pending") {
      $0.poll(try $0.device())
    },
    Provocation(.deviceDenied, by: .deviceAllowed, 400, "access_denied") {
      let device = try $0.device()
      _ = try $0.decide(device, "deny")
      return $0.poll(device)
    },
  ]
}
