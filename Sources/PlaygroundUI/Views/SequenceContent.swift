import OAuth
import OAuthClient
import Playground
import Terminal

/// The sequence diagram on the whole screen. Whoever follows stands at what comes next, and Enter does it.
struct SequenceContent: ViewContent {
  let model: Model
  private let diagram: SequenceDiagram
  private let grid: SequenceGrid

  init(model: Model) {
    self.model = model
    diagram = SequenceDiagram(of: model)
    let list = ViewLayout(
      model.size, share: Self.share(of: model.size), inDetail: false, hints: model.showsHints
    ).list
    grid = SequencePanel.grid(of: diagram, model, columns: max(1, list.insideFrame.columns - 2))
  }

  private static func share(_ columns: Int) -> Int { columns >= 150 ? 62 : 100 }
  private static func share(of size: Size) -> Int { share(size.columns) }

  var heading: StyledLine {
    StyledLine("Sequence  ", .title.bold) + StyledLine(model.scenario.scenario.title)
  }

  var listTitle: StyledLine { StyledLine(diagram.count) }

  var listNote: StyledLine {
    let isFollowing = model.lists[.view(.sequence)]?.selected == SequenceRow.now
    return StyledLine(isFollowing ? "following" : "\(model.keyToFollow) follows", .muted)
  }

  var listShare: Int { Self.share(of: model.size) }

  var head: [StyledLine] { [grid.head] }

  var items: [ListItem] {
    diagram.rows.map { row in
      ListItem(row.name, grid.line(row), words: row.exchange.map { LogPanel.words(of: $0) } ?? "")
    }
  }

  func detail(of name: String?, columns: Int) -> ViewDetail {
    guard let row = diagram.rows.first(where: { $0.name != nil && $0.name == name }), let exchange = row.exchange
    else {
      let explanation = Explanation(of: model)
      return ViewDetail(
        title: explanation.heading, note: StyledLine(explanation.specification ?? "", .muted),
        rows: explanation.rows(columns: columns))
    }
    let title = StyledLine("exchange \(exchange.number)  ") + StyledLine(Self.way(of: row, exchange), .accent)
    let note = StyledLine("\(exchange.isFrontChannel ? "front" : "back") channel", .muted)
    if case .request = row.kind {
      return ViewDetail(
        title: title, note: note, rows: RawRows.request(exchange, columns: columns, model.redaction))
    }
    let raw = RawRows.response(exchange, columns: columns, model.redaction)
    let checks = CheckRows.rows(of: exchange, columns: columns, model.redaction)
    return ViewDetail(title: title, note: note, rows: checks + [[]] + raw)
  }

  private static func way(of row: SequenceRow, _ exchange: Exchange) -> String {
    if case .answer = row.kind { return "\(exchange.receiver.rawValue) → \(exchange.sender.rawValue)" }
    return "\(exchange.sender.rawValue) → \(exchange.receiver.rawValue)"
  }

  func footer(of name: String?) -> StyledLine {
    if name == SequenceRow.now { return StyledLine(" next: ", .muted) + StyledLine(model.nextStep) }
    return model.size.columns < 60
      ? " ─ front   ═ back channel   ┄ undone" : " ─ front channel: by the browser   ═ back channel   ┄ undone"
  }
}

extension Model {
  /// Enter in the diagram: what comes next, or the exchange of the arrow;
  /// the octets of a request, the checks behind an answer.
  mutating func openArrow(_ name: String?) -> [Effect] {
    if name == SequenceRow.now { return takeNextStep() }
    guard let row = SequenceDiagram(of: self).rows.first(where: { $0.name != nil && $0.name == name }),
      let exchange = row.exchange
    else { return [] }
    views.removeAll { $0 == .sequence }
    chosenExchange = exchange.number
    for panel in [Panel.raw, .checks, .explain] { scroll[panel] = nil }
    if case .answer = row.kind { focus = .checks } else { focus = .raw }
    return []
  }

  /// Where the cursor of the diagram stands when it is opened.
  var arrowToBeginAt: String { chosenExchange.map { "\($0)" } ?? SequenceRow.now }
}
