import AuthorizationServer
import OAuth
import Playground
import Terminal
import Testing

@testable import PlaygroundUI

@Suite("Policy switchboard") struct PolicyViewTests {
  @Test func `shows every switch, its value and what there is to learn, at 80x24`() {
    #expect(
      Rig(80, 24).press("S").screen == """
         Policy  every switch of the server, changed while it runs   profile strict
        ┏━ Switches ━ as the profile has them ━┓┌─ codeLifetime ───── RFC 6749 §4.1.2 ─┐
        ┃  LIFETIMES                           ┃│ NOW                                  │
        ┃►   codeLifetime           30 s       ┃│   30 s                               │
        ┃    accessTokenLifetime    3600 s     ┃│                                      │
        ┃    refreshTokenLifetime   1209600 s  ┃│ VALUES                               │
        ┃    pushedRequestLifetime  60 s       ┃│   a number of seconds from 0 to      │
        ┃    wholeSeconds           false      ┃│   316224000                          │
        ┃  REQUESTS                            ┃│                                      │
        ┃    requirePKCE            public     ┃│ WHAT                                 │
        ┃    allowPlainPKCE         false      ┃│   How many seconds an authorization  │
        ┃    supportPKCE            full       ┃│   code waits to be redeemed. strict: │
        ┃    redirectURIMatching    exact      ┃│   30.                                │
        ┃    redirectURIAtToken     ifSent     ┃│                                      │
        ┃    redirectURIRequired    openID     ┃│ WHY                                  │
        ┃    anyRedirectURI         false      ┃│   A longer life forgives slow        │
        ┃    loopbackPorts          true       ┃│   clients, slow networks and people  │
        ┃    localhostPorts         false      ┃│   who debug by hand. The standard    │
        ┃    stateRequired          false      ┃│   recommends ten minutes at most.    │
        ┃    duplicateParameters    refuse     ┃│                                      │
        ┃    defaultScope           profile    ┃│ STOPS…                               │
        ┗━━━━━━━━━━━━━━━━━━━━━━━━━━ ↓ 56 more ━┛└────────────────────────── ↓ 12 more ─┘
         codeLifetime: a number of seconds from 0 to 316224000         loopback, no TLS
         ↵ change  e type  / filter  : cmd  B break it  s scenarios     ? help  q back
        """)
  }

  @Test func `at 40x10 in ASCII it is still a list`() {
    #expect(
      Rig(40, 10, charset: .ascii).press("S", "down", "down", "down", "down", "down", "enter").model.view()
        .mapped(to: .ascii).lines.joined(separator: "\n") == """
           Policy  every switch of the server, ch~
          #= Switches =============== 1 changed =#
          #    refreshTokenLifetime   1209600 s  #
          #    pushedRequestLifetime  60 s       #
          #    wholeSeconds           false      #
          #  REQUESTS                            #
          #> * requirePKCE            all        #
          #====================== ^ 3 v 67 more =#
           requirePKCE is all now, was public; u ~
           Enter change  e type   ? help  q back
          """)
  }

  @Test func `every switch of the catalogue is there, under a heading, with its lesson and its checks`() {
    let rig = Rig(120, 36).press("S")
    let items = rig.model.items(of: .policy)
    #expect(items.compactMap(\.name) == PolicySwitch.all.map(\.name))
    let content = PolicyContent(model: rig.model)
    for policySwitch in PolicySwitch.all {
      let text = content.detail(of: policySwitch.name, columns: 400).rows.map(\.string).joined(separator: "\n")
      for part in ["NOW", "WHAT", "WHY", "STOPS", "TRY"] { #expect(text.contains(part), "\(policySwitch.name)") }
      for check in policySwitch.bends { #expect(text.contains(check.rawValue), "\(policySwitch.name)") }
      for choice in policySwitch.choices { #expect(text.contains(policySwitch.shown(choice))) }
    }
  }

  @Test func `Enter goes through the values, and around`() throws {
    let rig = Rig(80, 24).press("S", "/").type("codeReuse").press("enter", "enter")
    #expect(rig.host.server.policy.codeReuse == .refuse)
    #expect(rig.status.contains("codeReuse is refuse now, was refuseAndRevoke; u takes it back"))
    rig.press("enter")
    #expect(rig.host.server.policy.codeReuse == .allow)
    rig.press("enter")
    #expect(rig.host.server.policy.codeReuse == .refuseAndRevoke)
    rig.press("-")
    #expect(rig.host.server.policy.codeReuse == .allow)
  }

  @Test func `what changed is marked, goes back alone or with all others, and can be taken back`() {
    let rig = Rig(80, 24).press("S", "/").type("stateRequired").press("enter", "enter", "esc")
    #expect(rig.row("• stateRequired")?.contains("true") == true)
    #expect(rig.screen.contains("the profile has false"))
    rig.press("d")
    #expect(!rig.host.server.policy.stateRequired)
    rig.press("d")
    #expect(rig.status.contains("not now: it is as the profile has it"))
    rig.press("u")
    #expect(rig.host.server.policy.stateRequired)
    rig.press("down", "enter", "D")
    #expect(rig.host.server.policy == Policy())
    rig.press("D")
    #expect(rig.status.contains("not now: every switch is as the profile has it"))
    rig.press("u")
    #expect(rig.host.server.policy.stateRequired)
  }

  @Test func `a number is typed, and the line stays until it is one`() {
    let rig = Rig(120, 36).press("S", "enter")
    #expect(rig.status.hasPrefix(" codeLifetime: 30█"))
    rig.press("ctrl-u").type("soon").press("enter")
    #expect(
      rig.status.hasPrefix(
        " codeLifetime: soon█  \"codeLifetime\" must be a number of seconds from 0 to 316224000, but it is \"soon\""))
    rig.press("ctrl-u").type("-1").press("enter")
    #expect(rig.status.contains("but it is -1"))
    rig.press("ctrl-u").type("0.5 s").press("enter")
    #expect(rig.host.server.policy.codeLifetime == .milliseconds(500))
    #expect(rig.model.overlay == nil)
  }

  @Test func `a text is typed, a malformed one refused, and esc leaves it as it was`() {
    let rig = Rig(120, 36).press("S", "/").type("issuerPath").press("enter", "enter").type("tenant").press("enter")
    #expect(rig.status.contains("must be empty, or a path such as /tenant"))
    rig.press("esc")
    #expect(rig.host.server.policy.issuerPath == "")
    rig.press("enter").type("/tenant").press("enter")
    #expect(rig.host.server.policy.issuerPath == "/tenant")
    #expect(rig.status.contains("issuerPath is /tenant now, was \"\""))
  }

  @Test func `a word can be typed too, and one that is none of them is refused`() {
    let rig = Rig(120, 36).press("S", "/").type("requirePKCE").press("enter", "e", "ctrl-u").type("sometimes")
      .press("enter")
    #expect(rig.status.contains("\"requirePKCE\" must be public, all, none, true or false, but it is \"sometimes\""))
    rig.press("ctrl-u").type("none").press("enter")
    #expect(rig.host.server.policy.requirePKCE == .none)
  }

  @Test func `a change counts for the next request`() {
    let rig = Rig(80, 24).press("enter", "enter", "enter", "S", "/").type("codeReuse").press("enter", "enter", "enter")
    rig.press("q", "q", "i", "R")
    #expect(rig.status.contains("sent again, exchange 8: 200"))
  }

  @Test func `what a scenario or t changes is told in the log too`() {
    let rig = Rig(80, 24).press("t").type("7").press("enter", "3")
    #expect(rig.screen.contains("by hand  codeLifetime is 7 now, was 30"))
  }
}

@Suite("Panel Server") struct ServerPanelTests {
  @Test func `shows the newest code, tokens, who is signed in and what differs from the profile`() throws {
    let rig = Rig(80, 24)
    rig.host.bend([try PolicySetting("refreshTokenIssuance", "always")])
    rig.press("enter", "enter", "enter", "6")
    #expect(
      rig.lines[3..<12].joined(separator: "\n") == """
        ┏━ 6 Server ━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━ clients 6 · codes 1 · tokens 2 ━┓
        ┃ code        c8f0WP…  redeemed ✓  alice                                       ┃
        ┃   client    workshop-app   scope openid profile email                        ┃
        ┃   redirect  http://127.0.0.1:8252/callback                                   ┃
        ┃   PKCE      S256 PmPRz3jG43_RSxvUIxc-BgfpozBuX-1i00sczv91aYg                 ┃
        ┃ access      TuPiGW…  active  60:00  workshop-app                             ┃
        ┃ refresh     4FfxlL…  active  14 d                                            ┃
        ┃ session     alice  since 12:00:00                                            ┃
        ┃ policy      refreshTokenIssuance always                                      ┃
        """)
    #expect(rig.press("enter").model.views == [.inspector])
  }

  @Test func `stands beside the others where there is room, and takes the place of the checks where there is less`() {
    #expect(Rig(200, 50).model.layout.shown == Panel.allCases)
    #expect(Rig(120, 36).model.layout.panels[.server] == nil)
    let narrow = Rig(120, 36).press("6")
    #expect(narrow.model.layout.panels[.server] != nil)
    #expect(narrow.model.layout.panels[.checks] == nil)
  }

  @Test func `counts wrong guesses`() {
    let rig = Rig(80, 24).press("enter", "enter", "B", "/").type("client_secret.wrong").press("enter")
    rig.press("esc", "esc")
    rig.receive(
      .form(
        [.grantType: "authorization_code", .clientID: "workshop-app", .clientSecret: "wrong"], to: "/token",
        authority: "127.0.0.1:8414"))
    rig.press("6")
    #expect(rig.screen.contains("failures    workshop-app  1 of 10 in a minute"))
  }
}
