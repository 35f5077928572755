import Playground
import Terminal

/// The stages with their state, and the way between them.
struct StageRail {
  let model: Model

  func draw(in area: Rect, on canvas: inout Canvas) {
    guard !area.isEmpty else { return }
    if area.columns < 60 { return drawNarrow(in: area, on: &canvas) }
    let stages = model.walkthrough.shownStages
    let labels = stages.map(label)
    let used = labels.reduce(0) { $0 + $1.columns }
    let gap = max(3, min(area.columns < 150 ? 24 : 44, (area.columns - 2 - used) / (labels.count - 1)))
    var column = area.column + 1
    for (index, label) in labels.enumerated() {
      column += canvas.draw(label, at: Position(column: column, row: area.row))
      if let next = stages.dropFirst(index + 1).first {
        column += draw(arrowTo: next, columns: gap, at: column, row: area.row, on: &canvas)
      }
    }
  }

  /// One stage where there is no room for four.
  private func drawNarrow(in area: Rect, on canvas: inout Canvas) {
    let stage = model.walkthrough.current
    let stages = model.walkthrough.shownStages
    let place = (stages.firstIndex(of: stage) ?? 0) + 1
    var line = label(stage) + StyledLine("  \(place)/\(stages.count)", .muted)
    if let summary { line += StyledLine("  \(summary)") }
    canvas.draw(line.shortened(to: area.columns), at: area.origin)
  }

  private var summary: String? {
    switch model.walkthrough.status(model.walkthrough.current) {
    case .passed(let words), .refused(let words): words
    case .notStarted, .underWay: nil
    }
  }

  /// Glyph, word and colour say the same.
  private func label(_ stage: Stage) -> StyledLine {
    let isAscii = model.surroundings.charset == .ascii
    let isCurrent = stage == model.walkthrough.current
    let style: Style
    let mark: String
    switch model.walkthrough.status(stage) {
    case .passed: (mark, style) = (isAscii ? "[done]" : "✓", .ok)
    case .refused: (mark, style) = (isAscii ? "[FAIL]" : "✗", .error)
    case .underWay: (mark, style) = (isAscii ? "[ .. ]" : "…", .attention)
    case .notStarted: (mark, style) = (isAscii ? (isCurrent ? "[next]" : "[    ]") : (isCurrent ? "●" : "○"), .text)
    }
    let name = Style(.text, isCurrent ? [.bold, .underlined] : [])
    return StyledLine("\(mark) ", style) + StyledLine(stage.rawValue, name)
  }

  /// A stage that was reached has a heavy arrow before it.
  private func draw(arrowTo stage: Stage, columns: Int, at column: Int, row: Int, on canvas: inout Canvas) -> Int {
    let wasReached = model.walkthrough.status(stage) != .notStarted
    let line = Rect(column: column + 1, row: row, columns: columns - 3, rows: 1)
    canvas.fill(line, with: wasReached ? "━" : "┄", style: .muted)
    canvas.write("►", at: Position(column: line.endColumn, row: row), style: .muted)
    return columns
  }
}
