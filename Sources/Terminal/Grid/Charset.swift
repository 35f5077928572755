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
  /// The ASCII sign that stands for a glyph; what has none becomes a question mark.
  static func ascii(for text: String) -> String {
    if text.utf8.count == 1 { return text }
    return signs[text] ?? "?"
  }

  private static let signs: [String: String] = {
    let rows: [(sign: String, glyphs: String)] = [
      ("=", "━═"), ("-", "─·–—‐‑−╌"), ("#", "┃║█▓┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬"), ("|", "│╎"), ("+", "┌┐└┘├┤┬┴┼✓╭╮╰╯"),
      ("x", "✗×"), ("*", "●•★"), ("o", "○◦"), (">", "►→▸›»"), ("<", "◄←◂‹«↵"), ("^", "↑▲"), ("v", "↓▼"), ("~", "…≈"),
      (".", "░▒┄┈┅"), (" ", "§"), ("\"", "“”„"), ("'", "‘’‚"),
    ]
    var table: [String: String] = [:]
    for row in rows {
      for glyph in row.glyphs { table[String(glyph)] = row.sign }
    }
    return table
  }()
}
