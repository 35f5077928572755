internal import CNcurses
internal import CTerminal

extension NcursesDisplay {
  /// No terminal has more; beyond this a size is taken for nonsense and cut.
  private static let limit = Size(columns: 1000, rows: 500)

  public func present(_ canvas: Canvas) {
    guard canvas != shown else { return }
    shown = canvas
    if !isAway { paint() }
  }

  /// Draws everything anew, for ctrl-L and after someone else wrote to the terminal.
  public func redraw() {
    guard !isAway else { return }
    clearok(oap_curscr(), true)
    painted = nil
    paint()
  }

  func paint() {
    let canvas = shown ?? Canvas(size)
    let mapped = canvas.mapped(to: capabilities.charset)
    brush.paint(mapped, over: painted, rows: size.rows, columns: size.columns)
    painted = mapped
    if let cursor = canvas.cursor, canvas.area.intersection(Rect(size)).contains(cursor) {
      wmove(oap_stdscr(), Int32(cursor.row), Int32(cursor.column))
      curs_set(1)
    } else {
      curs_set(0)
    }
    wnoutrefresh(oap_stdscr())
    doupdate()
  }

  /// Asks the terminal for its size and tells ncurses; true when it changed.
  func updateSize() -> Bool {
    var rows: UInt16 = 0
    var columns: UInt16 = 0
    oap_get_size(options.output, &rows, &columns)
    // Some pseudo-terminals know no size.
    let found = rows > 0 && columns > 0 ? Size(columns: Int(columns), rows: Int(rows)) : .standard
    let next = Size(columns: min(found.columns, Self.limit.columns), rows: min(found.rows, Self.limit.rows))
    let window = oap_stdscr()
    if getmaxx(window) != next.columns || getmaxy(window) != next.rows {
      resizeterm(Int32(next.rows), Int32(next.columns))
      painted = nil
    }
    guard next != size else { return false }
    size = next
    painted = nil
    return true
  }
}
