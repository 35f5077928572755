import Playground
import Terminal

extension Model {
  /// `/` on the panels: in the log it filters, in a text it searches.
  mutating func find() {
    switch focus {
    case .log, .sequence: overlay = .answering(.logFilter, LineEditor(logFilter))
    case .request: overlay = .answering(.search(.raw), LineEditor())
    case .explain, .raw, .checks, .server: overlay = .answering(.search(focus), LineEditor())
    }
  }

  mutating func search(for text: String, in panel: Panel) {
    guard !text.isEmpty else {
      search = nil
      return
    }
    focus = panel
    search = Search(panel: panel, text: text, row: nil)
    moveToMatch(1)
  }

  /// Goes to the next or the last row with the text, around the end.
  mutating func moveToMatch(_ direction: Int) {
    guard var current = search, let area = layout.panels[current.panel] else { return }
    let columns = area.columns - 4
    let rows = Paragraph(PanelText.rows(current.panel, of: self, columns: columns)).rows(columns: columns)
    let matches = rows.indices.filter { rows[$0].string.lowercased().contains(current.text.lowercased()) }
    guard !matches.isEmpty else {
      notice = Notice("“\(current.text)” is not in panel \(current.panel.rawValue)", isProblem: false)
      search = nil
      return
    }
    let start = current.row ?? -1
    let index =
      direction > 0
      ? matches.firstIndex { $0 > start } ?? 0
      : matches.lastIndex { $0 < start } ?? matches.count - 1
    current.row = matches[index]
    search = current
    let visible = max(1, area.insideFrame.rows)
    scroll[current.panel] = ScrollWindow(offset: max(0, matches[index] - visible / 2))
      .showing(matches[index], of: rows.count, visible: visible)
    notice = Notice("place \(index + 1) of \(matches.count) with “\(current.text)”", isProblem: false)
  }

  /// Stays at the exchange that is shown, or follows the newest again.
  mutating func follow() {
    chosenExchange = chosenExchange == nil ? exchange?.number : nil
  }

  mutating func filterLog(by text: String) {
    logSelection.filter(by: text)
    logSelection.keepUp(with: walkthrough.timeline)
    guard logged.isEmpty, !walkthrough.timeline.exchanges.isEmpty else { return }
    notice = Notice("no exchange has “\(text)”; \(key(.find)) and an empty line show all", isProblem: false)
  }
}
