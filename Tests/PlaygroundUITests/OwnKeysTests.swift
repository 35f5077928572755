import Playground
import Terminal
import Testing

@testable import PlaygroundUI

/// With a key map in which no key is the usual one, whatever a sentence advises to press is one of the person's own.
@Suite("Keys of one's own") struct OwnKeysTests {
  /// Every command has a function key of a number that no keyboard has, so that its name stands in no other text.
  private static let keyMap = KeyMap(
    entries: CommandEntry.catalogue.enumerated().map { index, entry in
      var entry = entry
      entry.keys = [.function(100 + index)]
      return entry
    })

  private func rig(_ columns: Int, _ rows: Int) -> Rig { Rig(columns, rows, keyMap: Self.keyMap) }

  /// Carries out a command by its key.
  private func press(_ command: Command, _ rig: Rig) {
    if let key = Self.keyMap.entry(of: command)?.keys.first { rig.handle(.key(key)) }
  }

  /// What of a screen reads like the advice to press a usual key.
  private func usualKeys(in screen: String) -> [String] {
    let verbs =
      "gets|gives|shows|goes|sends|undoes|explains|asks|takes|lets|starts|lists|opens|fetches|type|switches|pastes|removes"
      + "|follows|back|scroll|close|select|run|makes|and an empty|and paste"
    let name = "[A-Za-z?/:<>+-]|[0-9]|esc|tab"
    guard
      let pattern = try? Regex(
        "↵|↑↓| n new code| d right value| - removes|[Pp]ress (\(name))\\b|(^|[ ;,│┃])(\(name)) (\(verbs))\\b")
    else { return [] }
    return screen.split(separator: "\n").flatMap { line in line.matches(of: pattern).map { String(line[$0.range]) } }
  }

  private func check(_ rig: Rig, _ what: String) {
    #expect(usualKeys(in: rig.screen) == [], "\(what) at \(rig.model.size)")
  }

  @Test func `a sentence with a usual key would be found`() {
    #expect(usualKeys(in: Rig().press("enter", "enter", "x").screen) == [" n new code", "↵", " n new code"])
    #expect(usualKeys(in: "│ n gets one, ↵ goes on; / and an empty line") == [" n gets", "↵", " / and an empty"])
  }

  @Test(arguments: [Size(columns: 40, rows: 10), Size(columns: 80, rows: 24), Size(columns: 200, rows: 50)])
  func `are in every sentence of every panel and view, whatever has happened`(size: Size) {
    for steps in 0...4 {
      let rig = rig(size.columns, size.rows)
      for _ in 0..<steps { press(.next, rig) }
      check(rig, "after \(steps) steps")
      for panel in Panel.allCases {
        press(.panel(panel), rig)
        check(rig, "\(panel)")
      }
      press(.panel(.request), rig)
      for view in ViewKind.allCases {
        press(.view(view), rig)
        check(rig, view.title)
        press(.move(.last), rig)
        press(.move(.right), rig)
        check(rig, "\(view.title), its end")
        while !rig.model.views.isEmpty { press(.back, rig) }
      }
    }
  }

  @Test func `are in what is said about an experiment`() {
    let rig = rig(200, 50)
    for command in [
      Command.next, .next, .pause, .remove, .next, .undo, .expireNow, .next, .newCode, .next, .next, .next,
      .view(.mistakes), .next, .present, .present, .copy(.value), .panel(.log), .copy(.value), .findNext,
      .stage(offset: 1), .toggleDecision, .related, .menu(.question),
    ] {
      press(command, rig)
      // What takes all keys has the same for everybody.
      if rig.model.overlay == nil { check(rig, "\(command)") } else { rig.press("esc") }
    }
    press(.find, rig)
    rig.type("nothing has this").press("enter")
    check(rig, "a filter that nothing passes")
    rig.press("F9")
    check(rig, "a key without a meaning")
    rig.handle(.resized(Size(columns: 30, rows: 8)))
    check(rig, "a window that is too small")
  }

  @Test func `are what the filter of a view is left with`() {
    let rig = rig(200, 50)
    press(.view(.scenarios), rig)
    press(.find, rig)
    rig.type("xyzzy").press("enter")
    check(rig, "a filter")
    #expect(rig.screen.contains("shows all"))
  }
}
