import Playground
import Terminal

/// The explanation of the exchange with all the room there is, and the decision behind it.
struct ExplanationContent: ViewContent {
  let model: Model

  private var explanation: Explanation { Explanation(of: model) }

  var heading: StyledLine {
    StyledLine("Explanation  ", .title.bold) + explanation.heading
      + StyledLine(model.exchange.map { "   exchange \($0.number)" } ?? "", .muted)
  }

  var listTitle: StyledLine { [] }
  var items: [ListItem] { [] }
  var listShare: Int { 0 }

  func detail(of name: String?, columns: Int) -> ViewDetail {
    let explanation = explanation
    var rows = explanation.entries.flatMap { label, text in
      (label.isEmpty ? [] : [[], StyledLine(label.uppercased(), .title.bold)])
        + text.wrapped(to: columns - 2).map { "  " + $0 }
    }
    let life = model.exchange.map { LifeLine.rows(of: $0, columns: columns) } ?? []
    rows = life + rows.dropFirst() + [[]]
    let checks = CheckRows.rows(of: model.exchange, columns: columns - 2, model.redaction)
    rows += [StyledLine("CHECKS", .title.bold)] + checks.map { "  " + $0 }
    return ViewDetail(
      title: explanation.heading, note: StyledLine(explanation.specification ?? "", .muted), rows: rows)
  }

  func footer(of name: String?) -> StyledLine { StyledLine(" \(model.keysToMove) scroll   \(model.key(.back)) back") }
}
