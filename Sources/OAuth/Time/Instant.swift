/// A moment of the server's or the client's clock: nanoseconds since 1970-01-01T00:00:00Z.
///
/// Logic is handed its instants; only the live clock, outside this module, makes one from the machine's time.
public struct Instant: Hashable, Comparable, Sendable {
  public var nanoseconds: Int64

  public init(nanoseconds: Int64) {
    self.nanoseconds = nanoseconds
  }

  public init(seconds: Int64) {
    self.init(nanoseconds: seconds * 1_000_000_000)
  }

  /// Whole seconds since 1970, rounded down: the form of `exp`, `iat` and `auth_time`.
  public var secondsSince1970: Int64 {
    let (quotient, remainder) = nanoseconds.quotientAndRemainder(dividingBy: 1_000_000_000)
    return remainder < 0 ? quotient - 1 : quotient
  }

  public static func < (left: Instant, right: Instant) -> Bool { left.nanoseconds < right.nanoseconds }

  public static func + (instant: Instant, duration: Duration) -> Instant {
    Instant(nanoseconds: instant.nanoseconds + duration.nanoseconds)
  }

  public static func - (instant: Instant, duration: Duration) -> Instant {
    Instant(nanoseconds: instant.nanoseconds - duration.nanoseconds)
  }

  public static func - (left: Instant, right: Instant) -> Duration {
    .nanoseconds(left.nanoseconds - right.nanoseconds)
  }
}

extension Duration {
  /// The whole duration in nanoseconds. A playground's durations stay far below the 292 years that fit.
  public var nanoseconds: Int64 {
    components.seconds * 1_000_000_000 + components.attoseconds / 1_000_000_000
  }

  /// Seconds with a fraction, for arithmetic on a screen.
  public var seconds: Double { Double(nanoseconds) / 1_000_000_000 }
}
