import Terminal
import Testing

@testable import PlaygroundUI

@Suite("Key map") struct KeyMapTests {
  let map = KeyMap.standard

  @Test func `no key stands for two commands`() {
    let keys = map.bindings.flatMap(\.keys)
    #expect(Set(keys).count == keys.count)
  }

  @Test func `no command has two entries`() {
    #expect(Set(map.bindings.map(\.command)).count == map.bindings.count)
  }

  @Test func `every key has a name that reads back`() {
    for key in map.bindings.flatMap(\.keys) { #expect(Key(name: key.description) == key) }
  }

  @Test func `no first key is one that a foreign layout hides`() {
    for binding in map.bindings {
      #expect(!"[]{}\\@~".contains(binding.keys[0].description), "\(binding.title)")
    }
  }

  @Test func `every hint is short and every title is not empty`() {
    for binding in map.bindings {
      #expect((binding.hint?.count ?? 1) <= 12)
      #expect(!binding.title.isEmpty)
    }
  }

  @Test func `the help lists every key`() {
    let text = HelpView.rows(.utf8).map(\.string).joined(separator: "\n")
    for binding in map.bindings { #expect(text.contains(binding.title)) }
  }

  @Test func `whatever is not possible now says why`() {
    let rig = Rig()
    for binding in map.bindings {
      guard let obstacle = rig.model.obstacle(to: binding.command) else { continue }
      #expect(!obstacle.isEmpty)
      let other = Rig()
      other.handle(.key(binding.keys[0]))
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
    for binding in map.bindings {
      let rig = Rig(200, 50)
      for _ in 0..<presses { rig.press("enter") }
      guard let hint = binding.hint, rig.lines[49].contains("\(binding.keys[0]) \(hint)") else { continue }
      let before = rig.model
      let effects = rig.effects.count
      rig.handle(.key(binding.keys[0]))
      #expect(rig.model != before || rig.effects.count > effects, "\(hint)")
      #expect(!rig.screen.contains("not now"), "\(hint)")
    }
  }
}
