import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Terminal
import Testing

@testable import PlaygroundUI

@Suite("Answers that differ, in lines") struct ComparisonDifferenceTests {
  @Test func `a wrong secret, in lines`() throws {
    let rig = Rig.beforeWrongSecret()
    #expect(
      try rig.page(comparing: rig.tokenRequest(), with: .bshaffer) == """
        ≠ They answer differently.
          strict    POST /token        ✗ 401 clientSecretWrong
          bshaffer  POST /oauth/token  ✗ 400 clientSecretWrong

        strict
          ✓ the Host is this server's own
          ✓ the method is one of the endpoint's
        ≠ ✓ the body is a form
        ≠ ✓ no credentials in the request URI
          ✓ names and values decode strictly
        ≠ ✓ no defined parameter is repeated
          ✓ one client authentication, not two
          ✓ the Authorization header is readable Basic
          ✓ the client says who it is
          ✓ the client is registered
          ✗ the client proves who it is (RFC 6749 §3.2.1)
              expected the registered secret of workshop-app
              found    …
          · 13 more not reached

        ≠ HTTP/1.1 401 Unauthorized
                   ^^^^^^^^^^^^^^^^
          Content-Type: application/json
        ≠ X-Content-Type-Options: nosniff
          Cache-Control: no-store
        ≠ Pragma: no-cache
        ≠ WWW-Authenticate: Basic realm="oauth-playground"

          "error":"invalid_client"
        ≠ "error_description":"Client authentication failed."
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

        bshaffer
          ✓ the Host is this server's own
          ✓ the method is one of the endpoint's
          ✓ names and values decode strictly
        ≠ ✓ grant_type is there
        ≠ ✓ grant_type is one we know
          ✓ one client authentication, not two
          ✓ the Authorization header is readable Basic
          ✓ the client says who it is
          ✓ the client is registered
          ✗ the client proves who it is (RFC 6749 §3.2.1)
              expected the registered secret of workshop-app
              found    …
          · 11 more not reached

        ≠ HTTP/1.1 400 Bad Request
                   ^^^^^^^^^^^^^^^
          Content-Type: application/json
          Cache-Control: no-store

          "error":"invalid_client"
        ≠ "error_description":"The client credentials are invalid"
                               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^

        Why
          clientAuthenticated  bshaffer: Wrong client credentials are a 400 without
              a challenge; RFC 6749 §5.2 wants 401.
        """)
  }

  @Test func `a token request by GET, in lines`() throws {
    let rig = Rig().press("enter", "enter")
    let form = try rig.tokenRequest()
    let request = RequestMessage.get(
      "/token?\(String(decoding: form.body, as: UTF8.self))", authority: "127.0.0.1:8414")
    #expect(
      try rig.page(comparing: request, with: .wpLegacy) == """
        ≠ They answer differently.
          strict     GET /token                ✗ 405 methodNotAllowed
          wp-legacy  GET /oauth/request_token  ✓ 200

        strict
          ✓ the Host is this server's own
        ≠ ✗ the method is one of the endpoint's (RFC 6749 §3.2)
        ≠     expected POST
        ≠     found    GET
        ≠ · 22 more not reached

        ≠ HTTP/1.1 405 Method Not Allowed
                   ^^^^^^^^^^^^^^^^^^^^^^
          Content-Type: application/json
        ≠ X-Content-Type-Options: nosniff
          Cache-Control: no-store
        ≠ Pragma: no-cache
        ≠ Allow: POST

        ≠ "error":"invalid_request"
        ≠ "error_description":"This endpoint takes another method."

        wp-legacy
          ✓ the Host is this server's own
        ≠ ✓ names and values decode strictly
        ≠ ✓ grant_type is there
        ≠ ✓ one client authentication, not two
        ≠ ✓ the Authorization header is readable Basic
        ≠ ✓ the client says who it is
        ≠ ✓ the client is registered
        ≠ ✓ the client proves who it is
        ≠ ✓ grant_type is one we know
        ≠ ✓ code is there
        ≠ ✓ code was issued here
        ≠ ✓ code was issued to this client
        ≠ ✓ redirect_uri equals that of the authorization request
        ≠ ✓ code has not expired
        ≠ ✓ code is used for the first time
        ≠ ✓ scope is no wider than what was granted
        ≠ now: code <random> redeemed
        ≠ now: access token <random> issued, good for 3600 s
        ≠ now: refresh token <random> issued, good for 1209600 s

        ≠ HTTP/1.1 200 OK
                   ^^^^^^
          Content-Type: application/json
          Cache-Control: no-store
        ≠ X-Frame-Options: DENY

        ≠ "access_token":"<random>"
        ≠ "expires_in":3600
        ≠ "token_type":"bearer"
        ≠ "scope":"openid profile email"
        ≠ "refresh_token":"<random>"

        Why
          acceptsGETAtToken  strict has false, wp-legacy has true. Matters: Client
              secrets, codes and tokens in access logs, browser histories and Referer
              headers.
          methodAllowed  wp-legacy never asks whether this is so: the method is one
              of the endpoint's.
          acceptsGETAtToken  wp-legacy: A GET gets tokens, and the secret of the
              client stands in every log on the way.
        """)
  }

  @Test func `credentials sent twice, in lines`() throws {
    let rig = Rig().press("enter", "enter")
    var request = try rig.tokenRequest()
    request.head.headerFields[.authorization] =
      BasicCredentials(identifier: "workshop-app", secret: "workshop-secret").headerValue
    #expect(
      try rig.page(comparing: request, with: .keycloak) == """
        ≠ They answer differently.
          strict    POST /token
                    ✗ 400 clientAuthenticationTwice
          keycloak  POST /realms/myrealm/protocol/openid-connect/token
                    ✓ 200

        strict
          ✓ the Host is this server's own
          ✓ the method is one of the endpoint's
          ✓ the body is a form
        ≠ ✓ no credentials in the request URI
          ✓ names and values decode strictly
        ≠ ✓ no defined parameter is repeated
        ≠ ✗ one client authentication, not two (RFC 6749 §2.3)
                                              ^^^^^^^^^^^^^^^^
        ≠     expected the header or the body
        ≠     found    an Authorization header and client_secret
        ≠ · 17 more not reached

        ≠ HTTP/1.1 400 Bad Request
                   ^^^^^^^^^^^^^^^
          Content-Type: application/json
        ≠ X-Content-Type-Options: nosniff
          Cache-Control: no-store
          Pragma: no-cache

        ≠ "error":"invalid_request"
        ≠ "error_description":"The client authenticates itself twice."

        keycloak
          ✓ the Host is this server's own
          ✓ the method is one of the endpoint's
          ✓ the body is a form
          ✓ names and values decode strictly
        ≠ ✓ grant_type is there
        ≠ ✓ grant_type is one we know
        ≠ ✓ one client authentication, not two
        ≠ ✓ the Authorization header is readable Basic
        ≠ ✓ the client says who it is
        ≠ ✓ the client is registered
        ≠ ✓ the client proves who it is
        ≠ ✓ no defined parameter is repeated
        ≠ ✓ code is there
        ≠ ✓ code was issued here
        ≠ ✓ code is used for the first time
        ≠ ✓ code has not expired
        ≠ ✓ redirect_uri equals that of the authorization request
        ≠ ✓ code was issued to this client
        ≠ ✓ the client may use this grant
        ≠ ✓ code_verifier is there if a challenge was, and only then
        ≠ ✓ code_verifier keeps to its grammar
        ≠ ✓ code_verifier answers the challenge
        ≠ now: code <random> redeemed
        ≠ now: access token <random> issued, good for 300 s
        ≠ now: refresh token <random> issued, good for 1800 s

        ≠ HTTP/1.1 200 OK
                   ^^^^^^
          Content-Type: application/json
          Cache-Control: no-store
          Pragma: no-cache

        ≠ "access_token":"<signed token>"
        ≠ "expires_in":300
        ≠ "refresh_expires_in":1800
        ≠ "refresh_token":"<random>"
        ≠ "token_type":"Bearer"
        ≠ "id_token":"<signed token>"
        ≠ "not-before-policy":0
        ≠ "session_state":"<random>"
        ≠ "scope":"openid profile email"

        Why
          credentialPrecedence  strict has refuseBoth, keycloak has body. Matters:
              Two identities in one request, of which one is checked and the other used.
          credentialPrecedence  keycloak: What the form says about the client
              replaces what the header says, half by half: the opposite of programs in
              PHP.
        """)
  }
}
