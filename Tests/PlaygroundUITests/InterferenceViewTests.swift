import AuthorizationServer
import HTTPTypes
import OAuth
import Playground
import Terminal
import Testing

@testable import PlaygroundUI

@Suite("Interference") struct InterferenceViewTests {
  @Test func `shows what can go wrong, what to expect and who does that, at 80x24`() {
    #expect(
      Rig(80, 24).press("X").screen == """
         Interference  what happens between client and server
        ┏━ Let it happen ━ nothing interferes ━┓┌─ strip-authorization ────────────────┐
        ┃  THE REQUEST ON ITS WAY              ┃│ NOW                                  │
        ┃►   Authorization header stripped     ┃│   off                                │
        ┃    POST turned into GET by a redirect┃│                                      │
        ┃    the body gets lost                ┃│ DOES                                 │
        ┃    the body is decoded twice         ┃│   The Authorization header is taken  │
        ┃    one octet of the request altered  ┃│   away. Everything else arrives.     │
        ┃    the request comes late            ┃│                                      │
        ┃    the request is delivered twice    ┃│ EXPECT                               │
        ┃  THE ANSWER ON ITS WAY               ┃│   401 without a reason at the        │
        ┃    the answer is lost                ┃│   resource, or invalid_client at the │
        ┃    one octet of the answer altered   ┃│   token endpoint, with a header that │
        ┃    a PHP warning before the JSON     ┃│   is right.                          │
        ┃  THE SERVER                          ┃│                                      │
        ┃    the server is switched off        ┃│ WHO DOES THAT                        │
        ┃    the server's clock is wrong       ┃│   PHP behind CGI or FastCGI: Apache  │
        ┃    the connection is closed          ┃│   keeps the header to itself. Also   │
        ┃    the server cannot write           ┃│   proxies with a login of their own, │
        ┃    the client cannot be looked up    ┃│   and redirects to another host.     │
        ┃                                      ┃│ …                                    │
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛└─────────────────────────── ↓ 8 more ─┘
         ↵ lets it happen to the next message, a to every one          loopback, no TLS
         ↵ on, off  a always  / filter  : cmd  B break it  v sequence   ? help  q back
        """)
  }

  @Test func `Enter switches one on for the next message, and the screen says so until it has happened`() {
    let rig = Rig(200, 50).press("enter", "enter", "X", "/").type("warning").press("enter", "enter")
    #expect(rig.effects.last == .interfere(InterferenceSetting(.phpWarning)))
    #expect(rig.screen.contains("on: php-warning"))
    rig.press("esc", "esc")
    #expect(rig.lines[0].contains("! php-warning"))
    rig.press("enter")
    #expect(!rig.lines[0].contains("!"))
    #expect(rig.model.interferences == [])
    #expect(rig.screen.contains("! php-warning ✗ client: tokenResponseNotJSON"))
    #expect(rig.screen.contains("Way"))
    #expect(rig.screen.contains("php-warning: The body begins with"))
    let rows = CheckRows.rows(of: rig.model.exchange, columns: 80)
    #expect(rows.first?.string == "! php-warning: a PHP warning before the JSON")
  }

  @Test func `Enter again switches it off, a keeps it on, D switches everything off`() {
    let rig = Rig(110, 30).press("X", "enter", "enter")
    #expect(rig.model.interferences == [])
    rig.press("a", "down", "enter")
    #expect(rig.model.interferences.map(\.words) == ["strip-authorization until switched off", "post-to-get"])
    #expect(rig.screen.contains("2 on"))
    rig.press("esc")
    #expect(rig.lines[0].contains("! 2"))
    rig.press("X", "D")
    #expect(rig.model.interferences == [])
    rig.press("D")
    #expect(rig.screen.contains("not now: nothing interferes"))
  }

  @Test func `e asks how long, and explains what cannot be`() {
    let rig = Rig(110, 30).press("X", "/").type("delay").press("enter", "e", "backspace").type("-3").press("enter")
    #expect(rig.screen.contains("a whole number of seconds from 0 to 316224000 is expected"))
    rig.press("backspace", "backspace").type("31").press("enter")
    #expect(rig.model.interferences == [InterferenceSetting(.delay, times: 1, duration: .seconds(31))])
    rig.press("esc", "/").type("clock").press("enter", "e", "backspace", "backspace", "backspace").type("-60")
    rig.press("enter")
    #expect(rig.model.interferences.last == InterferenceSetting(.clockSkew, times: nil, duration: .seconds(-60)))
    rig.press("esc", "/").type("warning").press("enter", "e")
    #expect(rig.screen.contains("not now: php-warning takes no time"))
  }

  @Test func `what the server never saw has no checks, and nobody looks for a mistake in the request`() {
    let rig = Rig(200, 50).press("enter", "enter", "X", "/").type("server-off").press("enter", "enter", "esc", "esc")
    rig.press("enter", "5")
    #expect(rig.screen.contains("the server never saw the request, so no check was reached"))
    #expect(rig.screen.contains("server-off: The gateway answers"))
  }

  @Test func `going back brings back what was switched on then`() {
    let rig = Rig(110, 30).press("enter", "enter", "X", "/").type("warning").press("enter", "enter", "esc", "esc")
    rig.press("enter")
    #expect(rig.model.interferences == [])
    rig.press("w", "enter")
    #expect(rig.model.interferences == [InterferenceSetting(.phpWarning)])
    #expect(rig.lines[0].contains("! php-warning"))
  }

  @Test func `a delay that moves the held clock is seen on the screen's clock`() {
    let rig = Rig(110, 30).press("enter", "enter", "p", "X", "/").type("delay").press("enter", "enter", "esc", "esc")
    let before = rig.model.now
    rig.press("enter")
    #expect(rig.model.now == before + .seconds(5))
  }

  /// A walk whose server's clock is so many seconds ahead.
  private func skewed(_ seconds: Int64, _ columns: Int = 80, _ rows: Int = 24) -> Rig {
    let rig = Rig(columns, rows)
    rig.handle(.wished(.open(.interference)))
    rig.host.interfere(InterferenceSetting(.clockSkew, times: nil, duration: .seconds(seconds)))
    rig.handle(.interfering(rig.host.interferences))
    return rig.press("esc")
  }

  @Test(arguments: [(Int64(900), "900 s ahead"), (-60, "60 s behind")])
  func `the countdown follows the server's clock where that is wrong, and says so`(_ seconds: Int64, _ words: String) {
    let rig = skewed(seconds).press("enter", "enter")
    rig.pass(.seconds(12))
    #expect(rig.lines[2].hasPrefix(" code c8f0WP… expires "))
    #expect(rig.lines[2].hasSuffix("18 s of 30 s  by the server's clock, \(words)"))
    rig.press("enter")
    #expect(rig.model.exchange?.response.head.status.code == 200)
  }

  @Test func `a clock put forward ends the code that was issued before`() {
    let rig = Rig().press("enter", "enter")
    rig.handle(.interfering([InterferenceSetting(.clockSkew)]))
    #expect(rig.lines[2].contains("EXPIRED ✗"))
    rig.handle(.interfering([]))
    #expect(rig.lines[2].contains("30 s of 30 s  not redeemed"))
  }

  @Test func `the code is expired by the server's clock`() {
    let rig = skewed(-60).press("enter", "enter", "x")
    #expect(rig.lines[2].contains("EXPIRED ✗"))
    #expect(rig.model.now == Rig.start + .seconds(30))
    rig.press("enter")
    #expect(rig.model.exchange?.decision?.refusal?.kind == .authorizationCodeExpired)
  }

  @Test func `the inspector judges by the server's clock, and expires by it`() {
    let rig = skewed(-600, 100, 30).press("enter", "enter", "i")
    #expect(rig.lines[0].contains("clock real, wrong: 600 s behind"))
    #expect(rig.screen.contains("30 s"))
    rig.press("x")
    #expect(rig.lines.contains { $0.contains("c8f0WP…") && $0.contains("expired ✗") })
    rig.press("esc", "enter")
    #expect(rig.model.exchange?.decision?.refusal?.kind == .authorizationCodeExpired)
  }

  @Test func `where there is little room the countdown says by whose clock it counts`() {
    #expect(skewed(900, 40, 10).press("enter", "enter").lines[1].hasSuffix("30 s of 30 s by its clock"))
  }

  @Test(arguments: [(40, 10), (60, 18), (80, 24), (120, 36), (200, 50)])
  func `the mark is on every size of screen`(size: (Int, Int)) {
    let rig = Rig(size.0, size.1).press("X", "enter", "esc")
    #expect(rig.screen.contains(size.0 >= 76 ? "! strip-authorization" : "! 1  "))
    rig.press("P")
    #expect(rig.model.isPresenting && rig.lines[0].contains("! "))
  }

  @Test func `every interference is in the list, under the heading of where it happens`() {
    let rig = Rig(120, 60).press("X")
    let items = rig.model.items(of: .interference)
    #expect(Set(items.compactMap(\.name)) == Set(Interference.allCases.map(\.rawValue)))
    #expect(items.filter { $0.name == nil }.count == 3)
    for interference in Interference.allCases {
      let detail = rig.model.content(of: .interference).detail(of: interference.rawValue, columns: 400)
      let text = detail.rows.map(\.string).joined(separator: "\n")
      for words in [
        interference.lesson.does, interference.lesson.seen, interference.lesson.who, interference.lesson.fix,
      ] {
        #expect(text.contains(words))
      }
    }
  }
}
