import AuthorizationServer
import HTTPTypes
import OAuth
import Playground
import Terminal
import Testing

@testable import PlaygroundUI

@Suite("Break it") struct MistakeViewTests {
  @Test func `the mistakes about the field under the cursor come first, each with what to expect, at 80x24`() {
    #expect(
      Rig(80, 24).press("enter", "enter", "j", "B", "j", "j").screen == """
         Break it  POST /token  stage 3: token
        ┏━ Known mistakes ━━━━━━━━━━━━━━━━ 85 ━┓┌─ code twice ───────── RFC 6749 §3.1 ─┐
        ┃  code                                ┃│ DOES                                 │
        ┃    ✗ leave out code                  ┃│   code                               │
        ┃    ✗ an empty code                   ┃│   "c8f0WPh7FBYz5MUT_lsZauNGlOt8pnyID │
        ┃►   ✗ code twice                      ┃│   r_WZVdG…" is added to the form.    │
        ┃    ✗ code ends otherwise             ┃│                                      │
        ┃    ✗ code in the other case          ┃│ STANDS FOR                           │
        ┃    ✗ a space behind code             ┃│   Parameter pollution: two parsers   │
        ┃    ✗ a code cut off                  ┃│   that each take another of two      │
        ┃    ✗ the whole address as code       ┃│   values.                            │
        ┃    ✗ a token as code                 ┃│                                      │
        ┃    ✗ redeem the code too late        ┃│ EXPECT                               │
        ┃  grant_type                          ┃│   ✗ 400 invalid_request: a parameter │
        ┃    ✗ leave out grant_type            ┃│   that may occur once was sent more  │
        ┃    ✗ an empty grant_type             ┃│   often                              │
        ┃    ✗ grant_type twice                ┃│                                      │
        ┃    ✗ grant_type ends otherwise       ┃│ BECAUSE                              │
        ┃    ✗ grant_type in the other case    ┃│   Of two values one program takes    │
        ┃    ✗ a space behind grant_type       ┃│   the first and the next one the     │
        ┃    ✗ the code as grant_type          ┃│   last. Nobody can say which of the… │
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━ ↓ 82 more ━┛└─────────────────────────── ↓ 7 more ─┘
         expect: ✗ 400 invalid_request: a parameter that may occur on… loopback, no TLS
         ↵ make it  / filter  : cmd  p pause  s scenarios  E why        ? help  q back
        """)
  }

  @Test func `at 40x10 there is the list, or what is said about the entry`() {
    let rig = Rig(40, 10, charset: .ascii).press("enter", "enter", "j", "B", "j", "j")
    #expect(
      rig.screen == """
         Break it  POST /token  stage 3: token
        ┏━ Known mistakes ━━━━━━━━━━━━━━━━ 85 ━┓
        ┃  code                                ┃
        ┃    ✗ leave out code                  ┃
        ┃    ✗ an empty code                   ┃
        ┃►   ✗ code twice                      ┃
        ┃    ✗ code ends otherwise             ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━ ↓ 96 more ━┛
         expect: ✗ 400 invalid_request: a param…
         Enter make it  : cmd   ? help  q back
        """)
    rig.press("right")
    #expect(
      rig.model.view().mapped(to: .ascii).lines.joined(separator: "\n") == """
         Break it  POST /token  stage 3: token
        #= code twice ========= RFC 6749 s3.1 =#
        # DOES                                 #
        #   code                               #
        #   "c8f0WPh7FBYz5MUT_lsZauNGlOt8pnyID #
        #   r_WZVdG~" is added to the form.    #
        # ~                                    #
        #========================== v 21 more =#
         expect: x 400 invalid_request: a param~
         Enter make it  : cmd   ? help  q back
        """)
  }

  @Test func `mistakes of another stage are one key away, and a stage that was not reached says how to get there`() {
    let rig = Rig(120, 36).press("B", "G")
    #expect(rig.lines.contains { $0.contains("►   7 revoke") && $0.contains("not reached yet") })
    #expect(rig.screen.contains("The client has no access token yet"))
    rig.press("up", "up")
    #expect(rig.lines.contains { $0.contains("►   5 refresh") && $0.contains("not reached yet") })
    #expect(rig.screen.contains("offline_access"))
    rig.press("up", "up")
    #expect(rig.screen.contains("The client has no code yet"))
    #expect(rig.lines[34].hasPrefix(" ↵ shows what goes wrong at stage 3"))
    rig.press("enter")
    #expect(rig.model.views == [.mistakes])
    #expect(rig.model.walkthrough.current == .token)
    #expect(rig.lines[0].contains("Break it  POST /token  stage 3: token"))
    let reached = Rig().press("enter", "enter", "B", "G", "up", "up", "up", "up")
    #expect(reached.lines.contains { $0.contains("►   2 code") && !$0.contains("not reached") })
  }

  @Test func `the mistakes of the stages after me`() {
    let rig = Rig(100, 30).press("enter", "enter", "enter", "enter", ">", ">", "B", "/").type("tokenNotMeant")
    rig.press("enter")
    #expect(
      rig.screen == """
         Break it  POST /introspect  stage 6: introspect
        ┏━ Known mistakes ━━━━━ /tokenNotMeant  1 of 69 ━┓┌─ another client asks ────────── RFC 7662 §2.2 ─┐
        ┃  client authentication                         ┃│ DOES                                           │
        ┃►   ✗ another client asks                       ┃│   client_id is "other-app"; client_secret is   │
        ┃                                                ┃│   "other-secret".                              │
        ┃                                                ┃│                                                │
        ┃                                                ┃│ STANDS FOR                                     │
        ┃                                                ┃│   For anybody whom it is not meant for a token │
        ┃                                                ┃│   is not active. So nobody can find out what   │
        ┃                                                ┃│   others hold.                                 │
        ┃                                                ┃│                                                │
        ┃                                                ┃│ EXPECT                                         │
        ┃                                                ┃│   ✗ 200 inactive: the token asked about is not │
        ┃                                                ┃│   meant for whoever asks                       │
        ┃                                                ┃│                                                │
        ┃                                                ┃│ BECAUSE                                        │
        ┃                                                ┃│   A resource server learns about access tokens │
        ┃                                                ┃│   for its own audience, a client about its own │
        ┃                                                ┃│   tokens. To everybody else none is active.    │
        ┃                                                ┃│                                                │
        ┃                                                ┃│ STOPS                                          │
        ┃                                                ┃│   A resource server that learns who uses       │
        ┃                                                ┃│   another one, or accepts tokens that were     │
        ┃                                                ┃│   made for it.                                 │
        ┃                                                ┃│                                                │
        ┃                                                ┃│                                                │
        ┃                                                ┃│                                                │
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛└────────────────────────────────────────────────┘
         expect: ✗ 200 inactive: the token asked about is not meant for whoever asks       loopback, no TLS
         ↵ make it  / filter  : cmd  p pause  s scenarios  E why  v sequence  w rewind      ? help  q back
        """)
  }

  @Test func `a mistake that is a delay lets the server's clock go forward`() {
    let rig = Rig().press("enter", "enter", "B", "/").type("too-late").press("enter", "enter")
    #expect(rig.lines[22].hasPrefix(" redeem the code too late. Expect: 400 invalid_grant. ↵ sends it"))
    #expect(!rig.lines[22].contains("undoes"))
    rig.press("enter")
    #expect(rig.model.exchange?.decision?.refusal?.kind == .authorizationCodeExpired)
  }

  @Test func `Enter makes the mistake and goes back to the request, the next one sends it, and u undoes it`() {
    let rig = Rig().press("enter", "enter", "B", "/").type("other-attempt").press("enter", "enter")
    #expect(rig.model.views == [])
    #expect(rig.lines[22].hasPrefix(" the verifier of another attempt. Expect: 400 invalid_grant."))
    #expect(rig.screen.contains("► code_verifier"))
    rig.press("enter")
    #expect(rig.model.exchange?.decision?.refusal?.kind == .codeVerifierWrong)
    rig.press("u", "enter")
    #expect(rig.model.exchange?.response.head.status.code == 200)
  }

  @Test func `a mistake of the whole request is named beside it`() {
    let rig = Rig().press("enter", "enter", "B", "/").type("token.request.json").press("enter", "enter")
    #expect(rig.screen.contains("1 Request  POST /token · JSON ━"))
    rig.press("enter")
    #expect(rig.model.exchange?.decision?.refusal?.kind == .mediaTypeNotForm)
  }

  @Test func `the palette makes a mistake by its name`() {
    let rig = Rig().press("enter", "enter", ":").type("code_verifier.too-short").press("enter", "enter")
    #expect(rig.model.exchange?.decision?.refusal?.kind == .codeVerifierMalformed)
  }

  @Test func `hidden secrets are hidden here too`() {
    let rig = Rig().press("enter", "enter", "j", "B", "j", "j")
    #expect(rig.screen.contains("c8f0WPh7FBYz5MUT"))
    rig.press("M")
    #expect(!rig.screen.contains("c8f0WPh7FBYz5MUT"))
  }

  @Test func `where something is missing, it says what will be missed first`() {
    let rig = Rig(200, 50).press(">", ">", "B")
    #expect(rig.screen.contains("The client has no code yet, which the server misses before"))
  }

  @Test(arguments: [Size(columns: 40, rows: 10), Size(columns: 80, rows: 24), Size(columns: 200, rows: 50)])
  func `every stage has mistakes at every size`(size: Size) {
    for stage in Stage.allCases.indices {
      let rig = Rig(size.columns, size.rows)
      for _ in 0..<stage { rig.press(">") }
      rig.press("B")
      #expect(rig.model.items(of: .mistakes).count > 5)
      #expect(rig.lines[0].hasPrefix(" Break it"))
    }
  }
}
