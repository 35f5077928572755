/// A cell of the grid; both counts start at 0 in the top left corner. Negative values lie outside and are clipped.
public struct Position: Hashable, Sendable {
  public var column: Int
  public var row: Int

  public init(column: Int, row: Int) {
    self.column = column
    self.row = row
  }
}
