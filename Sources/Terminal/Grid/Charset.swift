/// The characters a terminal can show.
public enum Charset: Hashable, Sendable {
  case utf8, ascii
}

extension Canvas {
  /// The same picture in the characters of a charset; no cell moves.
  public func mapped(to charset: Charset) -> Canvas {
    switch charset {
    case .utf8: self
    case .ascii:
      mappingCells { cell in
        let text = Charset.ascii(for: cell.text)
        return Array(repeating: Cell(text: text, columns: 1, style: cell.style), count: cell.columns)
      }
    }
  }
}

extension Charset {
  /// One line of text in the characters of this charset, made visible first.
  public func spelling(of text: String) -> String {
    let visible = VisibleText(text)
    switch self {
    case .utf8: return visible.string
    case .ascii:
      return visible.glyphs.map { String(repeating: Self.ascii(for: $0.text), count: $0.columns) }.joined()
    }
  }

  /// The ASCII sign that stands for a glyph; what has none becomes a question mark.
  static func ascii(for text: String) -> String {
    if text.utf8.count == 1 { return text }
    return signs[text] ?? "?"
  }

  private static let signs: [String: String] = {
    let rows: [(sign: String, glyphs: String)] = [
      ("=", "━═"), ("-", "─·–—‐‑−╌"), ("#", "┃║█▓┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬"), ("|", "│╎"), ("+", "┌┐└┘├┤┬┴┼✓╭╮╰╯"),
      ("x", "✗×"), ("*", "●•★"), ("o", "○◦"), (">", "►→▸›»"), ("<", "◄←◂‹«↵"), ("^", "↑▲"), ("v", "↓▼"), ("~", "…≈"),
      (".", "░▒┄┈┅"), ("s", "§"), ("!", "≠"), ("\"", "“”„"), ("'", "‘’‚"),
    ]
    var table: [String: String] = [:]
    for row in rows {
      for glyph in row.glyphs { table[String(glyph)] = row.sign }
    }
    return table
  }()
}
