import AuthorizationServer
import OAuth
import Testing

extension Provocation {
  private static let right = "\(Wire.request)&client_secret=workshop-secret"

  static let pushed = [
    Provocation(.requestURIPushed, by: .requestURINotPushed, 400, "invalid_request") {
      $0.push("\(right)&request_uri=urn%3Aa")
    },
    Provocation(.pushedRequestUnknown, by: .pushedRequestKnown, 400, "invalid_request_uri") {
      $0.authorize("client_id=workshop-app&request_uri=urn:ietf:params:oauth:request_uri:guess")
    },
    Provocation(.pushedRequestOfAnotherClient, by: .pushedRequestBoundToClient, 400, "invalid_request_uri") {
      $0.authorize(try $0.pushedQuery().replacing("workshop-app", with: "other-app"))
    },
    Provocation(.pushedRequestExpired, by: .pushedRequestNotExpired, 400, "invalid_request_uri") {
      let query = try $0.pushedQuery()
      $0.advance(.seconds(61))
      return $0.authorize(query)
    },
    Provocation(.pushedRequestAlreadyUsed, by: .pushedRequestNotUsed, 400, "invalid_request_uri") {
      let query = try $0.pushedQuery()
      _ = $0.authorize(query)
      return $0.authorize(query)
    },
    Provocation(.pushedRequestRequired, by: .requestPushedIfRequired, 303, "invalid_request") {
      var clients = $0.server.directory.clients
      clients[0].requiresPushedAuthorizationRequests = true
      $0.server.directory = Directory(clients: clients, resourceOwners: $0.server.directory.resourceOwners)
      return $0.authorize(Wire.request)
    },
    Provocation(.noRoomLeft, by: .roomLeft, 429, "temporarily_unavailable") {
      for _ in 0..<ServerLimits.pushedRequests { _ = $0.push(Wire.nativeRequest) }
      return $0.push(right)
    },
  ]
}
