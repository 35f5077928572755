import Foundation
import OAuth
import Terminal
import Testing

@testable import PlaygroundUI

/// The screens, drawn. Values come from a seed, the time stands still.
@Suite("Screens") struct ScreenTests {
  @Test func `the first screen at 80x24 says what will happen and what Enter does`() {
    #expect(
      Rig().screen == """
         oauth-playground  Authorization code + PKCE   server :8414  client :8252  LIVE
         ● authorize ┄┄┄┄┄┄┄┄┄┄┄┄┄► ○ code ┄┄┄┄┄┄┄┄┄┄┄┄┄► ○ token ┄┄┄┄┄┄┄┄┄┄┄┄┄► ○ me
         no code yet    the authorization server has issued none
        ┏━ 1 Request  GET /authorize ━━━━━━━━━━━━━━━━━━━━━ stage 1 · browser → server ━┓
        ┃► response_type          code                      asks for a code            ┃
        ┃  client_id              workshop-app              who is asking              ┃
        ┃  redirect_uri           http://127.0.0.1:8252/callback where the answer goes ┃
        ┃  scope                  openid profile email      what the token may open    ┃
        ┃  state                  3l80SatLsUPRQqQCuhYjgg    comes back unchanged       ┃
        ┃  nonce                  4MtWnTUGmwI86yu-wRiXsg    comes back in the ID token ┃
        ┃  code_challenge         PmPRz3jG43_R…i00sczv91aYg hash of the code_verifier ✓┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ ↓ 1 more ━┛
        ┌─ 2 Explain  stage 1: authorize ──────────────────────────── RFC 6749 §4.1.1 ─┐
        │ Next  The client sends the browser to the authorization server with this     │
        │       request. It holds no secret: everybody on the way can read an address. │
        │ Why   The password goes to the authorization server alone; the client never  │
        │       sees it.                                                               │
        │ Here  response_type: Says what the client wants back: code for an…           │
        └─────────────────────────────────────────────────────────────────── ↓ 1 more ─┘
        ┌─ 3 Log ──────────────────────────────────────────── 0 exchanges · following ─┐
        │  nothing yet. Point any client at 127.0.0.1:8414: it shows up here.          │
        └──────────────────────────────────────────────────────────────────────────────┘
         next: 1 the browser opens the authorization request           loopback, no TLS
         ↵ authorize  e edit  4 raw  5 checks  tab panel  B break it    ? help  q quit
        """)
  }

  @Test func `an expired code at 80x24 is explained to the tenth of a second`() {
    let rig = Rig().press("enter", "enter")
    rig.pass(.milliseconds(34_200))
    rig.press("enter")
    #expect(
      rig.screen == """
         oauth-playground  Authorization code + PKCE   server :8414  client :8252  LIVE
         ✓ authorize ━━━━━━━━━━━━━► ✓ code ━━━━━━━━━━━━━► ✗ token ┄┄┄┄┄┄┄┄┄┄┄┄┄► ○ me
         code c8f0WP… EXPIRED ✗ ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  at 12:00:30  n new code
        ┏━ 1 Request  POST /token ━━━━━━━━━━━━━━━━━━━━━━━━━ stage 3 · client → server ━┓
        ┃► grant_type     authorization_code                  trades a code for tokens ┃
        ┃  code           c8f0WPh7FBYz5MUT_…t8pnyIDr_WZVdGLrY single use, from step 2  ┃
        ┃  redirect_uri   http://127.0.0.1:8252/callback      equals step 1 ✓          ┃
        ┃  client_id      workshop-app                        who is asking            ┃
        ┃  client_secret  workshop-secret                     proves who is asking     ┃
        ┃  code_verifier  mbThYhMH2ACsncm4U…rVz9jHwK0Io-zk4Nc S256 matches step 1 ✓    ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
        ┌─ 2 Explain  ✗ 400 invalid_grant ─────────────────────────── RFC 6749 §4.1.2 ─┐
        │ What   The authorization code expired 4.2 s ago; it was good for 30 s.       │
        │ Why    A code travels through the browser and may leak from histories, logs  │
        │        and Referer. A short life leaves little time to use a leaked one.     │
        │ Now    The code has expired. n gets a new one.                               │
        │ Fix    Redeem the code as soon as it arrives. It cannot be renewed: start    │
        │        again from the authorization request.…                                │
        └─────────────────────────────────────────────────────────────────── ↓ 1 more ─┘
        ┌─ 3 Log ──────────────────────────────────────────── 7 exchanges · following ─┐
        │►  7 12:00:34 client   POST /token             400 ✗ invalid_grant            │
        └─────────────────────────────────────────────────────────────────── ↑ 6 more ─┘
         not as the scenario has it (400, not 200): try again          loopback, no TLS
         ↵ redeem  e edit  n new code  4 raw  5 checks  tab panel       ? help  q quit
        """)
  }

  @Test func `the end of the happy path at 80x24 shows the profile and what to try`() {
    #expect(
      Rig().press("enter", "enter", "enter", "enter").screen == """
         oauth-playground  Authorization code + PKCE   server :8414  client :8252  LIVE
         ✓ authorize ━━━━━━━━━━━━━► ✓ code ━━━━━━━━━━━━━► ✓ token ━━━━━━━━━━━━━► ✓ me
         code c8f0WP… redeemed ✓ ███████████████  after 0.0 s  a second use is a replay
        ┏━ 1 Request  GET /me ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ stage 4 · client → server ━┓
        ┃► Authorization:  Bearer TuPiGWVRCQ…vyK1aOhOtJQSWEs8 proves the right to ask  ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
        ┌─ 2 Explain  ✓ 200 ───────────────────────────────────────────── RFC 6749 §7 ─┐
        │ Done  The token was accepted: this is the profile of Alice Liddell.          │
        │ Body  {"sub":"alice","name":"Alice                                           │
        │       Liddell","preferred_username":"alice","email":"alice@example.org","ema │
        │       il_verified":true}                                                     │
        │ Now   Break it: go back with <, change one value with e, and press ↵. You    │
        │       will be told exactly why.                                              │
        │ Or    n gets a new code, x lets it expire, 5 shows every check, ? lists the  │
        │       keys.                                                                  │
        └──────────────────────────────────────────────────────────────────────────────┘
        ┌─ 3 Log ──────────────────────────────────────────── 8 exchanges · following ─┐
        │   5 12:00:00 browser  GET /callback?code=c8f… 200 ✓ state and iss match      │
        │   6 12:00:00 client   GET /jwks               200 the server's keys          │
        │   7 12:00:00 client   POST /token             200 ✓ access token TuPiGW… iss…│
        │►  8 12:00:00 client   GET /me                 200 ✓ profile of Alice Liddell │
        └─────────────────────────────────────────────────────────────────── ↑ 4 more ─┘
         ✓ the scenario ends here, as expected. A asks you a question. loopback, no TLS
         ↵ call me  e edit  n new code  4 raw  5 checks  tab panel      ? help  q quit
        """)
  }

  @Test func `the checks at 80x24 stand at the one that refused`() {
    #expect(
      Rig().press("enter", "enter", "x", "enter", "5").screen == """
         oauth-playground  Authorization code + PKCE   server :8414  client :8252  LIVE
         ✓ authorize ━━━━━━━━━━━━━► ✓ code ━━━━━━━━━━━━━► ✗ token ┄┄┄┄┄┄┄┄┄┄┄┄┄► ○ me
         code c8f0WP… EXPIRED ✗ ░░░░░░░░░░░░░░░░░░░░░░░░░░░░░░  at 12:00:30  n new code
        ┏━ 5 Checks  exchange 7 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 18 of 42 passed ━┓
        ┃ ✓ the client proves who it is            the registered secret               ┃
        ┃ ✓ the method is the client's registered one  client_secret_post              ┃
        ┃ ✓ grant_type is there                    authorization_code                  ┃
        ┃ ✓ grant_type is one we know              authorization_code                  ┃
        ┃ ✓ the client may use this grant          workshop-app is registered for it   ┃
        ┃ ✓ code is there                  c8f0WPh7FBYz5MUT_lsZauNGlOt8pnyIDr_WZVdGLrY ┃
        ┃ ✓ code was issued here                   issued 30.0 s ago to workshop-app   ┃
        ┃ ✓ code was issued to this client         workshop-app                        ┃
        ┃ ✗ code has not expired  RFC 6749 §4.1.2                                      ┃
        ┃     expected  at most 30 s old                                               ┃
        ┃     found     expired 0.0 s ago                                              ┃
        ┃ · redirect_uri equals that of the authorization request                      ┃
        ┃ · code_verifier is there if a challenge was, and only then…                  ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ ↑ 11 ↓ 25 more ━┛
        ┌─ 3 Log ──────────────────────────────────────────── 7 exchanges · following ─┐
        │   6 12:00:30 client   GET /jwks               200 the server's keys          │
        │►  7 12:00:30 client   POST /token             400 ✗ invalid_grant            │
        └─────────────────────────────────────────────────────────────────── ↑ 5 more ─┘
         next: 3 the client redeems the code                           loopback, no TLS
         ↵ redeem  n new code  4 raw  tab panel  p pause  T try         ? help  q back
        """)
  }

  @Test func `a living code at 120x36, with the octets and the checks beside it`() {
    let rig = Rig(120, 36).press("enter", "enter")
    rig.pass(.milliseconds(12_400))
    #expect(
      rig.screen == """
         oauth-playground  profile strict   Authorization code + PKCE        server 127.0.0.1:8414  client 127.0.0.1:8252  LIVE
         ✓ authorize ━━━━━━━━━━━━━━━━━━━━━► ✓ code ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄► ● token ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄► ○ me
           200 login page                     c8f0WP… one use               comes next                     needs a token
         code c8f0WP… expires ███████████████████████████████████░░░░░░░░░░░░░░░░░░░░░░░░░  18 s of 30 s  not redeemed
        ┏━ 1 Request  POST /token ━━━━━━━━━━━ stage 3 · client → server ━┓┌─ 2 Explain  stage 3: token ────── RFC 6749 §4.1.3 ─┐
        ┃► grant_type     authorization_code    trades a code for tokens ┃│ Done  The browser brought the response; state and  │
        ┃  code           c8f0WPh7FB…r_WZVdGLrY single use, from step 2  ┃│       iss are the client's own.                    │
        ┃  redirect_uri   http://127.0.0.1:8252/callback equals step 1 ✓ ┃│ Next  The client sends the code straight to the    │
        ┃  client_id      workshop-app          who is asking            ┃│       server, proves who it is, and shows the      │
        ┃  client_secret  workshop-secret       proves who is asking     ┃│       code_verifier that only it knows.            │
        ┃  code_verifier  mbThYhMH2A…K0Io-zk4Nc S256 matches step 1 ✓    ┃│ Why   Without secret and verifier a stolen code is │
        ┃                                                                ┃│       useless, and the countdown leaves little     │
        ┃                                                                ┃│       time.                                        │
        ┃                                                                ┃│ Here  grant_type: Names what is exchanged for      │
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛│       tokens: authorization_code for a code,       │
        ┌─ 4 Raw  exchange 5 ───────────────────────── browser → client ─┐│       refresh_token for a refresh token.           │
        │ request, 239 octets                                            │└────────────────────────────────────────────────────┘
        │ GET /callback?code=c8f0WPh7FBYz5MUT_lsZauNGlOt8pnyIDr_WZVdGLrY │┌─ 5 Checks  exchange 5 ───────────── 7 of 7 passed ─┐
        │ &state=3l80SatLsUPRQqQCuhYjgg                                  ││ the client                                         │
        │ &iss=http%3A%2F%2F127.0.0.1%3A8414 HTTP/1.1                    ││ ✓ a request of ours awaits this response           │
        │ Host: 127.0.0.1:8252                                           ││     the request of 12:00:00.000                    │
        │ User-Agent: oauth-playground-browser                           ││ ✓ names and values decode strictly  3 parameters   │
        │ Accept: text/html,application/xhtml+xml                        ││ ✓ no parameter is repeated  every parameter once   │
        │                                                                ││ ✓ state is the one we sent  3l80SatLsUPRQqQCuhYjgg │
        │                                                                ││ ✓ iss is the server we asked                       │
        │ …                                                              ││     http://127.0.0.1:8414…                         │
        └──────────────────────────────────────────────────── ↓ 13 more ─┘└───────────────────────────────────────── ↓ 3 more ─┘
        ┌─ 3 Log ──────────────────────────────────────────────────────────────────────────────────── 5 exchanges · following ─┐
        │     1 12:00:00.000 browser  → server GET /authorize?response_type=c… 200    2 ms login or consent page               │
        │     2 12:00:00.000 browser  → server POST /authorize/login           303    2 ms ✓ alice signed in                   │
        │     3 12:00:00.000 browser  → server GET /authorize/consent?interac… 200    2 ms consent page                        │
        │     4 12:00:00.000 browser  → server POST /authorize/consent         303    2 ms ✓ code c8f0WP… issued, good for 30 s│
        │►    5 12:00:00.000 browser  → client GET /callback?code=c8f0WPh7FBY… 200    2 ms ✓ state and iss match               │
        └──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
         next: 3 the client redeems the code                                                  loopback, no TLS · 120x36 · UTF-8
         ↵ redeem  e edit  n new code  4 raw  5 checks  tab panel  p pause  B break it  s scenarios  E why      ? help  q quit
        """)
  }

  @Test func `one panel at 40x10`() {
    #expect(
      Rig(40, 10).screen == """
        ● authorize  1/4
         no code yet
        ━ 1 Request ━ GET /authorize    ↓ 3 more
        ► response_type   code
          client_id       workshop-app
          redirect_uri    http://127.…2/callback
          scope           openid profile email
          state           3l80SatLsUPRQqQCuhYjgg
         next: 1 the browser opens the authoriz…
         ↵ authorize  e edit    ? help  q quit
        """)
  }

  @Test func `the same grid in ASCII, with words for states and keys`() {
    let rig = Rig(80, 24, charset: .ascii).press("enter", "enter")
    #expect(
      rig.model.view().mapped(to: .ascii).lines.joined(separator: "\n") == """
         oauth-playground  Authorization code + PKCE   server :8414  client :8252  LIVE
         [done] authorize =======> [done] code .......> [next] token .......> [    ] me
         code c8f0WP~ expires #############################  30 s of 30 s  not redeemed
        #= 1 Request  POST /token ========================= stage 3 - client > server =#
        #> grant_type     authorization_code                  trades a code for tokens #
        #  code           c8f0WPh7FBYz5MUT_~t8pnyIDr_WZVdGLrY single use, from step 2  #
        #  redirect_uri   http://127.0.0.1:8252/callback      equals step 1 +          #
        #  client_id      workshop-app                        who is asking            #
        #  client_secret  workshop-secret                     proves who is asking     #
        #  code_verifier  mbThYhMH2ACsncm4U~rVz9jHwK0Io-zk4Nc S256 matches step 1 +    #
        #==============================================================================#
        +- 2 Explain  stage 3: token -------------------------------- RFC 6749 s4.1.3 -+
        | Done  The browser brought the response; state and iss are the client's own.  |
        | Next  The client sends the code straight to the server, proves who it is,    |
        |       and shows the code_verifier that only it knows.                        |
        | Why   Without secret and verifier a stolen code is useless, and the          |
        |       countdown leaves little time.                                          |
        | Here  grant_type: Names what is exchanged for tokens: authorization_code fo~ |
        +------------------------------------------------------------------- v 1 more -+
        +- 3 Log -------------------------------------------- 5 exchanges - following -+
        |>  5 12:00:00 browser  GET /callback?code=c8f~ 200 + state and iss match      |
        +------------------------------------------------------------------- ^ 4 more -+
         next: 3 the client redeems the code                           loopback, no TLS
         Enter redeem  e edit  n new code  4 raw  5 checks  tab panel   ? help  q quit
        """)
  }

  @Test func `the picture in the README is the screen that is drawn`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let rig = Rig().press("enter", "enter")
    rig.pass(.milliseconds(34_200))
    #expect(readme.contains(rig.press("enter").screen))
  }

  @Test func `a window that is too small says what it needs`() {
    #expect(
      Rig(30, 8).screen == """

          this window is too small

          now   30 x 8
          need  40 x 10

          Q quit   the server keeps ru

        """)
  }

  @Test(arguments: [Size(columns: 40, rows: 10), Size(columns: 80, rows: 24), Size(columns: 200, rows: 50)])
  func `the style plane marks the cursor and the result without a word about colour`(size: Size) {
    let rig = Rig(size.columns, size.rows).press("enter", "enter", "x", "enter")
    let styles = rig.model.view().styles.joined()
    #expect(styles.contains("E") || styles.contains("e"))
    #expect(styles.contains { $0.isUppercase })
  }

  @Test func `every size from nothing to 250x90 is drawn exactly, whatever the state`() {
    for presses in 0...5 {
      let rig = Rig()
      for _ in 0..<presses { rig.press("enter") }
      rig.receive(.get("/me?\u{1B}[31m\u{202E}\u{9B}", authority: "127.0.0.1:8414"))
      for (columns, rows) in [(0, 0), (1, 1), (5, 3), (39, 9), (41, 11), (77, 23), (111, 31), (181, 45), (250, 90)] {
        for panel in Panel.allCases {
          rig.handle(.resized(Size(columns: columns, rows: rows)))
          rig.press(String(panel.rawValue))
          let canvas = rig.model.view()
          #expect(canvas.size == Size(columns: columns, rows: rows))
          #expect(
            canvas.cells.allSatisfy { $0.text.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0 != "\u{202E}" } })
        }
      }
    }
  }
}
