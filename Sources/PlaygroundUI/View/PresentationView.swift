import OAuth
import Playground
import Terminal

/// The screen for a projector: the rail, the seconds in big digits, one panel, and below it the explanation.
struct PresentationView {
  let model: Model

  func draw(on canvas: inout Canvas) {
    var rest = Rect(model.size)
    let isRoomy = rest.rows >= 22
    let heading: Rect
    (heading, rest) = rest.top(1)
    drawHeading(in: heading, on: &canvas)
    let rail: Rect
    let stages = model.breadth >= .columns ? 2 : 1
    (rail, rest) = rest.top(isRoomy ? 1 : 0).rest.top(stages + (isRoomy ? 1 : 0))
    StageRail(model: model).draw(in: rail.top(stages).part, on: &canvas)
    let hints: Rect
    (hints, rest) = rest.bottom(model.showsHints ? 1 : 0)
    let status: Rect
    (status, rest) = rest.bottom(1)
    if isRoomy, let code = model.code, case .alive(let left) = code.condition(at: model.serverTime) {
      let digits: Rect
      (digits, rest) = rest.top(BigDigits.rows + 1)
      draw(left, of: code, in: digits.inset(columns: 6), on: &canvas)
    }
    let gauge: Rect
    (gauge, rest) = rest.top(model.size.rows >= 30 ? 2 : 1)
    CountdownView(model: model).draw(in: gauge.line(0), on: &canvas)
    drawPanels(in: rest, on: &canvas)
    StatusRow(model: model).draw(in: status, on: &canvas)
    HintRow(model: model).draw(in: hints, on: &canvas)
  }

  private func drawHeading(in area: Rect, on canvas: inout Canvas) {
    let keys = model.recentKeys.map(model.surroundings.charset.name).joined(separator: "  ")
    let mark = InterferenceMark.line(model.interferences, columns: area.columns)
    let echo = mark + StyledLine("keys: ", .muted) + StyledLine(keys, .accent.bold) + "  "
    let title = StyledLine("  OAUTH PLAYGROUND  ", .title.bold) + StyledLine(model.scenario.scenario.title)
    canvas.draw(title.shortened(to: max(0, area.columns - echo.columns - 2)), at: area.origin)
    canvas.draw(echo, at: Position(column: max(0, area.endColumn - echo.columns), row: area.row))
  }

  private func draw(_ left: Duration, of code: CodeLife, in area: Rect, on canvas: inout Canvas) {
    let digits = CountdownView.shown(left).filter { $0.isNumber || $0 == "." }
    BigDigits.draw(digits, style: left > .seconds(10) ? .accent : .attention, at: area.origin, on: &canvas)
    let column = area.column + BigDigits.columns(of: digits) + 2
    canvas.write(
      "seconds left for code \(code.beginning)…", at: Position(column: column, row: area.row + BigDigits.rows - 1))
  }

  /// What has the focus, and the explanation, or the explanation alone. The request takes what it needs; other panels
  /// have more to show than there is room for.
  private func drawPanels(in area: Rect, on canvas: inout Canvas) {
    guard model.focus != .explain, area.rows >= 8 else {
      PanelView(panel: model.focus, model: model).draw(in: area, on: &canvas)
      return
    }
    let explanation = Explanation(of: model).rows(columns: max(1, area.columns - 4)).count
    let most = area.rows - min(max(4, explanation + 2), area.rows / 2)
    let wanted = model.focus == .request ? max(3, (model.editor?.fields.count ?? 0) + 2) : most
    let (upper, lower) = area.top(min(wanted, most))
    PanelView(panel: model.focus, model: model).draw(in: upper, on: &canvas)
    PanelView(panel: .explain, model: model).draw(in: lower, on: &canvas)
  }
}
