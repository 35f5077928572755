import Terminal
import Testing

/// What is true of every screen, whatever it shows.
enum CanvasProperties {
  /// Every cell holds one printable sign of its width, in ASCII too.
  static func checkCells(_ canvas: Canvas, size: Size, _ place: Comment) {
    #expect(canvas.size == size, place)
    #expect(canvas.cells.count == size.columns * size.rows, place)
    let wrong = canvas.cells.indices.filter { !isPrintable(canvas.cells, $0, columns: size.columns) }
    #expect(wrong.isEmpty, place)
    let ascii = canvas.mapped(to: .ascii)
    #expect(ascii.cells.allSatisfy { $0.columns == 1 && $0.text.utf8.count == 1 && isASCII($0.text) }, place)
    #expect(ascii.lines(trimmed: false).allSatisfy { $0.utf8.count == size.columns }, place)
  }

  private static func isASCII(_ text: String) -> Bool { text.utf8.allSatisfy { (0x20...0x7E).contains($0) } }

  private static func isPrintable(_ cells: [Cell], _ index: Int, columns: Int) -> Bool {
    let cell = cells[index]
    guard cell.columns > 0 else {
      return cell.text.isEmpty && index % columns > 0 && cells[index - 1].columns == 2
    }
    guard let first = cell.text.unicodeScalars.first, case .spacing(cell.columns) = DisplayWidth.of(first) else {
      return false
    }
    return cell.text.unicodeScalars.dropFirst().allSatisfy { DisplayWidth.of($0) == .combining }
      && index % columns + cell.columns <= columns
  }

  /// Every frame that begins ends: the same weight on all sides, a corner at each end.
  static func checkFrames(_ canvas: Canvas, _ place: Comment) {
    for row in 0..<canvas.size.rows {
      for column in 0..<canvas.size.columns {
        guard let weight = weights.first(where: { text(canvas, column, row) == $0.topLeft }) else { continue }
        #expect(isClosed(canvas, column, row, weight), "\(place.rawValue): frame at \(column), \(row)")
      }
    }
  }

  private struct Weight {
    let topLeft: String
    let topRight: String
    let bottomLeft: String
    let bottomRight: String
    let side: String
  }

  private static let weights = [
    Weight(topLeft: "┏", topRight: "┓", bottomLeft: "┗", bottomRight: "┛", side: "┃"),
    Weight(topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘", side: "│"),
  ]

  private static func text(_ canvas: Canvas, _ column: Int, _ row: Int) -> String {
    canvas[Position(column: column, row: row)]?.text ?? ""
  }

  private static func isClosed(_ canvas: Canvas, _ column: Int, _ row: Int, _ weight: Weight) -> Bool {
    guard let end = (column..<canvas.size.columns).first(where: { text(canvas, $0, row) == weight.topRight }),
      let bottom = (row..<canvas.size.rows).first(where: { text(canvas, column, $0) == weight.bottomLeft })
    else { return false }
    return text(canvas, end, bottom) == weight.bottomRight
      && (row + 1..<bottom).allSatisfy {
        text(canvas, column, $0) == weight.side && text(canvas, end, $0) == weight.side
      }
  }
}
