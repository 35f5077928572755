import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

extension Provocation {
  private static let request = Wire.openIDRequest

  static let openID = [
    Provocation(.promptContradictory, by: .promptUnderstood, 303, "invalid_request") {
      $0.authorize("\(request)&prompt=none%20login")
    },
    Provocation(.promptUnknown, by: .promptUnderstood, 303, "invalid_request") {
      $0.authorize("\(request)&prompt=create")
    },
    Provocation(.maxAgeMalformed, by: .maxAgeWellFormed, 303, "invalid_request") {
      $0.authorize("\(request)&max_age=-1")
    },
    Provocation(.nonceTooLong, by: .nonceAcceptable, 303, "invalid_request") {
      $0.authorize("\(request)&nonce=\(String(repeating: "n", count: 4097))")
    },
    Provocation(.idTokenHintInvalid, by: .idTokenHintValid, 303, "invalid_request") {
      $0.authorize("\(request)&id_token_hint=e30.e30.")
    },
    Provocation(.signInRequired, by: .signInSufficient, 303, "login_required") {
      $0.authorize("\(request)&prompt=none")
    },
    Provocation(.consentRequired, by: .consentSufficient, 303, "consent_required") {
      _ = try $0.consentForm()
      return $0.authorize("\(request)&prompt=none")
    },
    Provocation(.signInStale, by: .signInFresh, 403, "invalid_request") {
      _ = try $0.consentForm()
      let form = try $0.loginForm("\(request)&prompt=login")
      return $0.browse("GET /authorize/consent?\(form.hidden) HTTP/1.1\nHost: 127.0.0.1:8414")
    },
    Provocation(.hintedOwnerNotSignedIn, by: .hintedOwnerSignedIn, 303, "login_required") {
      let hint = try $0.idToken()
      let form = try $0.loginForm("\(request)&prompt=login&id_token_hint=\(hint)")
      let target = try #require($0.signIn(form, "username=bob&password=builder")[.location])
      return $0.browse("GET \(target) HTTP/1.1\nHost: 127.0.0.1:8414")
    },
    Provocation(.accessTokenSignatureInvalid, by: .accessTokenSignatureValid, 401, "invalid_token") {
      $0.server.policy.accessTokenFormat = .jwt
      let token = try $0.accessToken()
      return $0.me("Bearer \(token.dropLast(8))AAAAAAAA")
    },
    Provocation(.idTokenAsAccessToken, by: .accessTokenSignatureValid, 401, "invalid_token") {
      $0.me("Bearer \(try $0.idToken())")
    },
    Provocation(.resourceMalformed, by: .resourceWellFormed, 303, "invalid_target") {
      $0.authorize("\(request)&resource=api")
    },
    Provocation(.resourceNotGranted, by: .resourceWithinGrant, 400, "invalid_target") {
      let code = try $0.code("\(request)&resource=https%3A%2F%2Fapi.example%2F")
      return $0.redeem(code, "resource=https%3A%2F%2Fother.example%2F")
    },
    Provocation(.accessTokenForAnother, by: .accessTokenMeantForUs, 401, "invalid_token") {
      _ = try $0.jwks
      let claims: JSON = ["iss": "http://127.0.0.1:8414", "aud": "https://api.example", "sub": "alice"]
      return $0.me("Bearer \(JSONWebSignature(claims, type: "at+jwt", by: .sample(.rs256)).text)")
    },
  ]
}
