import AuthorizationServer
import OAuth
import OAuthClient
import Playground
import Terminal

/// The decision behind an exchange: the checks of the server, and those of the client.
enum CheckRows {
  static func rows(of exchange: Exchange?, columns: Int, _ redaction: Redaction = .none) -> [StyledLine] {
    guard let exchange else { return [StyledLine("no request was judged yet", .muted)] }
    if let problem = exchange.problem, exchange.request == nil {
      return [StyledLine("✗ not a request: \(problem)", .error), StyledLine("no check was reached", .muted)]
    }
    var rows = exchange.interferences.map { StyledLine("! \($0.rawValue): \($0.lesson.title)", .attention) }
    if exchange.decision == nil, !rows.isEmpty {
      rows.append(StyledLine("the server never saw the request, so no check was reached", .muted))
    }
    if let decision = exchange.decision {
      rows.append(StyledLine("the authorization server", .accent))
      rows += self.rows(of: decision, columns: columns, redaction)
      rows += decision.changes.map { StyledLine("  → ", .accent) + StyledLine($0.sentence) }
    }
    if let judgement = exchange.judgement {
      rows.append(StyledLine("the client", .accent))
      rows += judgement.results.flatMap { lines($0, columns, redaction) }
    }
    return rows.isEmpty ? [StyledLine("nobody judges this exchange", .muted)] : rows
  }

  static func rows(of decision: Decision, columns: Int, _ redaction: Redaction) -> [StyledLine] {
    decision.report.results.flatMap { lines($0, columns, redaction) }
  }

  /// `11 of 24 passed`.
  static func summary(of exchange: Exchange?) -> String {
    let outcomes =
      (exchange?.decision?.report.results.map(\.outcome) ?? []) + (exchange?.judgement?.results.map(\.outcome) ?? [])
    guard !outcomes.isEmpty else { return "" }
    let passed = outcomes.filter { $0 == .passed }.count
    let notes =
      (exchange?.decision?.report.results.count { $0.finding.isNoted } ?? 0)
      + (exchange?.judgement?.results.count { $0.finding.isNoted } ?? 0)
    let noted = notes == 0 ? "" : notes == 1 ? " · 1 note" : " · \(notes) notes"
    return "\(passed) of \(outcomes.count) passed\(noted)"
  }

  private static func lines<Check: CheckName>(
    _ result: CheckResult<Check>, _ columns: Int, _ redaction: Redaction
  ) -> [StyledLine] {
    switch result.outcome {
    case .passed: return passed(result, columns, redaction)
    case .notReached: return [StyledLine("· \(result.check.title)", .muted)]
    case .refused: return refused(result, columns, redaction)
    }
  }

  /// The check, and beside it what was found; below it where there is no room. What should be read though it passed has
  /// an exclamation mark.
  private static func passed<Check: CheckName>(
    _ result: CheckResult<Check>, _ columns: Int, _ redaction: Redaction
  ) -> [StyledLine] {
    let isNoted = result.finding.isNoted
    let title = (isNoted ? StyledLine("! ", .attention) : StyledLine("✓ ", .ok)) + StyledLine(result.check.title)
    let style: Style = isNoted ? .attention : .muted
    guard let found = result.finding.found.map(redaction.evidence) else { return [title] }
    let side = columns >= 70 ? max(title.columns, min(50, columns / 3 + 14)) : title.columns
    let room = columns - side - 2
    if found.displayColumns <= room || columns >= 70 {
      // What is too wide for its column begins before it, if that saves a row.
      let whole = columns - title.columns - found.displayColumns
      if found.displayColumns > room, whole >= 2 {
        return [title + StyledLine(String(repeating: " ", count: whole) + found, style)]
      }
      let gap = String(repeating: " ", count: side - title.columns + 2)
      let rows = found.wrapped(to: max(12, room))
      let hanging = String(repeating: " ", count: side + 2)
      return rows.enumerated().map { $0 == 0 ? title + StyledLine(gap + $1, style) : StyledLine(hanging + $1, style) }
    }
    return [title] + found.wrapped(to: columns - 4).map { StyledLine("    \($0)", style) }
  }

  private static func refused<Check: CheckName>(
    _ result: CheckResult<Check>, _ columns: Int, _ redaction: Redaction
  ) -> [StyledLine] {
    let title = StyledLine(result.check.title, .error) + StyledLine("  \(result.check.specification)", .muted)
    var lines = title.wrapped(to: max(8, columns - 2)).enumerated().map { index, row in
      StyledLine(index == 0 ? "✗ " : "  ", .error) + row
    }
    let (expected, found) = (result.finding.expected, result.finding.found)
    lines += hanging("expected", expected.map(redaction.evidence), .text, columns)
    guard let expected, let found, redaction.evidence(found) == found.revealed,
      let difference = FirstDifference(between: expected.revealed, and: found.revealed)
    else { return lines + hanging("found", found.map(redaction.evidence), .value, columns) }
    return lines + labelled("found", difference.rows(of: found.revealed, columns: max(12, columns - 14)))
  }

  /// A word, and the evidence beside it on as many rows as it takes.
  private static func hanging(_ word: String, _ evidence: String?, _ style: Style, _ columns: Int) -> [StyledLine] {
    guard let evidence else { return [] }
    return labelled(word, evidence.wrapped(to: max(12, columns - 14)).map { StyledLine($0, style) })
  }

  private static func labelled(_ word: String, _ rows: [StyledLine]) -> [StyledLine] {
    rows.enumerated().map { index, row in StyledLine("    \((index == 0 ? word : "").padded(to: 10))") + row }
  }
}
