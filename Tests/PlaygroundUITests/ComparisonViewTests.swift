import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Terminal
import Testing

@testable import PlaygroundUI

@Suite("The same request, put to another server") struct ComparisonViewTests {
  /// Before the token request, whose secret is wrong.
  private func rig(_ columns: Int = 80, _ rows: Int = 24, charset: Charset = .utf8) -> Rig {
    let rig = Rig(columns, rows, charset: charset).press("enter", "enter")
    rig.handle(.wished(.set(name: "client_secret", value: "wrong")))
    return rig
  }

  private func compare(_ rig: Rig, with profile: String) -> Rig {
    rig.press("=")
    rig.handle(.wished(.choose(profile)))
    return rig.press("enter")
  }

  private func page(_ request: RequestMessage, with profile: Profile, _ rig: Rig) throws -> String {
    let comparison = try #require(rig.host.compare(.draft(request), with: profile))
    return ComparisonPage(comparison, .shortened).lines(columns: 80, isBeside: false).joined(separator: "\n")
  }

  private func tokenRequest(_ rig: Rig) throws -> RequestMessage {
    try #require(rig.model.walkthrough.editors[.token]?.draft.message())
  }

  @Test func `a wrong secret, in lines`() throws {
    let rig = rig()
    #expect(
      try page(tokenRequest(rig), with: .bshaffer, rig) == """
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
    let form = try tokenRequest(rig)
    let request = RequestMessage.get(
      "/token?\(String(decoding: form.body, as: UTF8.self))", authority: "127.0.0.1:8414")
    #expect(
      try page(request, with: .wpLegacy, rig) == """
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
    var request = try tokenRequest(rig)
    request.head.headerFields[.authorization] =
      BasicCredentials(identifier: "workshop-app", secret: "workshop-secret").headerValue
    #expect(
      try page(request, with: .keycloak, rig) == """
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

  @Test func `equal answers, in lines`() throws {
    let rig = rig()
    #expect(
      try page(tokenRequest(rig), with: .oauth21, rig) == """
        ✓ Both answer the same.
          strict   POST /token  ✗ 401 clientSecretWrong
          oauth21  POST /token  ✗ 401 clientSecretWrong

        strict
          ✓ the Host is this server's own
          ✓ the method is one of the endpoint's
          ✓ the body is a form
          ✓ no credentials in the request URI
          ✓ names and values decode strictly
          ✓ no defined parameter is repeated
          ✓ one client authentication, not two
          ✓ the Authorization header is readable Basic
          ✓ the client says who it is
          ✓ the client is registered
          ✗ the client proves who it is (RFC 6749 §3.2.1)
              expected the registered secret of workshop-app
              found    …
          · 13 more not reached

          HTTP/1.1 401 Unauthorized
          Content-Type: application/json
          X-Content-Type-Options: nosniff
          Cache-Control: no-store
          Pragma: no-cache
          WWW-Authenticate: Basic realm="oauth-playground"

          "error":"invalid_client"
          "error_description":"Client authentication failed."

        oauth21
          ✓ the Host is this server's own
          ✓ the method is one of the endpoint's
          ✓ the body is a form
          ✓ no credentials in the request URI
          ✓ names and values decode strictly
          ✓ no defined parameter is repeated
          ✓ one client authentication, not two
          ✓ the Authorization header is readable Basic
          ✓ the client says who it is
          ✓ the client is registered
          ✗ the client proves who it is (RFC 6749 §3.2.1)
              expected the registered secret of workshop-app
              found    …
          · 13 more not reached

          HTTP/1.1 401 Unauthorized
          Content-Type: application/json
          X-Content-Type-Options: nosniff
          Cache-Control: no-store
          Pragma: no-cache
          WWW-Authenticate: Basic realm="oauth-playground"

          "error":"invalid_client"
          "error_description":"Client authentication failed."
        """)
  }

  @Test func `two columns, in lines`() throws {
    let rig = rig()
    let comparison = try #require(rig.host.compare(.draft(tokenRequest(rig)), with: .bshaffer))
    #expect(
      ComparisonPage(comparison, .shortened).lines(columns: 110, isBeside: true).joined(separator: "\n") == """
        ≠ They answer differently.
          strict    POST /token        ✗ 401 clientSecretWrong
          bshaffer  POST /oauth/token  ✗ 400 clientSecretWrong

        strict                                                │ bshaffer
        ✓ the Host is this server's own                       │ ✓ the Host is this server's own
        ✓ the method is one of the endpoint's                 │ ✓ the method is one of the endpoint's
        ✓ the body is a form                                  ≠
        ✓ no credentials in the request URI                   ≠
        ✓ names and values decode strictly                    │ ✓ names and values decode strictly
        ✓ no defined parameter is repeated                    ≠
                                                              ≠ ✓ grant_type is there
                                                              ≠ ✓ grant_type is one we know
        ✓ one client authentication, not two                  │ ✓ one client authentication, not two
        ✓ the Authorization header is readable Basic          │ ✓ the Authorization header is readable Basic
        ✓ the client says who it is                           │ ✓ the client says who it is
        ✓ the client is registered                            │ ✓ the client is registered
        ✗ the client proves who it is (RFC 6749 §3.2.1)       │ ✗ the client proves who it is (RFC 6749 §3.2.1)
            expected the registered secret of workshop-app    │     expected the registered secret of workshop-app
            found    …                                        │     found    …
        · 13 more not reached                                 │ · 11 more not reached
                                                              │
        HTTP/1.1 401 Unauthorized                             ≠ HTTP/1.1 400 Bad Request
                 ^^^^^^^^^^^^^^^^                                        ^^^^^^^^^^^^^^^
        Content-Type: application/json                        │ Content-Type: application/json
        X-Content-Type-Options: nosniff                       ≠
        Cache-Control: no-store                               │ Cache-Control: no-store
        Pragma: no-cache                                      ≠
        WWW-Authenticate: Basic realm="oauth-playground"      ≠
                                                              │
        "error":"invalid_client"                              │ "error":"invalid_client"
        "error_description":"Client authentication failed."   ≠ "error_description":"The client credentials are
                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^                           ^^^^^^^^^^^^^^^^^^^^^^^^^^
                                                              ≠     invalid"
                                                                    ^^^^^^^

        Why
          clientAuthenticated  bshaffer: Wrong client credentials are a 400 without a challenge; RFC 6749 §5.2
              wants 401.
        """)
  }

  @Test func `the servers to choose from`() {
    #expect(
      rig().press("=").screen == """
         Compare  POST /token, as things stand   nothing is sent
        ┏━ With ━━━━━━━━━━━━━━━━━━━━━━━━━━━┓┌─ strict ─────────────────────────────────┐
        ┃► strict              RFC 6749, 6…┃│ RFC 6749, 6750, 7636, 8414, 9207, OpenID │
        ┃  oauth21             The draft o…┃│ Connect and the security practice of RFC │
        ┃  bshaffer            bshaffer/oa…┃│ 9700                                     │
        ┃  wp-oauth            WP OAuth Se…┃│                                          │
        ┃  wp-legacy           WP OAuth2 C…┃│                                          │
        ┃  miniorange          miniOrange …┃│                                          │
        ┃  miniorange-premium  miniOrange …┃│                                          │
        ┃  keycloak            Keycloak 21…┃│                                          │
        ┃                                  ┃│                                          │
        ┃                                  ┃│                                          │
        ┃                                  ┃│                                          │
        ┃                                  ┃│                                          │
        ┃                                  ┃│                                          │
        ┃                                  ┃│                                          │
        ┃                                  ┃│                                          │
        ┃                                  ┃│                                          │
        ┃                                  ┃│                                          │
        ┃                                  ┃│                                          │
        ┃                                  ┃│                                          │
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛└──────────────────────────────────────────┘
         ↵ puts the request to this server, too                        loopback, no TLS
         ↵ compare  / filter  : cmd                                     ? help  q quit
        """)
  }

  @Test func `both sides below each other at 80x24`() {
    #expect(
      compare(rig(), with: "bshaffer").screen == """
         Compare  POST /token, as things stand   nothing is sent
        ┏━ strict and bshaffer ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ ≠ ━┓
        ┃ ≠ They answer differently.                                                   ┃
        ┃   strict    POST /token        ✗ 401 clientSecretWrong                       ┃
        ┃   bshaffer  POST /oauth/token  ✗ 400 clientSecretWrong                       ┃
        ┃                                                                              ┃
        ┃ strict                                                                       ┃
        ┃   ✓ the Host is this server's own                                            ┃
        ┃   ✓ the method is one of the endpoint's                                      ┃
        ┃ ≠ ✓ the body is a form                                                       ┃
        ┃ ≠ ✓ no credentials in the request URI                                        ┃
        ┃   ✓ names and values decode strictly                                         ┃
        ┃ ≠ ✓ no defined parameter is repeated                                         ┃
        ┃   ✓ one client authentication, not two                                       ┃
        ┃   ✓ the Authorization header is readable Basic                               ┃
        ┃   ✓ the client says who it is                                                ┃
        ┃   ✓ the client is registered                                                 ┃
        ┃   ✗ the client proves who it is (RFC 6749 §3.2.1)                            ┃
        ┃       expected the registered secret of workshop-app                         ┃
        ┃       found    wrong                                                         ┃
        ┃   · 13 more not reached…                                                     ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ ↓ 36 more ━┛
         ↑↓ scroll   esc chooses another server                        loopback, no TLS
         : cmd                                                          ? help  q quit
        """)
  }

  @Test func `both sides beside each other at 120x36`() {
    #expect(
      compare(rig(120, 36), with: "bshaffer").screen == """
         Compare  POST /token, as things stand   nothing is sent
        ┏━ strict and bshaffer ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ ≠ ━┓
        ┃ ≠ They answer differently.                                                                                           ┃
        ┃   strict    POST /token        ✗ 401 clientSecretWrong                                                               ┃
        ┃   bshaffer  POST /oauth/token  ✗ 400 clientSecretWrong                                                               ┃
        ┃                                                                                                                      ┃
        ┃ strict                                                   │ bshaffer                                                  ┃
        ┃ ✓ the Host is this server's own                          │ ✓ the Host is this server's own                           ┃
        ┃ ✓ the method is one of the endpoint's                    │ ✓ the method is one of the endpoint's                     ┃
        ┃ ✓ the body is a form                                     ≠                                                           ┃
        ┃ ✓ no credentials in the request URI                      ≠                                                           ┃
        ┃ ✓ names and values decode strictly                       │ ✓ names and values decode strictly                        ┃
        ┃ ✓ no defined parameter is repeated                       ≠                                                           ┃
        ┃                                                          ≠ ✓ grant_type is there                                     ┃
        ┃                                                          ≠ ✓ grant_type is one we know                               ┃
        ┃ ✓ one client authentication, not two                     │ ✓ one client authentication, not two                      ┃
        ┃ ✓ the Authorization header is readable Basic             │ ✓ the Authorization header is readable Basic              ┃
        ┃ ✓ the client says who it is                              │ ✓ the client says who it is                               ┃
        ┃ ✓ the client is registered                               │ ✓ the client is registered                                ┃
        ┃ ✗ the client proves who it is (RFC 6749 §3.2.1)          │ ✗ the client proves who it is (RFC 6749 §3.2.1)           ┃
        ┃     expected the registered secret of workshop-app       │     expected the registered secret of workshop-app        ┃
        ┃     found    wrong                                       │     found    wrong                                        ┃
        ┃ · 13 more not reached                                    │ · 11 more not reached                                     ┃
        ┃                                                          │                                                           ┃
        ┃ HTTP/1.1 401 Unauthorized                                ≠ HTTP/1.1 400 Bad Request                                  ┃
        ┃ Content-Type: application/json                           │ Content-Type: application/json                            ┃
        ┃ X-Content-Type-Options: nosniff                          ≠                                                           ┃
        ┃ Cache-Control: no-store                                  │ Cache-Control: no-store                                   ┃
        ┃ Pragma: no-cache                                         ≠                                                           ┃
        ┃ WWW-Authenticate: Basic realm="oauth-playground"         ≠                                                           ┃
        ┃                                                          │                                                           ┃
        ┃ "error":"invalid_client"                                 │ "error":"invalid_client"                                  ┃
        ┃ "error_description":"Client authentication failed."      ≠ "error_description":"The client credentials are invalid"… ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ ↓ 3 more ━┛
         ↑↓ scroll   esc chooses another server                                               loopback, no TLS · 120x36 · UTF-8
         : cmd                                                                                                  ? help  q quit
        """)
  }

  @Test func `in ASCII at 40x10`() {
    let rig = compare(rig(40, 10, charset: .ascii), with: "wp-legacy")
    #expect(
      rig.model.view().mapped(to: .ascii).lines.joined(separator: "\n") == """
         Compare  POST /token, as things stand ~
        #= strict and wp-legacy =========== ! =#
        # ! They answer differently.           #
        #   strict     POST /token             #
        #              x 401 clientSecretWrong #
        #   wp-legacy  POST                    #
        #       /oauth/request_token~          #
        #========================== v 67 more =#
         Up/Down scroll   esc chooses another s~
         : cmd                  ? help  q quit
        """)
  }

  // MARK: What it does

  @Test func `nothing of it reaches the server or the log`() {
    let rig = rig()
    let (inventory, exchanges) = (rig.host.inventory, rig.model.walkthrough.timeline.total)
    for profile in Profile.all {
      _ = compare(rig, with: profile.name).press("esc", "esc")
    }
    #expect(rig.host.inventory == inventory)
    #expect(rig.model.walkthrough.timeline.total == exchanges)
    #expect(rig.model.views == [])
  }

  @Test func `an exchange that is chosen is compared as things stood before it`() throws {
    let rig = Rig().press("enter", "enter", "enter", "3")
    #expect(rig.model.exchange?.decision?.endpoint == .token)
    let comparison = try #require(compare(rig, with: "wp-legacy").model.comparison)
    #expect(comparison.left.decision.refusal == nil)
    #expect(comparison.right.decision.refusal == nil)
    #expect(rig.screen.contains("Compare  POST /token, exchange "))
  }

  @Test func `escape leads to the servers, then back; the key closes it at once`() {
    let rig = compare(rig(), with: "keycloak")
    #expect(rig.model.comparison != nil)
    #expect(rig.press("esc").model.comparison == nil)
    #expect(rig.model.selected(in: .comparison) == "keycloak")
    #expect(rig.press("esc").model.views == [])
    #expect(compare(rig, with: "keycloak").press("=").model.views == [])
  }

  @Test func `it scrolls, and begins at its top with every server`() {
    let rig = compare(rig(), with: "bshaffer").press("G")
    #expect(rig.screen.contains("RFC 6749 §5.2 wants 401."))
    #expect(!rig.screen.contains("They answer differently"))
    #expect(rig.press("esc", "enter").screen.contains("They answer differently"))
  }

  @Test func `the request under the cursor can be copied from it`() {
    let rig = compare(rig(), with: "bshaffer")
    #expect(
      rig.model.copied(.curl).map { String(decoding: $0.octets, as: UTF8.self) }?.contains("client_secret=wrong")
        == true)
    #expect(rig.model.copied(.screen).map { String(decoding: $0.octets, as: UTF8.self) } == rig.screen + "\n")
  }

  @Test func `without a request it says why not`() {
    let rig = Rig()
    rig.receive(.get("/callback?code=x", authority: "127.0.0.1:8252"), as: .client)
    rig.press("3", "=")
    #expect(rig.lines[22].contains("not now: that request went to the client"))
    #expect(rig.model.views == [])
  }

  @Test func `what is hidden on the screen is hidden here, too`() {
    let rig = compare(rig(), with: "bshaffer")
    #expect(rig.screen.contains("found    wrong"))
    #expect(!rig.press("M").screen.contains("found    wrong"))
  }
}
