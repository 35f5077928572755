import OAuth
import Playground
import Terminal

/// Where one can go back to, and the ways that were left: beside each of them what differs from the way things went
/// instead.
struct MomentsContent: ViewContent {
  let model: Model

  private var moments: [Moment] { model.walkthrough.momentsBefore.reversed() }
  private var branches: [Branch] { model.walkthrough.timeline.branches.reversed() }

  var heading: StyledLine {
    StyledLine("Moments", .title.bold)
      + StyledLine("  before each request: server, client, browser and clock as they were", .muted)
  }

  var listTitle: StyledLine { "Go back to" }
  var listNote: StyledLine { StyledLine("\(moments.count)", .muted) }

  var items: [ListItem] {
    let left = branches.map { branch in
      ListItem("branch-\(branch.number)", StyledLine("branch \(branch.number), left", .text))
    }
    return moments.map(item) + (left.isEmpty ? [] : [.heading("Ways that were left")] + left)
  }

  private func item(_ moment: Moment) -> ListItem {
    let words = moment.stage.map { "before \($0.rawValue)" } ?? "before a request as written"
    let line = StyledLine("\(moment.at.timeOfDay.prefix(8))  ", .muted) + StyledLine(words)
    return ListItem("moment-\(moment.number)", line)
  }

  func detail(of name: String?, columns: Int) -> ViewDetail {
    if let branch = branches.first(where: { "branch-\($0.number)" == name }) { return detail(of: branch, columns) }
    guard let moment = moments.first(where: { "moment-\($0.number)" == name }) else {
      return ViewDetail(rows: [StyledLine("Nothing was sent yet.", .muted)])
    }
    let after = model.walkthrough.timeline.exchanges.filter { $0.number > (moment.path.last ?? 0) }
    let undone = after.filter { !model.walkthrough.timeline.isUndone($0) }
    var rows = StyledLine(
      "Everything is as it was before this request: what the server knows, what the client holds, and the time. "
        + "What came after it stays in the log as a way that was left."
    ).wrapped(to: columns)
    rows += [[], StyledLine("Undone then", .title.bold)]
    rows += undone.map {
      StyledLine("\($0.number) ".leftPadded(to: 4), .muted) + StyledLine($0.requestLine(model.redaction))
    }
    return ViewDetail(title: StyledLine("at \(moment.at.timeOfDay)"), rows: rows)
  }

  /// Exchange beside exchange, as far as they differ.
  private func detail(of branch: Branch, _ columns: Int) -> ViewDetail {
    let comparison = model.walkthrough.timeline.comparison(with: branch)
    var rows: [StyledLine] = []
    for row in comparison.rows {
      let request = (row.left ?? row.right)?.requestLine(model.redaction) ?? ""
      switch (row.left, row.right) {
      case (_?, nil):
        rows.append(StyledLine("- ", .attention) + StyledLine("\(request)  only on the way that was left"))
      case (nil, _): rows.append(StyledLine("+ ", .attention) + StyledLine("\(request)  only on the way taken since"))
      case (_?, _?): rows.append(StyledLine(row.differences.isEmpty ? "= " : "≠ ", .accent) + StyledLine(request))
      }
      for difference in row.differences {
        rows.append(StyledLine("    \(difference.name)", .name))
        rows += lines("then", difference.left, columns) + lines("now", difference.right, columns)
      }
    }
    if comparison.isEmpty { rows.append(StyledLine("Both ways came to the same.", .ok)) }
    return ViewDetail(
      title: StyledLine("branch \(branch.number)"), note: StyledLine("then and now", .muted), rows: rows)
  }

  private func lines(_ word: String, _ values: [Evidence], _ columns: Int) -> [StyledLine] {
    let text = values.isEmpty ? "nothing" : values.map(model.redaction.evidence).joined(separator: ", ")
    return text.wrapped(to: max(8, columns - 12)).enumerated().map { index, row in
      StyledLine("      \((index == 0 ? word : "").padded(to: 5)) ", .muted) + StyledLine(row)
    }
  }

  func footer(of name: String?) -> StyledLine {
    name?.hasPrefix("branch") == true
      ? " the way that was left, beside the way taken since"
      : StyledLine(" \(model.key(.next)) goes back there")
  }
}
