import AuthorizationServer
import HTTPTypes
import OAuth
public import Playground
public import Terminal

/// A comparison as rows: what was asked, both decisions, both answers, and why they differ.
///
/// A row that differs has ≠ beside it, and what differs in it is underlined: neither needs a colour.
public struct ComparisonPage {
  /// Two columns need this much room: that of a window of 110.
  public static let roomForTwo = 106

  private let comparison: RequestComparison
  private let redaction: Redaction

  public init(_ comparison: RequestComparison, _ redaction: Redaction) {
    (self.comparison, self.redaction) = (comparison, redaction)
  }

  /// - Parameter isBeside: the sides beside each other, where there is room for two columns, or below each other.
  public func rows(columns: Int, isBeside: Bool) -> [StyledLine] {
    let sides = isBeside ? beside(columns: columns) : below(.left, columns) + [[]] + below(.right, columns)
    return heading(columns: columns) + [[]] + sides + why(columns: columns)
  }

  /// The same without styles: below what differs within a line stand carets.
  public func lines(columns: Int, isBeside: Bool) -> [String] {
    rows(columns: columns, isBeside: isBeside).flatMap { row in
      [row.string.trimmingEnd] + (row.carets.map { [$0] } ?? [])
    }
  }

  // MARK: What was asked

  private func heading(columns: Int) -> [StyledLine] {
    let verdict =
      comparison.isSame
      ? StyledLine("✓ Both answer the same.", .ok) : StyledLine("≠ They answer differently.", .attention.bold)
    let remarks = comparison.remarks.map { StyledLine("  \($0)", .muted) }
    return ([verdict] + asked(columns: columns) + remarks).flatMap { $0.hanging(by: 6, columns: columns) }
  }

  /// What each server was asked, and what it said: in one row, or in two where one of them has no room for that.
  private func asked(columns: Int) -> [StyledLine] {
    let sides = [comparison.left, comparison.right]
    let width = sides.map(\.profile.count).max() ?? 0
    let asked = sides.map { "\($0.request.head.method.rawValue) \($0.request.path)" }
    let askedWidth = asked.map(\.displayColumns).max() ?? 0
    let rows = zip(sides, asked).map { side, asked in
      (
        StyledLine("  \(side.profile.padded(to: width))  ", .name) + StyledLine(asked.padded(to: askedWidth)),
        outcome(of: side)
      )
    }
    let fits = rows.allSatisfy { $0.columns + 2 + $1.columns <= columns }
    let indent = StyledLine(String(repeating: " ", count: width + 4))
    return rows.flatMap { fits ? [$0 + "  " + $1] : [$0, indent + $1] }
  }

  private func outcome(of side: RequestComparison.Side) -> StyledLine {
    let status = "\(side.response.head.status.code)"
    guard let refusal = side.decision.refusal else { return StyledLine("✓ \(status)", .ok) }
    return StyledLine("✗ \(status) \(refusal.name)", .error)
  }

  // MARK: Both sides

  private var entries: [ComparisonEntry] {
    comparison.decisionRows(redaction).map(ComparisonEntry.row) + [.gap] + comparison.headRows.map(ComparisonEntry.row)
      + (comparison.bodyRows.isEmpty ? [] : [.gap]) + ComparisonEntry.cut(comparison.bodyRows)
  }

  private func below(_ place: RequestComparison.Place, _ columns: Int) -> [StyledLine] {
    let name = (place == .left ? comparison.left : comparison.right).profile
    var rows = entries.flatMap { entry in
      entry.lines(place, columns: columns - 2).map { (entry.differs ? Self.mark : "  ") + $0 }
    }
    // The gap before a body that only the other side has.
    while rows.last == "  " { rows.removeLast() }
    return [StyledLine(name, .title.bold)] + rows
  }

  private func beside(columns: Int) -> [StyledLine] {
    let width = (columns - 3) / 2
    let names = [comparison.left, comparison.right].map { StyledLine($0.profile, .title.bold) }
    return [Self.joined(names[0], " │ ", names[1], width)]
      + entries.flatMap { entry -> [StyledLine] in
        let left = entry.lines(.left, columns: width)
        let right = entry.lines(.right, columns: width)
        return (0..<max(left.count, right.count)).map { index in
          Self.joined(
            index < left.count ? left[index] : [], entry.differs ? " " + Self.mark : StyledLine(" │ ", .muted),
            index < right.count ? right[index] : [], width)
        }
      }
  }

  private static let mark = StyledLine("≠ ", .attention.bold)

  private static func joined(_ left: StyledLine, _ gutter: StyledLine, _ right: StyledLine, _ width: Int) -> StyledLine
  {
    left + StyledLine(String(repeating: " ", count: max(0, width - left.columns))) + gutter + right
  }

  // MARK: Why

  private func why(columns: Int) -> [StyledLine] {
    guard !comparison.isSame else { return [] }
    return [[], StyledLine("Why", .title.bold)]
      + comparison.reasons.flatMap { reason in
        (StyledLine("\(reason.subject)  ", .name) + StyledLine(redaction.sentence(reason.sentence)))
          .hanging(by: 4, columns: columns - 2).map { "  " + $0 }
      }
  }
}

extension String {
  fileprivate var trimmingEnd: String {
    var text = self
    while text.last == " " { text.removeLast() }
    return text
  }
}
