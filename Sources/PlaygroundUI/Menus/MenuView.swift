import Playground
import Terminal

/// A menu over the screen: what is typed filters it, and the entry under the cursor says why it is not possible now.
struct MenuView {
  let menu: Menu
  let state: ListState
  let model: Model

  /// Wide enough for the longest words, and no wider than can be read at a glance.
  private static func width(in size: Size) -> Int { min(100, size.columns) }

  /// A short menu takes no more room than it has entries.
  static func area(_ menu: Menu, _ model: Model) -> Rect {
    let size = model.size
    let margin = size.rows >= 18 ? 1 : 0
    let columns = width(in: size)
    let rows =
      menu.hasDigits
      ? model.choices(of: menu, matching: "").count + 3 + question(menu, model, columns).count : size.rows
    return Rect(size).inset(rows: margin).centred(Size(columns: columns, rows: rows))
  }

  private static func question(_ menu: Menu, _ model: Model, _ columns: Int) -> [String] {
    guard menu == .question, let question = model.scenario.scenario.question else { return [] }
    return question.ask.wrapped(to: max(8, columns - 4)) + [""]
  }

  static func visibleRows(_ menu: Menu, _ model: Model) -> Int {
    max(1, area(menu, model).insideFrame.rows - head(menu, model))
  }

  /// How many rows stand above the choices: what is typed, or what is asked.
  static func head(_ menu: Menu, _ model: Model) -> Int {
    menu.isTyped ? 1 : question(menu, model, width(in: model.size)).count
  }

  func draw(on canvas: inout Canvas) {
    let area = Self.area(menu, model)
    canvas.fill(area)
    let choices = model.choices(of: menu, matching: state.query)
    var inside = canvas.frame(
      area, title: StyledLine(menu.title), note: note(choices.count), footer: footer, focused: true)
    let asked = Self.question(menu, model, area.columns)
    if !asked.isEmpty {
      let (text, rest) = inside.top(asked.count)
      for (index, row) in asked.enumerated() { canvas.write(" \(row)", at: text.line(index).origin, style: .title) }
      inside = rest
    } else if menu.isTyped {
      let (line, rest) = inside.top(1)
      canvas.write(" > ", at: line.origin, style: .accent)
      TextField(state.typing ?? LineEditor()).draw(in: line.left(3).rest.left(line.columns - 4).part, on: &canvas)
      inside = rest
    }
    let rows = Self.rows(choices, columns: inside.columns - 2, of: menu)
    let selection = rows.selection(state)
    let choice = selection.flatMap { row in choices.first { $0.name == rows[row].name } }
    let remark = choice.flatMap { words(on: $0, columns: inside.columns) }
    let (list, last) = inside.top(inside.rows - (remark == nil ? 0 : 1))
    ListBody(items: rows, selection: selection, state: state, isFocused: true).draw(in: list, on: &canvas)
      .draw(onBorderOf: area, on: &canvas)
    if let remark { canvas.draw(remark, at: last.origin, columns: last.columns) }
    if rows.isEmpty { canvas.write("  nothing is called so", at: list.origin, style: .muted, columns: list.columns) }
  }

  /// Why the entry under the cursor is not possible now; or its words, where the row is too narrow for them.
  private func words(on choice: MenuItem, columns: Int) -> StyledLine? {
    if let obstacle = choice.obstacle { return StyledLine(" not now: \(obstacle)", .attention) }
    return columns < 60 ? StyledLine(" \(choice.title)") : nil
  }

  private func note(_ count: Int) -> StyledLine {
    let filter = menu.isTyped || state.query.isEmpty && state.typing == nil
    let typed = filter ? StyledLine() : StyledLine("/\(state.query)\(state.typing == nil ? "" : "█")  ", .accent)
    return typed + StyledLine("\(count)", .muted)
  }

  private var footer: StyledLine {
    let words =
      switch menu {
      case .palette: "↑↓ select · ↵ run · esc close"
      case .help: "↑↓ select · ↵ run · / filter · esc close"
      case .copy, .question: "↑↓ select · ↵ or a digit chooses · esc close"
      }
    return StyledLine(model.surroundings.charset.spelled(words), .muted)
  }

  /// The choices under their headings: the key, what it does, and at the end why not now.
  static func rows(_ choices: [MenuItem], columns: Int, of menu: Menu) -> [ListItem] {
    let keyFirst = menu.showsKeyFirst
    let keyColumns = menu.hasDigits ? 2 : keyFirst ? min(14, columns / 3) : min(22, columns / 2)
    var rows: [ListItem] = []
    for (index, choice) in choices.enumerated() {
      if let heading = choice.heading, index == 0 || choices[index - 1].heading != heading {
        if index > 0 { rows.append(ListItem(nil, [])) }
        rows.append(.heading(heading))
      }
      rows.append(ListItem(choice.name, row(choice, columns: columns, keyColumns: keyColumns, keyFirst: keyFirst)))
    }
    return rows
  }

  private static func row(_ choice: MenuItem, columns: Int, keyColumns: Int, keyFirst: Bool) -> StyledLine {
    let first = StyledLine((keyFirst ? choice.keys : choice.name).padded(to: keyColumns), .accent) + " "
    let keys = keyFirst ? "" : Self.keys(of: choice, columns: columns)
    guard let obstacle = choice.obstacle else { return first + StyledLine(keys, .accent) + StyledLine(choice.title) }
    let room = columns - keyColumns - 1 - keys.displayColumns
    let why = "  not now: \(obstacle)"
    let end = choice.title.displayColumns + why.displayColumns <= room ? why : "  not now"
    return first + StyledLine("\(keys)\(choice.title.shortened(to: max(8, room - end.displayColumns)))\(end)", .muted)
  }

  /// In a wide palette the keys have a column of their own.
  private static func keys(of choice: MenuItem, columns: Int) -> String {
    guard columns >= 60 else { return choice.keys.isEmpty ? "" : choice.keys + "  " }
    return choice.keys.padded(to: max(6, choice.keys.displayColumns)) + "  "
  }
}

extension Menu {
  var title: String {
    switch self {
    case .help: "Help"
    case .palette: "Command"
    case .copy: "Copy"
    case .question: "Question"
    }
  }

  /// Whether a digit chooses: where there are few entries and always the same.
  var hasDigits: Bool { self == .copy || self == .question }

  var showsKeyFirst: Bool { self != .palette }

  /// Whether letters are typed into it at once; elsewhere / begins a filter.
  var isTyped: Bool { self == .palette }
}
