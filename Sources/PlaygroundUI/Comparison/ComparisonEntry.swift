import Playground
import Terminal

/// A row of a comparison as it is shown.
enum ComparisonEntry {
  case row(RequestComparison.Row)
  /// So many rows that are left out, like the one that is told.
  case more(Int, RequestComparison.Row)
  case gap

  /// Rows that are shown on each end of a long run of them: most lines of a page tell nothing here.
  private static let context = 2

  /// The rows, with long runs of those that are equal, or that only one side has, cut.
  static func cut(_ rows: [RequestComparison.Row]) -> [ComparisonEntry] {
    var entries: [ComparisonEntry] = []
    var rest = rows[...]
    while let first = rest.first {
      let run = rest.prefix { $0.sidesWithLine == first.sidesWithLine && $0.differs == first.differs }
      rest = rest[run.endIndex...]
      if run.count <= 5 * context || first.differs && first.sidesWithLine.count == 2 {
        entries += run.map(ComparisonEntry.row)
      } else {
        entries += run.prefix(context).map(ComparisonEntry.row) + [.more(run.count - 2 * context, first)]
        entries += run.suffix(context).map(ComparisonEntry.row)
      }
    }
    return entries
  }

  var differs: Bool {
    switch self {
    case .row(let row), .more(_, let row): row.differs
    case .gap: false
    }
  }

  /// What stands on one side, at most that wide; nothing where it has no such line.
  func lines(_ place: RequestComparison.Place, columns: Int) -> [StyledLine] {
    switch self {
    case .gap: return [[]]
    case .more(let count, let row):
      let words = row.differs ? "that only this one has" : "that are the same"
      return row[place] == nil ? [] : [StyledLine("… \(count) lines more \(words)", .muted)]
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
    case .change: StyledLine("now: ", .accent)
    case .status, .field, .body: []
    }
  }
}

extension RequestComparison.Row {
  fileprivate var sidesWithLine: [RequestComparison.Place] { [.left, .right].filter { self[$0] != nil } }
}
