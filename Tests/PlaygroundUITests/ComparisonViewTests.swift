import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Terminal
import Testing

@testable import PlaygroundUI

@Suite("The same request, put to another server") struct ComparisonViewTests {
  @Test func `equal answers, in lines`() throws {
    let rig = Rig.beforeWrongSecret()
    #expect(
      try rig.page(comparing: rig.tokenRequest(), with: .oauth21) == """
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
    let rig = Rig.beforeWrongSecret()
    let comparison = try #require(rig.host.compare(.draft(rig.tokenRequest()), with: .bshaffer))
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

  @Test func `nothing of it reaches the server or the log`() {
    let rig = Rig.beforeWrongSecret()
    let (inventory, exchanges) = (rig.host.inventory, rig.model.walkthrough.timeline.total)
    for profile in Profile.all {
      _ = rig.compared(with: profile.name).press("esc", "esc")
    }
    #expect(rig.host.inventory == inventory)
    #expect(rig.model.walkthrough.timeline.total == exchanges)
    #expect(rig.model.views == [])
  }

  @Test func `an exchange that is chosen is compared as things stood before it`() throws {
    let rig = Rig().press("enter", "enter", "enter", "3")
    #expect(rig.model.exchange?.decision?.endpoint == .token)
    let comparison = try #require(rig.compared(with: "wp-legacy").model.comparison)
    #expect(comparison.left.decision.refusal == nil)
    #expect(comparison.right.decision.refusal == nil)
    #expect(rig.screen.contains("Compare  POST /token, exchange "))
  }

  @Test func `escape leads to the servers, then back; the key closes it at once`() {
    let rig = Rig.beforeWrongSecret().compared(with: "keycloak")
    #expect(rig.model.comparison != nil)
    #expect(rig.press("esc").model.comparison == nil)
    #expect(rig.model.selected(in: .comparison) == "keycloak")
    #expect(rig.press("esc").model.views == [])
    #expect(rig.compared(with: "keycloak").press("=").model.views == [])
  }

  @Test func `it scrolls, and begins at its top with every server`() {
    let rig = Rig.beforeWrongSecret().compared(with: "bshaffer").press("G")
    #expect(rig.screen.contains("RFC 6749 §5.2 wants 401."))
    #expect(!rig.screen.contains("They answer differently"))
    #expect(rig.press("esc", "enter").screen.contains("They answer differently"))
  }

  @Test func `the request under the cursor can be copied from it`() {
    let rig = Rig.beforeWrongSecret().compared(with: "bshaffer")
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
    let rig = Rig.beforeWrongSecret().compared(with: "bshaffer")
    #expect(rig.screen.contains("found    wrong"))
    #expect(!rig.press("M").screen.contains("found    wrong"))
  }
}
