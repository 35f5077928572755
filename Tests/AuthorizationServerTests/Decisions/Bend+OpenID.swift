import AuthorizationServer
import OAuth
import Testing

extension Bend {
  static let openID = [
    Bend("openIDConnect", .promptUnderstood, .promptUnknown, nil) {
      $0.openIDConnect = false
    } ask: {
      $0.authorize("\(Wire.request)&prompt=create")
    },
    Bend("openIDConnect", .maxAgeWellFormed, .maxAgeMalformed, nil) {
      $0.openIDConnect = false
    } ask: {
      $0.authorize("\(Wire.request)&max_age=soon")
    },
    Bend("openIDConnect", .redirectionURIPresent, .redirectionURIMissing, nil) {
      $0.openIDConnect = false
    } ask: {
      $0.authorize("response_type=code&client_id=workshop-app&scope=openid%20profile")
    },
    Bend("openIDConnect", .scopeAllowed, nil, .scopeNotAllowed) {
      $0.openIDConnect = false
    } ask: {
      $0.authorize("response_type=code&client_id=workshop-app&redirect_uri=\(Wire.callback)&scope=openid")
    },
  ]
}
