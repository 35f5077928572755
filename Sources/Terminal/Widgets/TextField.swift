/// One line being edited; the terminal's cursor stands in it while it has the focus.
public struct TextField: Hashable, Sendable {
  public var editor: LineEditor
  public var style: Style
  public var isFocused: Bool

  public init(_ editor: LineEditor, style: Style = Style(.value, .underlined), isFocused: Bool = true) {
    self.editor = editor
    self.style = style
    self.isFocused = isFocused
  }

  /// Draws the part of the text around the cursor; … marks where more of it lies to the left or right.
  public func draw(in area: Rect, on canvas: inout Canvas) {
    guard area.columns > 0, area.rows > 0 else { return }
    canvas.fill(area.line(0), style: style)
    let before = VisibleText(editor.textBeforeCursor)
    let after = VisibleText(editor.textAfterCursor)
    let left = before.shortened(to: area.columns - 1, at: .start)
    let right = after.shortened(to: area.columns - left.columns)
    canvas.write(left, at: area.origin, style: style, columns: area.columns)
    let cursor = Position(column: area.column + left.columns, row: area.row)
    canvas.write(right, at: cursor, style: style, columns: area.columns - left.columns)
    if isFocused { canvas.cursor = cursor }
  }
}
