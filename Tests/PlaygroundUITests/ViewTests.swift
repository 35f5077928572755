import AuthorizationServer
import OAuth
import Playground
import Terminal
import Testing

@testable import PlaygroundUI

@Suite("Views and menus") struct ViewTests {
  @Test func `s shows the scenarios, the cursor tells what each one does, and Enter starts it`() {
    let rig = Rig().press("s", "down", "down", "down", "down")
    #expect(
      rig.lines[0]
        == " Scenarios  \(ScenarioLibrary.all.count), with every server \(ScenarioLibrary.performances.count)")
    #expect(rig.lines[1].contains("redirect-uri-differs"))
    rig.press("enter")
    #expect(rig.model.views == [])
    #expect(rig.model.scenario.scenario.id == "redirect-uri-differs")
    #expect(rig.effects == [.begin(scenario: "redirect-uri-differs")])
  }

  @Test func `a scenario that is played with several servers can be played with each, and the screen says which it is`()
  {
    let rig = Rig().press("s", "/").type("pkce-left-out")
    rig.press("enter", "down")
    #expect(
      rig.model.items(of: .scenarios).map(\.line.string) == [
        "FROM START TO FINISH", "  A request without a code_challenge",
        "    with oauth21: A request without a code_challenge",
      ])
    rig.press("enter")
    #expect(rig.effects == [.begin(scenario: "pkce-left-out@oauth21")])
    #expect(rig.lines[0].hasPrefix(" oauth-playground  profile oauth21   A reque…"))
    #expect(rig.host.inventory.profile == "oauth21")
    rig.press("enter")
    #expect(rig.screen.contains("codeChallengeMissing") || rig.screen.contains("invalid_request"))
  }

  @Test func `a scenario that went through is marked as done`() {
    let rig = Rig().press("enter", "enter", "enter", "enter", "s")
    #expect(rig.model.completed == ["happy-path"])
    #expect(rig.screen.contains("✓ Authorization code + PKCE"))
    #expect(rig.screen.contains("1 of \(ScenarioLibrary.performances.count) done"))
  }

  @Test func `a filter keeps what has all its words, and escape gives everything back`() {
    let rig = Rig().press("s", "/").type("expired")
    #expect(rig.screen.contains("/expired█"))
    rig.press("enter")
    let kept = rig.model.items(of: .scenarios).filter { $0.name != nil }
    #expect(!kept.isEmpty)
    #expect(kept.count < ScenarioLibrary.performances.count)
    #expect(kept.allSatisfy { $0.words.lowercased().contains("expired") })
    rig.press("esc")
    #expect(rig.model.items(of: .scenarios).compactMap(\.name) == ScenarioLibrary.performances.map(\.name))
    rig.press("esc")
    #expect(rig.model.views == [])
  }

  @Test func `a filter without a match says so`() {
    let rig = Rig().press("s", "/").type("zebra")
    #expect(rig.screen.contains("none has “zebra”; esc shows all"))
    rig.press("enter", "enter")
    #expect(rig.model.views == [.scenarios])
  }

  @Test func `the cursor stays where it is when the filter is left`() {
    let rig = Rig().press("s", "/").type("code-expired").press("enter")
    let selected = rig.model.selected(in: .scenarios)
    #expect(selected == "code-expired")
    #expect(rig.press("esc").model.selected(in: .scenarios) == selected)
    #expect(rig.screen.contains("►   The authorization code is red"))
  }

  @Test func `q leads out of a view, and the row of hints says so`() {
    let rig = Rig().press("i")
    #expect(rig.lines[23].hasSuffix("? help  q back"))
    #expect(rig.press("q").lines[23].hasSuffix("? help  q quit"))
  }

  @Test func `q leads back to the request first, and the row of hints says so`() {
    for keys in [["4"], ["z"], ["P"], ["4", "/", "x", "enter"]] {
      let rig = Rig().press("enter", "enter")
      for key in keys { rig.press(key) }
      #expect(rig.lines.contains { $0.hasSuffix("? help  q back") }, "\(keys)")
      #expect(rig.press("q").model.overlay == nil, "\(keys)")
      #expect(rig.lines[23].hasSuffix("? help  q quit"), "\(keys)")
      #expect(rig.press("q").model.overlay == .leaving, "\(keys)")
    }
  }

  @Test func `in a short menu the words stand beside their digits`() {
    #expect(Rig().press("y").screen.contains("┃► 1  the value under the cursor"))
    #expect(Rig().press("enter", "enter", "enter", "enter", "A").screen.contains("┃► 1  The authorization code"))
  }

  @Test func `where there is room the menus say at once why something is not possible`() {
    let rig = Rig(120, 36).press("?")
    #expect(rig.lines.contains { $0.contains("u              undo the last change  not now: nothing to undo") })
    #expect(Rig(80, 24).press("?").lines.contains { $0.contains("somebody else signs in  not now ") })
  }

  @Test func `what interferes leaves the title of a lesson readable`() {
    for columns in [60, 80, 120] {
      let rig = Rig(columns, 24).press("X", "enter", "esc", "P")
      let heading = rig.lines[0]
      #expect(heading.contains(columns < 76 ? "…  ! 1  keys:" : "  ! strip-authorization  keys:"), "\(heading)")
    }
  }

  @Test func `another size keeps the cursor of a list`() {
    let rig = Rig().press("s", "down", "down", "down")
    let selected = rig.model.selected(in: .scenarios)
    rig.handle(.resized(Size(columns: 40, rows: 10)))
    rig.handle(.resized(Size(columns: 200, rows: 50)))
    #expect(rig.model.selected(in: .scenarios) == selected)
  }

  @Test func `the same key closes the view it has opened, and another view takes its place`() {
    let rig = Rig().press("enter", "s", "s")
    #expect(rig.model.views == [])
    rig.press("s", "E")
    #expect(rig.model.views == [.scenarios, .explanation])
    rig.press("q")
    #expect(rig.model.views == [.scenarios])
  }

  @Test func `the palette finds a command by some of its letters and runs it`() {
    let rig = Rig().press(":").type("zoo")
    #expect(rig.model.choices(of: .palette, matching: "zoo").first?.command == .zoom)
    rig.press("enter")
    #expect(rig.model.isZoomed)
    #expect(rig.model.overlay == nil)
  }

  @Test func `the palette says why a command is not possible now and stays open`() {
    let rig = Rig().press(":").type("undo")
    #expect(rig.screen.contains("not now: nothing to undo"))
    rig.press("enter")
    #expect(rig.model.overlay != nil)
  }

  @Test func `the palette starts a scenario, and runs a command of the panels out of a view`() {
    let rig = Rig().press(":").type("play code-replayed").press("enter")
    #expect(rig.model.scenario.scenario.id == "code-replayed")
    rig.press("s", ":").type("panel-checks").press("enter")
    #expect(rig.model.views == [])
    #expect(rig.model.focus == .checks)
  }

  @Test func `every command with a name is in the palette, or is a movement`() {
    let names = Set(Rig().model.choices(of: .palette, matching: "").map(\.name))
    for entry in KeyMap.standard.entries where !entry.command.isMovement { #expect(names.contains(entry.name)) }
  }

  @Test func `the help runs the selected key`() {
    let rig = Rig().press("?", "/").type("one panel on the whole")
    rig.press("enter")
    #expect(rig.model.isZoomed)
  }

  @Test func `the help of a view lists its keys, not those of the panels`() {
    let rig = Rig().press("s", "?")
    let names = rig.model.choices(of: .help, matching: "").map(\.name)
    #expect(names.contains("find"))
    #expect(!names.contains("undo"))
  }

  @Test func `M hides the code, the secret and the verifier wherever they stand, and shows them again`() {
    let rig = Rig(200, 50).press("enter", "enter")
    let code = rig.model.editor?.fields.first { $0.name == "code" }?.value ?? ""
    #expect(rig.screen.contains(code))
    rig.press("M")
    #expect(!rig.screen.contains(code))
    #expect(!rig.screen.contains("workshop-secret"))
    rig.press("enter")
    #expect(!rig.screen.contains(code))
    rig.press("M")
    #expect(rig.screen.contains("workshop-secret") || rig.screen.contains("access_token"))
  }

  @Test func `a text is searched in the panel that has the cursor, and n goes on`() {
    let rig = Rig(80, 24).press("enter", "enter", "5", "/").type("code").press("enter")
    #expect(rig.lines[22].contains("place 1 of"))
    #expect(rig.model.scopes.first == .searching)
    rig.press("n")
    #expect(rig.lines[22].contains("place 2 of"))
    rig.press("N")
    #expect(rig.lines[22].contains("place 1 of"))
    rig.press("esc", "n")
    #expect(rig.model.search == nil)
  }

  @Test func `what is not found is said`() {
    let rig = Rig().press("enter", "4", "/").type("zebra").press("enter")
    #expect(rig.lines[22].contains("“zebra” is not in panel 4"))
  }

  @Test func `a request of somebody else does not take the explanation from a lesson that has begun`() {
    let rig = Rig(120, 36).press("enter")
    rig.receive(.get("/token?grant_type=nonsense", authority: "127.0.0.1:8414"))
    #expect(rig.model.exchange?.sender == .userAgent)
    rig.press("3")
    #expect(rig.model.exchange?.sender == .external)
  }

  @Test func `one panel on the screen tells of somebody else's request`() {
    let rig = Rig(60, 18).press("enter")
    rig.receive(.get("/authorize", authority: "127.0.0.1:8414"))
    #expect(rig.screen.contains("3 Log has news"))
    rig.press("3", "1")
    #expect(!rig.screen.contains("has news"))
  }

  @Test func `the lifetime of codes is asked for and changes the policy at once`() {
    let rig = Rig().press("t").type("5").press("enter")
    #expect(rig.host.server.policy.codeLifetime == .seconds(5))
    rig.press("t").type("soon").press("enter")
    #expect(rig.lines[22].contains("\"codeLifetime\" must be a number of seconds"))
    #expect(rig.host.server.policy.codeLifetime == .seconds(5))
  }

  @Test func `a click focuses and selects, a second one opens, the wheel scrolls what lies under it`() {
    let rig = Rig(120, 36).press("enter", "enter")
    let request = rig.model.layout.panels[.request]?.insideFrame ?? Rect(Size(columns: 0, rows: 0))
    let third = Position(column: request.column + 5, row: request.row + 2)
    rig.handle(.key(.mouse(MouseEvent(.press, button: 1, at: third))))
    #expect(rig.model.requestRow == 2)
    rig.handle(.key(.mouse(MouseEvent(.press, button: 1, at: third))))
    #expect(rig.lines[34].contains("edit the value"))
    rig.press("esc")
    let raw = rig.model.layout.panels[.raw]?.insideFrame ?? request
    rig.handle(.key(.mouse(MouseEvent(.wheelDown, button: 0, at: raw.origin))))
    #expect(rig.model.scroll[.raw] == ScrollWindow(offset: 3))
    #expect(rig.model.focus == .request)
  }

  @Test func `a click outside a menu closes it, one on the selected entry runs it`() {
    let rig = Rig(120, 36).press("?")
    rig.handle(.key(.mouse(MouseEvent(.press, button: 1, at: Position(column: 0, row: 0)))))
    #expect(rig.model.overlay == nil)
  }

  @Test func `presentation shows the seconds in big digits and the keys that were pressed`() {
    let rig = Rig().press("enter", "enter", "P")
    #expect(rig.lines[0].hasSuffix("keys: ↵  ↵  P"))
    #expect(rig.lines[5].hasPrefix("          ██  ██  ██"))
    #expect(rig.screen.contains("seconds left for code"))
    rig.press("esc")
    #expect(!rig.model.isPresenting)
  }
}

@Suite("Lessons on the screen") struct LessonKeyTests {
  @Test func `T shows the scenarios in which the same thing is refused`() {
    let rig = Rig().press("enter", "enter", "x", "enter", "T")
    #expect(rig.model.views == [.scenarios])
    #expect(rig.model.items(of: .scenarios).compactMap(\.name).contains("code-expired"))
    #expect(rig.model.items(of: .scenarios).count < ScenarioLibrary.performances.count)
  }

  @Test func `without a refusal there is nothing related`() {
    let rig = Rig().press("enter", "T")
    #expect(rig.lines[22].contains("not now: nothing was refused"))
  }

  @Test func `a scenario's question is asked when its last step is done, and the answer is judged`() {
    let rig = Rig(scenario: "code-replayed")
    #expect(rig.model.obstacle(to: .menu(.question)) == "the question comes when the last step is done")
    while !rig.model.scenario.isFinished { rig.press("enter") }
    #expect(rig.lines[22].contains("A asks you a question"))
    let question = rig.model.scenario.scenario.question
    rig.press("A")
    #expect(rig.screen.contains(question?.answers[0] ?? "no question"))
    for _ in 1..<(question?.right ?? 1) { rig.press("down") }
    rig.press("enter")
    #expect(rig.lines[22].contains("✓ right"))
    #expect(rig.model.answered == ["code-replayed"])
  }

  @Test func `a wrong answer says which one is right`() {
    let rig = Rig(scenario: "code-replayed")
    while !rig.model.scenario.isFinished { rig.press("enter") }
    let question = rig.model.scenario.scenario.question
    rig.press("A")
    if question?.right == 1 { rig.press("down") }
    rig.press("enter")
    #expect(rig.lines[22].contains("not quite: it is"))
    #expect(rig.model.answered.isEmpty)
  }

  @Test func `b moves the client's credentials into the header and back, and the server takes both`() {
    let rig = Rig().press("enter", "enter", "b")
    let fields = rig.model.editor?.fields ?? []
    #expect(fields.first { $0.name == "Authorization" }?.value == "Basic d29ya3Nob3AtYXBwOndvcmtzaG9wLXNlY3JldA==")
    #expect(fields.first { $0.name == "client_secret" }?.value == nil)
    rig.press("enter")
    #expect(rig.model.walkthrough.status(.token) == .passed("token received"))
    rig.press("<", "u")
    #expect(rig.model.editor?.isChanged == false)
    #expect(rig.model.editor?.fields.first { $0.name == "client_secret" }?.value == "workshop-secret")
  }

  @Test func `the log shows only what its filter has`() {
    let rig = Rig(120, 36).press("enter", "enter", "3", "/").type("get /callback").press("enter")
    #expect(rig.model.logged.map(\.requestPath) == ["/callback"])
    #expect(rig.screen.contains("/get /callback  5 exchanges"))
    rig.press("/", "ctrl-u").type("zebra").press("enter")
    #expect(rig.screen.contains("none has “zebra”"))
    rig.press("/", "ctrl-u", "enter")
    #expect(rig.model.logged.count == 5)
  }
}
