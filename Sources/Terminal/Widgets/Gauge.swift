/// A bar that fills from the left; full blocks and light shade, so it also reads without colour.
public struct Gauge: Hashable, Sendable {
  /// From 0 to 1; anything outside is taken to the nearer end.
  public var fraction: Double
  public var style: Style
  public var rest: Style

  public init(fraction: Double, style: Style = .accent, rest: Style = .muted) {
    self.fraction = fraction.isNaN ? 0 : min(max(fraction, 0), 1)
    self.style = style
    self.rest = rest
  }

  /// How many of the columns are filled. Only a full gauge looks full, only an empty one looks empty.
  public func filled(of columns: Int) -> Int {
    guard columns > 0, fraction > 0 else { return 0 }
    guard fraction < 1 else { return columns }
    return min(max(1, Int((Double(columns) * fraction).rounded())), max(1, columns - 1))
  }

  public func draw(in area: Rect, on canvas: inout Canvas) {
    let (done, rest) = area.left(filled(of: area.columns))
    canvas.fill(done, with: "█", style: style)
    canvas.fill(rest, with: "░", style: self.rest)
  }
}
