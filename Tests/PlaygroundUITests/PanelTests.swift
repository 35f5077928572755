import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Terminal
import Testing

@testable import PlaygroundUI

@Suite("Panels") struct PanelTests {
  @Test func `the checks point at the first octet that differs`() {
    let rig = Rig().press("enter", "enter", "down", "down", "e").type("x").press("enter", "enter", "5")
    #expect(
      rig.screen == """
         oauth-playground  Authorization code + PKCE   server :8414  client :8252  LIVE
         ✓ authorize ━━━━━━━━━━━━━► ✓ code ━━━━━━━━━━━━━► ✗ token ┄┄┄┄┄┄┄┄┄┄┄┄┄► ○ me
         code c8f0WP… expires ███████████████████  30 s of 30 s  not redeemed, 1 failed
        ┏━ 5 Checks  exchange 7 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 19 of 42 passed ━┓
        ┃ ✓ grant_type is one we know              authorization_code                  ┃
        ┃ ✓ the client may use this grant          workshop-app is registered for it   ┃
        ┃ ✓ code is there                  c8f0WPh7FBYz5MUT_lsZauNGlOt8pnyIDr_WZVdGLrY ┃
        ┃ ✓ code was issued here                   issued 0.0 s ago to workshop-app    ┃
        ┃ ✓ code was issued to this client         workshop-app                        ┃
        ┃ ✓ code has not expired                   30.0 s left                         ┃
        ┃ ✗ redirect_uri equals that of the authorization request  RFC 6749 §4.1.3     ┃
        ┃     expected  http://127.0.0.1:8252/callback                                 ┃
        ┃     found     http://127.0.0.1:8252/callbackx                                ┃
        ┃                                             ↑                                ┃
        ┃               from octet 31 on it is too long                                ┃
        ┃ · code_verifier is there if a challenge was, and only then                   ┃
        ┃ · code_verifier keeps to its grammar…                                        ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ ↑ 14 ↓ 24 more ━┛
        ┌─ 3 Log ──────────────────────────────────────────── 7 exchanges · following ─┐
        │   6 12:00:00 client   GET /jwks               200 the server's keys          │
        │►  7 12:00:00 client   POST /token             400 ✗ invalid_grant            │
        └─────────────────────────────────────────────────────────────────── ↑ 5 more ─┘
         next: 3 the client redeems the code, as edited                loopback, no TLS
         ↵ redeem  u undo  n new code  4 raw  tab panel  p pause        ? help  q back
        """)
  }

  @Test(arguments: [
    ("http://127.0.0.1:8252/callback", "http://127.0.0.1:8252/callback/", 31, "from octet 31 on it is too long"),
    ("http://127.0.0.1:8252/callback", "http://127.0.0.1:8252/call", 27, "it ends here, 4 octets too early"),
    ("http://127.0.0.1:8252/callback", "http://localhost:8252/callback", 8, "octet 8 is the first that differs"),
    ("workshop-app", "workshop-App", 10, "octet 10 is the first that differs"),
    ("Grüße aus dem Norden", "Grüße aus dem Süden", 17, "octet 17 is the first that differs"),
  ])
  func `the first difference is counted in octets`(expected: String, found: String, octet: Int, words: String) {
    let difference = FirstDifference(between: expected, and: found)
    #expect(difference?.octet == octet)
    #expect(difference?.words == words)
  }

  @Test(arguments: [("S256", "plain"), ("same", "same"), ("", "x"), ("x", ""), ("code", "id_token token")])
  func `what has nothing in common gets no caret`(expected: String, found: String) {
    #expect(FirstDifference(between: expected, and: found) == nil)
  }

  @Test(arguments: [12, 20, 40, 80])
  func `the caret stands below the sign that differs, however the value is broken`(columns: Int) {
    let expected = String(repeating: "abcdefghij", count: 6)
    for place in 8..<60 {
      var found = Array(expected)
      found[place] = "X"
      let difference = FirstDifference(between: expected, and: String(found))
      let rows = difference?.rows(of: String(found), columns: columns).map(\.string) ?? []
      let caret = rows.firstIndex { $0.contains("↑") } ?? 0
      let column = rows[caret].distance(
        from: rows[caret].startIndex, to: rows[caret].firstIndex(of: "↑") ?? "".startIndex)
      #expect(Array(rows[caret - 1])[column] == "X")
      #expect(rows.allSatisfy { $0.displayColumns <= columns })
    }
  }

  @Test func `a value that is hidden is not compared sign by sign`() {
    let rig = Rig().press("enter", "enter", "down", "e").type("x").press("enter", "enter", "M", "5")
    #expect(!rig.screen.contains("octet"))
  }

  @Test func `what passed though it is a mistake has an exclamation mark and is counted`() {
    let rig = Rig(120, 60)
    rig.receive(
      .get(
        "/authorize?response_type=code&client_id=workshop-app&redirect_uri=http%3A%2F%2F127.0.0.1%3A8252%2Fcallback",
        authority: "127.0.0.1:8414"))
    rig.press("3", "5", "z")
    let noted = rig.model.exchange?.decision?.report.results.filter(\.finding.isNoted) ?? []
    #expect(!noted.isEmpty)
    for result in noted { #expect(rig.lines.contains { $0.contains("! \(result.check.title)") }) }
    #expect(rig.lines[4].contains("passed · \(noted.count) note"))
  }

  @Test func `a body that is no text is dumped with its offsets, and what is ASCII beside it`() {
    let rig = Rig()
    var request = RequestMessage.get("/token", authority: "127.0.0.1:8414")
    request.head.method = .post
    request.body = Array("code=".utf8) + (0...40).map { UInt8($0) } + [0xFF, 0xFE, 0x80, 0x41]
    rig.receive(request)
    rig.press("3", "4")
    #expect(
      rig.screen == """
         oauth-playground  Authorization code + PKCE   server :8414  client :8252  LIVE
         ● authorize ┄┄┄┄┄┄┄┄┄┄┄┄┄► ○ code ┄┄┄┄┄┄┄┄┄┄┄┄┄► ○ token ┄┄┄┄┄┄┄┄┄┄┄┄┄► ○ me
         no code yet    the authorization server has issued none
        ┏━ 4 Raw  exchange 1 ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ external → server ━┓
        ┃ request, 96 octets                                                           ┃
        ┃ POST /token HTTP/1.1                                                         ┃
        ┃ Host: 127.0.0.1:8414                                                         ┃
        ┃                                                                              ┃
        ┃ 0000  63 6f 64 65 3d 00 01 02 03 04 05 06 07 08 09 0a code=...........       ┃
        ┃ 0010  0b 0c 0d 0e 0f 10 11 12 13 14 15 16 17 18 19 1a ................       ┃
        ┃ 0020  1b 1c 1d 1e 1f 20 21 22 23 24 25 26 27 28 ff fe ..... !"#$%&'(..       ┃
        ┃ 0030  80 41                                           .A                     ┃
        ┃                                                                              ┃
        ┃ response, 117 octets                                                         ┃
        ┃ HTTP/1.1 400                                                                 ┃
        ┃                                                                              ┃
        ┃ {"error":"invalid_request","error_description":"The body must be…            ┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ ↓ 1 more ━┛
        ┌─ 3 Log ───────────────────────────────────────────── 1 exchange · following ─┐
        │►  1 12:00:00 external POST /token             400 ✗ invalid_request          │
        │                                                                              │
        └──────────────────────────────────────────────────────────────────────────────┘
         next: 1 the browser opens the authorization request           loopback, no TLS
         ↵ authorize  5 checks  tab panel  T try  B break it  E why     ? help  q back
        """)
    rig.handle(.resized(Size(columns: 40, rows: 10)))
    rig.press("down", "down", "down")
    #expect(rig.lines.contains { $0.hasPrefix("0000  63 6f 64 65 3d 00 01 02 code=...") })
  }

  @Test func `what is not a request is explained as such, and hidden as far as it may hold a secret`() {
    let rig = Rig()
    let octets = Array("GET /me?access_token=s3cret\u{1B}[2J HTTP/1.1\r\nHost: x\r\n\r\n".utf8) + [0x9B]
    rig.receive(malformed: octets, problem: "Line 1 contains the byte 0x1B")
    #expect(rig.lines.contains { $0.contains("2 Explain  ✗ 400 not a request") })
    #expect(rig.screen.contains("What  Line 1 contains the byte 0x1B"))
    #expect(rig.screen.contains("Let a library write the request. 4 shows what came"))
    #expect(rig.screen.contains("GET /me?access_token="))
    rig.press("E")
    #expect(rig.lines[0].hasPrefix(" Explanation  ✗ 400 not a request   exchange 1"))
    rig.press("esc", "M")
    #expect(rig.screen.contains("external GET …"))
    for key in ["3", "4", "5", "7", "E", "v"] {
      #expect(!rig.press("esc", key, "z").screen.contains("s3c"), "\(key)")
    }
  }

  @Test func `a long value takes the room that its note leaves`() {
    let rig = Rig(120, 36).press("enter", "enter")
    #expect(rig.screen.contains("┃  redirect_uri   http://127.0.0.1:8252/callback equals step 1 ✓"))
    #expect(rig.screen.contains("┃  client_id      workshop-app          who is asking"))
    for line in rig.lines { #expect(line.displayColumns <= 120) }
  }

  @Test func `what cannot be added says how it is written, where it is typed`() {
    let rig = Rig().press("+").type("foo").press("enter")
    #expect(rig.lines[22].contains("foo█  write name=value for a parameter, or Name: value for a header field"))
  }

  @Test(arguments: [40, 60, 76, 120])
  func `how late an expired code came is drawn to scale`(columns: Int) {
    let rig = Rig(columns, 30).press("enter", "enter", "x")
    rig.pass(.seconds(10))
    rig.press("enter", "E")
    let line = rig.lines.first { $0.contains("10.0 s late") } ?? ""
    #expect(line.contains("┃ ├") && line.contains(" 30 s ") && line.contains("► ✗"))
    #expect(line.displayColumns <= columns)
    let life = line.split(separator: "┤").first?.count { $0 == "━" } ?? 0
    #expect(columns < 60 || life > line.count { $0 == "┄" })
    let moments = rig.lines.contains {
      $0.contains("issued 12:00:00.000") && $0.contains("expired 12:00:30.000") && $0.contains("used 12:00:40.000")
    }
    #expect(moments == (columns >= 76))
  }

  @Test func `octets of a request line that are no text are shown as such`() {
    let rig = Rig(200, 50)
    rig.receive(malformed: [0x47, 0x9B, 0x0D, 0x0A], problem: "Line 1 is no request line")
    #expect(rig.lines.contains { $0.contains(#"G\x9b "#) && $0.contains("✗ Line 1 is no request line") })
  }

  @Test func `octets that are no HTTP at all are dumped too`() {
    let hello: [UInt8] = [0x16, 0x03, 0x01, 0x02, 0x00, 0x01, 0x00, 0x01, 0xFC, 0x03, 0x03]
    #expect(!HexDump.isText(hello[...]))
    #expect(
      HexDump(hello[...]).rows(columns: 76).map(\.string) == [
        "0000  16 03 01 02 00 01 00 01 fc 03 03                ..........."
      ])
    #expect(
      HexDump(Array(repeating: 0, count: HexDump.bound + 3)[...]).rows(columns: 40).last?.string == "… 3 more octets")
  }

  @Test(arguments: [
    "", "grant_type=authorization_code&code=abc", "{\"name\":\"Zoë\"}", "a\u{1B}[31mb and much more text",
  ])
  func `text stays text, a stray control character in it too`(body: String) {
    #expect(HexDump.isText(Array(body.utf8)[...]))
  }

  @Test func `the log marks what was undone, and says who spoke also at 40 columns`() {
    let rig = Rig().press("enter", "enter", "enter", "w", "enter", "enter", "3")
    #expect(
      rig.screen == """
         oauth-playground  Authorization code + PKCE   server :8414  client :8252  LIVE
         ✓ authorize ━━━━━━━━━━━━━► ✓ code ━━━━━━━━━━━━━► ✓ token ┄┄┄┄┄┄┄┄┄┄┄┄┄► ● me
         code c8f0WP… redeemed ✓ ███████████████  after 0.0 s  a second use is a replay
        ┌─ 1 Request  GET /me ───────────────────────────── stage 4 · client → server ─┐
        │► Authorization:  Bearer TuPiGWVRCQ…vyK1aOhOtJQSWEs8 proves the right to ask  │
        └──────────────────────────────────────────────────────────────────────────────┘
        ┌─ 2 Explain  stage 4: me ───────────────────────────────────── RFC 6750 §2.1 ─┐
        │ Done  code c8f0WP… redeemed; access token TuPiGW… issued, good for 3600 s.   │
        │ Next  The client calls the protected resource with the access token in the   │
        │       Authorization header.…                                                 │
        └─────────────────────────────────────────────────────────────────── ↓ 2 more ─┘
        ┏━ 3 Log ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ 9 exchanges · following ━┓
        ┃   1 12:00:00 browser  GET /authorize?respons… 200 login or consent page      ┃
        ┃   2 12:00:00 browser  POST /authorize/login   303 ✓ alice signed in          ┃
        ┃   3 12:00:00 browser  GET /authorize/consent… 200 consent page               ┃
        ┃   4 12:00:00 browser  POST /authorize/consent 303 ✓ code c8f0WP… issued, goo…┃
        ┃   5 12:00:00 browser  GET /callback?code=c8f… 200 ✓ state and iss match      ┃
        ┃   6 12:00:00 client   GET /jwks               200 undone  the server's keys  ┃
        ┃   7 12:00:00 client   POST /token             200 undone  ✓ access token TuP…┃
        ┃   8 12:00:00 client   GET /jwks               200 the server's keys          ┃
        ┃►  9 12:00:00 client   POST /token             200 ✓ access token TuPiGW… iss…┃
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛
         next: ↵ opens the exchange                                    loopback, no TLS
         ↵ open  n new code  4 raw  5 checks  tab panel  p pause        ? help  q quit
        """)
    rig.handle(.resized(Size(columns: 40, rows: 10)))
    #expect(
      rig.screen == """
        ● me  4/4
        ████████████████ redeemed ✓ after 0.0 s
        ━ 3 Log ━                       ↑ 4 more
           5 b GET /callback?c… 200 ✓ state and…
           6 c GET /jwks        200 undone  the…
           7 c POST /token      200 undone  ✓ a…
           8 c GET /jwks        200 the server'…
        ►  9 c POST /token      200 ✓ access to…
         next: ↵ opens the exchange
         ↵ open  n new code     ? help  q quit
        """)
  }

  @Test func `every text that holds more than is shown says so`() {
    for (columns, rows) in [(40, 10), (60, 18), (80, 24), (120, 36), (200, 50)] {
      let rig = Rig(columns, rows).press("enter", "enter", "enter")
      for panel in Panel.allCases where panel.isText {
        rig.press("\(panel.rawValue)", "g")
        let first = rig.screen
        rig.press("G")
        // What can be scrolled says so before and after.
        if rig.screen != first {
          #expect(first.contains("↓") && rig.screen.contains("↑"), "\(panel) at \(columns)x\(rows)")
        }
      }
    }
  }

  @Test func `how much lies above and below is counted`() {
    #expect(MoreMarks(0..<5, of: 5).words == "")
    #expect(MoreMarks(0..<5, of: 9).words == "↓ 4 more")
    #expect(MoreMarks(4..<9, of: 9).words == "↑ 4 more")
    #expect(MoreMarks(2..<7, of: 9).words == "↑ 2 ↓ 2 more")
    let rig = Rig().press("3")
    for _ in 0..<30 { rig.receive(.get("/me", authority: "127.0.0.1:8414")) }
    let rows = (rig.model.layout.panels[.log]?.rows ?? 0) - 2
    #expect(rig.lines[21].contains(" ↑ \(30 - rows) more ━"))
    rig.press("g")
    #expect(rig.lines[21].contains(" ↓ \(30 - rows) more ━"))
  }
}
