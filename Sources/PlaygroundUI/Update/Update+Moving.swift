import Playground
import Terminal

extension Command.Move {
  /// How many rows to scroll; the ends are beyond every content.
  func rows(page: Int, all: Int) -> Int {
    switch self {
    case .up: -1
    case .down: 1
    case .pageUp: -max(1, page)
    case .pageDown: max(1, page)
    case .first: -all
    case .last: all
    case .left, .right: 0
    }
  }
}

extension Model {
  /// Moves the cursor of a list, or scrolls a text.
  mutating func move(_ move: Command.Move) {
    if move == .left || move == .right {
      if let stage = move == .right ? walkthrough.current.next : walkthrough.current.previous { select(stage) }
      return
    }
    let visible = (layout.panels[focus]?.insideFrame.rows).map { max(1, $0) } ?? 1
    switch focus {
    case .request:
      let count = editor?.fields.count ?? 0
      requestRow = min(max(0, requestRow + move.rows(page: visible, all: count)), max(0, count - 1))
    case .log, .sequence: moveInLog(move, page: visible)
    case .explain, .raw, .checks, .server:
      let columns = (layout.panels[focus]?.columns ?? 4) - 4
      let rows = PanelText.rows(focus, of: self, columns: columns)
      let count = Paragraph(rows).rows(columns: columns).count
      scroll[focus] = (scroll[focus] ?? PanelText.start(focus, of: self, rows: rows, visible: visible))
        .scrolled(by: move.rows(page: visible, all: count), of: count, visible: visible)
    }
  }

  /// The newest exchange follows by itself: choosing it means to follow.
  private mutating func moveInLog(_ move: Command.Move, page: Int) {
    let exchanges = logged
    guard !exchanges.isEmpty else { return }
    let current =
      chosenExchange.flatMap { number in exchanges.place(of: number) } ?? exchanges.count - 1
    let target = min(max(0, current + move.rows(page: page, all: exchanges.count)), exchanges.count - 1)
    chosenExchange = target == exchanges.count - 1 && logFilter.isEmpty ? nil : exchanges[target].number
    for panel in [Panel.raw, .checks, .explain] { scroll[panel] = nil }
  }
}
