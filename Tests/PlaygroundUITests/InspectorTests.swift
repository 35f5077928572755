import AuthorizationServer
import HTTPTypes
import OAuth
import Playground
import Terminal
import Testing

@testable import PlaygroundUI

extension Rig {
  /// The row of the screen with these words.
  func row(_ words: String) -> String? { lines.first { $0.contains(words) } }

  var status: String { lines[lines.count - 2] }

  /// Registers a client of this name.
  func register(_ name: String) {
    let body = JSON.object([.init("client_name", .string(name)), .init("redirect_uris", ["https://client.example/cb"])])
    receive(
      RequestMessage(
        head: HTTPRequest(
          method: .post, scheme: "http", authority: "127.0.0.1:8414", path: "/register",
          headerFields: [.contentType: "application/json"]), body: body.octets))
  }
}

@Suite("Server inspector") struct InspectorTests {
  @Test func `begins at the newest code and says what it is bound to, at 80x24`() {
    #expect(
      Rig(80, 24).press("enter", "enter", "i").screen == """
         Server inspector  http://127.0.0.1:8414  profile strict  clock real
        ┏━ State ━━━━━━━━━━━━━━━━━━━━━━━━━━┓┌─ Code c8f0WP… ──────────── active  30 s ─┐
        ┃  CLIENTS                       6 ┃│ client        workshop-app               │
        ┃    workshop-app     confidential ┃│ user          alice                      │
        ┃    native-app             public ┃│ redirect_uri  http://127.0.0.1:8252/call │
        ┃    other-app        confidential ┃│               back                       │
        ┃    nightly-job      confidential ┃│ scope         openid profile email       │
        ┃    tv-app                 public ┃│ PKCE          S256                       │
        ┃    api           resource-server ┃│               PmPRz3jG43_RSxvUIxc-Bgfpoz │
        ┃  RESOURCE OWNERS               2 ┃│               BuX-1i00sczv91aYg          │
        ┃    alice             ● signed in ┃│ nonce         4MtWnTUGmwI86yu-wRiXsg     │
        ┃    bob                           ┃│ issued        12:00:00.000   exchange 4  │
        ┃  CODES                         1 ┃│ expires       12:00:30.000               │
        ┃►   c8f0WP…          active  30 s ┃│ used again    is refused, and what it    │
        ┃  SESSIONS                      1 ┃│               produced is revoked (RFC   │
        ┃    alice                12:00:00 ┃│               6749 §4.1.2)               │
        ┃  CONSENTS                      1 ┃│                                          │
        ┃    alice → workshop-app          ┃│ ├┼┄┄┄┄┄┄┄┄┄┄┄┄ 30.0 s left ┄┄┄┄┄┄┄┄┄┄┄┄┤ │
        ┃                                  ┃│                                          │
        ┃                                  ┃│ CHANGE THE SERVER                        │
        ┃                                  ┃│   x  let it expire now…                  │
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛└─────────────────────────────── ↓ 2 more ─┘
         codes 1 · access tokens 0 · refresh tokens 0 · sessions 1     loopback, no TLS
         ↵ read  x expire  X delete  K new keys  / filter  : cmd        ? help  q back
        """)
  }

  @Test func `tells what came of a code, what can be done, and what was done, at 120x36`() {
    let rig = Rig(120, 36).press("enter", "enter", "enter", "enter")
    rig.pass(.seconds(12))
    #expect(
      rig.press("i", "V").screen == """
         Server inspector  http://127.0.0.1:8414  profile strict  clock real
        ┏━ State ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┓┌─ Code c8f0WP… ───────────────────────────────────── revoked ✗ ─┐
        ┃  CLIENTS                                         6 ┃│ client        workshop-app                                     │
        ┃    workshop-app                       confidential ┃│ user          alice                                            │
        ┃    native-app                               public ┃│ redirect_uri  http://127.0.0.1:8252/callback                   │
        ┃    other-app                          confidential ┃│ scope         openid profile email                             │
        ┃    nightly-job                        confidential ┃│ PKCE          S256 PmPRz3jG43_RSxvUIxc-BgfpozBuX-1i00sczv91aYg │
        ┃    tv-app                                   public ┃│ nonce         4MtWnTUGmwI86yu-wRiXsg                           │
        ┃    api                             resource-server ┃│ issued        12:00:00.000   exchange 4                        │
        ┃  RESOURCE OWNERS                                 2 ┃│ redeemed      12:00:00.000   exchange 7   after 0.0 s          │
        ┃    alice                               ● signed in ┃│ produced      access TuPiGW…                                   │
        ┃    bob                                             ┃│ revoked       12:00:12.000: somebody revoked it by hand        │
        ┃  CODES                                           1 ┃│ used again    is refused, and what it produced is revoked (RFC │
        ┃►   c8f0WP…                               revoked ✗ ┃│               6749 §4.1.2)                                     │
        ┃  ACCESS TOKENS                                   1 ┃│                                                                │
        ┃    TuPiGW…                               revoked ✗ ┃│ ├┼┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄ 30.0 s unused ┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┄┤ │
        ┃  SESSIONS                                        1 ┃│                                                                │
        ┃    alice                                  12:00:00 ┃│ CHANGE THE SERVER                                              │
        ┃  CONSENTS                                        1 ┃│   X  make the server forget it                                 │
        ┃    alice → workshop-app                            ┃│   R  redeem it again (replay)                                  │
        ┃  SIGNING KEYS                                    2 ┃│   K  sign with new keys                                        │
        ┃    IsUn6_…  RS256                            signs ┃│   u  take the last change back                                 │
        ┃    oKIywv…  ES256                            signs ┃│                                                                │
        ┃                                                    ┃│ LAST CHANGES                                                   │
        ┃                                                    ┃│   12:00:12  grant 1 revoked: somebody revoked it by hand       │
        ┃                                                    ┃│                                                                │
        ┃                                                    ┃│                                                                │
        ┃                                                    ┃│                                                                │
        ┃                                                    ┃│                                                                │
        ┃                                                    ┃│                                                                │
        ┃                                                    ┃│                                                                │
        ┃                                                    ┃│                                                                │
        ┃                                                    ┃│                                                                │
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛└────────────────────────────────────────────────────────────────┘
         grant 1 revoked: somebody revoked it by hand; u takes it back                        loopback, no TLS · 120x36 · UTF-8
         ↵ read  X delete  R replay  K new keys  u take back  / filter  : cmd  p pause  B break it  E why       ? help  q back
        """)
  }

  @Test func `at 40x10 in ASCII there is the list, or what is said about the entry`() {
    let rig = Rig(40, 10, charset: .ascii).press("enter", "enter", "i")
    #expect(
      rig.model.view().mapped(to: .ascii).lines.joined(separator: "\n") == """
         Server inspector  http://127.0.0.1:841~
        #= State ==============================#
        #  RESOURCE OWNERS                   2 #
        #    alice                 * signed in #
        #    bob                               #
        #  CODES                             1 #
        #>   c8f0WP~              active  30 s #
        #======================= ^ 7 v 4 more =#
         codes 1 - access tokens 0 - refresh to~
         Enter read  x expire   ? help  q back
        """)
    #expect(
      rig.press("enter").model.view().mapped(to: .ascii).lines.joined(separator: "\n") == """
         Server inspector  http://127.0.0.1:841~
        #= Code c8f0WP~ ======== active  30 s =#
        # client        workshop-app           #
        # user          alice                  #
        # redirect_uri  http://127.0.0.1:8252/ #
        #               callback               #
        # scope         openid profile email~  #
        #========================== v 17 more =#
         codes 1 - access tokens 0 - refresh to~
         x expire  X delete     ? help  q back
        """)
  }

  @Test func `x lets a code expire, the countdown and the log tell it, and u takes it back`() {
    let rig = Rig(80, 24).press("enter", "enter", "i", "x")
    #expect(rig.status.contains("code c8f0WP… expired; u takes it back"))
    #expect(rig.row("► ")?.contains("expired ✗") == true)
    rig.press("q", "3")
    #expect(rig.row("EXPIRED ✗") != nil)
    #expect(rig.row("by hand")?.contains("12:00:00 by hand  code c8f0WP… expired") == true)
    rig.press("i", "u")
    #expect(rig.status.contains("taken back: code c8f0WP… expired"))
    #expect(rig.row("► ")?.contains("active  30 s") == true)
    rig.press("q", "1", "enter")
    #expect(rig.model.exchange?.response.head.status.code == 200)
  }

  @Test func `what has died is not counted any more`() {
    let rig = Rig(120, 36).press("enter", "enter", "enter", "i")
    #expect(rig.row("ACCESS TOKENS")?.contains(" 1 ┃") == true)
    rig.press("q")
    rig.pass(.seconds(20 * 86_400))
    rig.press("enter", "i")
    #expect(rig.row("ACCESS TOKENS") == nil)
    #expect(rig.status.contains("codes 0 · access tokens 0 · refresh tokens 0 · sessions 0"))
  }

  @Test func `how far the clock was moved is told in a unit of its size`() {
    let rig = Rig(120, 36).press("enter", "enter", "f", "f", "i")
    #expect(rig.lines[0].hasSuffix("clock 20 s ahead"))
  }

  @Test func `what a request did is not taken back with a change`() {
    let rig = Rig(80, 24).press("enter", "enter", "i", "x", "q", "enter")
    #expect(rig.model.exchange?.decision?.refusal?.kind == .authorizationCodeExpired)
    rig.press("i", "u")
    #expect(rig.status.contains("not now: requests were answered since, and what they did would be lost"))
    #expect(rig.effects.last != .takeBackChange)
  }

  @Test func `the host has the last word on taking back`() {
    let rig = Rig(80, 24).press("enter", "enter", "i", "x")
    rig.host.bend([])
    _ = rig.host.respond(to: .get("/authorize", authority: "127.0.0.1:8414"), as: .authorizationServer, number: 99)
    rig.press("u")
    #expect(rig.status.contains("not now: requests were answered since"))
  }

  @Test func `R sends the request again that redeemed the code, and what came of it is said`() {
    let rig = Rig(120, 36).press("enter", "enter", "i", "R")
    #expect(rig.status.contains("not now: no request with it is in the log, and the server keeps only digests"))
    rig.press("q", "enter", "i", "R")
    #expect(rig.status.contains("sent again, exchange 8: 400: The code was redeemed"))
    #expect(rig.row("► ")?.contains("revoked ✗") == true)
  }

  @Test func `each act says why it is not possible where it is not`() {
    let rig = Rig(80, 24).press("i")
    let reasons = [
      "x": "only codes and tokens expire", "V": "only tokens, and what a code produced, can be revoked",
      "R": "only codes and tokens are sent again", "O": "the cursor is on no user and no session",
      "u": "nothing was changed by hand",
    ]
    for (key, reason) in reasons {
      rig.press(key)
      #expect(rig.status.contains("not now: \(reason)"), "\(rig.status)")
    }
    #expect(!rig.effects.contains { if case .change = $0 { true } else { false } })
  }

  @Test func `O signs somebody out, F forgets a consent, K makes new keys, X deletes`() {
    let rig = Rig(120, 36).press("enter", "enter", "enter", "i", "g")
    for _ in 0..<6 { rig.press("down") }
    #expect(rig.row("► ")?.contains("alice") == true)
    rig.press("O")
    #expect(rig.status.contains("alice signed out of every browser; u takes it back"))
    rig.press("/").type("consent").press("enter", "F")
    #expect(rig.status.contains("forgot what alice allowed workshop-app, and ended it"))
    rig.press("esc", "K")
    #expect(rig.status.contains("new signing keys; the old ones are still published"))
    #expect(rig.row("published") != nil)
    rig.press("g", "X")
    #expect(rig.status.contains("client workshop-app deleted"))
    #expect(
      rig.row("workshop-app  ") == nil || !rig.host.server.directory.clients.contains { $0.name == "Workshop App" })
    rig.press("u", "u", "u", "u", "u")
    #expect(rig.status.contains("not now: nothing was changed by hand"))
    #expect(rig.host.inventory.sessions.entries.count == 1)
    #expect(rig.host.inventory.consents.entries.count == 1)
  }

  @Test func `a family of refresh tokens is a tree`() throws {
    let rig = Rig(80, 24)
    rig.host.bend([try PolicySetting("refreshTokenIssuance", "always")])
    rig.press("enter", "enter", "enter", ">", "enter")
    rig.press("i", "/").type("refresh").press("enter")
    let rows = rig.lines.filter { $0.contains("replaced") || $0.contains("active  14 d") }
    #expect(rows.count >= 2)
    #expect(rig.lines.contains { $0.contains("└ ") && $0.contains("active  14 d") })
  }

  @Test(arguments: ["\u{1B}[31mred\u{1B}]0;title\u{7}", "abc\u{202E}cba\u{200B}\u{2066}", "two\nlines\r\tand a tab"])
  func `a hostile name is shown escaped, and moves nothing`(name: String) {
    for (columns, rows) in [(80, 24), (120, 36), (40, 10)] {
      let rig = Rig(columns, rows)
      rig.register(name)
      rig.press("i", "/").type("self").press("esc", "g")
      for _ in 0..<6 { rig.press("down") }
      for _ in 0..<2 {
        #expect(rig.lines.allSatisfy { $0.displayColumns <= columns })
        #expect(
          rig.screen.unicodeScalars.allSatisfy {
            $0 == "\n"
              || ($0.value >= 0x20 && $0.value != 0x7F && !(0x200B...0x200F).contains($0.value)
                && !(0x202A...0x202E).contains($0.value) && !(0x2066...0x2069).contains($0.value))
          })
        rig.press("enter")
      }
    }
    let rig = Rig(120, 36)
    rig.register(name)
    rig.press("i", "G")
    #expect(rig.screen.contains("self-registered"))
    #expect(rig.screen.contains("\\"))
  }

  @Test func `hidden secrets are hidden here too`() {
    let rig = Rig(120, 36).press("i")
    #expect(rig.screen.contains("workshop-secret"))
    rig.press("M")
    #expect(!rig.screen.contains("workshop-secret"))
  }
}
