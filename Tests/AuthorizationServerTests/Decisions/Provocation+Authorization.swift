import AuthorizationServer
import OAuth
import Testing

extension Provocation {
  private static let client = "response_type=code&client_id=workshop-app"
  private static let base = "\(client)&redirect_uri=\(Wire.callback)"
  private static let native = "response_type=code&client_id=native-app&redirect_uri=http%3A%2F%2F127.0.0.1%2Fcallback"

  /// Those before the redirection URI is known are 400 and a page, those after it 303 and a redirect.
  static let authorization = [
    Provocation(.clientIdentifierMissing, by: .clientIdentifierPresent, 400, "invalid_request") {
      $0.authorize("response_type=code")
    },
    Provocation(.clientUnregistered, by: .clientRegistered, 400, "invalid_request") {
      $0.authorize("response_type=code&client_id=nobody")
    },
    Provocation(.redirectionURIMissing, by: .redirectionURIPresent, 400, "invalid_request") {
      $0.authorize("response_type=code&client_id=native-app")
    },
    Provocation(.redirectionURIMalformed, by: .redirectionURIWellFormed, 400, "invalid_request") {
      $0.authorize("\(client)&redirect_uri=%2Fcallback")
    },
    Provocation(.redirectionURIUnregistered, by: .redirectionURIRegistered, 400, "invalid_request") {
      $0.authorize("\(client)&redirect_uri=https%3A%2F%2Fevil.example%2F")
    },
    Provocation(.responseModeUnsupported, by: .responseModeSupported, 303, "invalid_request") {
      $0.authorize("\(base)&response_mode=bogus")
    },
    Provocation(.requestObjectUnsupported, by: .requestObjectAbsent, 303, "request_not_supported") {
      $0.authorize("\(base)&request=eyJ")
    },
    Provocation(.responseTypeMissing, by: .responseTypePresent, 303, "invalid_request") {
      $0.authorize("client_id=workshop-app&redirect_uri=\(Wire.callback)")
    },
    Provocation(.responseTypeUnsupported, by: .responseTypeSupported, 303, "unsupported_response_type") {
      $0.authorize("response_type=token&client_id=workshop-app&redirect_uri=\(Wire.callback)")
    },
    Provocation(.responseTypeNotAllowed, by: .responseTypeAllowed, 303, "unauthorized_client") {
      $0.authorize("response_type=code&client_id=batch")
    },
    Provocation(.stateMissing, by: .stateAcceptable, 303, "invalid_request") {
      $0.server.policy.stateRequired = true
      return $0.authorize(base)
    },
    Provocation(.stateTooLong, by: .stateAcceptable, 303, "invalid_request") {
      $0.authorize("\(base)&state=\(String(repeating: "s", count: 4097))")
    },
    Provocation(.scopeMalformed, by: .scopeWellFormed, 303, "invalid_scope") {
      $0.authorize("\(base)&scope=profile%20%20email")
    },
    Provocation(.scopeNotAllowed, by: .scopeAllowed, 303, "invalid_scope") { $0.authorize("\(base)&scope=bogus") },
    Provocation(.codeChallengeMissing, by: .codeChallengePresent, 303, "invalid_request") { $0.authorize(native) },
    Provocation(.codeChallengeMethodMissing, by: .codeChallengeMethodSupported, 303, "invalid_request") {
      $0.authorize("\(native)&code_challenge=\(Wire.challenge)")
    },
    Provocation(.codeChallengeMethodUnsupported, by: .codeChallengeMethodSupported, 303, "invalid_request") {
      $0.authorize("\(native)&code_challenge=\(Wire.challenge)&code_challenge_method=S512")
    },
    Provocation(.codeChallengeMethodWithoutChallenge, by: .codeChallengePresent, 303, "invalid_request") {
      $0.authorize("\(base)&code_challenge_method=S256")
    },
    Provocation(.codeChallengeMalformed, by: .codeChallengeWellFormed, 303, "invalid_request") {
      $0.authorize("\(native)&code_challenge=short&code_challenge_method=S256")
    },
  ]

  static let interaction = [
    Provocation(.sessionMissing, by: .sessionPresent, 403, "invalid_request") {
      let form = try $0.loginForm()
      $0.cookie = nil
      return $0.signIn(form)
    },
    Provocation(.interactionUnknown, by: .interactionKnown, 403, "invalid_request") {
      let form = try $0.loginForm()
      $0.advance(ServerLimits.interactionLifetime)
      return $0.signIn(form)
    },
    Provocation(.interactionOfAnotherSession, by: .interactionKnown, 403, "invalid_request") {
      let form = try $0.loginForm()
      $0.cookie = nil
      _ = try $0.loginForm()
      return $0.signIn(form)
    },
    Provocation(.formTokenInvalid, by: .formTokenValid, 403, "invalid_request") {
      let form = try $0.loginForm()
      _ = $0.signIn(form, "username=alice&password=wrong")
      return $0.signIn(form)
    },
    Provocation(.passwordWrong, by: .passwordCorrect, 400, nil) {
      $0.signIn(try $0.loginForm(), "username=alice&password=wrong")
    },
    Provocation(.passwordThrottled, by: .passwordCorrect, 429, nil) {
      for _ in 0..<10 { _ = $0.signIn(try $0.loginForm(), "username=alice&password=wrong") }
      return $0.signIn(try $0.loginForm(), "username=alice&password=wrong")
    },
    Provocation(.resourceOwnerNotSignedIn, by: .resourceOwnerSignedIn, 403, "invalid_request") {
      let form = try $0.loginForm()
      return $0.browse("GET /authorize/consent?\(form.hidden) HTTP/1.1\nHost: 127.0.0.1:8414")
    },
    Provocation(.decisionMissing, by: .decisionPresent, 400, "invalid_request") {
      $0.submit(try $0.consentForm(), "scope=profile&decision=Allow")
    },
    Provocation(.resourceOwnerDenied, by: .resourceOwnerAllowed, 303, "access_denied") {
      $0.submit(try $0.consentForm(), "scope=profile&decision=deny")
    },
    Provocation(.scopeEmptied, by: .scopeGranted, 303, "access_denied") {
      $0.submit(try $0.consentForm(), "decision=allow")
    },
  ]
}
