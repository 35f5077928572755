import OAuth
import Playground
import Terminal

/// A panel with its frame; one that has the whole screen of a small window does without.
struct PanelView {
  let panel: Panel
  let model: Model
  /// Made once for a frame: its words are laid out from everything that has happened.
  private let explanation: Explanation?

  init(panel: Panel, model: Model) {
    self.panel = panel
    self.model = model
    explanation = panel == .explain ? Explanation(of: model) : nil
  }

  func draw(in area: Rect, on canvas: inout Canvas) {
    let isFocused = model.focus == panel
    guard model.breadth > .single else {
      let more = StyledLine(drawInside(area.top(1).rest, isFocused, on: &canvas).words, .attention)
      let title = StyledLine("━ \(panel.rawValue) \(panel.title) ━ ", .title.bold) + heading
      let room = area.columns - (more.columns > 0 ? more.columns + 1 : 0)
      canvas.draw(title.shortened(to: room), at: area.origin)
      canvas.draw(more, at: Position(column: area.endColumn - more.columns, row: area.row))
      return
    }
    let title = StyledLine("\(panel.rawValue) \(panel.title)") + (heading.columns > 0 ? "  " + heading : [])
    let inside = canvas.frame(area, title: title, note: note, focused: isFocused)
    drawInside(inside, isFocused, on: &canvas).draw(onBorderOf: area, on: &canvas)
  }

  /// Says how many rows there was no room for.
  private func drawInside(_ inside: Rect, _ isFocused: Bool, on canvas: inout Canvas) -> MoreMarks {
    switch panel {
    case .request: return RequestPanel(model: model, isFocused: isFocused).draw(in: inside, on: &canvas)
    case .log: return LogPanel(model: model, isFocused: isFocused).draw(in: inside, on: &canvas)
    case .sequence: return SequencePanel(model: model, isFocused: isFocused).draw(in: inside, on: &canvas)
    case .explain, .raw, .checks, .server:
      let body = inside.inset(columns: model.breadth == .single ? 0 : 1)
      let rows =
        explanation?.rows(columns: body.columns) ?? PanelText.rows(panel, of: model, columns: body.columns)
      let window = model.scroll[panel] ?? PanelText.start(panel, of: model, rows: rows, visible: body.rows)
      return TextBody(rows: rows, window: window).draw(in: body, on: &canvas)
    }
  }

  static func count(_ exchanges: Int) -> String { exchanges == 1 ? "1 exchange" : "\(exchanges) exchanges" }

  private var heading: StyledLine {
    switch panel {
    case .request: RequestPanel(model: model, isFocused: false).heading
    case .explain: explanation?.heading ?? []
    case .log: []
    case .server, .sequence: []
    case .raw, .checks: model.exchange.map { StyledLine("exchange \($0.number)") } ?? []
    }
  }

  private var note: StyledLine {
    switch panel {
    case .request: RequestPanel(model: model, isFocused: false).note
    case .explain: StyledLine(explanation?.specification ?? "", .muted)
    case .log:
      (model.logFilter.isEmpty ? [] : StyledLine("/\(model.logFilter)  ", .accent))
        + StyledLine(
          "\(Self.count(model.walkthrough.timeline.total)) · \(model.chosenExchange == nil ? "following" : "\(model.keyToFollow) follows")",
          .muted)
    case .raw: StyledLine(model.exchange.map { "\($0.sender.rawValue) → \($0.receiver.rawValue)" } ?? "", .muted)
    case .checks: StyledLine(CheckRows.summary(of: model.exchange), .muted)
    case .sequence: StyledLine("─ front channel  ═ back channel", .muted)
    case .server: StyledLine(ServerRows.summary(of: model.inspected), .muted)
    }
  }
}

/// The scrolling panels as rows of text.
enum PanelText {
  static func rows(_ panel: Panel, of model: Model, columns: Int) -> [StyledLine] {
    switch panel {
    case .explain: Explanation(of: model).rows(columns: columns)
    case .raw: RawRows.rows(of: model.exchange, columns: columns, model.redaction)
    case .checks: CheckRows.rows(of: model.exchange, columns: columns, model.redaction)
    case .server: ServerRows.rows(of: model, columns: columns)
    case .request, .log, .sequence: []
    }
  }

  /// Where a text that nobody has scrolled begins: the checks at their refusal, if that would be out of sight.
  static func start(_ panel: Panel, of model: Model, rows: [StyledLine], visible: Int) -> ScrollWindow {
    guard panel == .checks, let refused = rows.firstIndex(where: { $0.string.hasPrefix("✗") }) else {
      return ScrollWindow()
    }
    let next = rows[(refused + 1)...].firstIndex { !$0.string.hasPrefix("  ") } ?? rows.count
    return ScrollWindow().showing(min(next + 1, rows.count - 1), of: rows.count, visible: visible)
      .showing(refused, of: rows.count, visible: visible)
  }
}
