import Terminal
import Testing

@Suite struct `Untrusted text` {
  @Test(arguments: [
    ("plain text", "plain text"), ("\u{1b}[31mred", "\\x1b[31mred"), ("a\r\nb\tc\0", "a\\x0d\\x0ab\\x09c\\x00"),
    ("\u{7f}\u{9b}31m", "\\x7f\\x9b31m"), ("\u{202e}moc.evil", "\\u{202e}moc.evil"), ("a\u{200b}b", "a\\u{200b}b"),
    ("\u{feff}bom", "\\u{feff}bom"), ("\u{e0041}tag", "\\u{e0041}tag"), ("\u{e000}", "\\u{e000}"),
    ("\u{fffe}\u{10ffff}", "\\u{fffe}\\u{10ffff}"), ("a\u{a0}b\u{3000}", "a\\u{a0}b\\u{3000}"),
    ("\u{2028}\u{2029}", "\\u{2028}\\u{2029}"), ("é漢✓", "é漢✓"), ("e\u{301}", "e\u{301}"), ("\u{301}x", "\\u{301}x"),
    ("⚠\u{fe0f}", "⚠\\u{fe0f}"), ("👨\u{200d}👩", "👨\\u{200d}👩"), ("🇩🇪", "\\u{1f1e9}\\u{1f1ea}"),
    ("👍🏽", "👍\\u{1f3fd}"), ("\u{1b}\u{301}", "\\x1b\\u{301}"),
    ("a\u{301}\u{301}\u{301}\u{301}\u{301}", "a\u{301}\u{301}\u{301}\u{301}\\u{301}"),
  ])
  func `what cannot be shown stands as an escape`(text: String, shown: String) {
    #expect(Array(VisibleText(text).string.unicodeScalars) == Array(shown.unicodeScalars))
  }

  @Test func `an escape is told apart from the same letters`() {
    let literal = VisibleText("\\x1b").spans
    #expect(literal.map(\.isEscape) == [false])
    let mixed = VisibleText("a\u{1b}\\x1b").spans
    #expect(mixed.map(\.text) == ["a", "\\x1b", "\\x1b"])
    #expect(mixed.map(\.isEscape) == [false, true, false])
  }

  @Test(
    arguments: [
      ([0x61, 0xC3, 0xA9, 0x62], "aéb"), ([0xFF, 0x61], "\\xffa"), ([0xC3], "\\xc3"), ([0xC3, 0x28], "\\xc3("),
      ([0xC0, 0xAF], "\\xc0\\xaf"), ([0xE0, 0x80, 0xAF], "\\xe0\\x80\\xaf"), ([0xED, 0xA0, 0x80], "\\xed\\xa0\\x80"),
      ([0xF4, 0x90, 0x80, 0x80], "\\xf4\\x90\\x80\\x80"), ([0xF0, 0x9F, 0x98, 0x80], "😀"),
      ([0xE6, 0xBC, 0xC3, 0xA9], "\\xe6\\xbcé"), ([0xC2, 0x9B], "\\x9b"), ([0xF0, 0x9F, 0x98], "\\xf0\\x9f\\x98"),
    ] as [([UInt8], String)])
  func `bytes that are not UTF-8 are shown one by one`(bytes: [UInt8], shown: String) {
    #expect(VisibleText(bytes: bytes).string == shown)
  }

  @Test func `valid bytes and their text look the same`() {
    var random = Seeded(seed: 11)
    for _ in 0..<200 {
      let text = String(String.UnicodeScalarView((0..<30).map { _ in random.scalar() }))
      #expect(VisibleText(bytes: text.utf8) == VisibleText(text))
    }
  }

  @Test func `lines end with LF or CR LF, and a lone CR is visible`() {
    #expect(VisibleText.lines("a\r\nb\n\nc\rd").map(\.string) == ["a", "b", "", "c\\x0dd"])
    #expect(VisibleText.lines("").map(\.string) == [""])
  }

  @Test func `no hostile bytes make an unsafe cell or an uneven row`() {
    var random = Seeded(seed: 7)
    for round in 0..<300 {
      let size = Size(columns: Int.random(in: 1...40, using: &random), rows: Int.random(in: 1...6, using: &random))
      var canvas = Canvas(size)
      for _ in 0..<8 {
        let start = Position(
          column: Int.random(in: -5...45, using: &random), row: Int.random(in: -1...6, using: &random))
        let text = String(String.UnicodeScalarView((0..<20).map { _ in random.scalar() }))
        let bytes = (0..<20).map { _ in UInt8.random(in: .min ... .max, using: &random) }
        canvas.write(text, at: start)
        canvas.write(VisibleText(bytes: bytes), at: Position(column: start.row, row: start.row + 1))
        canvas.frame(Rect(canvas.size).inset(columns: round % 3), title: StyledLine(text), note: StyledLine(text))
      }
      expectSafe(canvas)
      expectSafe(canvas.mapped(to: .ascii))
    }
  }

  private func expectSafe(_ canvas: Canvas) {
    for row in 0..<canvas.size.rows {
      let cells = (0..<canvas.size.columns).compactMap { canvas[Position(column: $0, row: row)] }
      #expect(cells.reduce(0) { $0 + $1.columns } == canvas.size.columns)
      for scalar in cells.flatMap({ $0.text.unicodeScalars }) {
        switch DisplayWidth.of(scalar) {
        case .spacing, .combining: continue
        case .control, .unsafe: Issue.record("U+\(String(scalar.value, radix: 16)) is on the canvas")
        }
      }
    }
  }
}
