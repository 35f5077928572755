import Playground
import Terminal

/// A row of a comparison as it is shown.
enum ComparisonEntry {
  case row(RequestComparison.Row)
  /// So many rows that are equal and left out.
  case same(Int)
  case gap

  /// Equal rows that are shown on each end of a long run of them: pages of two servers differ in a few lines.
  private static let context = 2

  /// The rows, with long runs of equal ones cut.
  static func cut(_ rows: [RequestComparison.Row]) -> [ComparisonEntry] {
    var entries: [ComparisonEntry] = []
    var rest = rows[...]
    while let first = rest.first {
      guard !first.differs else {
        entries.append(.row(first))
        rest.removeFirst()
        continue
      }
      let run = rest.prefix { !$0.differs }
      rest = rest[run.endIndex...]
      if run.count <= 2 * context + 2 {
        entries += run.map(ComparisonEntry.row)
      } else {
        entries += run.prefix(context).map(ComparisonEntry.row) + [.same(run.count - 2 * context)]
        entries += run.suffix(context).map(ComparisonEntry.row)
      }
    }
    return entries
  }

  var differs: Bool {
    if case .row(let row) = self { row.differs } else { false }
  }

  /// What stands on one side, at most that wide; nothing where it has no such line.
  func lines(_ place: RequestComparison.Place, columns: Int) -> [StyledLine] {
    switch self {
    case .gap: return [[]]
    case .same(let count): return [StyledLine("… \(count) lines more that are the same", .muted)]
    case .row(let row):
      guard let line = row[place] else { return [] }
      let pieces = row.pieces(place)
      let isPartly = pieces.contains { $0.differs } && pieces.contains { !$0.differs }
      let text = pieces.reduce(StyledLine()) { text, piece in
        text + StyledLine(piece.text, Self.style(of: piece, in: line, isPartly: isPartly))
      }
      return (Self.sign(of: line) + text).hanging(by: 4, columns: columns)
    }
  }

  private static func style(
    of piece: RequestComparison.Piece, in line: RequestComparison.Line, isPartly: Bool
  ) -> Style {
    guard piece.differs else { return line.kind == .notReached ? .muted : .text }
    return isPartly ? .attention.underlined : .attention
  }

  private static func sign(of line: RequestComparison.Line) -> StyledLine {
    switch line.kind {
    case .passed: StyledLine("✓ ", .ok)
    case .refused: StyledLine("✗ ", .error)
    case .notReached: StyledLine("· ", .muted)
    case .evidence: "    "
    case .change: StyledLine("now ", .accent)
    case .status, .field, .body: []
    }
  }
}
