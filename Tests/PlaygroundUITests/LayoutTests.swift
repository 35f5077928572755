import Terminal
import Testing

@testable import PlaygroundUI

@Suite("Layout") struct LayoutTests {
  static let sizes = [
    Size(columns: 40, rows: 10), Size(columns: 60, rows: 18), Size(columns: 76, rows: 22), Size(columns: 80, rows: 24),
    Size(columns: 110, rows: 30), Size(columns: 120, rows: 36), Size(columns: 180, rows: 44),
    Size(columns: 200, rows: 50), Size(columns: 250, rows: 90),
  ]

  @Test(arguments: sizes, Panel.allCases)
  func `panels cover the screen between the gauge and the status row, and none overlaps another`(
    size: Size, focus: Panel
  ) {
    for zoomed in [false, true] {
      for rows in [0, 6, 30] {
        let layout = Layout(size, focus: focus, zoomed: zoomed, content: .init(request: rows, explanation: rows))
        let parts = layout.panels.values + [layout.header, layout.rail, layout.gauge, layout.status, layout.hints]
        #expect(parts.reduce(0) { $0 + $1.columns * $1.rows } == size.columns * size.rows)
        for (index, part) in parts.enumerated() {
          #expect(part.intersection(Rect(size)) == part)
          for other in parts.dropFirst(index + 1) { #expect(part.intersection(other).isEmpty) }
        }
      }
    }
  }

  @Test(arguments: sizes, Panel.allCases)
  func `the focused panel is always on the screen`(size: Size, focus: Panel) {
    #expect(Layout(size, focus: focus, zoomed: false).panels[focus]?.isEmpty == false)
    #expect(Layout(size, focus: focus, zoomed: true).panels.keys.map(\.self) == [focus])
  }

  @Test func `the breakpoints are 40x10, 60x18, 76x22, 110x30 and 180x44`() {
    #expect(Layout.Breadth(Size(columns: 39, rows: 10)) == .tooSmall)
    #expect(Layout.Breadth(Size(columns: 40, rows: 9)) == .tooSmall)
    #expect(Layout.Breadth(Size(columns: 40, rows: 10)) == .single)
    #expect(Layout.Breadth(Size(columns: 59, rows: 50)) == .single)
    #expect(Layout.Breadth(Size(columns: 60, rows: 18)) == .paired)
    #expect(Layout.Breadth(Size(columns: 60, rows: 17)) == .single)
    #expect(Layout.Breadth(Size(columns: 75, rows: 50)) == .paired)
    #expect(Layout.Breadth(Size(columns: 76, rows: 22)) == .stacked)
    #expect(Layout.Breadth(Size(columns: 109, rows: 50)) == .stacked)
    #expect(Layout.Breadth(Size(columns: 110, rows: 30)) == .columns)
    #expect(Layout.Breadth(Size(columns: 180, rows: 43)) == .columns)
    #expect(Layout.Breadth(Size(columns: 180, rows: 44)) == .wide)
  }

  @Test func `without hints their row goes to the panels`() {
    let size = Size(columns: 80, rows: 24)
    let layout = Layout(size, focus: .request, zoomed: false, hints: false)
    #expect(layout.hints.isEmpty)
    #expect(layout.status.row == 23)
  }
}
