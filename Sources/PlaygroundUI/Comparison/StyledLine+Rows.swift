import Terminal

extension StyledLine {
  /// Broken between words into rows of at most that width, all but the first of them indented.
  func hanging(by indent: Int, columns: Int) -> [StyledLine] {
    guard self.columns > columns else { return [self] }
    let blanks = StyledLine(String(repeating: " ", count: indent))
    return wrapped(to: max(1, columns - indent)).enumerated().map { index, row in index == 0 ? row : blanks + row }
  }

  /// A row of carets below what is underlined; nil where nothing is.
  var carets: String? {
    guard spans.contains(where: { $0.style.attributes.contains(.underlined) }) else { return nil }
    let signs = spans.map { span in
      let isMarked = span.style.attributes.contains(.underlined)
      return String(repeating: isMarked ? "^" : " ", count: span.text.columns)
    }
    return String(signs.joined().reversed().drop { $0 == " " }.reversed())
  }
}
