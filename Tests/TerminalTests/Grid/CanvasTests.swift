import Terminal
import Testing

@Suite struct `Drawing on a canvas` {
  @Test func `text is written where it belongs`() {
    var canvas = Canvas(Size(columns: 10, rows: 2))
    let used = canvas.write("code", at: Position(column: 2, row: 1), style: .accent)
    #expect(used == 4)
    #expect(canvas.lines == ["", "  code"])
    #expect(canvas.styles == ["", "..aaaa"])
    #expect(canvas.lines(trimmed: false) == ["          ", "  code    "])
  }

  @Test func `text is cut at every edge`() {
    var canvas = Canvas(Size(columns: 4, rows: 1))
    canvas.write("abcdef", at: Position(column: -2, row: 0))
    #expect(canvas.lines == ["cdef"])
    canvas.write("12345", at: Position(column: 2, row: 0))
    #expect(canvas.lines == ["cd12"])
    canvas.write("no", at: Position(column: 0, row: 1))
    canvas.write("no", at: Position(column: 0, row: -1))
    canvas.write("no", at: Position(column: 9, row: 0))
    #expect(canvas.lines == ["cd12"])
  }

  @Test func `text stops at the columns it was given`() {
    var canvas = Canvas(Size(columns: 10, rows: 1))
    #expect(canvas.write("abcdef", at: Position(column: 0, row: 0), columns: 3) == 3)
    #expect(canvas.write("x漢", at: Position(column: 5, row: 0), columns: 2) == 1)
    #expect(canvas.lines == ["abc  x"])
  }

  @Test func `half a wide character is never drawn`() {
    var canvas = Canvas(Size(columns: 5, rows: 3))
    canvas.write("abc漢字", at: Position(column: 0, row: 0))
    canvas.write("漢字漢字", at: Position(column: 0, row: 1))
    canvas.write("漢字", at: Position(column: -1, row: 2))
    #expect(canvas.lines(trimmed: false) == ["abc漢", "漢字 ", " 字  "])
  }

  @Test func `overwriting one half of a wide character blanks the other`() {
    var canvas = Canvas(Size(columns: 6, rows: 2))
    canvas.write("漢字漢", at: Position(column: 0, row: 0))
    canvas.write("x", at: Position(column: 1, row: 0))
    canvas.write("y", at: Position(column: 2, row: 0))
    canvas.write("漢字漢", at: Position(column: 0, row: 1))
    canvas.write("語", at: Position(column: 1, row: 1))
    #expect(canvas.lines(trimmed: false) == [" xy 漢", " 語 漢"])
  }

  @Test func `a wide cell is followed by its continuation`() {
    var canvas = Canvas(Size(columns: 3, rows: 1))
    canvas.write("漢", at: Position(column: 0, row: 0))
    #expect(canvas[Position(column: 0, row: 0)]?.columns == 2)
    #expect(canvas[Position(column: 1, row: 0)]?.columns == 0)
    #expect(canvas[Position(column: 1, row: 0)]?.text == "")
    #expect(canvas[Position(column: 3, row: 0)] == nil)
  }

  @Test func `an escape is drawn reversed, also on a reversed row`() {
    var canvas = Canvas(Size(columns: 8, rows: 2))
    canvas.write("a\u{1b}b", at: Position(column: 0, row: 0), style: .value)
    canvas.write("a\u{1b}b", at: Position(column: 0, row: 1), style: .value.reversed)
    #expect(canvas.lines == ["a\\x1bb", "a\\x1bb"])
    #expect(canvas.styles == ["vVVVVv", "VvvvvV"])
  }

  @Test func `a fill is clipped and refuses what is not one column wide`() {
    var canvas = Canvas(Size(columns: 4, rows: 2))
    canvas.fill(Rect(column: 2, row: -1, columns: 9, rows: 9), with: "█")
    #expect(canvas.lines == ["  ██", "  ██"])
    canvas.fill(Rect(column: 3, row: 1, columns: 1, rows: 1), with: "漢")
    #expect(canvas.lines == ["  ██", "  █"])
  }

  @Test func `a mark keeps what is drawn`() {
    var canvas = Canvas(Size(columns: 4, rows: 1))
    canvas.write("ok", at: Position(column: 0, row: 0), style: .ok)
    canvas.mark(Rect(column: 0, row: 0, columns: 99, rows: 1), .reversed)
    #expect(canvas.lines == ["ok"])
    #expect(canvas.styles == ["OOTT"])
  }

  @Test func `a styled line keeps its styles and stops at its columns`() {
    var canvas = Canvas(Size(columns: 12, rows: 2))
    let line: StyledLine = [StyledSpan("code", .name), StyledSpan("="), StyledSpan("7c9e5d", .value)]
    #expect(canvas.draw(line, at: Position(column: 0, row: 0)) == 11)
    #expect(canvas.draw(line, at: Position(column: 0, row: 1), columns: 7) == 7)
    #expect(canvas.lines == ["code=7c9e5d", "code=7c"])
    #expect(canvas.styles == ["nnnn.vvvvvv", "nnnn.vv"])
  }

  @Test func `an empty canvas takes everything and shows nothing`() {
    var canvas = Canvas(Size(columns: 0, rows: 0))
    canvas.write("x", at: Position(column: 0, row: 0))
    canvas.frame(canvas.area, title: "x")
    Gauge(fraction: 0.5).draw(in: canvas.area, on: &canvas)
    #expect(canvas.lines.isEmpty)
  }
}
