extension Canvas {
  /// The text plane: one string a row, without trailing blanks.
  public var lines: [String] { lines(trimmed: true) }

  /// The text plane, with or without trailing blanks.
  public func lines(trimmed: Bool) -> [String] {
    plane(trimming: trimmed ? " " : nil) { $0.text }
  }

  /// The style plane: one letter a column for the role, upper case when reversed; plain text is a dot.
  ///
  /// `.` text, `m` muted, `a` accent, `o` ok, `y` attention, `e` error, `h` title, `n` name, `v` value;
  /// trailing dots are cut.
  public var styles: [String] {
    plane(trimming: ".") { cell in
      let letter = Self.letter(cell.style.role)
      guard cell.style.attributes.contains(.reversed) else { return letter }
      return letter == "." ? "T" : letter.uppercased()
    }
  }

  private func plane(trimming blank: Character?, _ draw: (Cell) -> String) -> [String] {
    (0..<size.rows).map { row in
      let start = row * size.columns
      var line = cells[start..<(start + size.columns)].map(draw).joined()
      while let blank, line.last == blank { line.removeLast() }
      return line
    }
  }

  private static func letter(_ role: Role) -> String {
    switch role {
    case .text: "."
    case .muted: "m"
    case .accent: "a"
    case .ok: "o"
    case .attention: "y"
    case .error: "e"
    case .title: "h"
    case .name: "n"
    case .value: "v"
    }
  }
}
