import Terminal

/// What is drawn on a screen, as words for those who hear it or read it line by line.
enum PlainText {
  /// A sentence, without the signs that stand for keys and those that decorate.
  static func sentence(_ text: String) -> String {
    text.replacing("↵", with: "send").replacing("✓ ", with: "").replacing("✗ ", with: "").replacing(" → ", with: " to ")
  }

  /// A drawn row: a sign, or several, before a column becomes a word, and the room between columns a colon.
  static func row(_ text: String) -> String {
    let columns = text.replacing(" → ", with: " to ").split(separator: "  ").map { column($0.trimmingBlanks) }
    return columns.filter { !$0.isEmpty }.reduce("") { row, column in
      row.isEmpty ? column : row + (row.last == ":" ? " " : ": ") + column
    }
  }

  private static func column(_ text: Substring) -> String {
    guard let first = text.first, let meaning = meanings[first], text.dropFirst().first == " " else {
      return String(text.filter { !isDrawn($0) }[...].trimmingBlanks)
    }
    return meaning + column(text.dropFirst(2))
  }

  private static let meanings: [Character: String] = [
    "✓": "passed: ", "✗": "refused: ", "·": "open: ", "•": "changed: ", "≠": "differs: ",
  ]

  private static func isDrawn(_ character: Character) -> Bool {
    guard let scalar = character.unicodeScalars.first else { return false }
    return (0x2500...0x259F).contains(scalar.value) || "✓✗●○".contains(character)
  }
}

extension Substring {
  fileprivate var trimmingBlanks: Substring {
    var text = drop { $0 == " " }
    while text.last == " " { text.removeLast() }
    return text
  }
}
