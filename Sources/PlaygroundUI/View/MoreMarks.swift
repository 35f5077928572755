import Terminal

/// Says at the right end of the first and last row of a list how many rows lie beyond them.
struct MoreMarks {
  let above: Int
  let below: Int

  func draw(in area: Rect, on canvas: inout Canvas) {
    mark("↑", above, row: 0, in: area, on: &canvas)
    mark("↓", below, row: area.rows - 1, in: area, on: &canvas)
  }

  private func mark(_ arrow: String, _ count: Int, row: Int, in area: Rect, on canvas: inout Canvas) {
    guard count > 0, area.rows > 1 else { return }
    let text = " \(arrow) \(count) more"
    let place = area.line(row)
    canvas.write(
      text, at: Position(column: max(place.column, place.endColumn - text.displayColumns), row: place.row),
      style: .muted, columns: place.columns)
  }
}
