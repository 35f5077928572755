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
    (rail, rest) = rest.inset(rows: isRoomy ? 1 : 0).top(isRoomy ? 2 : 1)
    StageRail(model: model).draw(in: rail.line(0), on: &canvas)
    let hints: Rect
    (hints, rest) = rest.bottom(model.showsHints ? 1 : 0)
    let status: Rect
    (status, rest) = rest.bottom(1)
    if isRoomy {
      let digits: Rect
      (digits, rest) = rest.top(BigDigits.rows + 1)
      drawCountdown(in: digits.inset(columns: 6), on: &canvas)
    }
    let gauge: Rect
    (gauge, rest) = rest.top(isRoomy ? 2 : 1)
    CountdownView(model: model).draw(in: gauge.line(0), on: &canvas)
    drawPanels(in: rest, on: &canvas)
    StatusRow(model: model).draw(in: status, on: &canvas)
    HintRow(model: model).draw(in: hints, on: &canvas)
  }

  private func drawHeading(in area: Rect, on canvas: inout Canvas) {
    canvas.draw(
      StyledLine("  OAUTH PLAYGROUND  ", .title.bold) + StyledLine(model.scenario.scenario.title), at: area.origin)
    let keys = model.recentKeys.map(model.surroundings.charset.name).joined(separator: "  ")
    let mark = InterferenceMark.line(model.interferences, columns: area.columns)
    let echo = mark + StyledLine("keys: ", .muted) + StyledLine(keys, .accent.bold) + "  "
    canvas.draw(echo, at: Position(column: max(0, area.endColumn - echo.columns), row: area.row))
  }

  private func drawCountdown(in area: Rect, on canvas: inout Canvas) {
    guard let code = model.code, case .alive(let left) = code.condition(at: model.serverTime) else {
      return draw("--", .muted, beside: CountdownView(model: model).caption, in: area, on: &canvas)
    }
    let text = CountdownView.shown(left).filter { $0.isNumber || $0 == "." }
    let style: Style = left > .seconds(10) ? .accent : .attention
    draw(text, style, beside: "seconds left for code \(code.beginning)…", in: area, on: &canvas)
  }

  private func draw(
    _ digits: String, _ style: Style, beside words: String, in area: Rect, on canvas: inout Canvas
  ) {
    BigDigits.draw(digits, style: style, at: area.origin, on: &canvas)
    let column = area.column + BigDigits.columns(of: digits) + 2
    canvas.write(words, at: Position(column: column, row: area.row + BigDigits.rows - 1))
  }

  /// What has the focus, and the explanation, or the explanation alone.
  private func drawPanels(in area: Rect, on canvas: inout Canvas) {
    let explanation = Explanation(of: model).rows(columns: max(1, area.columns - 4)).count
    guard model.focus != .explain, area.rows >= 8 else {
      PanelView(panel: model.focus, model: model).draw(in: area, on: &canvas)
      return
    }
    let (upper, lower) = area.top(area.rows - min(max(4, explanation + 2), area.rows / 2))
    PanelView(panel: model.focus, model: model).draw(in: upper, on: &canvas)
    PanelView(panel: .explain, model: model).draw(in: lower, on: &canvas)
  }
}
