import AuthorizationServer
import OAuth

extension Provocation {
  private static let grant = "grant_type=authorization_code&code=c&redirect_uri=\(Wire.callback)"
  private static let form = "Content-Type: application/x-www-form-urlencoded"

  static let tokenClient = [
    Provocation(.credentialsInURI, by: .credentialsNotInURI, 400, "invalid_request") {
      $0.send("POST /token?client_secret=x HTTP/1.1\nHost: 127.0.0.1:8414\n\(form)\n\n\(grant)")
    },
    Provocation(.clientAuthenticationTwice, by: .clientAuthenticationSingle, 400, "invalid_request") {
      $0.token("\(grant)&\(Wire.secret)", Wire.basic)
    },
    Provocation(.authorizationSchemeUnsupported, by: .clientAuthenticationReadable, 401, "invalid_client") {
      $0.token(grant, "Authorization: Digest abc")
    },
    Provocation(.basicCredentialsMalformed, by: .clientAuthenticationReadable, 401, "invalid_client") {
      $0.token(grant, "Authorization: Basic !!!")
    },
    Provocation(.clientUnidentified, by: .clientIdentified, 401, "invalid_client") { $0.token(grant) },
    Provocation(.clientIdentifiersDiffer, by: .clientIdentified, 400, "invalid_request") {
      $0.token("\(grant)&client_id=other-app", Wire.basic)
    },
    Provocation(.clientUnknown, by: .clientKnown, 401, "invalid_client") { $0.token("\(grant)&client_id=nobody") },
    Provocation(.clientAuthenticationMissing, by: .clientAuthenticated, 401, "invalid_client") {
      $0.token("\(grant)&client_id=workshop-app")
    },
    Provocation(.clientSecretWrong, by: .clientAuthenticated, 401, "invalid_client") {
      $0.token("\(grant)&client_id=workshop-app&client_secret=wrong")
    },
    Provocation(.clientThrottled, by: .clientAuthenticated, 429, "invalid_client") {
      for _ in 0..<10 { _ = $0.token("\(grant)&client_id=workshop-app&client_secret=wrong") }
      return $0.token("\(grant)&client_id=workshop-app&client_secret=wrong")
    },
    Provocation(.clientHasNoSecret, by: .clientAuthenticated, 401, "invalid_client") {
      $0.token("\(grant)&client_id=native-app&client_secret=guess")
    },
    Provocation(
      .clientAuthenticationMethodUnregistered, by: .clientAuthenticationMethodRegistered, 401, "invalid_client"
    ) {
      $0.server.policy.enforceRegisteredAuthentication = true
      return $0.token(grant, "Authorization: Basic cG9zdC1vbmx5OnBvc3Qtc2VjcmV0")
    },
  ]

  static let tokenGrant = [
    Provocation(.grantTypeMissing, by: .grantTypePresent, 400, "invalid_request") {
      $0.token("code=c&\(Wire.secret)")
    },
    Provocation(.grantTypeUnsupported, by: .grantTypeSupported, 400, "unsupported_grant_type") {
      $0.token("grant_type=password&\(Wire.secret)")
    },
    Provocation(.grantTypeNotAllowed, by: .grantTypeAllowed, 400, "unauthorized_client") {
      $0.token("grant_type=authorization_code&client_id=nightly-job&client_secret=nightly-secret")
    },
    Provocation(.clientNotConfidential, by: .clientConfidential, 400, "unauthorized_client") {
      $0.token("grant_type=client_credentials&client_id=public-job")
    },
    Provocation(.passwordMissing, by: .passwordPresent, 400, "invalid_request") {
      $0.server.policy.grantTypes += [.password]
      return $0.token("grant_type=password&username=alice&\(Wire.passwordSecret)")
    },
    Provocation(.authorizationCodeMissing, by: .authorizationCodePresent, 400, "invalid_request") {
      $0.token("grant_type=authorization_code&\(Wire.secret)")
    },
  ]

  static let authorizationCode = [
    Provocation(.codeChallengeMethodUnknown, by: .codeVerifierMatches, 400, "invalid_grant") {
      $0.server.policy.supportPKCE = .openID
      let code = try $0.code("\(Wire.request)&code_challenge=\(Wire.challenge)")
      return $0.redeem(code, "code_verifier=\(Wire.verifier)")
    },
    Provocation(.authorizationCodeUnknown, by: .authorizationCodeKnown, 400, "invalid_grant") { $0.redeem("c") },
    Provocation(.authorizationCodeOfAnotherClient, by: .authorizationCodeBoundToClient, 400, "invalid_grant") {
      let code = try $0.code()
      return $0.token(
        "grant_type=authorization_code&code=\(code)&redirect_uri=\(Wire.callback)"
          + "&client_id=other-app&client_secret=other-secret")
    },
    Provocation(.authorizationCodeExpired, by: .authorizationCodeNotExpired, 400, "invalid_grant") {
      let code = try $0.code()
      $0.advance(.seconds(31))
      return $0.redeem(code)
    },
    Provocation(.authorizationCodeBurnt, by: .authorizationCodeNotRedeemed, 400, "invalid_grant") {
      $0.server.policy.failedRedemptionBurnsCode = true
      let code = try $0.code(Wire.provenRequest)
      _ = $0.redeem(code)
      return $0.redeem(code, "code_verifier=\(Wire.verifier)")
    },
    Provocation(.redirectionURIMissingAtToken, by: .redirectionURISame, 400, "invalid_grant") {
      $0.token("grant_type=authorization_code&code=\(try $0.code())&\(Wire.secret)")
    },
    Provocation(.redirectionURIDiffers, by: .redirectionURISame, 400, "invalid_grant") {
      let code = try $0.code()
      return $0.token("grant_type=authorization_code&code=\(code)&redirect_uri=\(Wire.callback)%2F&\(Wire.secret)")
    },
    Provocation(.codeVerifierMissing, by: .codeVerifierPresent, 400, "invalid_grant") {
      $0.redeem(try $0.code(Wire.provenRequest))
    },
    Provocation(.codeVerifierWithoutChallenge, by: .codeVerifierPresent, 400, "invalid_request") {
      $0.redeem(try $0.code(), "code_verifier=\(Wire.verifier)")
    },
    Provocation(.codeVerifierMalformed, by: .codeVerifierWellFormed, 400, "invalid_grant") {
      $0.redeem(try $0.code(Wire.provenRequest), "code_verifier=short")
    },
    Provocation(.codeVerifierWrong, by: .codeVerifierMatches, 400, "invalid_grant") {
      $0.redeem(try $0.code(Wire.provenRequest), "code_verifier=\(Wire.challenge)")
    },
    Provocation(.authorizationCodeAlreadyRedeemed, by: .authorizationCodeNotRedeemed, 400, "invalid_grant") {
      let code = try $0.code()
      _ = $0.redeem(code)
      return $0.redeem(code)
    },
  ]
}
