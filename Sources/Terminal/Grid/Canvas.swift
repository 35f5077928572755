/// A grid of cells: the only thing anything is drawn on. Whatever lies outside is clipped; no drawing can fail.
public struct Canvas: Hashable, Sendable {
  public let size: Size
  public private(set) var cells: [Cell]
  /// Where the terminal's own cursor is shown, for text fields and for readers that follow it.
  public var cursor: Position?

  public init(_ size: Size) {
    self.size = size
    cells = Array(repeating: .blank(.text), count: size.columns * size.rows)
  }

  public var area: Rect { Rect(size) }

  /// The cell at a place, or nil outside the grid.
  public subscript(_ position: Position) -> Cell? {
    index(position).map { cells[$0] }
  }

  /// Writes text on one row and returns the columns it took. Text beyond `columns` or the edge is cut.
  @discardableResult
  public mutating func write(_ text: String, at start: Position, style: Style = .text, columns: Int? = nil) -> Int {
    write(VisibleText(text), at: start, style: style, columns: columns)
  }

  /// Writes text that was made visible before; its escapes are drawn reversed.
  @discardableResult
  public mutating func write(
    _ text: VisibleText, at start: Position, style: Style = .text, columns: Int? = nil
  ) -> Int {
    var used = 0
    for glyph in text.glyphs {
      if let columns, used + glyph.columns > columns { break }
      if start.column + used >= size.columns { break }
      place(glyph, column: start.column + used, row: start.row, style: style)
      used += glyph.columns
    }
    return used
  }

  /// Draws a styled line and returns the columns it took.
  @discardableResult
  public mutating func draw(_ line: StyledLine, at start: Position, columns: Int? = nil) -> Int {
    var used = 0
    for span in line.spans {
      let room = columns.map { max(0, $0 - used) }
      let taken = write(
        span.text, at: Position(column: start.column + used, row: start.row), style: span.style, columns: room)
      used += taken
      if taken < span.text.columns { break }
    }
    return used
  }

  /// Fills an area with a glyph one column wide; anything else fills with blanks.
  public mutating func fill(_ rect: Rect, with text: String = " ", style: Style = .text) {
    let glyphs = VisibleText(text).glyphs
    let glyph = glyphs.count == 1 && glyphs[0].columns == 1 ? glyphs[0] : Glyph(text: " ", columns: 1)
    let visible = rect.intersection(area)
    for row in visible.row..<visible.endRow {
      for column in visible.column..<visible.endColumn {
        place(glyph, column: column, row: row, style: style)
      }
    }
  }

  /// Adds attributes to whatever is already drawn in an area; a selected row is drawn, then reversed.
  public mutating func mark(_ rect: Rect, _ attributes: Attributes) {
    let visible = rect.intersection(area)
    for row in visible.row..<visible.endRow {
      for column in visible.column..<visible.endColumn {
        cells[row * size.columns + column].style.attributes.formUnion(attributes)
      }
    }
  }

  private func index(_ position: Position) -> Int? {
    guard area.contains(position) else { return nil }
    return position.row * size.columns + position.column
  }
}

extension Canvas {
  /// Puts one glyph into the grid. Half a wide glyph is never left behind: its other half becomes a blank.
  private mutating func place(_ glyph: Glyph, column: Int, row: Int, style: Style) {
    let style = glyph.isEscape ? style.escaped : style
    guard (0..<size.rows).contains(row) else { return }
    guard column >= 0, column + glyph.columns <= size.columns else {
      for part in column..<(column + glyph.columns) where (0..<size.columns).contains(part) {
        release(column: part, row: row)
        cells[row * size.columns + part] = .blank(style)
      }
      return
    }
    for part in column..<(column + glyph.columns) { release(column: part, row: row) }
    let index = row * size.columns + column
    cells[index] = Cell(text: glyph.text, columns: glyph.columns, style: style)
    if glyph.columns == 2 { cells[index + 1] = .continuation(style) }
  }

  /// Blanks the partner of a cell that is about to be overwritten.
  private mutating func release(column: Int, row: Int) {
    let index = row * size.columns + column
    switch cells[index].columns {
    case 0: cells[index - 1] = .blank(cells[index - 1].style)
    case 2: cells[index + 1] = .blank(cells[index + 1].style)
    default: break
    }
  }

  func cells(inRow row: Int) -> ArraySlice<Cell> { cells[(row * size.columns)..<((row + 1) * size.columns)] }

  /// The same grid with every cell replaced by one of the same width.
  func mappingCells(_ transform: (Cell) -> [Cell]) -> Canvas {
    var mapped = self
    for index in cells.indices where cells[index].columns > 0 {
      mapped.cells.replaceSubrange(index..<(index + cells[index].columns), with: transform(cells[index]))
    }
    return mapped
  }
}
