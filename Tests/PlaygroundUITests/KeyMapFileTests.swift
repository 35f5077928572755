import Playground
import Terminal
import Testing

@testable import PlaygroundUI

@Suite("A file with other keys") struct KeyMapFileTests {
  private func map(_ text: String) throws -> KeyMap {
    try KeyMap(changedBy: KeyMapFile.lines(in: Array(text.utf8), file: "keys.yaml"))
  }

  private func complaint(_ text: String) -> String? {
    do {
      _ = try map(text)
      return nil
    } catch {
      return "\(error)"
    }
  }

  @Test func `an action takes the keys of the file instead of its own`() throws {
    let map = try map("zoom: [ctrl-g, F5]\n")
    #expect(map.entry(of: .zoom)?.keys == [.control("g"), .function(5)])
    #expect(map.command(for: "z", in: [.panels, .everywhere]) == nil)
    #expect(map.command(for: .function(5), in: [.panels, .everywhere]) == .zoom)
  }

  @Test func `an empty list takes an action's keys away; the palette still has it`() throws {
    let map = try map("quit-now: []\n")
    #expect(map.command(for: "Q", in: [.everywhere]) == nil)
    #expect(map.entry(of: .quitNow) != nil)
  }

  @Test func `two actions may swap their keys`() throws {
    let map = try map("pause: [f]\nforward: [p]\n")
    #expect(map.entry(of: .pause)?.keys == ["f"])
    #expect(map.entry(of: .advance)?.keys == ["p"])
  }

  @Test func `an unknown action is refused with its line and the nearest one`() {
    #expect(
      complaint("zoom: [g]\nzom: [y]\n")?.hasPrefix("keys.yaml:2: “zom” is no action; did you mean “zoom”?") == true)
  }

  @Test func `a word that is no key is refused with its line`() {
    #expect(complaint("zoom: [hyper-q]\n")?.hasPrefix("keys.yaml:1: “hyper-q” is no key") == true)
  }

  @Test func `a key that already means something in that place is refused and says what`() {
    #expect(
      complaint("zoom: [e]\n") == "keys.yaml:1: e already means “edit”; give that another key in this file, or none: []"
    )
  }

  @Test func `ctrl-c cannot be given away`() {
    #expect(complaint("zoom: [ctrl-c]\n") == "keys.yaml:1: ctrl-c always interrupts and cannot be given away")
  }

  @Test(arguments: ["zoom: g", "- zoom", "zoom: {a: b}", "zoom: [[g]]"])
  func `what is no list of keys is refused with file and line`(text: String) {
    #expect(complaint(text)?.hasPrefix("keys.yaml:1: ") == true)
  }
}
