import Terminal
import Testing

@Suite struct `Scrolling` {
  @Test(arguments: [
    (0, 0, 10, 3, 0), (0, 2, 10, 3, 0), (0, 3, 10, 3, 1), (5, 4, 10, 3, 4), (5, 9, 10, 3, 7), (8, 9, 10, 3, 7),
    (4, 0, 2, 3, 0), (9, 0, 0, 3, 0),
  ])
  func `the window moves as little as needed`(offset: Int, selection: Int, count: Int, visible: Int, result: Int) {
    let window = ScrollWindow(offset: offset).showing(selection, of: count, visible: visible)
    #expect(window.offset == result)
  }

  @Test func `the selection is always visible and no row below the end is shown`() {
    var random = Seeded(seed: 5)
    var window = ScrollWindow()
    for _ in 0..<1000 {
      let count = Int.random(in: 1...50, using: &random)
      let selection = Int.random(in: 0..<count, using: &random)
      let visible = Int.random(in: 1...20, using: &random)
      window = window.showing(selection, of: count, visible: visible)
      let range = window.range(of: count, visible: visible)
      #expect(range.contains(selection))
      #expect(range.count == min(count, visible))
    }
  }

  @Test func `scrolling stops at both ends`() {
    #expect(ScrollWindow(offset: 3).scrolled(by: -9, of: 20, visible: 5).offset == 0)
    #expect(ScrollWindow(offset: 3).scrolled(by: 99, of: 20, visible: 5).offset == 15)
    #expect(ScrollWindow(offset: 3).scrolled(by: 4, of: 20, visible: 5).offset == 7)
  }

  @Test func `no room shows no rows`() {
    #expect(ScrollWindow(offset: 3).showing(7, of: 20, visible: 0).range(of: 20, visible: 0).isEmpty)
    #expect(ScrollWindow(offset: -3).offset == 0)
    #expect(ScrollWindow(offset: 30).range(of: 20, visible: 5).isEmpty)
  }
}
