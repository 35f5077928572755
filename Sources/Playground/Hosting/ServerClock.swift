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
  /// Nor does it go where an instant cannot be counted any more.
  public mutating func advance(by duration: Duration) {
    let left = heldAt.map { Self.last - $0 } ?? (Self.furthest - offset)
    let step = min(max(duration, .zero), max(left, .zero))
    if let heldAt { self.heldAt = heldAt + step } else { offset += step }
  }

  /// A hundred years: how far the clock runs ahead at the most.
  private static let furthest = Duration.seconds(100 * 366 * 86_400)
  /// In the year 2170: how far it is moved while it is held.
  private static let last = Instant(seconds: 0) + furthest + furthest

  /// Moves to an instant, unless it has passed.
  public mutating func advance(to instant: Instant, at machineTime: Instant) {
    advance(by: instant - now(at: machineTime))
  }
}
