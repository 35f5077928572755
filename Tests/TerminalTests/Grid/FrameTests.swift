import Terminal
import Testing

@Suite struct `Frames` {
  private func drawn(
    _ columns: Int, _ rows: Int = 3, title: StyledLine = [], note: StyledLine = [], footer: StyledLine = [],
    focused: Bool = false
  ) -> [String] {
    var canvas = Canvas(Size(columns: columns, rows: rows))
    canvas.frame(canvas.area, title: title, note: note, footer: footer, focused: focused)
    return canvas.lines
  }

  @Test func `a panel has its title left and its note right`() {
    #expect(
      drawn(30, title: "3 Log", note: "4 exchanges") == [
        "┌─ 3 Log ────── 4 exchanges ─┐",
        "│                            │",
        "└────────────────────────────┘",
      ])
  }

  @Test func `the focused panel has heavy lines, a bold title and a footer`() {
    var canvas = Canvas(Size(columns: 24, rows: 3))
    let inside = canvas.frame(canvas.area, title: "1 Request", footer: "↵ edit", focused: true)
    #expect(
      canvas.lines == [
        "┏━ 1 Request ━━━━━━━━━━┓",
        "┃                      ┃",
        "┗━ ↵ edit ━━━━━━━━━━━━━┛",
      ])
    #expect(inside == Rect(column: 1, row: 1, columns: 22, rows: 1))
    #expect(canvas[Position(column: 3, row: 0)]?.style.attributes == .bold)
    #expect(canvas[Position(column: 1, row: 0)]?.style.attributes == [])
  }

  @Test func `half a note says nothing, so it is left out; then the title is cut`() {
    #expect(drawn(25, title: "3 Log", note: "4 exchanges")[0] == "┌─ 3 Log ─ 4 exchanges ─┐")
    #expect(drawn(24, title: "3 Log", note: "4 exchanges")[0] == "┌─ 3 Log ──────────────┐")
    #expect(drawn(16, title: "3 Log", note: "4 exchanges")[0] == "┌─ 3 Log ──────┐")
    #expect(drawn(10, title: "1 Request")[0] == "┌─ 1 R… ─┐")
    #expect(drawn(7, title: "1 Request")[0] == "┌─ … ─┐")
    #expect(drawn(6, title: "1 Request")[0] == "┌────┐")
  }

  @Test func `a note that just fits leaves one line between`() {
    #expect(drawn(17, title: "Log", note: "news!")[0] == "┌─ Log ─ news! ─┐")
    #expect(drawn(17, note: "news!")[0] == "┌─────── news! ─┐")
  }

  @Test func `a hostile title cannot leave the border`() {
    #expect(drawn(12, title: "\u{1b}]0;x\u{7}\r\n漢字")[0] == "┌─ \\x1b]… ─┐")
  }

  @Test func `every size can be framed`() {
    for columns in 0...9 {
      for rows in 0...4 {
        var canvas = Canvas(Size(columns: 9, rows: 4))
        canvas.frame(
          Rect(column: 0, row: 0, columns: columns, rows: rows), title: "title", note: "note", footer: "footer")
        for line in canvas.lines(trimmed: false).dropFirst(rows) { #expect(line == "         ") }
        for line in canvas.lines(trimmed: false) { #expect(line.dropFirst(columns).allSatisfy { $0 == " " }) }
      }
    }
  }
}
