import AuthorizationServer
import OAuth
import OAuthClient
import Playground
import Terminal
import Testing

@testable import PlaygroundUI

@Suite("Sequence diagram") struct SequenceTests {
  @Test func `who says what to whom, and how long the code still lives, at 80x24`() {
    let rig = Rig().press("enter", "enter", "v")
    rig.pass(.milliseconds(12_400))
    #expect(
      rig.screen == """
         Sequence  Authorization code + PKCE
        ┏━ 5 exchanges ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ following ━┓
        ┃  browser                  client :8252               server :8414            ┃
        ┃     │─ 1 GET /authorize state, code_challenge, nonce ─────►│                 ┃
        ┃     │◄ 200 login or consent page ──────────────────────────│                 ┃
        ┃     │─ 2 POST /authorize/login password ──────────────────►│                 ┃
        ┃     │◄ 303 ✓ alice signed in ──────────────────────────────│                 ┃
        ┃     │─ 3 GET /authorize/consent ──────────────────────────►│                 ┃
        ┃     │◄ 200 consent page ───────────────────────────────────│                 ┃
        ┃     │─ 4 POST /authorize/consent ─────────────────────────►│                 ┃
        ┃     │◄ 303 code c8f0WP…, state ────────────────────────────┃ c8f0WP… 30 s    ┃
        ┃     │─ 5 GET /callback code… ──►│                          ┃                 ┃
        ┃     │◄ 200 ✓ state and iss ma… ─│                          ┃                 ┃
        ┃►    │                           │┄ next: POST /token ┄┄┄┄┄►┃ 18 s left       ┃
        ┃                                                                              ┃
        ┃                                                                              ┃
        ┃                                                                              ┃
        ┃                                                                              ┃
        ┃                                                                              ┃
        ┃                                                                              ┃
        ┃                                                                              ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
         next: 3 the client redeems the code                           loopback, no TLS
         ↵ next  / filter  : cmd  p pause  B break it  s scenarios      ? help  q back
        """)
  }

  @Test func `a failed try, the end of the code, and another one that is redeemed and used again`() {
    let rig = Rig(100, 36).press("enter", "enter", "j", "j", "d", "-", "enter", "u", "x", "enter", "n", "enter", "<")
    rig.press("enter", "v")
    #expect(
      rig.screen == """
         Sequence  Authorization code + PKCE
        ┏━ 13 exchanges ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ following ━┓
        ┃              browser                      client :8252                   server :8414            ┃
        ┃  12:00:00.000   │─ 1 GET /authorize state, code_challenge, nonce ─────────────►│                 ┃
        ┃                 │◄ 200 login or consent page ──────────────────────────────────│                 ┃
        ┃  12:00:00.000   │─ 2 POST /authorize/login password ──────────────────────────►│                 ┃
        ┃                 │◄ 303 ✓ alice signed in ──────────────────────────────────────│                 ┃
        ┃  12:00:00.000   │─ 3 GET /authorize/consent ──────────────────────────────────►│                 ┃
        ┃                 │◄ 200 consent page ───────────────────────────────────────────│                 ┃
        ┃  12:00:00.000   │─ 4 POST /authorize/consent ─────────────────────────────────►│                 ┃
        ┃                 │◄ 303 code c8f0WP…, state ────────────────────────────────────┃ c8f0WP… 30 s    ┃
        ┃  12:00:00.000   │─ 5 GET /callback code, state ►│                              ┃                 ┃
        ┃                 │◄ 200 ✓ state and iss match ───│                              ┃                 ┃
        ┃  12:00:00.000   │                               │═ 6 GET /jwks ═══════════════►┃                 ┃
        ┃                 │                               │◄ 200 the server's keys ══════┃                 ┃
        ┃  12:00:00.000   │                               │═ 7 POST /token code… ═══════►┃                 ┃
        ┃                 │                               │◄ 400 ✗ invalid_grant ════════┃ 1 failed        ┃
        ┃                 │ code c8f0WP… ended at 12:00:30                               │ EXPIRED ✗       ┃
        ┃  12:00:30.000   │                               │═ 8 POST /token code… ═══════►│                 ┃
        ┃                 │                               │◄ 400 ✗ invalid_grant ════════│ 2 failed        ┃
        ┃  12:00:30.000   │─ 9 GET /authorize state, code_challenge, nonce ─────────────►│                 ┃
        ┃                 │◄ 200 login or consent page ──────────────────────────────────│                 ┃
        ┃  12:00:30.000   │─ 10 POST /authorize/consent ────────────────────────────────►│                 ┃
        ┃                 │◄ 303 code u2hp0F…, state ────────────────────────────────────┃ u2hp0F… 30 s    ┃
        ┃  12:00:30.000   │─ 11 GET /callback code… ─────►│                              ┃                 ┃
        ┃                 │◄ 200 ✓ state and iss match ───│                              ┃                 ┃
        ┃  12:00:30.000   │                               │═ 12 POST /token code… ══════►┃                 ┃
        ┃                 │                               │◄ 200 access_token, id_token ═│ redeemed ✓ 0.0 s┃
        ┃  12:00:30.000   │                               │═ 13 POST /token code… ══════►│                 ┃
        ┃                 │                               │◄ 400 ✗ invalid_grant ════════│ replayed ✗      ┃
        ┃►                │                               │┄ next: POST /token ┄┄┄┄┄┄┄┄┄►│                 ┃
        ┃                                                                                                  ┃
        ┃                                                                                                  ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
         next: 3 the client redeems the code                                               loopback, no TLS
         ↵ next  / filter  : cmd  p pause  B break it  s scenarios  E why  w rewind         ? help  q back
        """)
  }

  @Test func `where there is little room the words stand beside the arrows`() {
    #expect(
      Rig(60, 18).press("enter", "enter", "enter", "v").screen == """
         Sequence  Authorization code + PKCE
        ┏━ 7 exchanges ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ following ━┓
        ┃   b  c  s browser, client, server                        ┃
        ┃   │◄────│ 303 ✓ alice signed in                          ┃
        ┃   │────►│ 3 GET /authorize/consent                       ┃
        ┃   │◄────│ 200 consent page                               ┃
        ┃   │────►│ 4 POST /authorize/consent                      ┃
        ┃   │◄────┃ 303 code c8f0WP…, state            c8f0WP… 30 s┃
        ┃   │─►│  ┃ 5 GET /callback code c8f0WP…, state            ┃
        ┃   │◄─│  ┃ 200 ✓ state and iss match                      ┃
        ┃   │  │═►┃ 6 GET /jwks                                    ┃
        ┃   │  │◄═┃ 200 the server's keys                          ┃
        ┃   │  │═►┃ 7 POST /token code c8f0WP…, code_verifier…     ┃
        ┃   │  │◄═│ 200 access_token TuPiGW…, …    redeemed ✓ 0.0 s┃
        ┃►  │  │┄►│ next: GET /me                                  ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ ↑ 3 more ━┛
         next: 4 the client calls the protected resource
         ↵ next  / filter  : cmd  p pause  E why    ? help  q back
        """)
    #expect(
      Rig(40, 10).press("enter", "enter", "enter", "v").screen == """
         Sequence  Authorization code + PKCE
        ┏━ 7 exchanges ━━━━━━━━━━━━ following ━┓
        ┃   b  c  s browser, client, server    ┃
        ┃   │  │◄═┃ 200 the server's keys      ┃
        ┃   │  │═►┃ 7 POST /token code…        ┃
        ┃   │  │◄═│ 200 access_tok…  redeemed ✓┃
        ┃►  │  │┄►│ next: GET /me              ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━ ↑ 11 more ━┛
         next: 4 the client calls the protected…
         ↵ next  / filter       ? help  q back
        """)
  }

  @Test func `the same in ASCII: the back channel is told apart without colour`() {
    let rig = Rig(80, 24, charset: .ascii).press("enter", "enter", "enter", "v")
    #expect(
      rig.model.view().mapped(to: .ascii).lines.joined(separator: "\n") == """
         Sequence  Authorization code + PKCE
        #= 7 exchanges ==================================================== following =#
        #  browser                  client :8252               server :8414            #
        #     |- 1 GET /authorize state, code_challenge, nonce ----->|                 #
        #     |< 200 login or consent page --------------------------|                 #
        #     |- 2 POST /authorize/login password ------------------>|                 #
        #     |< 303 + alice signed in ------------------------------|                 #
        #     |- 3 GET /authorize/consent -------------------------->|                 #
        #     |< 200 consent page -----------------------------------|                 #
        #     |- 4 POST /authorize/consent ------------------------->|                 #
        #     |< 303 code c8f0WP~, state ----------------------------# c8f0WP~ 30 s    #
        #     |- 5 GET /callback code~ -->|                          #                 #
        #     |< 200 + state and iss ma~ -|                          #                 #
        #     |                           |= 6 GET /jwks ===========>#                 #
        #     |                           |< 200 the server's keys ==#                 #
        #     |                           |= 7 POST /token code~ ===>#                 #
        #     |                           |< 200 access_token~ ======| redeemed + 0.0 s#
        #>    |                           |. next: GET /me .........>|                 #
        #                                                                              #
        #                                                                              #
        #                                                                              #
        #==============================================================================#
         next: 4 the client calls the protected resource               loopback, no TLS
         Enter next  / filter  : cmd  p pause  B break it  E why        ? help  q back
        """)
  }

  @Test func `what was undone by going back is dotted, and what came instead stands below it`() {
    let rig = Rig(80, 26).press("enter", "enter", "enter", "w", "enter", "v", "enter")
    #expect(
      rig.screen == """
         Sequence  Authorization code + PKCE
        ┏━ 9 exchanges ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ following ━┓
        ┃  browser                  client :8252               server :8414            ┃
        ┃     │─ 1 GET /authorize state, code_challenge, nonce ─────►│                 ┃
        ┃     │◄ 200 login or consent page ──────────────────────────│                 ┃
        ┃     │─ 2 POST /authorize/login password ──────────────────►│                 ┃
        ┃     │◄ 303 ✓ alice signed in ──────────────────────────────│                 ┃
        ┃     │─ 3 GET /authorize/consent ──────────────────────────►│                 ┃
        ┃     │◄ 200 consent page ───────────────────────────────────│                 ┃
        ┃     │─ 4 POST /authorize/consent ─────────────────────────►│                 ┃
        ┃     │◄ 303 code c8f0WP…, state ────────────────────────────┃ c8f0WP… 30 s    ┃
        ┃     │─ 5 GET /callback code… ──►│                          ┃                 ┃
        ┃     │◄ 200 ✓ state and iss ma… ─│                          ┃                 ┃
        ┃     │                           │┄ 6 GET /jwks ┄┄┄┄┄┄┄┄┄┄┄►┃ undone          ┃
        ┃     │                           │◄ 200 the server's keys ┄┄┃                 ┃
        ┃     │                           │┄ 7 POST /token code… ┄┄┄►┃ undone          ┃
        ┃     │                           │◄ 200 access_token… ┄┄┄┄┄┄│ redeemed ✓ 0.0 s┃
        ┃     │ went back to after exchange 5                        ┃                 ┃
        ┃     │                           │═ 8 GET /jwks ═══════════►┃                 ┃
        ┃     │                           │◄ 200 the server's keys ══┃                 ┃
        ┃     │                           │═ 9 POST /token code… ═══►┃                 ┃
        ┃     │                           │◄ 200 access_token… ══════│ redeemed ✓ 0.0 s┃
        ┃►    │                           │┄ next: GET /me ┄┄┄┄┄┄┄┄┄►│                 ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
         next: 4 the client calls the protected resource               loopback, no TLS
         ↵ next  / filter  : cmd  p pause  B break it  s scenarios      ? help  q back
        """)
  }

  @Test func `a code that lived when somebody went back lives again on the life line`() {
    let rig = Rig(80, 40).press("enter", "enter", "enter", "w", "enter", "v")
    #expect(rig.model.code?.condition(at: rig.model.now) == .alive(left: .seconds(30)))
    let rows = rig.lines
    #expect(rows.contains { $0.contains("redeemed ✓") })
    #expect(rows.first { $0.contains("went back") }?.contains("┃") == true)
    #expect(rows.last { $0.contains("next: POST /token") }?.contains("┃ 30 s left") == true)
  }

  @Test func `other programs and the resource server get life lines when they appear`() {
    let rig = Rig(120, 30).press("enter", "enter", "enter", "enter")
    #expect(!rig.open(.sequence).screen.contains("external"))
    rig.receive(.get("/me", authority: "127.0.0.1:8414"))
    rig.press("esc", ">", ">", "enter", "v")
    #expect(
      rig.screen == """
         Sequence  Authorization code + PKCE
        ┏━ 10 exchanges ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ following ━┓
        ┃   e  b  c  a  s external, browser, client, api, server                                                               ┃
        ┃   │  │───────►│ 1 GET /authorize state, code_challenge, nonce                                                        ┃
        ┃   │  │◄───────│ 200 login or consent page                                                                            ┃
        ┃   │  │───────►│ 2 POST /authorize/login password                                                                     ┃
        ┃   │  │◄───────│ 303 ✓ alice signed in                                                                                ┃
        ┃   │  │───────►│ 3 GET /authorize/consent                                                                             ┃
        ┃   │  │◄───────│ 200 consent page                                                                                     ┃
        ┃   │  │───────►│ 4 POST /authorize/consent                                                                            ┃
        ┃   │  │◄───────┃ 303 code c8f0WP…, state                                                                  c8f0WP… 30 s┃
        ┃   │  │─►│  │  ┃ 5 GET /callback code c8f0WP…, state                                                                  ┃
        ┃   │  │◄─│  │  ┃ 200 ✓ state and iss match                                                                            ┃
        ┃   │  │  │════►┃ 6 GET /jwks                                                                                          ┃
        ┃   │  │  │◄════┃ 200 the server's keys                                                                                ┃
        ┃   │  │  │════►┃ 7 POST /token code c8f0WP…, code_verifier, client_secret                                             ┃
        ┃   │  │  │◄════│ 200 access_token TuPiGW…, id_token                                                   redeemed ✓ 0.0 s┃
        ┃   │  │  │════►│ 8 GET /me token TuPiGW…                                                                              ┃
        ┃   │  │  │◄════│ 200 ✓ profile of Alice Liddell                                                                       ┃
        ┃   │══════════►│ 9 GET /me                                                                                            ┃
        ┃   │◄══════════│ 401 ✗ accessTokenMissing                                                                             ┃
        ┃   │  │  │  │═►│ 10 POST /introspect token TuPiGW…, client_secret                                                     ┃
        ┃   │  │  │  │◄═│ 200 what the token is worth                                                                          ┃
        ┃►  │  │  │  │┄►│ next: POST /introspect                                                                               ┃
        ┃                                                                                                                      ┃
        ┃                                                                                                                      ┃
        ┃                                                                                                                      ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
         next: 6 the resource server asks about the token                                     loopback, no TLS · 120x30 · UTF-8
         ↵ next  / filter  : cmd  p pause  B break it  s scenarios  E why  w rewind  J JWT  i inspect  y copy   ? help  q back
        """)
  }
}
