/// Something the mouse did, and where.
public struct MouseEvent: Hashable, Sendable {
  public enum Action: String, Hashable, Sendable, CaseIterable {
    case press, release, wheelUp = "wheel-up", wheelDown = "wheel-down"
  }

  public var action: Action
  /// 1 left, 2 middle, 3 right; 0 for the wheel.
  public var button: Int
  public var position: Position

  public init(_ action: Action, button: Int, at position: Position) {
    self.action = action
    self.button = button
    self.position = position
  }
}
