/// How many columns and rows a grid has. Never negative.
public struct Size: Hashable, Sendable {
  public var columns: Int
  public var rows: Int

  public init(columns: Int, rows: Int) {
    self.columns = max(0, columns)
    self.rows = max(0, rows)
  }

  /// What is assumed when a terminal does not know its own size.
  public static let standard = Size(columns: 80, rows: 24)

  /// Whether everything that needs `other` also has room here.
  public func holds(_ other: Size) -> Bool {
    columns >= other.columns && rows >= other.rows
  }
}

extension Size: CustomStringConvertible {
  public var description: String { "\(columns)x\(rows)" }
}
