/// Rows of which one may be selected: a ► in front of it, and reversed while the list has the focus.
public struct ListView: Hashable, Sendable {
  public var rows: [StyledLine]
  public var selection: Int?
  public var isFocused: Bool
  public var window: ScrollWindow

  public init(rows: [StyledLine], selection: Int? = nil, isFocused: Bool = false, window: ScrollWindow = ScrollWindow())
  {
    self.rows = rows
    self.selection = selection
    self.isFocused = isFocused
    self.window = window
  }

  /// Draws what fits, selection included, two columns of margin on the left for the mark.
  public func draw(in area: Rect, on canvas: inout Canvas) {
    let shown = window.showing(selection, of: rows.count, visible: area.rows)
    for (line, index) in shown.range(of: rows.count, visible: area.rows).enumerated() {
      let place = area.line(line)
      let isSelected = index == selection
      canvas.write(isSelected ? "► " : "  ", at: place.origin, style: .accent, columns: place.columns)
      let (_, rest) = place.left(2)
      canvas.draw(rows[index].shortened(to: rest.columns), at: rest.origin, columns: rest.columns)
      if isSelected, isFocused { canvas.mark(place, .reversed) }
    }
  }
}
