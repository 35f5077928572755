extension String {
  /// As an entry of a column, with the gap to the next one.
  ///
  /// - Parameter width: of the widest entry, in characters.
  func padded(to width: Int) -> String { self + String(repeating: " ", count: max(0, width - count) + 2) }
}
