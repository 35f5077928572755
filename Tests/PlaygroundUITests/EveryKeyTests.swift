import Playground
import Terminal
import Testing

@testable import PlaygroundUI

/// No key does anything that is not announced, and every hint that is shown works: wherever somebody can be.
@Suite("Every key") struct EveryKeyTests {
  /// What a keyboard can send, without what is no key.
  static let alphabet: [Key] = {
    let letters: [Character] = Array("abcdefghijklmnopqrstuvwxyz")
    let printable: [Key] = (UInt8(0x20)...0x7E).map { .character(Character(Unicode.Scalar($0))) }
    let named: [Key] = [
      .enter, .escape, .tab, .backTab, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown, .insert, .delete,
      .backspace,
    ]
    let functions: [Key] = (1...12).map { .function($0) }
    // ctrl-c interrupts everywhere.
    let controls: [Key] = letters.filter { $0 != "c" }.map { .control($0) }
    return printable + named + functions + controls + letters.map { .alt($0) }
  }()

  /// How far a walk has come.
  enum Progress: String, CaseIterable, CustomTestStringConvertible {
    case nothing, pageOpen, codeReceived, refused, tokenReceived, finished, expired, held, searching, interfered

    var testDescription: String { rawValue }

    func rig(_ size: Size) -> Rig {
      let rig = Rig(size.columns, size.rows)
      switch self {
      case .nothing: return rig
      case .pageOpen: return rig.press("enter")
      case .codeReceived: return rig.press("enter", "enter")
      case .refused: return rig.press("enter", "enter", "-", "enter")
      case .tokenReceived: return rig.press("enter", "enter", "enter")
      case .finished: return rig.press("enter", "enter", "enter", "enter")
      case .expired: return rig.press("enter", "enter", "x")
      case .held: return rig.press("enter", "enter", "p")
      case .searching: return rig.press("enter", "4", "/").type("e").press("enter")
      case .interfered: return rig.press("X", "enter", "esc", "enter", "enter", "enter")
      }
    }
  }

  static let size = Size(columns: 200, rows: 50)

  /// Every panel, every view, and the list and text of it.
  private func places(_ progress: Progress) -> [(name: String, make: () -> Rig)] {
    let panels = Panel.allCases.map { panel in
      ("panel \(panel)", { progress.rig(Self.size).press("\(panel.rawValue)") })
    }
    let views = ViewKind.allCases.flatMap { view in
      [
        ("view \(view)", { progress.rig(Self.size).press("esc").open(view) }),
        ("the end of view \(view)", { progress.rig(Self.size).press("esc").open(view).press("G", "right") }),
      ]
    }
    return (panels + views).map { (name: $0.0, make: $0.1) }
  }

  /// Without what any key changes: what was said about the last one, and when.
  private func lasting(_ model: Model) -> Model {
    var model = model
    model.notice = nil
    model.interruptedAt = nil
    return model
  }

  @Test(arguments: [Progress.nothing, .codeReceived, .finished, .searching])
  func `a key that the help does not list changes nothing and says so`(progress: Progress) {
    for place in places(progress) {
      let start = place.make()
      let announced = Set(start.model.surroundings.keyMap.reachable(in: start.model.scopes).flatMap(\.keys))
      for key in Self.alphabet where !announced.contains(key) {
        var model = start.model
        let effects = model.update(.key(key), at: Rig.start)
        #expect(effects == [], "\(key) in \(place.name)")
        #expect(lasting(model) == lasting(start.model), "\(key) in \(place.name)")
        #expect(model.notice?.sentence == "\(key) does nothing here; ? shows the keys", "\(key) in \(place.name)")
      }
    }
  }

  @Test(arguments: Progress.allCases)
  func `a key that the help lists does something, or says why not`(progress: Progress) {
    for place in places(progress) {
      let start = place.make()
      let before = lasting(start.model)
      for entry in start.model.surroundings.keyMap.reachable(in: start.model.scopes) {
        for key in entry.keys {
          var model = start.model
          let effects = model.update(.key(key), at: Rig.start)
          if let obstacle = start.model.obstacle(to: entry.command) {
            #expect(model.notice?.sentence == "not now: \(obstacle)", "\(key) in \(place.name)")
            #expect(lasting(model) == before && effects.isEmpty, "\(key) in \(place.name)")
          } else if !entry.command.mayRest {
            var expected = before
            expected.recentKeys = model.recentKeys
            #expect(
              lasting(model) != expected || !effects.isEmpty || model.notice != nil,
              "\(key), \(entry.name), in \(place.name)")
          }
        }
      }
    }
  }

  @Test(arguments: Progress.allCases)
  func `every hint on the bottom row works`(progress: Progress) {
    for place in places(progress) {
      let start = place.make()
      let row = start.lines[Self.size.rows - 1]
      for entry in start.model.surroundings.keyMap.reachable(in: start.model.scopes) {
        let hint = HintRow(model: start.model).hint(entry.command).string
        guard !hint.isEmpty, row.contains(hint) || row.hasSuffix(hint.dropLast(2)) else { continue }
        #expect(start.model.obstacle(to: entry.command) == nil, "\(hint) in \(place.name)")
        let rig = place.make()
        let effects = rig.effects.count
        var before = lasting(rig.model)
        rig.handle(.key(entry.keys[0]))
        before.recentKeys = rig.model.recentKeys
        #expect(lasting(rig.model) != before || rig.effects.count > effects, "\(hint) in \(place.name)")
      }
    }
  }

  // MARK: What takes all keys

  /// Menus, questions and lines that are typed, each with the keys that it announces.
  private static let overlays: [(keys: [String], announced: Set<Key>)] = {
    let arrows: Set<Key> = [.up, .down, .pageUp, .pageDown]
    let list = Set(
      KeyMap.standard.entries.filter {
        if case .move(let move) = $0.command { move != .left && move != .right } else { false }
      }.flatMap(\.keys))
    let leaving: Set<Key> = [.enter, .escape]
    // The row of hints names help and q, and the help lists Q.
    let menu = list.union(leaving).union(["/", "?", .function(1), "q", "Q"])
    return [
      (["?"], menu), (["y"], menu.union(["1", "2", "3", "4", "5", "6", "7", "8", "y"])),
      (["enter", "enter", "enter", "A"], menu.union(["1", "2", "3"])),
      ([":"], arrows.union(leaving).union([.function(1), .control("p")])), (["e"], leaving), (["+"], leaving),
      (["4", "/"], leaving), (["t"], leaving), (["C", "enter"], leaving), (["s", "/"], arrows.union(leaving)),
      (["q"], ["y", "q", "n", .escape]),
    ]
  }()

  @Test(arguments: overlays.indices)
  func `a key that an open menu, question or line does not announce changes nothing`(index: Int) {
    let (keys, announced) = Self.overlays[index]
    let start = Rig(80, 24).press("enter")
    start.press("enter")
    for key in keys { start.press(key) }
    let isTyped = !["?", "y", "A", "q"].contains(keys.last ?? "")
    for key in Self.alphabet where !announced.contains(key) {
      var line = LineEditor()
      if isTyped, line.apply(key) { continue }
      var model = start.model
      let effects = model.update(.key(key), at: Rig.start)
      #expect(effects == [], "\(key) in \(keys)")
      #expect(lasting(model) == lasting(start.model), "\(key) in \(keys)")
    }
  }

  @Test(arguments: overlays.indices)
  func `the bottom row names the keys of a question or a line, and no others`(index: Int) {
    let (keys, announced) = Self.overlays[index]
    let rig = Rig(80, 24).press("enter", "enter")
    for key in keys { rig.press(key) }
    let row = rig.lines[23]
    for entry in KeyMap.standard.entries {
      let hint = HintRow(model: rig.model).hint(entry.command).string
      #expect(hint.isEmpty || !row.contains(hint), "\(hint) in \(keys)")
    }
    guard case .menu? = rig.model.overlay else {
      for name in ["esc", announced.contains(.enter) ? "↵" : "y"] { #expect(row.contains("\(name) "), "\(keys)") }
      return
    }
    #expect(rig.screen.contains("esc close"))
  }

  @Test func `help is everywhere, and closes by its own key`() {
    for keys in [["y"], ["A"]] {
      let rig = Rig(80, 24).press("enter", "enter", "enter", "enter")
      for key in keys { rig.press(key) }
      rig.press("?")
      #expect(rig.screen.contains("Help"))
      #expect(rig.press("?").model.overlay == nil)
    }
  }
}

extension Command {
  /// What is possible and may find nothing to do: the cursor stands at an end, or everything is as it was asked to be.
  fileprivate var mayRest: Bool {
    switch self {
    case .move, .panel, .back, .findNext, .findPrevious, .quit: true
    default: false
    }
  }
}
