import AuthorizationServer
import HTTPTypes
import OAuth
import Playground
import Terminal

/// The doctor for requests: what the server, as it stands, would make of a request that somebody pasted. Nothing is
/// sent. An error that was pasted instead is explained.
struct DiagnosisContent: ViewContent {
  let model: Model

  var heading: StyledLine {
    StyledLine("Diagnosis", .title.bold) + StyledLine("  a pasted request, examined without being sent", .muted)
  }

  var listTitle: StyledLine { [] }
  var items: [ListItem] { [] }
  var listShare: Int { 0 }

  func detail(of name: String?, columns: Int) -> ViewDetail {
    if let error = model.explainedError { return detail(of: error, columns: columns) }
    guard let diagnosis = model.diagnosis else {
      let words =
        "Press \(model.key(.next)) and paste a curl command, a URL from the address bar, or a request as text. The server examines it as it "
        + "stands now: with its clock, its policy and everything it has issued. Nothing is sent and nothing changes. "
        + "Or paste what another server said: its sentence, its JSON, its response. You are told who says so, and why."
      return ViewDetail(
        title: "nothing pasted yet",
        rows: model.surroundings.charset.spelled(words).wrapped(to: columns).map { StyledLine($0) })
    }
    let text = DiagnosisText(diagnosis, model.redaction)
    let checks = CheckRows.rows(of: diagnosis.decision, columns: columns, model.redaction)
    let rows =
      text.heading.flatMap { Self.rows(of: $0, columns) } + checks + [[]]
      + text.verdict.flatMap { Self.rows(of: $0, columns) }
    let status = diagnosis.response.head.status.code
    let title = diagnosis.decision.refusal == nil ? StyledLine("✓ \(status)", .ok) : StyledLine("✗ \(status)", .error)
    return ViewDetail(title: title, note: StyledLine("profile \(diagnosis.profile)", .muted), rows: rows)
  }

  private func detail(of error: ExplainedError, columns: Int) -> ViewDetail {
    let rows = error.lines.flatMap { line -> [StyledLine] in
      let isCause = line.first?.isNumber == true
      return model.surroundings.charset.spelled(line).wrapped(to: columns)
        .map { StyledLine($0, isCause ? .attention : .text) }
    }
    return ViewDetail(title: StyledLine(error.words, .error), note: StyledLine("an error", .muted), rows: rows)
  }

  private static func rows(of line: String, _ columns: Int) -> [StyledLine] {
    StyledLine(line, line.hasPrefix("  note") ? .attention : .text).hanging(by: 11, columns: columns)
  }

  func footer(of name: String?) -> StyledLine {
    StyledLine(" \(model.key(.next)) pastes a request or an error; nothing is sent")
  }
}
