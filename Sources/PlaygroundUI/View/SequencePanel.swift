import Playground
import Terminal

/// The sequence diagram beside the other panels: it follows, or stands at the exchange that was chosen.
struct SequencePanel {
  let model: Model
  let isFocused: Bool

  func draw(in area: Rect, on canvas: inout Canvas) -> MoreMarks {
    let diagram = SequenceDiagram(of: model)
    let grid = Self.grid(of: diagram, model, columns: area.columns - 2)
    let (head, body) = area.top(1)
    canvas.draw(grid.head, at: head.left(2).rest.origin, columns: max(0, head.columns - 2))
    let rows = Self.rows(of: diagram, model)
    let selection = Self.selection(in: rows, of: model)
    let window = Self.window(rows, selection, visible: body.rows)
    let shown = window.range(of: rows.count, visible: body.rows)
    ListView(rows: rows[shown].map(grid.line), selection: selection.map { $0 - shown.lowerBound }, isFocused: isFocused)
      .draw(in: body, on: &canvas)
    return MoreMarks(shown, of: rows.count)
  }

  static func grid(of diagram: SequenceDiagram, _ model: Model, columns: Int) -> SequenceGrid {
    SequenceGrid(
      diagram.lifelines, columns: columns,
      ports: [
        .client: port(model.surroundings.clientAuthority), .server: port(model.surroundings.serverAuthority),
      ])
  }

  private static func port(_ authority: String) -> String {
    authority.split(separator: ":").last.map { " :\($0)" } ?? ""
  }

  /// The rows that the log's filter shows.
  static func rows(of diagram: SequenceDiagram, _ model: Model) -> [SequenceRow] {
    guard !model.logFilter.isEmpty else { return diagram.rows }
    let logged = Set(model.logged.map(\.number))
    return diagram.rows.filter { row in row.exchange.map { logged.contains($0.number) } ?? true }
  }

  private static func selection(in rows: [SequenceRow], of model: Model) -> Int? {
    let chosen = model.chosenExchange.flatMap { number in
      rows.firstIndex { $0.exchange?.number == number }
    }
    return chosen ?? rows.indices.last
  }

  /// Both arrows of the chosen exchange, and as much of what came before as there is room for.
  private static func window(_ rows: [SequenceRow], _ selection: Int?, visible: Int) -> ScrollWindow {
    guard let selection else { return ScrollWindow() }
    let end = ScrollWindow(offset: max(0, rows.count - visible))
    return end.showing(min(selection + 1, rows.count - 1), of: rows.count, visible: visible)
      .showing(selection, of: rows.count, visible: visible)
  }

  /// The exchange on a line of the panel.
  static func exchange(onLine line: Int, of model: Model, in area: Rect) -> Exchange? {
    let rows = rows(of: SequenceDiagram(of: model), model)
    let body = area.top(1).rest
    let window = window(rows, selection(in: rows, of: model), visible: body.rows)
    let index = window.offset + line - 1
    return line > 0 && rows.indices.contains(index) ? rows[index].exchange : nil
  }
}
