import Playground
import Terminal

extension Model {
  /// A click focuses and selects, a second one opens; the wheel moves what lies under the pointer.
  mutating func point(_ event: MouseEvent) -> [Effect] {
    switch event.action {
    case .press where event.button == 1: click(at: event.position)
    case .wheelUp: roll(.up, at: event.position)
    case .wheelDown: roll(.down, at: event.position)
    case .press, .release: []
    }
  }

  private mutating func click(at position: Position) -> [Effect] {
    if case .menu(let menu, let state) = overlay { return click(at: position, in: menu, state) }
    guard overlay == nil else { return [] }
    if let view = views.last { return click(at: position, in: view) }
    guard let (panel, area) = panel(at: position) else { return [] }
    let wasFocused = focus == panel
    focus = panel
    let inside = layout.breadth == .single ? area.top(1).rest : area.insideFrame
    guard inside.contains(position) else { return [] }
    let line = position.row - inside.row
    switch panel {
    case .request:
      let count = editor?.fields.count ?? 0
      let shown = (scroll[.request] ?? ScrollWindow()).showing(requestRow, of: count, visible: inside.rows)
      guard line + shown.offset < count else { return [] }
      if wasFocused, requestRow == line + shown.offset { return perform(.edit) }
      requestRow = line + shown.offset
    case .log: return click(line: line, inLogOf: inside.rows, opens: wasFocused)
    case .sequence:
      guard let exchange = SequencePanel.exchange(onLine: line, of: self, in: inside) else { break }
      if wasFocused, chosenExchange == exchange.number { return open() }
      chosenExchange = exchange.number
    case .explain, .raw, .checks, .server: break
    }
    return []
  }

  private mutating func click(line: Int, inLogOf rows: Int, opens: Bool) -> [Effect] {
    let lines = LogPanel(model: self, isFocused: true).lines(rows: rows)
    guard lines.indices.contains(line), case .exchange(let index) = lines[line] else { return [] }
    let exchanges = logged
    if opens, exchange?.number == exchanges[index].number { return open() }
    chosenExchange = exchanges[index].number
    return []
  }

  private mutating func click(at position: Position, in menu: Menu, _ state: ListState) -> [Effect] {
    var state = state
    let area = MenuView.area(menu, self)
    guard area.contains(position) else {
      overlay = nil
      return []
    }
    let rows = MenuView.rows(
      choices(of: menu, matching: state.query), columns: size.columns, of: menu)
    let line = position.row - area.insideFrame.row - MenuView.head(menu, self)
    guard select(line: line, of: rows, &state, visible: MenuView.visibleRows(menu, self)) else {
      overlay = .menu(menu, state)
      return []
    }
    return press(.enter, in: menu, state)
  }

  private mutating func click(at position: Position, in view: ViewKind) -> [Effect] {
    let content = content(of: view)
    var state = lists[.view(view), default: ListState()]
    let layout = viewLayout(content, state)
    state.isInDetail = layout.detail.contains(position)
    let inside = layout.list.insideFrame.top(content.head.count).rest
    let opens =
      inside.contains(position)
      && select(line: position.row - inside.row, of: items(of: view), &state, visible: inside.rows)
    lists[.view(view)] = state
    return opens ? perform(.next) : []
  }

  /// Puts the cursor on a row of a list; true if it stood there already.
  private func select(line: Int, of rows: [ListItem], _ state: inout ListState, visible: Int) -> Bool {
    let window = state.window.showing(rows.selection(state), of: rows.count, visible: visible)
    let index = window.offset + line
    guard rows.indices.contains(index), let name = rows[index].name else { return false }
    if rows.selection(state) == index { return true }
    (state.selected, state.position, state.window) = (name, index, window)
    return false
  }

  private mutating func roll(_ move: Command.Move, at position: Position) -> [Effect] {
    if case .menu(let menu, let state) = overlay { return press(move == .up ? .up : .down, in: menu, state) }
    guard overlay == nil else { return [] }
    guard views.isEmpty else { return perform(.move(move)) }
    guard let panel = panel(at: position)?.panel else { return [] }
    let focused = focus
    focus = panel
    for _ in 0..<(panel.isText ? 3 : 1) { self.move(move) }
    focus = focused
    return []
  }

  private func panel(at position: Position) -> (panel: Panel, area: Rect)? {
    layout.panels.first { $0.value.contains(position) }.map { ($0.key, $0.value) }
  }
}
