/// Text broken between words into the width it gets.
public struct Paragraph: Hashable, Sendable {
  public var lines: [StyledLine]
  public var window: ScrollWindow

  public init(_ lines: [StyledLine], window: ScrollWindow = ScrollWindow()) {
    self.lines = lines
    self.window = window
  }

  public init(_ text: String, style: Style = .text, window: ScrollWindow = ScrollWindow()) {
    self.init(VisibleText.lines(text).map { StyledLine($0, style) }, window: window)
  }

  /// The rows at that width, for layouts and for scrolling.
  public func rows(columns: Int) -> [StyledLine] {
    lines.flatMap { $0.wrapped(to: columns) }
  }

  /// Draws what fits. When rows below the area remain, … ends the last one.
  ///
  /// - Returns: how many rows there are at that width, drawn or not.
  @discardableResult
  public func draw(in area: Rect, on canvas: inout Canvas) -> Int {
    let rows = rows(columns: area.columns)
    let shown = window.showing(nil, of: rows.count, visible: area.rows).range(of: rows.count, visible: area.rows)
    for (line, index) in shown.enumerated() {
      canvas.draw(rows[index], at: area.line(line).origin, columns: area.columns)
    }
    if shown.upperBound < rows.count, area.rows > 0, area.columns > 0 {
      let last = area.line(area.rows - 1)
      let column = min(last.column + rows[shown.upperBound - 1].columns, last.endColumn - 1)
      canvas.write("…", at: Position(column: column, row: last.row), style: .muted)
    }
    return rows.count
  }
}
