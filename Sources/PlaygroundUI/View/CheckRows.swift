import AuthorizationServer
import OAuth
import OAuthClient
import Playground
import Terminal

/// The decision behind an exchange: the checks of the server, and those of the client.
enum CheckRows {
  static func rows(of exchange: Exchange?) -> [StyledLine] {
    guard let exchange else { return [StyledLine("no request was judged yet", .muted)] }
    if let problem = exchange.problem {
      return [StyledLine("✗ not a request: \(problem)", .error), StyledLine("no check was reached", .muted)]
    }
    var rows: [StyledLine] = []
    if let decision = exchange.decision {
      rows.append(StyledLine("the authorization server", .accent))
      rows += decision.report.results.flatMap(lines)
      rows += decision.changes.map { StyledLine("  → ", .accent) + StyledLine($0.sentence) }
    }
    if let judgement = exchange.judgement {
      rows.append(StyledLine("the client", .accent))
      rows += judgement.results.flatMap(lines)
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

  private static func lines<Check: CheckName>(_ result: CheckResult<Check>) -> [StyledLine] {
    switch result.outcome {
    case .passed:
      let found = result.finding.found.map { StyledLine("  \($0.revealed)", .muted) } ?? []
      return [StyledLine("✓ ", .ok) + StyledLine(result.check.title) + found]
    case .notReached: return [StyledLine("· \(result.check.title)", .muted)]
    case .refused: return refused(result)
    }
  }

  private static func refused<Check: CheckName>(_ result: CheckResult<Check>) -> [StyledLine] {
    var lines = [
      StyledLine("✗ \(result.check.title)", .error) + StyledLine("  \(result.check.specification)", .muted)
    ]
    if let expected = result.finding.expected?.revealed { lines.append(StyledLine("    expected  \(expected)")) }
    if let found = result.finding.found?.revealed {
      lines.append(StyledLine("    found     ", .text) + StyledLine(found, .value))
    }
    return lines
  }
}
