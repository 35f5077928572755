import AuthorizationServer
import OAuth
import OAuthClient
import Playground
import Terminal

/// The decision behind an exchange: the checks of the server, and those of the client.
enum CheckRows {
  static func rows(of exchange: Exchange?, columns: Int, _ redaction: Redaction = .none) -> [StyledLine] {
    guard let exchange else { return [StyledLine("no request was judged yet", .muted)] }
    if let problem = exchange.problem {
      return [StyledLine("✗ not a request: \(problem)", .error), StyledLine("no check was reached", .muted)]
    }
    var rows: [StyledLine] = []
    if let decision = exchange.decision {
      rows.append(StyledLine("the authorization server", .accent))
      rows += decision.report.results.flatMap { lines($0, columns, redaction) }
      rows += decision.changes.map { StyledLine("  → ", .accent) + StyledLine($0.sentence) }
    }
    if let judgement = exchange.judgement {
      rows.append(StyledLine("the client", .accent))
      rows += judgement.results.flatMap { lines($0, columns, redaction) }
    }
    return rows.isEmpty ? [StyledLine("nobody judges this exchange", .muted)] : rows
  }

  /// `11 of 24 passed`.
  static func summary(of exchange: Exchange?) -> String {
    let outcomes =
      (exchange?.decision?.report.results.map(\.outcome) ?? []) + (exchange?.judgement?.results.map(\.outcome) ?? [])
    guard !outcomes.isEmpty else { return "" }
    let passed = outcomes.filter { $0 == .passed }.count
    return "\(passed) of \(outcomes.count) passed"
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

  /// The check, and beside it what was found; below it where there is no room.
  private static func passed<Check: CheckName>(
    _ result: CheckResult<Check>, _ columns: Int, _ redaction: Redaction
  ) -> [StyledLine] {
    let title = StyledLine("✓ ", .ok) + StyledLine(result.check.title)
    guard let found = result.finding.found.map(redaction.evidence) else { return [title] }
    let side = columns >= 70 ? max(title.columns, min(50, columns / 2)) : title.columns
    let room = columns - side - 2
    if found.displayColumns <= room || columns >= 70 {
      let gap = String(repeating: " ", count: side - title.columns + 2)
      let rows = found.wrapped(to: max(12, room))
      let hanging = String(repeating: " ", count: side + 2)
      return rows.enumerated().map { $0 == 0 ? title + StyledLine(gap + $1, .muted) : StyledLine(hanging + $1, .muted) }
    }
    return [title] + found.wrapped(to: columns - 4).map { StyledLine("    \($0)", .muted) }
  }

  private static func refused<Check: CheckName>(
    _ result: CheckResult<Check>, _ columns: Int, _ redaction: Redaction
  ) -> [StyledLine] {
    var lines = [
      StyledLine("✗ \(result.check.title)", .error) + StyledLine("  \(result.check.specification)", .muted)
    ]
    lines += hanging("expected", result.finding.expected.map(redaction.evidence), .text, columns)
    return lines + hanging("found", result.finding.found.map(redaction.evidence), .value, columns)
  }

  /// A word, and the evidence beside it on as many rows as it takes.
  private static func hanging(_ word: String, _ evidence: String?, _ style: Style, _ columns: Int) -> [StyledLine] {
    guard let evidence else { return [] }
    return evidence.wrapped(to: max(12, columns - 14)).enumerated().map { index, row in
      StyledLine("    \((index == 0 ? word : "").padded(to: 10))") + StyledLine(row, style)
    }
  }
}
