import Terminal

extension Model {
  /// Keys while a menu lies over the screen.
  mutating func press(_ key: Key, in menu: Menu, _ state: ListState) -> [Effect] {
    var state = state
    if menu.isTyped, state.typing == nil { state.typing = LineEditor() }
    let choices = choices(of: menu, matching: state.query)
    let rows = MenuView.rows(choices, columns: size.columns, of: menu)
    if move(key, rows, &state, visible: MenuView.visibleRows(menu, self), isTyping: state.typing != nil) {
      overlay = .menu(menu, state)
      return []
    }
    switch key {
    case .enter:
      guard let name = rows.selection(state).flatMap({ rows[$0].name }),
        let choice = choices.first(where: { $0.name == name })
      else { return [] }
      return run(choice)
    case .escape where state.typing != nil && !menu.isTyped:
      (state.typing, state.filter) = (nil, "")
    case .escape:
      overlay = nil
      return []
    case "/" where state.typing == nil: state.typing = LineEditor()
    case .character(let digit) where state.typing == nil && menu.hasDigits && digit.isNumber:
      if let choice = choices.first(where: { $0.keys == String(digit) }) { return run(choice) }
    default:
      if state.typing?.apply(key) == true {
        (state.selected, state.position) = (nil, 0)
      } else {
        return pressClosing(key, menu)
      }
    }
    overlay = .menu(menu, state)
    return []
  }

  /// In a menu the keys that leave close it too, as does its own; the help is everywhere.
  /// Other keys have no meaning there.
  private mutating func pressClosing(_ key: Key, _ menu: Menu) -> [Effect] {
    switch surroundings.keyMap.command(for: key, in: [.everywhere]) {
    case .quit, .menu(menu): overlay = nil
    case .menu(.help): overlay = .menu(.help, ListState())
    case .quitNow: return [.quit(0)]
    default: notice = Notice("↵ runs the selected entry; esc closes", isProblem: false)
    }
    return []
  }

  private mutating func run(_ choice: MenuItem) -> [Effect] {
    if let obstacle = choice.obstacle {
      notice = Notice("not now: \(obstacle)", isProblem: false)
      return []
    }
    overlay = nil
    if choice.scope.isOnPanels { views = [] }
    if case .panel(let panel) = choice.scope { focus = panel }
    defer { forgetSeenNews() }
    return perform(choice.command)
  }

  /// Moves the cursor of a list; false when the key is for somebody else.
  /// While a text is typed only arrows and pages move.
  func move(_ key: Key, _ rows: [ListItem], _ state: inout ListState, visible: Int, isTyping: Bool) -> Bool {
    let moved: Command?
    switch key {
    case .up, .down, .pageUp, .pageDown: moved = KeyMap.standard.command(for: key, in: [.everywhere])
    default: moved = isTyping ? nil : surroundings.keyMap.command(for: key, in: [.everywhere])
    }
    guard case .move(let move)? = moved, move != .left, move != .right else { return false }
    rows.moving(&state, by: move.rows(page: visible, all: rows.count))
    state.window = state.window.showing(rows.selection(state), of: rows.count, visible: visible)
    return true
  }
}
