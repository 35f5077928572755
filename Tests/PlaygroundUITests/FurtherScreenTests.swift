import OAuth
import Playground
import Terminal
import Testing

@testable import PlaygroundUI

/// What the screens of ``ScreenTests`` leave out: the other sizes,
/// and views that have no drawing of their own elsewhere.
@Suite("Further screens") struct FurtherScreenTests {
  @Test func `a refusal at 60x18, in ASCII`() {
    let rig = Rig(60, 18, charset: .ascii).press("enter", "enter", "x", "enter")
    #expect(
      rig.model.view().mapped(to: .ascii).lines.joined(separator: "\n") == """
         [done] authorize > [done] code > [FAIL] token > [    ] me
         code c8f0WP~ EXPIRED x ..........  at 12:00:30  n new code
        #= 1 Request  POST /token ===== stage 3 - client > server =#
        #> grant_type     authorization_code                       #
        #  code           c8f0WPh7FBYz5MUT_lsZ~GlOt8pnyIDr_WZVdGLrY#
        #  redirect_uri   http://127.0.0.1:8252/callback           #
        #  client_id      workshop-app                             #
        #  client_secret  workshop-secret                          #
        #  code_verifier  mbThYhMH2ACsncm4Umr7~Z2vrVz9jHwK0Io-zk4Nc#
        #==========================================================#
        +- 2 Explain  x 400 invalid_grant ------- RFC 6749 s4.1.2 -+
        | What   The authorization code expired 0.0 s ago; it was  |
        |        good for 30 s.                                    |
        | Why    A code travels through the browser and may leak   |
        |        from histories, logs and Referer. A short life~   |
        +----------------------------------------------- v 7 more -+
         not as the scenario has it (400, not 200): try again
         Enter redeem  e edit  n new code  4 raw    ? help  q quit
        """)
  }

  @Test func `a living code at 200x50, with everything beside it`() {
    let rig = Rig(200, 50).press("enter", "enter")
    rig.pass(.milliseconds(12_400))
    #expect(
      rig.screen == """
         oauth-playground  profile strict   Authorization code + PKCE                                                                                        server 127.0.0.1:8414  client 127.0.0.1:8252  LIVE
         ✓ authorize ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━► ✓ code ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄► ● token ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄► ○ me
           200 login page                                         c8f0WP… one use                                   comes next                                         needs a token
         code c8f0WP… expires ███████████████████████████████████░░░░░░░░░░░░░░░░░░░░░░░░░  18 s of 30 s  not redeemed
        ┏━ 1 Request  POST /token ━━━━━━━━━━━━━━━━━ stage 3 · client → server ━┓┌─ 7 Sequence ───────────────────────── ─ front channel  ═ back channel ─┐┌─ 2 Explain  stage 3: token ────── RFC 6749 §4.1.3 ─┐
        ┃► grant_type     authorization_code          trades a code for tokens ┃│  browser               client :8252            server :8414            ││ Done  The browser brought the response; state and  │
        ┃  code           c8f0WPh7FBYz5…yIDr_WZVdGLrY single use, from step 2  ┃│     │─ 1 GET /authorize state, code_challenge… ─────►│                 ││       iss are the client's own.                    │
        ┃  redirect_uri   http://127.0.0.1:8252/callback equals step 1 ✓       ┃│     │◄ 200 login or consent page ────────────────────│                 ││ Next  The client sends the code straight to the    │
        ┃  client_id      workshop-app                who is asking            ┃│     │─ 2 POST /authorize/login password ────────────►│                 ││       server, proves who it is, and shows the      │
        ┃  client_secret  workshop-secret             proves who is asking     ┃│     │◄ 303 ✓ alice signed in ────────────────────────│                 ││       code_verifier that only it knows.            │
        ┃  code_verifier  mbThYhMH2ACsn…jHwK0Io-zk4Nc S256 matches step 1 ✓    ┃│     │─ 3 GET /authorize/consent ────────────────────►│                 ││ Why   Without secret and verifier a stolen code is │
        ┃                                                                      ┃│     │◄ 200 consent page ─────────────────────────────│                 ││       useless, and the countdown leaves little     │
        ┃                                                                      ┃│     │─ 4 POST /authorize/consent ───────────────────►│                 ││       time.                                        │
        ┃                                                                      ┃│     │◄ 303 code c8f0WP…, state ──────────────────────┃ c8f0WP… 30 s    ││ Here  grant_type: Names what is exchanged for      │
        ┃                                                                      ┃│     │─ 5 GET /callback code ►│                       ┃                 ││       tokens: authorization_code for a code,       │
        ┃                                                                      ┃│     │◄ 200 ✓ state and iss… ─│                       ┃                 ││       refresh_token for a refresh token.           │
        ┃                                                                      ┃│►    │                        │┄ next: POST /token ┄┄►┃ 18 s left       ││                                                    │
        ┃                                                                      ┃│                                                                        ││                                                    │
        ┃                                                                      ┃│                                                                        ││                                                    │
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛│                                                                        │└────────────────────────────────────────────────────┘
        ┌─ 4 Raw  exchange 5 ─────────────────────────────── browser → client ─┐│                                                                        │┌─ 6 Server ──────── clients 6 · codes 1 · tokens 0 ─┐
        │ request, 239 octets                                                  ││                                                                        ││ code        c8f0WP…  active  18 s  alice           │
        │ GET /callback?code=c8f0WPh7FBYz5MUT_lsZauNGlOt8pnyIDr_WZVdGLrY       ││                                                                        ││   client    workshop-app   scope openid profile    │
        │ &state=3l80SatLsUPRQqQCuhYjgg&iss=http%3A%2F%2F127.0.0.1%3A8414      │└────────────────────────────────────────────────────────────────────────┘│             email                                  │
        │ HTTP/1.1                                                             │┌─ 5 Checks  exchange 5 ───────────────────────────────── 7 of 7 passed ─┐│   redirect  http://127.0.0.1:8252/callback         │
        │ Host: 127.0.0.1:8252                                                 ││ the client                                                             ││   PKCE      S256                                   │
        │ User-Agent: oauth-playground-browser                                 ││ ✓ a request of ours awaits this response  the request of 12:00:00.000  ││             PmPRz3jG43_RSxvUIxc-BgfpozBuX-1i00sczv │
        │ Accept: text/html,application/xhtml+xml                              ││ ✓ names and values decode strictly     3 parameters                    ││             91aYg                                  │
        │                                                                      ││ ✓ no parameter is repeated             every parameter once            ││ session     alice  since 12:00:00                  │
        │                                                                      ││ ✓ state is the one we sent             3l80SatLsUPRQqQCuhYjgg          ││                                                    │
        │                                                                      ││ ✓ iss is the server we asked           http://127.0.0.1:8414           ││                                                    │
        │ response, 334 octets                                                 ││ ✓ the response is not an error         no error                        ││                                                    │
        │ HTTP/1.1 200                                                         ││ ✓ code is there            c8f0WPh7FBYz5MUT_lsZauNGlOt8pnyIDr_WZVdGLrY ││                                                    │
        │                                                                      ││                                                                        ││                                                    │
        │ <!DOCTYPE html>                                                      ││                                                                        ││                                                    │
        │ <html lang="en">…                                                    ││                                                                        ││                                                    │
        └─────────────────────────────────────────────────────────── ↓ 7 more ─┘└────────────────────────────────────────────────────────────────────────┘└────────────────────────────────────────────────────┘
        ┌─ 3 Log ──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────── 5 exchanges · following ─┐
        │     1 12:00:00.000 browser  → server GET /authorize?response_type=code&client_id=workshop-app&redirect_uri=http%3A%2F%2F127.0.0.1%3A… 200    2 ms login or consent page                              │
        │     2 12:00:00.000 browser  → server POST /authorize/login                                                                            303    2 ms ✓ alice signed in                                  │
        │     3 12:00:00.000 browser  → server GET /authorize/consent?interaction=7HYRlynez6TA953EvzAb74bsk-uGIt7eUPC94ZUC9K4                   200    2 ms consent page                                       │
        │     4 12:00:00.000 browser  → server POST /authorize/consent                                                                          303    2 ms ✓ code c8f0WP… issued, good for 30 s               │
        │►    5 12:00:00.000 browser  → client GET /callback?code=c8f0WPh7FBYz5MUT_lsZauNGlOt8pnyIDr_WZVdGLrY&state=3l80SatLsUPRQqQCuhYjgg&iss… 200    2 ms ✓ state and iss match                              │
        │                                                                                                                                                                                                      │
        │                                                                                                                                                                                                      │
        │                                                                                                                                                                                                      │
        │                                                                                                                                                                                                      │
        └──────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────────┘
         next: 3 the client redeems the code                                                                                                                                  loopback, no TLS · 200x50 · UTF-8
         ↵ redeem  e edit  n new code  4 raw  5 checks  tab panel  p pause  B break it  s scenarios  E why  v sequence  w rewind  i inspect  S policy  X interfere  = compare  x expire         ? help  q quit
        """)
  }

  @Test func `the moments to go back to`() {
    let rig = Rig().press("enter", "enter", "enter", "enter", "w")
    #expect(
      rig.screen == """
         Moments  before each request: server, client, browser and clock as they were
        ┏━ Go back to ━━━━━━━━━━━━━━━━━ 4 ━┓┌─ at 12:00:00.000 ────────────────────────┐
        ┃► 12:00:00  before me             ┃│ Everything is as it was before this      │
        ┃  12:00:00  before token          ┃│ request: what the server knows, what the │
        ┃  12:00:00  before code           ┃│ client holds, and the time. What came    │
        ┃  12:00:00  before authorize      ┃│ after it stays in the log as a way that  │
        ┃                                  ┃│ was left.                                │
        ┃                                  ┃│                                          │
        ┃                                  ┃│ Undone then                              │
        ┃                                  ┃│   8 GET /me                              │
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
         ↵ goes back there                                             loopback, no TLS
         ↵ go back  / filter  : cmd  p pause  B break it  s scenarios   ? help  q back
        """)
  }

  @Test func `what goes wrong on the way`() {
    let rig = Rig(100, 30).press("X", "enter")
    #expect(
      rig.screen == """
         Interference  what happens between client and server
        ┏━ Let it happen ━━━━━━━━━━━━━━━━━━━━━━━━━ 1 on ━┓┌─ strip-authorization ──────────────────────────┐
        ┃  THE REQUEST ON ITS WAY                        ┃│ NOW                                            │
        ┃► • Authorization header stripped               ┃│   on: strip-authorization                      │
        ┃    POST turned into GET by a redirect          ┃│                                                │
        ┃    the body gets lost                          ┃│ DOES                                           │
        ┃    the body is decoded twice                   ┃│   The Authorization header is taken away.      │
        ┃    one octet of the request altered            ┃│   Everything else arrives.                     │
        ┃    the request comes late                      ┃│                                                │
        ┃    the request is delivered twice              ┃│ EXPECT                                         │
        ┃  THE ANSWER ON ITS WAY                         ┃│   401 without a reason at the resource, or     │
        ┃    the answer is lost                          ┃│   invalid_client at the token endpoint, with a │
        ┃    one octet of the answer altered             ┃│   header that is right.                        │
        ┃    a PHP warning before the JSON               ┃│                                                │
        ┃  THE SERVER                                    ┃│ WHO DOES THAT                                  │
        ┃    the server is switched off                  ┃│   PHP behind CGI or FastCGI: Apache keeps the  │
        ┃    the server's clock is wrong                 ┃│   header to itself. Also proxies with a login  │
        ┃    the connection is closed                    ┃│   of their own, and redirects to another host. │
        ┃    the server cannot write                     ┃│                                                │
        ┃    the client cannot be looked up              ┃│ FIX                                            │
        ┃                                                ┃│   CGIPassAuth On, or a rewrite rule that       │
        ┃                                                ┃│   copies the header into HTTP_AUTHORIZATION.   │
        ┃                                                ┃│   For client credentials the form works        │
        ┃                                                ┃│   meanwhile; an access token does not belong   │
        ┃                                                ┃│   into the URL.                                │
        ┃                                                ┃│                                                │
        ┃                                                ┃│                                                │
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛└────────────────────────────────────────────────┘
         on: strip-authorization                                                           loopback, no TLS
         ↵ on, off  a always  D all off  / filter  : cmd  B break it  s scenarios  y copy   ? help  q back
        """)
  }

  @Test func `a code that is redeemed, at 60x18`() {
    let rig = Rig(60, 18).press("enter", "enter", "enter")
    #expect(
      rig.screen == """
         ✓ authorize ━━━━━━━► ✓ code ━━━━━━━► ✓ token ┄┄┄┄┄┄┄► ● me
         code c8f0WP… redeemed ✓ █████████████████████  after 0.0 s
        ┏━ 1 Request  GET /me ━━━━━━━━━ stage 4 · client → server ━┓
        ┃► Authorization:  Bearer TuPiGWVRCQKxi…CjmvyK1aOhOtJQSWEs8┃
        ┃                                                          ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
        ┌─ 2 Explain  stage 4: me ───────────────── RFC 6750 §2.1 ─┐
        │ Done  code c8f0WP… redeemed; access token TuPiGW…        │
        │       issued, good for 3600 s.                           │
        │ Next  The client calls the protected resource with the   │
        │       access token in the Authorization header.          │
        │ Why   Whoever bears the token may use it: so it is       │
        │       short-lived, has a scope, and stays out of         │
        │       addresses.                                         │
        │                                                          │
        └──────────────────────────────────────────────────────────┘
         next: 4 the client calls the protected resource
         ↵ call me  e edit  n new code  4 raw       ? help  q quit
        """)
  }

  @Test func `the explanation of a refusal on the whole screen`() {
    let rig = Rig().press("enter", "enter", "x", "enter", "E")
    #expect(
      rig.screen == """
         Explanation  ✗ 400 invalid_grant   exchange 7
        ┏━ ✗ 400 invalid_grant ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ RFC 6749 §4.1.2 ━┓
        ┃ issued 12:00:00.000          expired 12:00:30.000          used 12:00:30.000 ┃
        ┃ ├━━━━━━━━━━━━━━━━━━━━━━━━ 30 s ━━━━━━━━━━━━━━━━━━━━━━━━━┤┄┄ 0.0 s late ┄┄► ✗ ┃
        ┃                                                                              ┃
        ┃ WHAT                                                                         ┃
        ┃   The authorization code expired 0.0 s ago; it was good for 30 s.            ┃
        ┃                                                                              ┃
        ┃ WHY                                                                          ┃
        ┃   A code travels through the browser and may leak from histories, logs and   ┃
        ┃   Referer. A short life leaves little time to use a leaked one.              ┃
        ┃                                                                              ┃
        ┃ NOW                                                                          ┃
        ┃   The code has expired. n gets a new one.                                    ┃
        ┃                                                                              ┃
        ┃ FIX                                                                          ┃
        ┃   Redeem the code as soon as it arrives. It cannot be renewed: start again   ┃
        ┃   from the authorization request.                                            ┃
        ┃                                                                              ┃
        ┃ STOPS                                                                        ┃
        ┃   Late use of a code that was found in a log or a browser history.…          ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ ↓ 51 more ━┛
         ↑↓ scroll   esc back                                          loopback, no TLS
         : cmd  p pause  B break it  s scenarios  v sequence  y copy    ? help  q back
        """)
  }

  @Test func `the scenarios, by folder and server`() {
    let rig = Rig().press("s", "down")
    #expect(
      rig.screen == """
         Scenarios  121, with every server 488
        ┏━ Choose ━━━━━━━━━ 0 of 488 done ━┓┌─ pkce-left-out ──────────────────────────┐
        ┃  FROM START TO FINISH            ┃│ A request without a code_challenge       │
        ┃    Authorization code + PKCE     ┃│                                          │
        ┃►   A request without a code_chal…┃│ PKCE protects every client, also those   │
        ┃      with oauth21                ┃│ with a secret. By RFC 6749 such a client │
        ┃    The same code, with and witho…┃│ may leave it out; the draft of OAuth 2.1 │
        ┃  THE AUTHORIZATION REQUEST       ┃│ does not let it, so the same request     │
        ┃    The redirection URI is not qu…┃│ comes to different ends.                 │
        ┃      with bshaffer               ┃│                                          │
        ┃      with wp-oauth               ┃│ Fix  Send code_challenge and             │
        ┃      with wp-oauth-3             ┃│ code_challenge_method=S256 with every    │
        ┃      with wp-legacy              ┃│ authorization request.                   │
        ┃      with miniorange             ┃│                                          │
        ┃      with keycloak               ┃│ from     the standards                   │
        ┃    A redirection URI that only b…┃│ folder   flow, From start to finish      │
        ┃      with bshaffer               ┃│ profile  strict                          │
        ┃      with wp-oauth               ┃│ client   workshop-app                    │
        ┃      with wp-oauth-3             ┃│ see      RFC 9700 §2.1.1, RFC 7636       │
        ┃      with wp-legacy              ┃│          §4.4.1                          │
        ┃      with miniorange             ┃│ …                                        │
        ┗━━━━━━━━━━━━━━━━━━━━━ ↓ 478 more ━┛└─────────────────────────────── ↓ 6 more ─┘
         ↵ starts it anew: the server's state, clock and policy are a… loopback, no TLS
         ↵ play  / filter  : cmd  B break it  v sequence  i inspect     ? help  q back
        """)
  }

  @Test func `the palette, with the reason why something is not possible now`() {
    let rig = Rig(80, 16).press(":").type("expiry")
    #expect(
      rig.screen == """
        ┏━ Command ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 3 ━┓
        ┃ > expiry                                                                     ┃
        ┃► expire                 x       forward to the code's expiry  not now        ┃
        ┃  play expires-in-is-a-…         expires_in is no time of day                 ┃
        ┃  play delayed-code              The code expires on its way                  ┃
        ┃                                                                              ┃
        ┃                                                                              ┃
        ┃                                                                              ┃
        ┃                                                                              ┃
        ┃                                                                              ┃
        ┃                                                                              ┃
        ┃                                                                              ┃
        ┃                                                                              ┃
        ┃                                                                              ┃
        ┃ not now: no code yet                                                         ┃
        ┗━ ↑↓ select · ↵ run · esc close ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
        """)
  }
}
