import AuthorizationServer
import HTTPTypes
import OAuth
import Playground
import Terminal
import Testing

@testable import PlaygroundUI

/// Looking into the server and drawing what is there cost something: both are done only where somebody sees it.
@Suite("What the server inspector costs") struct InspectorEconomyTests {
  @Test func `the server is looked into only while something shows it`() {
    let rig = Rig(80, 24).press("enter", "enter", "enter")
    #expect(!rig.effects.contains(.inspect))
    rig.press("i")
    #expect(rig.effects.count { $0 == .inspect } == 1)
    rig.press("down", "up", "enter", "left")
    #expect(rig.effects.count { $0 == .inspect } == 1, "nothing has happened since")
    rig.receive(.get("/me", authority: "127.0.0.1:8414"))
    #expect(rig.effects.count { $0 == .inspect } == 2)
    rig.press("q")
    rig.receive(.get("/me", authority: "127.0.0.1:8414"))
    #expect(rig.effects.count { $0 == .inspect } == 2)
  }

  @Test func `what the panels show is looked for wherever the panel Server stands`() {
    var places: Set<Bool> = []
    for columns in stride(from: 40, through: 220, by: 20) {
      for rows in [10, 18, 24, 30, 36, 44, 60] {
        for panel in Panel.allCases {
          for isZoomed in [false, true] {
            let rig = Rig(columns, rows).press("\(panel.rawValue)")
            if isZoomed { rig.press("z") }
            let isShown = rig.model.layout.panels[.server] != nil
            places.insert(isShown)
            guard isShown else { continue }
            #expect(rig.model.showsInventory, "\(columns)x\(rows) \(panel) \(isZoomed)")
            #expect(rig.model.inspected != nil)
          }
        }
      }
    }
    #expect(places == [true, false])
  }

  @Test func `what counts down is drawn anew, and nothing else`() {
    let rig = Rig(80, 24).press("i")
    #expect(rig.model.unchanged(at: Rig.start) == nil)
    rig.press("q", "enter", "enter", "enter", "i")
    #expect(rig.model.unchanged(at: Rig.start) == .seconds(1), "the access token")
    rig.pass(.seconds(3600))
    #expect(rig.model.unchanged(at: Rig.start + .seconds(3600)) == nil)
  }

  @Test func `a long list draws no more rows than can be seen`() {
    var drawn = 0
    func line(_ number: Int) -> StyledLine {
      drawn += 1
      return StyledLine("row \(number)")
    }
    let items = (0..<5_000).map { number in ListItem("\(number)", line(number), words: "") }
    var canvas = Canvas(Size(columns: 40, rows: 10))
    let state = ListState()
    _ = ListBody(items: items, selection: 2_500, state: state, isFocused: true)
      .draw(in: Rect(Size(columns: 40, rows: 10)), on: &canvas)
    #expect(drawn == 10)
    #expect(canvas.lines.contains { $0.hasPrefix("► row 2500") })
  }
}
