import AuthorizationServer
import OAuth
import OAuthClient
import Playground
import Terminal
import Testing

@testable import PlaygroundUI

@Suite("The cursor of the sequence diagram") struct SequenceCursorTests {
  @Test func `Enter at the end takes the next step, and the cursor follows`() {
    let rig = Rig().press("v")
    #expect(rig.lines[22].hasPrefix(" next: 1 the browser opens the authorization request"))
    rig.press("enter", "enter", "enter", "enter")
    #expect(rig.model.views == [.sequence])
    #expect(rig.model.walkthrough.timeline.total == 8)
    #expect(rig.screen.contains("following"))
    #expect(rig.model.selected(in: .sequence) == SequenceRow.now)
  }

  @Test func `what Enter does next is told wherever the cursor was before`() {
    for panel in ["3", "6", "7"] {
      let rig = Rig().press(panel, "v")
      #expect(rig.lines[22].hasPrefix(" next: 1 the browser opens the authorization request"), "\(panel)")
    }
  }

  @Test func `Enter on a request shows its octets, on an answer the checks behind it`() {
    let rig = Rig().press("enter", "enter", "enter", "v", "up")
    #expect(rig.model.selected(in: .sequence) == "7 answer")
    rig.press("enter")
    #expect(rig.model.views == [])
    #expect(rig.model.focus == .checks)
    #expect(rig.model.exchange?.number == 7)
    rig.press("v", "up", "up", "enter")
    #expect(rig.model.focus == .raw)
    #expect(rig.model.exchange?.number == 6)
  }

  @Test func `the cursor stays at its arrow while requests arrive, and G follows again`() {
    let rig = Rig().press("enter", "enter", "v", "g")
    rig.receive(.get("/me", authority: "127.0.0.1:8414"))
    #expect(rig.model.selected(in: .sequence) == "1")
    #expect(rig.screen.contains("G follows"))
    rig.press("G")
    #expect(rig.model.selected(in: .sequence) == SequenceRow.now)
  }

  @Test func `the filter leaves the arrows that have the words`() {
    let rig = Rig().press("enter", "enter", "enter", "v", "/").type("callback").press("enter")
    #expect(rig.lines.count { $0.contains("GET /callback") } == 1)
    #expect(!rig.screen.contains("POST /token"))
  }

  @Test func `the panel beside the server follows, and its cursor is that of the log`() {
    let rig = Rig(200, 50).press("enter", "enter", "enter", "7")
    let shown = rig.model.layout.shown
    #expect(shown.contains(.sequence) && shown.contains(.server))
    #expect(rig.screen.contains("┄ next: GET /me"))
    rig.press("g")
    #expect(rig.model.exchange?.number == 1)
    rig.press("enter")
    #expect(rig.model.focus == .raw)
  }

  @Test(arguments: [Size(columns: 40, rows: 10), Size(columns: 60, rows: 18), Size(columns: 120, rows: 36)])
  func `the panel shows the newest exchange and what comes next at every size`(size: Size) {
    let rig = Rig(size.columns, size.rows).press("enter", "enter", "enter", "7")
    #expect(rig.screen.contains("7 POST /token"))
    #expect(rig.screen.contains("next: GET /me"))
  }

  @Test func `a click chooses the exchange of an arrow, a second one opens it`() {
    let rig = Rig(120, 36).press("enter", "enter", "7")
    let row = rig.lines.firstIndex { $0.contains("4 POST /authorize/consent") } ?? 0
    let click = Key.mouse(MouseEvent(.press, button: 1, at: Position(column: 20, row: row)))
    rig.handle(.key(click))
    #expect(rig.model.exchange?.number == 4)
    rig.handle(.key(click))
    #expect(rig.model.focus == .raw)
  }

  @Test func `of thousands of exchanges only those around the cursor are drawn`() {
    let rig = Rig().press("v")
    for _ in 0..<SequenceDiagram.bound { rig.receive(.get("/me", authority: "127.0.0.1:8414")) }
    let before = SequenceDiagram(of: rig.model).rows.count
    for _ in 0..<50 { rig.receive(.get("/me", authority: "127.0.0.1:8414")) }
    #expect(SequenceDiagram(of: rig.model).rows.count == before)
    #expect(rig.lines[1].hasPrefix("┏━ \(SequenceDiagram.bound) of 350 exchanges ━"))
    rig.press("g", "esc", "3", "g", "v")
    #expect(rig.screen.contains("1 GET /me"))
  }

  @Test func `secrets that are hidden stand nowhere in the diagram`() throws {
    let rig = Rig(200, 50).press("enter", "enter", "enter", "enter", "M", "v")
    let client = rig.model.walkthrough.client
    #expect(!rig.screen.contains(try #require(client.receivedCode)))
    #expect(!rig.screen.contains(try #require(client.accessToken).token.text))
  }
}
