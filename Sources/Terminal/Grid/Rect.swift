/// An area of the grid. Its extent is never negative, so every split of every rectangle is safe to draw into.
public struct Rect: Hashable, Sendable {
  public var column: Int
  public var row: Int
  public var columns: Int
  public var rows: Int

  public init(column: Int, row: Int, columns: Int, rows: Int) {
    self.column = column
    self.row = row
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// The whole of a grid of that size.
  public init(_ size: Size) {
    self.init(column: 0, row: 0, columns: size.columns, rows: size.rows)
  }

  public var origin: Position { Position(column: column, row: row) }
  public var size: Size { Size(columns: columns, rows: rows) }
  public var isEmpty: Bool { columns == 0 || rows == 0 }
  /// The first column to the right of the area.
  public var endColumn: Int { column + columns }
  /// The first row below the area.
  public var endRow: Int { row + rows }

  public func contains(_ position: Position) -> Bool {
    (column..<endColumn).contains(position.column) && (row..<endRow).contains(position.row)
  }

  public func intersection(_ other: Rect) -> Rect {
    let left = max(column, other.column)
    let top = max(row, other.row)
    return Rect(
      column: left, row: top,
      columns: min(endColumn, other.endColumn) - left, rows: min(endRow, other.endRow) - top)
  }

  /// The area without a margin on each side; what does not fit becomes empty and stays inside.
  public func inset(columns horizontal: Int = 0, rows vertical: Int = 0) -> Rect {
    let left = min(max(0, horizontal), columns)
    let top = min(max(0, vertical), rows)
    return Rect(
      column: column + left, row: row + top,
      columns: columns - left - horizontal, rows: rows - top - vertical)
  }

  /// The inside of a frame drawn on the edge of this area.
  public var insideFrame: Rect { inset(columns: 1, rows: 1) }

  /// One row of the area as an area of its own; empty when the area has no such row.
  public func line(_ index: Int) -> Rect {
    let exists = (0..<rows).contains(index)
    return Rect(column: column, row: row + index, columns: columns, rows: exists ? 1 : 0)
  }

  /// The area of `size` in the middle of this one, cut to it.
  public func centred(_ size: Size) -> Rect {
    let width = min(size.columns, columns)
    let height = min(size.rows, rows)
    return Rect(
      column: column + (columns - width) / 2, row: row + (rows - height) / 2, columns: width, rows: height)
  }
}

extension Rect {
  /// The first `count` rows, and the rest below them.
  public func top(_ count: Int) -> (part: Rect, rest: Rect) {
    let height = min(max(0, count), rows)
    return (
      Rect(column: column, row: row, columns: columns, rows: height),
      Rect(column: column, row: row + height, columns: columns, rows: rows - height)
    )
  }

  /// The last `count` rows, and the rest above them.
  public func bottom(_ count: Int) -> (part: Rect, rest: Rect) {
    let (rest, part) = top(rows - min(max(0, count), rows))
    return (part, rest)
  }

  /// The first `count` columns, and the rest right of them.
  public func left(_ count: Int) -> (part: Rect, rest: Rect) {
    let width = min(max(0, count), columns)
    return (
      Rect(column: column, row: row, columns: width, rows: rows),
      Rect(column: column + width, row: row, columns: columns - width, rows: rows)
    )
  }

  /// The last `count` columns, and the rest left of them.
  public func right(_ count: Int) -> (part: Rect, rest: Rect) {
    let (rest, part) = left(columns - min(max(0, count), columns))
    return (part, rest)
  }
}
