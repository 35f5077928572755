import Terminal

/// What lies over the panels.
struct OverlayView {
  let overlay: Overlay
  let model: Model

  func draw(on canvas: inout Canvas) {
    switch overlay {
    case .help(let window): HelpView(window: window, charset: model.surroundings.charset).draw(on: &canvas)
    case .editing, .adding, .leaving: break
    }
  }
}

/// All keys, made from the key map.
struct HelpView {
  let window: ScrollWindow
  let charset: Charset

  static func rows(_ charset: Charset) -> [StyledLine] {
    KeyMap.Group.allCases.flatMap { group -> [StyledLine] in
      let bindings = KeyMap.standard.bindings.filter { $0.group == group }
      let lines = bindings.map { binding in
        StyledLine(binding.keys.map(charset.name).joined(separator: " ").padded(to: 14), .accent)
          + StyledLine(binding.title)
      }
      return [StyledLine(group.rawValue, .title.bold)] + lines + [[]]
    }
  }

  static func visibleRows(in size: Size) -> Int { max(1, area(in: size).insideFrame.rows) }

  private static func area(in size: Size) -> Rect {
    Rect(size).inset(rows: 1).centred(Size(columns: min(72, size.columns), rows: size.rows))
  }

  func draw(on canvas: inout Canvas) {
    let area = Self.area(in: canvas.size)
    canvas.fill(area)
    let note = charset.spelled("esc closes · ↑↓ scroll")
    let inside = canvas.frame(area, title: "Help", note: StyledLine(note), focused: true)
      .inset(columns: 1)
    let rows = Self.rows(charset)
    let shown = window.range(of: rows.count, visible: inside.rows)
    for (line, index) in shown.enumerated() {
      canvas.draw(rows[index].shortened(to: inside.columns), at: inside.line(line).origin)
    }
  }
}
