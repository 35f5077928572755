import Terminal
import Testing

@Suite struct `Widgets` {
  private func drawn(_ columns: Int, _ rows: Int, _ draw: (Rect, inout Canvas) -> Void) -> Canvas {
    var canvas = Canvas(Size(columns: columns, rows: rows))
    draw(canvas.area, &canvas)
    return canvas
  }

  @Test(arguments: [
    (0.0, "░░░░░░░░░░"), (1.0, "██████████"), (0.5, "█████░░░░░"), (0.001, "█░░░░░░░░░"), (0.999, "█████████░"),
    (-1, "░░░░░░░░░░"), (7, "██████████"), (.nan, "░░░░░░░░░░"),
  ])
  func `a gauge looks full or empty only when it is`(fraction: Double, line: String) {
    #expect(drawn(10, 1) { Gauge(fraction: fraction).draw(in: $0, on: &$1) }.lines == [line])
  }

  @Test func `a gauge one column wide shows whether anything is left`() {
    #expect(drawn(1, 1) { Gauge(fraction: 0.4).draw(in: $0, on: &$1) }.lines == ["█"])
  }

  @Test func `a list marks the selected row and reverses it while focused`() {
    let rows: [StyledLine] = ["GET /authorize", "POST /token", "GET /me"]
    let canvas = drawn(12, 2) { ListView(rows: rows, selection: 2, isFocused: true).draw(in: $0, on: &$1) }
    #expect(canvas.lines == ["  POST /tok…", "► GET /me"])
    #expect(canvas.styles == ["aa", "AATTTTTTTTTT"])
  }

  @Test func `a list shortens rows that are too long`() {
    let canvas = drawn(8, 1) { ListView(rows: ["workshop-app"]).draw(in: $0, on: &$1) }
    #expect(canvas.lines == ["  works…"])
  }

  @Test func `a list without focus keeps the mark and is not reversed`() {
    let canvas = drawn(6, 1) { ListView(rows: ["a"], selection: 0).draw(in: $0, on: &$1) }
    #expect(canvas.lines == ["► a"])
    #expect(canvas.styles == ["aa"])
  }

  @Test func `a paragraph wraps and tells when something is below`() {
    let text = "The code is not used up.\nTry again."
    #expect(
      drawn(12, 4) { Paragraph(text).draw(in: $0, on: &$1) }.lines == ["The code is", "not used up.", "Try again.", ""])
    #expect(drawn(12, 2) { Paragraph(text).draw(in: $0, on: &$1) }.lines == ["The code is", "not used up…"])
    #expect(drawn(12, 1) { Paragraph(text).draw(in: $0, on: &$1) }.lines == ["The code is…"])
  }

  @Test func `a scrolled paragraph shows its end`() {
    let paragraph = Paragraph("one\ntwo\nthree", window: ScrollWindow(offset: 9))
    #expect(drawn(6, 2) { paragraph.draw(in: $0, on: &$1) }.lines == ["two", "three"])
  }

  @Test func `a text field shows the cursor and what is around it`() {
    var editor = LineEditor("workshop-app")
    let end = drawn(8, 1) { TextField(editor).draw(in: $0, on: &$1) }
    #expect(end.lines == ["…op-app"])
    #expect(end.cursor == Position(column: 7, row: 0))
    _ = editor.apply(.home)
    let start = drawn(8, 1) { TextField(editor).draw(in: $0, on: &$1) }
    #expect(start.lines == ["worksho…"])
    #expect(start.cursor == Position(column: 0, row: 0))
  }

  @Test func `a text field without focus leaves the cursor alone`() {
    #expect(drawn(8, 1) { TextField(LineEditor("x"), isFocused: false).draw(in: $0, on: &$1) }.cursor == nil)
  }

  @Test func `every widget draws into every size`() {
    for columns in 0...4 {
      for rows in 0...3 {
        let area = Rect(column: 1, row: 1, columns: columns, rows: rows)
        var canvas = Canvas(Size(columns: 6, rows: 5))
        ListView(rows: ["漢字漢字", "b"], selection: 1, isFocused: true).draw(in: area, on: &canvas)
        Paragraph("漢字 text that is long").draw(in: area, on: &canvas)
        TextField(LineEditor("漢字漢字")).draw(in: area, on: &canvas)
        Gauge(fraction: 0.5).draw(in: area, on: &canvas)
        for row in 0..<5 {
          for column in 0..<6 where !area.contains(Position(column: column, row: row)) {
            #expect(canvas[Position(column: column, row: row)]?.text == " ")
          }
        }
      }
    }
  }
}
