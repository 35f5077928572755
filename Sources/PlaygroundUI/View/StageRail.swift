import OAuthClient
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
    // What is said below the last stage may be longer than its name.
    let last = area.rows > 1 ? stages.last.map { remark(on: $0).columns + 2 - (labels.last?.columns ?? 0) } ?? 0 : 0
    let room = area.columns - 2 - used - max(0, last)
    let gap = max(3, min(area.columns < 150 ? 24 : 44, room / (labels.count - 1)))
    var column = area.column + 1
    for (index, label) in labels.enumerated() {
      let start = column
      column += canvas.draw(label, at: Position(column: column, row: area.row))
      let next = stages.dropFirst(index + 1).first
      if let next { column += draw(arrowTo: next, columns: gap, at: column, row: area.row, on: &canvas) }
      guard area.rows > 1 else { continue }
      let room = (next == nil ? area.endColumn : column) - start - 3
      canvas.draw(remark(on: stages[index]).shortened(to: room), at: Position(column: start + 2, row: area.row + 1))
    }
  }

  /// What came of a stage, or what it takes.
  private func remark(on stage: Stage) -> StyledLine {
    switch model.walkthrough.status(stage) {
    case .passed(let words): StyledLine(words)
    case .refused(let words): StyledLine(words, .error)
    case .underWay: StyledLine("waits for the answer", .attention)
    case .notStarted: StyledLine(stage == model.walkthrough.current ? "comes next" : need(of: stage), .muted)
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

  /// What has to be there before a stage, and whether it is.
  private func need(of stage: Stage) -> String {
    let client = model.walkthrough.client
    switch stage {
    case .authorize: return "begins a login"
    case .code: return "needs a sign-in"
    case .token: return client.receivedCode == nil ? "needs a code" : "has a code"
    case .me, .introspect, .revoke: return client.accessToken == nil ? "needs a token" : "has a token"
    case .refresh: return client.refreshToken == nil ? "needs a refresh token" : "has a refresh token"
    }
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
