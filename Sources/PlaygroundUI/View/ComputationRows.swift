import OAuth
import Playground
import Terminal

extension Computation {
  /// The steps under one another, the values in a column; then what it must equal.
  func rows(columns: Int, _ redaction: Redaction) -> [StyledLine] {
    let width = (steps.map(\.label.count).max() ?? 0) + 2
    let rows = steps.flatMap { step in
      StyledLine(redaction.evidence(step.value), .value).wrapped(to: max(8, columns - width)).enumerated()
        .map { index, line in StyledLine((index == 0 ? step.label : "").padded(to: width), .muted) + line }
    }
    return rows + (verdict(redaction)?.wrapped(to: max(8, columns)) ?? [])
  }

  /// `= code_challenge of stage 1 ✓`, or what it should be.
  func verdict(_ redaction: Redaction) -> StyledLine? {
    guard let comparison else { return nil }
    if comparison.matches { return StyledLine("= \(comparison.other) ") + StyledLine("✓ matches", .ok) }
    return StyledLine("is not the \(comparison.other) ") + StyledLine("✗ ", .error)
      + StyledLine(redaction.evidence(comparison.expected), .value)
  }
}

extension Model {
  /// How the value under the cursor of the request comes about.
  var computation: Computation? {
    fieldUnderCursor.flatMap(computation)
  }

  /// The field under the cursor of the request, also while somebody reads what is said about it.
  var fieldUnderCursor: RequestEditor.Field? {
    guard focus == .request || focus == .explain, let fields = editor?.fields, fields.indices.contains(requestRow)
    else { return nil }
    return fields[requestRow]
  }

  func computation(of field: RequestEditor.Field) -> Computation? {
    Computation.of(field, in: walkthrough.current, of: walkthrough, at: now)
  }
}
