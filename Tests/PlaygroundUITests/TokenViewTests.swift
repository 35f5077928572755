import AuthorizationServer
import HTTPTypes
import OAuth
import Playground
import Terminal
import Testing

@testable import PlaygroundUI

@Suite("JWT inspector") struct TokenViewTests {
  /// Somebody who has redeemed a code 19 s ago and looks at the ID token.
  private func inspector(_ columns: Int = 80, _ rows: Int = 24, charset: Charset = .utf8) -> Rig {
    let rig = Rig(columns, rows, charset: charset).press("enter", "enter", "enter")
    rig.pass(.seconds(19))
    return rig.press("J")
  }

  private func failed(_ rig: Rig) -> [TokenCheck] {
    rig.model.inspectedToken?.verdicts.filter { $0.outcome == .failed }.map(\.check) ?? []
  }

  @Test func `header, claims and checks at 100x34, and what is said about the claim under the cursor`() {
    #expect(
      inspector(100, 34).press("G", "g", "down", "down", "down", "down", "down", "down").screen == """
         JWT inspector  valid ✓  ID token of exchange 7
        ┏━ Token ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 705 octets ━┓┌─ exp ─────────────────── RFC 7519 §4.1.4 ─┐
        ┃    alg  RS256  how it is signed                     ┃│ 1795266000                                │
        ┃    typ  JWT    what kind of token it is             ┃│ 13:00:00, in 59:41                        │
        ┃    kid  IsUn6_e04MaShXFIISMp4kG62LWzMIPy_MvSA5pJgX8 ┃│                                           │
        ┃  PAYLOAD                                            ┃│ WHAT                                      │
        ┃    iss        http://127.0.0.1:8414  who issued it  ┃│   The expiry, in seconds since 1970. From │
        ┃    sub        alice  whom it is about               ┃│   that second on the token counts no      │
        ┃    aud        workshop-app           for whom it is ┃│   more.                                   │
        ┃►   exp        1795266000  13:00:00, in 59:41        ┃│                                           │
        ┃    iat        1795262400  12:00:00, 19 s ago        ┃│ WHY                                       │
        ┃    auth_time  1795262400  12:00:00, 19 s ago        ┃│   A token that leaked must become         │
        ┃    nonce      4MtWnTUGmwI86yu-wRiXsg                ┃│   worthless by itself.                    │
        ┃    at_hash    z0NYG6l5Wo7YvuDaofFPLA                ┃│                                           │
        ┃  CHECKS                                             ┃│ STOPS                                     │
        ┃  ✓ readable   705 octets in 3 parts                 ┃│   A token from an old log or backup that  │
        ┃  ✓ alg        RS256                                 ┃│   still opens something.                  │
        ┃  ✓ signature  key IsUn6_e04MaShXFIISMp4kG62LWzMIPy_…┃│                                           │
        ┃  ✓ iss        http://127.0.0.1:8414                 ┃│ DO                                        │
        ┃  ✓ aud        workshop-app                          ┃│   Compare it with your clock, with at     │
        ┃  ✓ exp        13:00:00, in 59:41                    ┃│   most a few minutes of tolerance. It is  │
        ┃  ✓ iat        12:00:00, 19 s ago                    ┃│   a number, not a text.                   │
        ┃  ✓ nonce      4MtWnTUGmwI86yu-wRiXsg                ┃│                                           │
        ┃  ✓ at_hash    z0NYG6l5Wo7YvuDaofFPLA                ┃│ TOKEN                                     │
        ┃  TAMPER WITH IT                                     ┃│ eyJhbGciOiJSUzI1NiIsInR5cCI6IkpXVCIsImtpZ │
        ┃    one bit of the signature                         ┃│ CI6IklzVW42X2UwNE1hU2hYRklJU01wNGtHNjJMV3 │
        ┃    alg none, and no signature                       ┃│ pNSVB5X012U0E1cEpnWDgifQ.eyJpc3MiOiJodHRw │
        ┃    HS256, with the public key as secret             ┃│ Oi8vMTI3LjAuMC4xOjg0MTQiLCJzdWIiOiJhbGljZ │
        ┃    signed by another key                            ┃│ SIsImF1ZCI6IndvcmtzaG9wLWFwcCIsImV4cCI6MT │
        ┃    a key nobody has published                       ┃│ c5NTI2NjAwMCwiaWF0IjoxNzk1MjYyNDAwLCJhdXR │
        ┃    another issuer                                   ┃│ oX3RpbWUiOjE3OTUyNjI0MDAsIm5vbmNlIjoiNE1… │
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ ↑ 1 ↓ 12 more ━┛└─────────────────────────────── ↓ 11 more ─┘
         checked here, with the published keys of the server                               loopback, no TLS
         ↵ open  x tamper  e edit  r try it  a add one  f fetch keys  / filter  : cmd       ? help  q back
        """)
  }

  @Test func `at 80x24 a time is said, not counted`() {
    #expect(
      inspector().screen == """
         JWT inspector  valid ✓  ID token of exchange 7
        ┏━ Token ━━━━━━━━━━━━━━━━━━━━━ 705 octets ━┓┌─ alg ──────────── RFC 8725 §3.1 ─┐
        ┃  HEADER                                  ┃│ RS256                            │
        ┃►   alg  RS256  how it is signed          ┃│ how it is signed                 │
        ┃    typ  JWT    what kind of token it is  ┃│                                  │
        ┃    kid  IsUn6_e04MaShXFI…zMIPy_MvSA5pJgX8┃│ WHAT                             │
        ┃  PAYLOAD                                 ┃│   The algorithm of the           │
        ┃    iss        http://127.0.0.1:8414      ┃│   signature: RS256 is RSA, ES256 │
        ┃    sub        alice  whom it is about    ┃│   an elliptic curve, both with   │
        ┃    aud        workshop-app               ┃│   SHA-256.                       │
        ┃    exp        13:00:00, in 59:41         ┃│                                  │
        ┃    iat        12:00:00, 19 s ago         ┃│ WHY                              │
        ┃    auth_time  12:00:00, 19 s ago         ┃│   There are several, and whoever │
        ┃    nonce      4MtWnTUGmwI86yu-wRiXsg     ┃│   checks has to use the one that │
        ┃    at_hash    z0NYG6l5Wo7YvuDaofFPLA     ┃│   was used.                      │
        ┃  CHECKS                                  ┃│                                  │
        ┃  ✓ readable   705 octets in 3 parts      ┃│ STOPS                            │
        ┃  ✓ alg        RS256                      ┃│   Nothing by itself: an attacker │
        ┃  ✓ signature  key IsUn6_e04MaShXFIISMp4k…┃│   can write anything here, so it │
        ┃  ✓ iss        http://127.0.0.1:8414      ┃│   must be compared with what is  │
        ┃  ✓ aud        workshop-app               ┃│   expected.…                     │
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ ↓ 23 more ━┛└────────────────────── ↓ 31 more ─┘
         checked here, with the published keys of the server           loopback, no TLS
         ↵ open  x tamper  e edit  r try it  a add one  f fetch keys    ? help  q back
        """)
  }

  @Test func `at 40x10 there is the list, or the text`() {
    #expect(
      inspector(40, 10).press("down", "down", "down", "down").screen == """
         JWT inspector  valid ✓  ID token of ex…
        ┏━ Token ━━━━━━━━━━━━━━━━━ 705 octets ━┓
        ┃    typ  JWT  what kind of token it is┃
        ┃    kid  IsUn6_e04MaShX…IPy_MvSA5pJgX8┃
        ┃  PAYLOAD                             ┃
        ┃    iss        http://127.0.0.1:8414  ┃
        ┃►   sub        alice  whom it is about┃
        ┗━━━━━━━━━━━━━━━━━━━━━━ ↑ 2 ↓ 35 more ━┛
         checked here, with the published keys …
         ↵ open  x tamper       ? help  q back
        """)
    #expect(
      inspector(40, 10).press("down", "down", "down", "down", "enter").screen == """
         JWT inspector  valid ✓  ID token of ex…
        ┏━ sub ━━━━━━━ OpenID Connect Core §2 ━┓
        ┃ alice                                ┃
        ┃ whom it is about                     ┃
        ┃                                      ┃
        ┃ WHAT                                 ┃
        ┃   The subject: a name for the perso… ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━ ↓ 36 more ━┛
         checked here, with the published keys …
         x tamper  e edit       ? help  q back
        """)
  }

  @Test func `in ASCII the marks are signs that ASCII has`() {
    #expect(
      inspector(80, 24, charset: .ascii).press("x").model.view().mapped(to: .ascii).lines.joined(separator: "\n") == """
         JWT inspector  x alg and 1 more  ID token of exchange 7
        #= Token, changed ============ 361 octets =#+- alg ------------ RFC 8725 s3.1 -+
        #  HEADER                                  #| none                             |
        #>   alg  none  how it is signed           #| how it is signed                 |
        #    typ  JWT   what kind of token it is   #|                                  |
        #    kid  IsUn6_e04MaShXFI~zMIPy_MvSA5pJgX8#| WHAT                             |
        #  PAYLOAD                                 #|   The algorithm of the           |
        #    iss        http://127.0.0.1:8414      #|   signature: RS256 is RSA, ES256 |
        #    sub        alice  whom it is about    #|   an elliptic curve, both with   |
        #    aud        workshop-app               #|   SHA-256.                       |
        #    exp        13:00:00, in 59:41         #|                                  |
        #    iat        12:00:00, 19 s ago         #| WHY                              |
        #    auth_time  12:00:00, 19 s ago         #|   There are several, and whoever |
        #    nonce      4MtWnTUGmwI86yu-wRiXsg     #|   checks has to use the one that |
        #    at_hash    z0NYG6l5Wo7YvuDaofFPLA     #|   was used.                      |
        #  CHECKS                                  #|                                  |
        #  + readable   361 octets in 3 parts      #| STOPS                            |
        #  x alg        none                       #|   Nothing by itself: an attacker |
        #  x signature  alg none                   #|   can write anything here, so it |
        #  + iss        http://127.0.0.1:8414      #|   must be compared with what is  |
        #  + aud        workshop-app               #|   expected.~                     |
        #============================== v 23 more =#+---------------------- v 20 more -+
         changed: 2 checks fail   u undoes it                          loopback, no TLS
         Enter open  x tamper  e edit  u undo  r try it  a add one      ? help  q back
        """)
  }

  @Test func `before there is a token it says how to get one`() {
    #expect(Rig(80, 24).press("J").screen.contains("No signed token was seen yet."))
    #expect(Rig(80, 24).press("J", "x").lines[22].contains("not now: put the cursor on a claim"))
  }

  @Test func `x changes the claim under the cursor, the checks tell, and u takes it back`() {
    let rig = inspector(100, 34).press("/").type("another nonce").press("enter", "x")
    #expect(failed(rig) == [.signature, .nonce])
    #expect(rig.lines[0].contains("✗ signature and 1 more"))
    #expect(rig.lines[32].contains("changed: 2 checks fail"))
    rig.press("u")
    #expect(failed(rig) == [])
    #expect(rig.lines[0].contains("valid ✓"))
  }

  @Test func `x on a check breaks that check`() {
    for check in [TokenCheck.signature, .algorithm, .issuer, .audience, .expiry, .issuedAt, .nonce, .accessTokenHash] {
      let rig = inspector(100, 34)
      let rows = rig.model.items(of: .token).compactMap(\.name)
      for _ in 0..<(rows.firstIndex(of: "check.\(check.rawValue)") ?? 0) { rig.press("down") }
      rig.press("x")
      #expect(failed(rig).contains(check), "\(check)")
    }
  }

  @Test func `a claim can be given any value`() {
    let rig = inspector(100, 34).press("/").type("workshop-app").press("enter", "e")
    #expect(rig.screen.contains("aud: workshop-app"))
    rig.press("ctrl-u").type("other-app").press("enter", "esc")
    #expect(failed(rig) == [.signature, .audience])
    #expect(rig.screen.contains("other-app"))
  }

  @Test func `a token from elsewhere is pasted, and says what is wrong with it`() {
    let rig = Rig(80, 24).press("J")
    rig.handle(.key(.paste("eyJhbGciOiJub25lIn0.eyJpc3MiOiJqb2UifQ.\n")))
    #expect(rig.lines[0].hasPrefix(" JWT inspector  ✗ alg and"))
    #expect(rig.screen.contains("joe"))
    rig.press("a").type("e30.e3+w.AA").press("enter")
    #expect(rig.screen.contains(#"part 2, character 3: "+" is not of"#))
    rig.press("tab")
    #expect(rig.screen.contains("joe"))
    #expect(rig.lines[0].contains("2 of 2"))
  }

  @Test func `what a token holds cannot reach the terminal`() {
    let claims: JSON = ["iss": "\u{1B}[31mred\u{202E}\u{9B}2J", "\u{1B}]0;title\u{7}": "x", "exp": "\u{200B}"]
    let rig = Rig(80, 24).press("J")
    let text = "\(Base64URL.encode(Array("{}".utf8))).\(Base64URL.encode(claims.octets)).AA"
    for size in [Size(columns: 40, rows: 10), Size(columns: 80, rows: 24), Size(columns: 200, rows: 50)] {
      rig.handle(.resized(size))
      rig.handle(.key(.paste(text)))
      let count = rig.model.items(of: .token).count
      #expect(count > 3)
      for _ in 0..<count {
        for cell in rig.model.view().cells {
          #expect(cell.text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) })
          #expect(!["\u{202E}", "\u{200B}"].contains(cell.text))
        }
        rig.press("down")
      }
    }
  }

  @Test func `r sends the changed token to the protected resource, which refuses it`() {
    let rig = inspector(100, 34).press("x", "r")
    #expect(rig.model.views == [])
    #expect(rig.model.walkthrough.current == .me)
    rig.press("enter")
    #expect(rig.model.exchange?.decision?.refusal?.kind == .accessTokenSignatureInvalid)
  }

  @Test func `hidden secrets hide the token, not what is said about it`() {
    let rig = inspector(100, 34)
    #expect(rig.screen.contains("eyJhbGciOiJSUzI1NiIs"))
    rig.press("M")
    #expect(!rig.screen.contains("eyJhbGciOiJSUzI1NiIs"))
    #expect(rig.screen.contains("RS256"))
  }

  @Test func `its times make the screen move once a second, and a closed view not at all`() {
    let rig = Rig().press("enter", "enter", "enter")
    #expect(rig.model.unchanged(at: Rig.start) == nil)
    rig.press("J")
    #expect(rig.model.unchanged(at: Rig.start) == .seconds(1))
    #expect(rig.model.unchanged(at: Rig.start + .milliseconds(300)) == .milliseconds(700))
    rig.press("p")
    #expect(rig.model.unchanged(at: Rig.start) == nil)
    rig.press("p", "esc")
    #expect(rig.model.unchanged(at: Rig.start) == nil)
  }
}
