import Terminal

/// Digits five rows high, for a countdown that the last row of a room can read.
enum BigDigits {
  static let rows = 5
  private static let columns = 6
  private static let gap = 2

  /// Each digit as three by five; a cell is two columns wide, so that it looks square.
  private static let shapes: [Character: [String]] = [
    "0": ["###", "# #", "# #", "# #", "###"],
    "1": [" # ", "## ", " # ", " # ", "###"],
    "2": ["###", "  #", "###", "#  ", "###"],
    "3": ["###", "  #", " ##", "  #", "###"],
    "4": ["# #", "# #", "###", "  #", "  #"],
    "5": ["###", "#  ", "###", "  #", "###"],
    "6": ["###", "#  ", "###", "# #", "###"],
    "7": ["###", "  #", " # ", " # ", " # "],
    "8": ["###", "# #", "###", "# #", "###"],
    "9": ["###", "# #", "###", "  #", "###"],
    ".": [" ", " ", " ", " ", "#"],
  ]

  static func columns(of text: String) -> Int {
    text.reduce(0) { $0 + 2 * (shapes[$1]?[0].count ?? 0) + gap }
  }

  static func draw(_ text: String, style: Style, at origin: Position, on canvas: inout Canvas) {
    var column = origin.column
    for character in text {
      guard let shape = shapes[character] else { continue }
      for (row, line) in shape.enumerated() {
        for (index, cell) in line.enumerated() where cell == "#" {
          canvas.write("██", at: Position(column: column + 2 * index, row: origin.row + row), style: style)
        }
      }
      column += 2 * shape[0].count + gap
    }
  }
}
