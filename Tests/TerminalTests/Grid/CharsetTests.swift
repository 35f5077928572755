import Terminal
import Testing

@Suite struct `The ASCII character set` {
  private func ascii(_ lines: [String]) -> [String] {
    var canvas = Canvas(Size(columns: 40, rows: lines.count))
    for (row, line) in lines.enumerated() { canvas.write(line, at: Position(column: 0, row: row)) }
    return canvas.mapped(to: .ascii).lines
  }

  @Test func `a screen keeps its geometry`() {
    #expect(
      ascii([
        "┏━ 1 Request  POST /token ━ form · 2 ━┓",
        "┃ ► code  7c9e5d…       RFC 6749 §5.2 ┃",
        "┗━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━━┛",
        "┌─ 2 Explain  ✗ 401 ──────────────────┐",
        "│ ● ○ ✓ ◄ ██░░ browser → server ↵ „x“ │",
        "└─────────────────────────────────────┘",
      ]) == [
        "#= 1 Request  POST /token = form - 2 =#",
        "# > code  7c9e5d~       RFC 6749 s5.2 #",
        "#=====================================#",
        "+- 2 Explain  x 401 ------------------+",
        "| * o + < ##.. browser > server < \"x\" |",
        "+-------------------------------------+",
      ])
  }

  @Test func `what has no sign becomes a question mark for each column`() {
    #expect(ascii(["é漢x", "e\u{301}☃"]) == ["???x", "??"])
  }

  @Test func `every drawable character maps to ASCII of the same width`() {
    for value in UInt32(0xA0)...0x1_FFFF {
      guard let scalar = Unicode.Scalar(value), case .spacing(let columns) = DisplayWidth.of(scalar) else { continue }
      var canvas = Canvas(Size(columns: columns, rows: 1))
      canvas.write(String(Character(scalar)), at: Position(column: 0, row: 0))
      let line = canvas.mapped(to: .ascii).lines(trimmed: false)[0]
      if line.utf8.count != columns || !line.allSatisfy(\.isASCII) { Issue.record("\(scalar) became \(line)") }
    }
  }

  @Test func `UTF-8 changes nothing`() {
    var canvas = Canvas(Size(columns: 3, rows: 1))
    canvas.write("✓漢", at: Position(column: 0, row: 0))
    #expect(canvas.mapped(to: .utf8) == canvas)
  }

  @Test func `styles and the cursor stay`() {
    var canvas = Canvas(Size(columns: 3, rows: 1))
    canvas.write("漢", at: Position(column: 0, row: 0), style: .error)
    canvas.cursor = Position(column: 1, row: 0)
    #expect(canvas.mapped(to: .ascii).styles == ["ee"])
    #expect(canvas.mapped(to: .ascii).cursor == canvas.cursor)
  }
}
