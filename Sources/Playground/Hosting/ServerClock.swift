public import OAuth

/// The server's clock: the machine's time, moved and held as a lesson needs it.
public struct ServerClock: Equatable, Sendable {
  /// How far the server's time is ahead of the machine's while it runs.
  public private(set) var offset: Duration
  /// The server's time while it is held.
  public private(set) var heldAt: Instant?

  public init(offset: Duration = .zero) {
    self.offset = offset
  }

  /// A running clock that shows an instant when the machine's time is `machineTime`.
  init(showing instant: Instant, at machineTime: Instant) {
    offset = instant - machineTime
  }

  public var isPaused: Bool { heldAt != nil }

  /// The server's time when the machine's is `machineTime`.
  public func now(at machineTime: Instant) -> Instant { heldAt ?? machineTime + offset }

  public mutating func pause(at machineTime: Instant) {
    heldAt = now(at: machineTime)
  }

  /// Time goes on from where it was held.
  public mutating func resume(at machineTime: Instant) {
    guard let heldAt else { return }
    offset = heldAt - machineTime
    self.heldAt = nil
  }

  /// Time never goes back: what was issued would lie in the future.
  public mutating func advance(by duration: Duration) {
    let step = max(duration, .zero)
    if let heldAt { self.heldAt = heldAt + step } else { offset += step }
  }

  /// Moves to an instant, unless it has passed.
  public mutating func advance(to instant: Instant, at machineTime: Instant) {
    advance(by: instant - now(at: machineTime))
  }
}
