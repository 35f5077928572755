import AuthorizationServer
import OAuth
import Playground
import Terminal
import Testing

@testable import PlaygroundUI

@Suite("Walking through the stages by keys") struct WalkTests {
  @Test func `below each stage stands what came of it, or what it takes`() {
    let rig = Rig(120, 36)
    let remarks = { rig.lines[2].split(separator: "   ").map { $0.trimmingPrefix { $0 == " " } }.map(String.init) }
    #expect(remarks() == ["comes next", "needs a sign-in", "needs a code", "needs a token"])
    rig.press("enter", "enter", ">")
    #expect(remarks() == ["200 login page", "c8f0WP… one use", "has a code", "comes next"])
    rig.press("<", "enter", "enter", ">")
    #expect(remarks().suffix(3) == ["token received", "200 Alice Liddell", "comes next"])
    #expect(Rig(80, 24).lines[2].hasPrefix(" no code yet"))
  }

  @Test(arguments: Profile.all.map(\.name))
  func `four presses of Enter lead through every server, and nothing is found amiss`(profile: String) {
    let rig = Rig(under: profile).press("enter", "enter", "enter", "enter")
    #expect(rig.model.walkthrough.timeline.exchanges.last?.profileName != nil)
    #expect(!rig.model.hasMissed)
    #expect(rig.lines[22].hasPrefix(" ✓ the scenario ends here"))
    #expect(rig.lines[22].contains("as expected") == ["strict", "oauth21"].contains(profile))
  }

  @Test func `with another server than its own a scenario waits until a step has gone well`() {
    let rig = Rig(under: "bshaffer").press("enter", "enter", "-", "enter")
    #expect(rig.model.hasMissed)
    #expect(rig.lines[22].contains("not as the scenario has it"))
    #expect(rig.press("u", "enter").model.walkthrough.current == .me)
    #expect(!rig.model.hasMissed)
  }

  @Test func `four presses of Enter lead to alice's profile`() {
    let rig = Rig().press("enter", "enter", "enter", "enter")
    #expect(rig.model.walkthrough.status(.me) == .passed("200 Alice Liddell"))
    #expect(
      rig.model.walkthrough.timeline.exchanges.map(\.requestPath) == [
        "/authorize", "/authorize/login", "/authorize/consent", "/authorize/consent", "/callback", "/jwks", "/token",
        "/me",
      ])
  }

  @Test func `steps typed ahead are taken when the one before has gone well`() {
    var model = Rig().model
    var sent: [Effect] = []
    for _ in 0..<4 { sent += model.update(.key(.enter), at: Rig.start) }
    #expect(sent.count == 1)
    #expect(model.stepsAhead == 3)
    let rig = Rig()
    rig.pressAtOnce(.enter, times: 4)
    #expect(rig.model.walkthrough.status(.me) == .passed("200 Alice Liddell"))
  }

  @Test func `steps typed ahead are forgotten when one is refused`() {
    let rig = Rig().press("enter", "D")
    rig.pressAtOnce(.enter, times: 4)
    #expect(rig.model.walkthrough.status(.code) == .refused("access_denied"))
    #expect(rig.model.walkthrough.status(.token) == .notStarted)
    #expect(rig.model.stepsAhead == 0)
  }

  @Test func `the first Enter gets the login page and shows who will sign in`() {
    let rig = Rig().press("enter")
    #expect(rig.model.walkthrough.status(.authorize) == .passed("200 login page"))
    #expect(rig.model.walkthrough.current == .code)
    #expect(rig.lines[22].contains("next: 2 alice signs in and allows"))
  }

  @Test func `the countdown falls with the server's time and ends`() {
    let rig = Rig().press("enter", "enter")
    #expect(rig.lines[2].contains("30 s of 30 s"))
    rig.pass(.seconds(12))
    #expect(rig.lines[2].contains("18 s of 30 s"))
    rig.pass(.milliseconds(9_500))
    #expect(rig.lines[2].contains("8.5 s of 30 s"))
    #expect(rig.lines[2].contains("hurry"))
    rig.pass(.milliseconds(8_500))
    #expect(rig.lines[2].contains("EXPIRED"))
  }

  @Test func `a code that was not redeemed in time is refused, and the screen says how late it was`() {
    let rig = Rig().press("enter", "enter")
    rig.pass(.milliseconds(34_200))
    rig.press("enter")
    #expect(rig.model.walkthrough.status(.token) == .refused("400 invalid_grant"))
    #expect(rig.screen.contains("✗ 400 invalid_grant"))
    #expect(rig.screen.contains("expired 4.2 s ago"))
  }

  @Test func `x moves the clock to the expiry, f by ten seconds, p holds it`() {
    let rig = Rig().press("enter", "enter", "f")
    #expect(rig.lines[2].contains("20 s of 30 s"))
    rig.press("p")
    rig.pass(.seconds(60))
    #expect(rig.lines[2].contains("20 s of 30 s"))
    #expect(rig.lines[0].hasSuffix("PAUSED"))
    rig.press("p", "x")
    #expect(rig.lines[2].contains("EXPIRED"))
    #expect(rig.model.obstacle(to: .expireNow) == "the code is no longer alive")
  }

  @Test func `one parameter changed is refused, the code survives, and undo redeems it`() {
    let rig = Rig().press("enter", "enter")
    let row = rig.model.editor?.fields.firstIndex { $0.name == "client_secret" } ?? 0
    for _ in 0..<row { rig.press("down") }
    rig.press("e", "ctrl-u").type("wrong-secret").press("enter", "enter")
    #expect(rig.model.walkthrough.status(.token) == .refused("401 invalid_client"))
    #expect(rig.screen.contains("NOT used up"))
    rig.press("u", "enter")
    #expect(rig.model.walkthrough.status(.token) == .passed("token received"))
  }

  @Test func `any stage can be begun out of order, and the server says what is missing`() {
    let rig = Rig().press(">", ">", "enter")
    #expect(rig.model.walkthrough.status(.token) == .refused("400 invalid_request"))
    rig.press(">", "enter")
    #expect(rig.model.walkthrough.status(.me) == .refused("400 invalid_request"))
    rig.press("<", "<", "enter")
    #expect(rig.model.walkthrough.status(.code) == .passed("\(rig.codeBeginning)… one use"))
  }

  @Test func `the resource owner may deny, and the client is told`() {
    let rig = Rig().press("enter", "D")
    #expect(rig.lines[22].contains("alice signs in and denies"))
    rig.press("enter")
    #expect(rig.model.walkthrough.status(.code) == .refused("access_denied"))
    #expect(rig.screen.contains("access_denied"))
  }

  @Test func `somebody else can sign in`() {
    let rig = Rig().press("enter", "O", "enter", "enter", "enter")
    #expect(rig.model.walkthrough.status(.me) == .passed("200 Bob Builder"))
  }

  @Test func `n gets a new code while the old one is alive, without signing in again`() {
    let rig = Rig().press("enter", "enter")
    let first = rig.codeBeginning
    rig.press("n")
    #expect(rig.codeBeginning != first)
    #expect(rig.model.walkthrough.current == .token)
    #expect(
      rig.model.walkthrough.timeline.exchanges.suffix(3).map(\.requestPath) == [
        "/authorize", "/authorize/consent", "/callback",
      ])
  }

  @Test func `a parameter and a header field can be added and left out`() {
    let rig = Rig().press("+").type("foo=bar").press("enter")
    #expect(rig.model.editor?.fields.last?.name == "foo")
    rig.press("+").type("X-Test: yes").press("enter")
    #expect(rig.model.editor?.fields.last == RequestEditor.Field(.header, "X-Test", "yes", original: nil))
    rig.press("g", "-")
    #expect(rig.model.editor?.fields.first?.condition == .removed)
    rig.press("enter")
    #expect(rig.model.walkthrough.status(.authorize) == .refused("invalid_request"))
  }

  @Test func `what was typed badly is explained and not lost`() {
    let rig = Rig().press("+").type("no sign").press("enter")
    #expect(rig.screen.contains("no sign"))
    #expect(rig.model.overlay == .adding(LineEditor("no sign")))
  }

  @Test func `requests of other programs appear with their sender and the reason`() {
    let rig = Rig()
    rig.receive(.get("/me", authority: "127.0.0.1:8414"))
    #expect(rig.lines.contains { $0.contains("external") && $0.contains("GET /me") && $0.contains("401") })
    #expect(rig.model.walkthrough.status(.me) == .notStarted)
  }

  @Test func `q leaves at once while nothing is lost and asks while a code lives`() {
    #expect(Rig().press("q").exitStatus == 0)
    let rig = Rig().press("enter", "enter", "q")
    #expect(rig.exitStatus == nil)
    #expect(rig.screen.contains("Leave?"))
    rig.press("n")
    #expect(rig.exitStatus == nil)
    #expect(rig.press("q", "y").exitStatus == 0)
  }

  @Test func `ctrl-c twice leaves with 130, once with a hint`() {
    let rig = Rig().press("ctrl-c")
    #expect(rig.exitStatus == nil)
    #expect(rig.screen.contains("ctrl-c again leaves"))
    rig.pass(.seconds(3))
    #expect(rig.press("ctrl-c").exitStatus == nil)
    #expect(rig.press("ctrl-c").exitStatus == 130)
  }

  @Test func `esc never leaves`() {
    let rig = Rig().press("esc", "esc", "esc")
    #expect(rig.exitStatus == nil)
  }

  @Test func `a signal ends the program with 128 and its number`() {
    let rig = Rig()
    rig.handle(.signalled(15))
    #expect(rig.exitStatus == 143)
  }

  @Test func `nothing asks for a tick while nothing on the screen moves`() {
    let rig = Rig()
    #expect(rig.model.unchanged(at: Rig.start) == nil)
    rig.press("enter", "enter")
    #expect(rig.model.unchanged(at: Rig.start) == .seconds(1))
    rig.pass(.milliseconds(25_050))
    #expect(rig.model.unchanged(at: rig.model.machineTime) == .milliseconds(50))
    rig.press("p")
    #expect(rig.model.unchanged(at: rig.model.machineTime) == nil)
    rig.press("p", "x")
    #expect(rig.model.unchanged(at: rig.model.machineTime) == nil)
  }

  @Test func `the scenario of the expired code moves the clock by Enter`() {
    let rig = Rig(scenario: "code-expired").press("enter", "enter")
    #expect(rig.lines[22].contains("the server's clock goes"))
    rig.press("enter", "enter")
    #expect(rig.screen.contains("invalid_grant"))
    #expect(rig.model.scenario.isFinished)
    #expect(rig.model.scenario.isMet)
  }

  @Test(arguments: ScenarioLibrary.performances)
  func `every step of a scenario is taken by Enter, those without a stage too`(_ scenario: Scenario) {
    let rig = Rig(scenario: scenario.name)
    // The time stands still, as in a run.
    rig.press("p")
    for _ in scenario.steps { rig.press("enter") }
    #expect(rig.model.scenario.isFinished)
    #expect(rig.model.scenario.isMet)
    #expect(rig.model.walkthrough.errand == nil)
  }

  @Test func `a step that came otherwise than the scenario has it can be tried again`() {
    let rig = Rig().press("enter", "enter", "x", "enter")
    #expect(rig.model.scenario.results.count == 2)
    rig.press("n", "enter", "enter")
    #expect(rig.model.scenario.isFinished)
  }
}

extension Rig {
  var codeBeginning: String { model.walkthrough.timeline.codes.newest?.beginning ?? "" }
}

extension Exchange {
  var requestPath: String { request?.path ?? "" }
}
