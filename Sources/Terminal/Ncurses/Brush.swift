internal import CNcurses

/// Draws cells into the ncurses window; knows which colour pair stands for which colour.
struct Brush {
  private let palette: Palette
  /// The pair of each foreground that could be set up; nil is the text's.
  private let pairs: [Int?: Int16]

  /// Only valid once a terminal is set up. Returns with the colours it really has.
  static func terminalColours() -> Int {
    // Any colour call on a terminal without colours may crash ncurses.
    guard has_colors(), start_color() == OK else { return 0 }
    use_default_colors()
    return Int(oap_colors())
  }

  init(_ colours: ColourDepth, theme: Theme) {
    palette = Palette(colours, theme: theme)
    var pairs: [Int?: Int16] = [:]
    if colours != .none {
      let background = Int16(palette.look(.text).background ?? -1)
      let wanted = Set(Role.allCases.compactMap { [palette] in palette.look(Style($0)).colour }).sorted()
      for (index, colour) in wanted.enumerated() where init_pair(Int16(index + 1), Int16(colour), background) == OK {
        pairs[colour] = Int16(index + 1)
      }
    }
    self.pairs = pairs
  }

  /// Whatever is not drawn on shows the background of the theme.
  func prepare() {
    guard let pair = pairs[palette.look(.text).colour], palette.look(.text).background != nil else { return }
    wbkgdset(oap_stdscr(), oap_blank(pair))
  }

  /// Draws everything that fits, but for the rows that the window holds already;
  /// ncurses finds out what changed in a row.
  func paint(_ canvas: Canvas, over painted: Canvas?, rows: Int, columns: Int) {
    guard let window = oap_stdscr() else { return }
    let painted = painted.flatMap { $0.size == canvas.size ? $0 : nil }
    if painted == nil { werase(window) }
    for row in 0..<min(rows, canvas.size.rows) where painted?.cells(inRow: row) != canvas.cells(inRow: row) {
      wmove(window, Int32(row), 0)
      wclrtoeol(window)
      for column in 0..<min(columns, canvas.size.columns) {
        guard let cell = canvas[Position(column: column, row: row)], cell.columns > 0 else { continue }
        if cell.text == " ", cell.style == .text { continue }
        if column + cell.columns > columns { continue }
        put(cell, row: row, column: column, window)
      }
    }
  }

  private func put(_ cell: Cell, row: Int, column: Int, _ window: UnsafeMutablePointer<WINDOW>) {
    let look = palette.look(cell.style)
    var characters = cell.text.unicodeScalars.map { wchar_t(bitPattern: $0.value) }
    characters.append(0)
    var complex = cchar_t()
    let pair = look.colour == nil ? 0 : pairs[look.colour] ?? 0
    guard setcchar(&complex, characters, attributes(look.attributes), pair, nil) == OK else { return }
    wmove(window, Int32(row), Int32(column))
    // In the last cell of the screen this answers ERR and draws all the same.
    wadd_wch(window, &complex)
  }

  private func attributes(_ attributes: Attributes) -> attr_t {
    var bits = OAP_A_NORMAL
    if attributes.contains(.bold) { bits |= OAP_A_BOLD }
    if attributes.contains(.underlined) { bits |= OAP_A_UNDERLINE }
    if attributes.contains(.reversed) { bits |= OAP_A_REVERSE }
    if attributes.contains(.dim) { bits |= OAP_A_DIM }
    return bits
  }
}
