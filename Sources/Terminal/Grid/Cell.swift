/// One place of the grid. Only a `Canvas` makes cells, so a cell never holds anything a terminal would obey.
public struct Cell: Hashable, Sendable {
  /// One glyph, or nothing in the second half of a wide one.
  public let text: String
  /// 1, 2 for the first half of a wide glyph, or 0 for its second half.
  public let columns: Int
  public internal(set) var style: Style

  static func blank(_ style: Style) -> Cell { Cell(text: " ", columns: 1, style: style) }
  static func continuation(_ style: Style) -> Cell { Cell(text: "", columns: 0, style: style) }
}
