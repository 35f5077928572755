import Terminal

/// Says how many rows of a list or text lie beyond what is shown.
struct MoreMarks: Equatable {
  var above = 0
  var below = 0

  init() {}

  init(_ shown: Range<Int>, of count: Int) {
    above = shown.lowerBound
    below = max(0, count - shown.upperBound)
  }

  /// `↑ 3 ↓ 73 more`; empty where everything is shown.
  var words: String {
    switch (above, below) {
    case (0, 0): ""
    case (_, 0): "↑ \(above) more"
    case (0, _): "↓ \(below) more"
    default: "↑ \(above) ↓ \(below) more"
    }
  }

  /// At the right end of a frame's bottom line, where it hides nothing.
  func draw(onBorderOf area: Rect, on canvas: inout Canvas) {
    let text = " \(words) "
    guard !words.isEmpty, area.rows > 1, area.columns >= text.displayColumns + 4 else { return }
    let place = Position(column: area.endColumn - 2 - text.displayColumns, row: area.endRow - 1)
    canvas.write(text, at: place, style: .attention)
  }
}
