import OAuth
import Playground
import Terminal
import Testing

@testable import PlaygroundUI

@Suite("Screens of the presentation") struct PresentationScreenTests {
  @Test func `the presentation: large digits, the keys that were pressed, no secrets`() {
    let rig = Rig().press("enter", "enter", "P", "M")
    rig.pass(.milliseconds(12_400))
    #expect(
      rig.screen == """
          OAUTH PLAYGROUND  Authorization code + PKCE                 keys: ↵  ↵  P  M

         ✓ authorize ━━━━━━━━━━━━━► ✓ code ┄┄┄┄┄┄┄┄┄┄┄┄┄► ● token ┄┄┄┄┄┄┄┄┄┄┄┄┄► ○ me

                ██    ██████
              ████    ██  ██
                ██    ██████
                ██    ██  ██
              ██████  ██████    seconds left for code c8f0WP…

         code c8f0WP… expires █████████████████░░░░░░░░░░░░  18 s of 30 s  not redeemed
        ┏━ 1 Request  POST /token ━━━━━━━━━━━━━━━━━━━━━━━━━ stage 3 · client → server ━┓
        ┃► grant_type     authorization_code                  trades a code for tokens ┃
        ┃  code           c8f0WP…                             single use, from step 2  ┃
        ┃  redirect_uri   http://127.0.0.1:8252/callback      equals step 1 ✓          ┃
        ┃  client_id      workshop-app                        who is asking            ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ ↓ 2 more ━┛
        ┌─ 2 Explain  stage 3: token ──────────────────────────────── RFC 6749 §4.1.3 ─┐
        │ Done  The browser brought the response; state and iss are the client's own.  │
        │ Next  The client sends the code straight to the server, proves who it is,    │
        │       and shows the code_verifier that only it knows.…                       │
        └─────────────────────────────────────────────────────────────────── ↓ 4 more ─┘
         next: 3 the client redeems the code                           loopback, no TLS
         ↵ redeem  e edit  n new code  4 raw  5 checks  tab panel       ? help  q back
        """)
  }

  @Test func `the presentation of a code that was redeemed, at 120x36`() {
    let rig = Rig(120, 36).press("enter", "enter", "enter", "P")
    #expect(
      rig.screen == """
          OAUTH PLAYGROUND  Authorization code + PKCE                                                         keys: ↵  ↵  ↵  P

         ✓ authorize ━━━━━━━━━━━━━━━━━━━━━► ✓ code ━━━━━━━━━━━━━━━━━━━━━► ✓ token ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄► ● me
           200 login page                     c8f0WP… one use               token received                 comes next

         code c8f0WP… redeemed ✓ ███████████████████████████████████████████████████████  after 0.0 s  a second use is a replay

        ┏━ 1 Request  GET /me ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ stage 4 · client → server ━┓
        ┃► Authorization:  Bearer TuPiGWVRCQKxiQBxrzZE_n1KCjmvyK1aOhOtJQSWEs8                         proves the right to ask  ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
        ┌─ 2 Explain  stage 4: me ───────────────────────────────────────────────────────────────────────────── RFC 6750 §2.1 ─┐
        │ Done  code c8f0WP… redeemed; access token TuPiGW… issued, good for 3600 s.                                           │
        │ Next  The client calls the protected resource with the access token in the Authorization header.                     │
        │ Why   Whoever bears the token may use it: so it is short-lived, has a scope, and stays out of addresses.             │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        │                                                                                                                      │
        └──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
         next: 4 the client calls the protected resource                                      loopback, no TLS · 120x36 · UTF-8
         ↵ call me  e edit  n new code  4 raw  5 checks  tab panel  p pause  B break it  s scenarios  E why     ? help  q back
        """)
  }
}
