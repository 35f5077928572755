import Terminal
import Testing

@Suite struct `Rectangles` {
  let rect = Rect(column: 2, row: 1, columns: 10, rows: 5)

  @Test func `a split gives the part and the rest`() {
    #expect(rect.top(2).part == Rect(column: 2, row: 1, columns: 10, rows: 2))
    #expect(rect.top(2).rest == Rect(column: 2, row: 3, columns: 10, rows: 3))
    #expect(rect.bottom(2).part == Rect(column: 2, row: 4, columns: 10, rows: 2))
    #expect(rect.bottom(2).rest == Rect(column: 2, row: 1, columns: 10, rows: 3))
    #expect(rect.left(3).part == Rect(column: 2, row: 1, columns: 3, rows: 5))
    #expect(rect.left(3).rest == Rect(column: 5, row: 1, columns: 7, rows: 5))
    #expect(rect.right(3).part == Rect(column: 9, row: 1, columns: 3, rows: 5))
    #expect(rect.right(3).rest == Rect(column: 2, row: 1, columns: 7, rows: 5))
  }

  @Test(arguments: [-3, 0, 1, 4, 5, 6, 99])
  func `no split loses or invents a cell`(count: Int) {
    let splits = [rect.top(count), rect.bottom(count), rect.left(count), rect.right(count)]
    for (part, rest) in splits {
      #expect(part.columns * part.rows + rest.columns * rest.rows == 50)
      #expect(part.intersection(rest).isEmpty)
      #expect(part.intersection(rect) == part || part.isEmpty)
    }
  }

  @Test func `an inset larger than the area leaves nothing, inside the area`() {
    #expect(rect.insideFrame == Rect(column: 3, row: 2, columns: 8, rows: 3))
    #expect(rect.inset(columns: 6, rows: 9).isEmpty)
    #expect(Rect(column: 0, row: 0, columns: 1, rows: 1).insideFrame.isEmpty)
  }

  @Test func `a negative extent is none`() {
    #expect(Rect(column: 0, row: 0, columns: -4, rows: 2).columns == 0)
    #expect(Size(columns: 3, rows: -1) == Size(columns: 3, rows: 0))
  }

  @Test func `lines and centred areas stay inside`() {
    #expect(rect.line(4) == Rect(column: 2, row: 5, columns: 10, rows: 1))
    #expect(rect.line(5).isEmpty)
    #expect(rect.centred(Size(columns: 4, rows: 3)) == Rect(column: 5, row: 2, columns: 4, rows: 3))
    #expect(rect.centred(Size(columns: 40, rows: 30)) == rect)
  }

  @Test func `the first cell belongs to it and the one after the last does not`() {
    #expect(rect.contains(rect.origin))
    #expect(rect.contains(Position(column: 11, row: 5)))
    #expect(!rect.contains(Position(column: 12, row: 5)))
    #expect(!rect.contains(Position(column: 11, row: 6)))
  }
}
