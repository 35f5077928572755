public import Terminal

extension Model {
  /// The whole screen: a pure function of the model.
  public func view() -> Canvas {
    var canvas = Canvas(size)
    guard breadth > .tooSmall else {
      TooSmallView.draw(keyToLeave: key(.quitNow), on: &canvas)
      return canvas
    }
    if let view = views.last {
      ViewScreen(kind: view, model: self).draw(on: &canvas)
      if let overlay { OverlayView(overlay: overlay, model: self).draw(on: &canvas) }
      return canvas
    }
    if isPresenting {
      PresentationView(model: self).draw(on: &canvas)
      if let overlay { OverlayView(overlay: overlay, model: self).draw(on: &canvas) }
      return canvas
    }
    let layout = layout
    HeaderView(model: self).draw(in: layout.header, on: &canvas)
    StageRail(model: self).draw(in: layout.rail, on: &canvas)
    CountdownView(model: self).draw(in: layout.gauge, on: &canvas)
    for panel in layout.shown {
      if let area = layout.panels[panel] { PanelView(panel: panel, model: self).draw(in: area, on: &canvas) }
    }
    StatusRow(model: self).draw(in: layout.status, on: &canvas)
    HintRow(model: self).draw(in: layout.hints, on: &canvas)
    if let overlay { OverlayView(overlay: overlay, model: self).draw(on: &canvas) }
    return canvas
  }
}

/// What stands in a window without room for anything else.
enum TooSmallView {
  static func draw(keyToLeave: String, on canvas: inout Canvas) {
    let lines = [
      "this window is too small", "", "now   \(canvas.size.columns) x \(canvas.size.rows)",
      "need  \(Layout.minimum.columns) x \(Layout.minimum.rows)", "", "\(keyToLeave) quit   the server keeps running",
    ]
    for (row, line) in lines.enumerated() { canvas.write(line, at: Position(column: 2, row: 1 + row)) }
  }
}
