extension Canvas {
  /// Draws the border of a panel and returns the area inside it.
  ///
  /// The title stands left and the note right in the top line, the footer left in the bottom line. A note without room
  /// for all of it is left out, and the title is shortened. Heavy lines and a bold title mark the focused panel without
  /// colour.
  @discardableResult
  public mutating func frame(
    _ rect: Rect, title: StyledLine = [], note: StyledLine = [], footer: StyledLine = [], focused: Bool = false,
    style: Style = .text
  ) -> Rect {
    guard rect.columns >= 2, rect.rows >= 1 else { return rect.insideFrame }
    let lines = focused ? FrameLines.heavy : .light
    border(rect, lines, style: style)
    let room = rect.columns - 6
    let shown = (focused ? title.adding(.bold) : title).shortened(to: room)
    label(shown, column: rect.column + 2, row: rect.row)
    let noteRoom = shown.columns == 0 ? room : room - shown.columns - 3
    if noteRoom >= note.columns { label(note, column: rect.endColumn - 4 - note.columns, row: rect.row) }
    if rect.rows > 1 {
      label(footer.shortened(to: room), column: rect.column + 2, row: rect.endRow - 1)
    }
    return rect.insideFrame
  }

  /// A label in a border: the text with one blank on each side, or nothing.
  private mutating func label(_ line: StyledLine, column: Int, row: Int) {
    guard line.columns > 0 else { return }
    draw(" " + line + " ", at: Position(column: column, row: row))
  }

  private mutating func border(_ rect: Rect, _ lines: FrameLines, style: Style) {
    let bottom = rect.endRow - 1
    fill(rect.top(1).part, with: lines.horizontal, style: style)
    if rect.rows > 1 { fill(rect.bottom(1).part, with: lines.horizontal, style: style) }
    let sides = rect.inset(rows: 1)
    fill(sides.left(1).part, with: lines.vertical, style: style)
    fill(sides.right(1).part, with: lines.vertical, style: style)
    write(lines.topLeft, at: rect.origin, style: style)
    write(lines.topRight, at: Position(column: rect.endColumn - 1, row: rect.row), style: style)
    if rect.rows > 1 {
      write(lines.bottomLeft, at: Position(column: rect.column, row: bottom), style: style)
      write(lines.bottomRight, at: Position(column: rect.endColumn - 1, row: bottom), style: style)
    }
  }
}

private struct FrameLines {
  let horizontal: String
  let vertical: String
  let topLeft: String
  let topRight: String
  let bottomLeft: String
  let bottomRight: String

  static let heavy = FrameLines(
    horizontal: "━", vertical: "┃", topLeft: "┏", topRight: "┓", bottomLeft: "┗", bottomRight: "┛")
  static let light = FrameLines(
    horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘")
}
