/// Which part of a long list or text is shown: a plain value that keeps the selection in view.
public struct ScrollWindow: Hashable, Sendable {
  /// The first row shown.
  public private(set) var offset: Int

  public init(offset: Int = 0) {
    self.offset = max(0, offset)
  }

  /// The window over `count` rows of which `visible` fit, moved as little as needed to show `selection`.
  public func showing(_ selection: Int?, of count: Int, visible: Int) -> ScrollWindow {
    guard visible > 0 else { return self }
    var start = offset
    if let selection {
      start = min(start, selection)
      start = max(start, selection - visible + 1)
    }
    return ScrollWindow(offset: min(start, max(0, count - visible)))
  }

  /// The window moved by some rows, as far as the content goes.
  public func scrolled(by rows: Int, of count: Int, visible: Int) -> ScrollWindow {
    ScrollWindow(offset: offset + rows).showing(nil, of: count, visible: visible)
  }

  /// The rows shown.
  public func range(of count: Int, visible: Int) -> Range<Int> {
    let start = min(offset, max(0, count))
    return start..<min(max(0, count), start + max(0, visible))
  }
}
