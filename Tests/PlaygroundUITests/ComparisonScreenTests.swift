import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Terminal
import Testing

@testable import PlaygroundUI

@Suite("Comparison screens") struct ComparisonScreenTests {
  @Test func `the servers to choose from`() {
    #expect(
      Rig.beforeWrongSecret().press("=").screen == """
         Compare  POST /token, as things stand   nothing is sent
        ┏━ With ━━━━━━━━━━━━━━━━━━━━━━━━━━━┓┌─ oauth21 ────────────────────────────────┐
        ┃  strict              RFC 6749, 6…┃│ The draft of OAuth 2.1: PKCE for every   │
        ┃► oauth21             The draft o…┃│ client, no second redirect_uri           │
        ┃  bshaffer            bshaffer/oa…┃│                                          │
        ┃  wp-oauth            WP OAuth Se…┃│                                          │
        ┃  wp-oauth-3          WP OAuth Se…┃│                                          │
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
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛└──────────────────────────────────────────┘
         ↵ puts the request to this server, too                        loopback, no TLS
         ↵ compare  / filter  : cmd  p pause  B break it  s scenarios   ? help  q back
        """)
  }

  @Test func `both sides below each other at 80x24`() {
    #expect(
      Rig.beforeWrongSecret().compared(with: "bshaffer").screen == """
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
         : cmd  p pause  B break it  s scenarios  E why  v sequence     ? help  q back
        """)
  }

  @Test func `both sides beside each other at 120x36`() {
    #expect(
      Rig.beforeWrongSecret(120, 36).compared(with: "bshaffer").screen == """
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
         : cmd  p pause  B break it  s scenarios  E why  v sequence  w rewind  i inspect  S policy  y copy      ? help  q back
        """)
  }

  @Test func `in ASCII at 40x10`() {
    let rig = Rig.beforeWrongSecret(40, 10, charset: .ascii).compared(with: "wp-legacy")
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
         : cmd  p pause         ? help  q back
        """)
  }
}
