import Terminal

/// Where what was found stops being what was expected: what an eye that compares two long values looks for.
struct FirstDifference: Equatable {
  /// Counted from 1.
  let octet: Int
  /// What both begin with.
  let common: String
  let words: String

  /// Nil where they are equal, or have so little in common that nobody would compare them sign by sign.
  init?(between expected: String, and found: String) {
    let pairs = zip(expected.unicodeScalars, found.unicodeScalars).prefix { $0 == $1 }
    let count = pairs.count
    let (left, right) = (expected.unicodeScalars.count, found.unicodeScalars.count)
    guard expected != found, count >= 8 || count * 2 >= min(left, right) || (left == right && count > 0), count > 0
    else { return nil }
    var common = String.UnicodeScalarView()
    common.append(contentsOf: found.unicodeScalars.prefix(count))
    self.common = String(common)
    octet = self.common.utf8.count + 1
    words =
      if count == right {
        "it ends here, \(expected.utf8.count - found.utf8.count) octets too early"
      } else if count == left {
        "from octet \(octet) on it is too long"
      } else {
        "octet \(octet) is the first that differs"
      }
  }

  /// The text in rows of that width, and a caret below the first sign that differs.
  func rows(of found: String, columns: Int) -> [StyledLine] {
    var rows = VisibleText(found).split(every: max(1, columns)).map { StyledLine($0, .value) }
    let place = VisibleText(common).columns
    let (row, column) = (place / max(1, columns), place % max(1, columns))
    rows.insert(
      contentsOf: pointer(at: column, columns).map { StyledLine($0, .attention) }, at: min(row + 1, rows.count))
    return rows
  }

  /// The caret, with the words on whichever side of it there is room for them, or below it.
  private func pointer(at column: Int, _ columns: Int) -> [String] {
    let caret = String(repeating: " ", count: column) + "↑"
    if column + 2 + words.count <= columns { return [caret + " " + words] }
    if words.count < column { return [(words + " ↑").leftPadded(to: column + 1)] }
    return [caret] + words.wrapped(to: max(1, columns))
  }
}
