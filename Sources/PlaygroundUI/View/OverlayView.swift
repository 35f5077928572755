import Terminal

/// What lies over the panels and views.
struct OverlayView {
  let overlay: Overlay
  let model: Model

  func draw(on canvas: inout Canvas) {
    switch overlay {
    case .menu(let menu, let state): MenuView(menu: menu, state: state, model: model).draw(on: &canvas)
    case .editing, .adding, .answering, .leaving: break
    }
  }
}
