import AuthorizationServer
import OAuth

extension Provocation {
  private static let uris = #""redirect_uris":["https://client.example/cb"]"#

  static let registration = [
    Provocation(.registrationClosed, by: .registrationOffered, 403, "access_denied") {
      $0.server.policy.registration = .off
      return $0.register("{\(uris)}")
    },
    Provocation(.initialAccessTokenMissing, by: .initialAccessTokenValid, 401, nil) {
      $0.server.policy.registration = .token
      return $0.register("{\(uris)}")
    },
    Provocation(.initialAccessTokenWrong, by: .initialAccessTokenValid, 401, "invalid_token") {
      $0.server.policy.registration = .token
      return $0.register("{\(uris)}", "Authorization: Bearer guess")
    },
    Provocation(.mediaTypeNotJSON, by: .mediaTypeJSON, 400, "invalid_request") {
      $0.register("a=b", type: "application/x-www-form-urlencoded")
    },
    Provocation(.clientMetadataUnreadable, by: .clientMetadataReadable, 400, "invalid_client_metadata") {
      $0.register("[]")
    },
    Provocation(.clientMetadataMalformed, by: .clientMetadataWellFormed, 400, "invalid_client_metadata") {
      $0.register(#"{"client_name":1}"#)
    },
    Provocation(.authenticationMethodUnsupported, by: .authenticationMethodSupported, 400, "invalid_client_metadata") {
      $0.register(#"{"token_endpoint_auth_method":"private_key_jwt"}"#)
    },
    Provocation(.grantTypesInconsistent, by: .grantTypesConsistent, 400, "invalid_client_metadata") {
      $0.register(#"{"grant_types":["authorization_code"],"response_types":[]}"#)
    },
    Provocation(.redirectionURIsMissing, by: .redirectionURIsRegistrable, 400, "invalid_redirect_uri") {
      $0.register("{}")
    },
    Provocation(.redirectionURINotRegistrable, by: .redirectionURIsRegistrable, 400, "invalid_redirect_uri") {
      $0.register(#"{"redirect_uris":["myapp:/cb"]}"#)
    },
    Provocation(.scopeNotRegistrable, by: .scopeRegistrable, 400, "invalid_client_metadata") {
      $0.register("{\(uris),\"scope\":\"bogus\"}")
    },
    Provocation(.idTokenAlgorithmUnsupported, by: .idTokenAlgorithmSupported, 400, "invalid_client_metadata") {
      $0.register("{\(uris),\"id_token_signed_response_alg\":\"none\"}")
    },
  ]
}
