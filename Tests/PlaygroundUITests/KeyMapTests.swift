import Playground
import Terminal
import Testing

@testable import PlaygroundUI

@Suite("Key map") struct KeyMapTests {
  let map = KeyMap.standard

  /// Every place where keys have a meaning, with the scopes that count there.
  static let places: [[Scope]] =
    Panel.allCases.map { [.panel($0), .panels, .everywhere] } + ViewKind.allCases.map { [.view($0), .everywhere] }

  @Test func `no key stands for two commands in one scope`() {
    for scope in Set(map.entries.map(\.scope)) {
      let keys = map.entries.filter { $0.scope == scope }.flatMap(\.keys)
      #expect(Set(keys).count == keys.count, "\(scope)")
    }
  }

  @Test func `no name stands twice, and each is lower-case words with hyphens`() {
    let names = map.entries.map(\.name)
    #expect(Set(names).count == names.count)
    for name in names { #expect(name.allSatisfy { $0.isLowercase || $0 == "-" }, "\(name)") }
  }

  @Test func `every key has a name that reads back`() {
    for key in map.entries.flatMap(\.keys) { #expect(Key(name: key.description) == key) }
  }

  @Test func `no first key is one that a foreign layout hides`() {
    for entry in map.entries {
      guard let key = entry.keys.first else { continue }
      #expect(!"[]{}\\@~".contains(key.description), "\(entry.title)")
    }
  }

  @Test func `every hint is short and every title is not empty`() {
    for entry in map.entries {
      #expect((entry.hint?.count ?? 1) <= 14)
      #expect(!entry.title.isEmpty)
    }
  }

  @Test(arguments: Panel.allCases)
  func `the help lists every key that works below it, and no other`(panel: Panel) {
    let rig = Rig(80, 24).press("\(panel.rawValue)")
    let listed = rig.model.choices(of: .help, matching: "").map(\.name)
    let reachable = map.reachable(in: [.panel(panel), .panels, .everywhere]).filter { !$0.keys.isEmpty }.map(\.name)
    #expect(Set(listed) == Set(reachable))
    #expect(listed.count == reachable.count)
  }

  @Test func `whatever is not possible now says why`() {
    let rig = Rig()
    for entry in map.entries where entry.scope == .panels {
      guard let obstacle = rig.model.obstacle(to: entry.command), let key = entry.keys.first else { continue }
      #expect(!obstacle.isEmpty)
      let other = Rig()
      other.handle(.key(key))
      #expect(other.screen.contains("not now: \(obstacle)"))
    }
  }

  @Test func `a key without a meaning says so and changes nothing else`() {
    let rig = Rig()
    let before = rig.model.walkthrough
    rig.press("F9")
    #expect(rig.lines[22].contains("F9 does nothing here; ? shows the keys"))
    #expect(rig.model.walkthrough == before)
  }

  @Test(arguments: ["authorize", "code", "token", "me"])
  func `every hint that is shown works`(stage: String) {
    let presses = ["authorize": 0, "code": 1, "token": 2, "me": 3][stage, default: 0]
    for entry in map.entries {
      let rig = Rig(200, 50)
      for _ in 0..<presses { rig.press("enter") }
      guard let hint = entry.hint, let key = entry.keys.first, rig.lines[49].contains("\(key) \(hint)") else {
        continue
      }
      let before = rig.model
      let effects = rig.effects.count
      rig.handle(.key(key))
      #expect(rig.model != before || rig.effects.count > effects, "\(hint)")
      #expect(!rig.lines[48].contains("not now"), "\(hint)")
    }
  }

  @Test(arguments: ViewKind.allCases)
  func `every hint of a view works, and escape leads back`(view: ViewKind) {
    let fresh = Rig(200, 50).press("enter").open(view)
    for entry in map.reachable(in: [.view(view), .everywhere]) {
      guard let hint = entry.hint, let key = entry.keys.first, fresh.lines[49].contains("\(key) \(hint)") else {
        continue
      }
      let rig = Rig(200, 50).press("enter").open(view)
      let before = rig.model
      let effects = rig.effects.count
      rig.handle(.key(key))
      #expect(rig.model != before || rig.effects.count > effects, "\(hint)")
      #expect(!rig.lines[48].contains("not now"), "\(hint)")
    }
    fresh.press("esc")
    #expect(fresh.model.views == [])
  }
}
