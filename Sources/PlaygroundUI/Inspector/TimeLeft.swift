import OAuth

/// How long something still lives, in as few characters as its size deserves, and so that the number changes no more
/// often than somebody needs to know.
struct TimeLeft: Equatable, Sendable {
  let duration: Duration

  init(_ duration: Duration) { self.duration = duration }

  /// `9.4 s`, `18 s`, `59:54`, `7 h 59 min`, `14 d`; rounded up, so that what lives never reads as nothing.
  var text: String {
    let units = (duration.nanoseconds + step.nanoseconds - 1) / step.nanoseconds
    switch step {
    case Self.tenth: return "\(units / 10).\(units % 10) s"
    case Self.second where units < 60: return "\(units) s"
    case Self.second: return "\(units / 60):\(units % 60 < 10 ? "0" : "")\(units % 60)"
    case Self.minute: return units % 60 == 0 ? "\(units / 60) h" : "\(units / 60) h \(units % 60) min"
    default: return "\(units) d"
    }
  }

  /// How long the text stays true.
  var unchanged: Duration {
    let rest = duration.nanoseconds % step.nanoseconds
    return .nanoseconds(rest == 0 ? step.nanoseconds : rest)
  }

  private static let tenth = Duration.milliseconds(100)
  private static let second = Duration.seconds(1)
  private static let minute = Duration.seconds(60)
  private static let day = Duration.seconds(86_400)

  private var step: Duration {
    switch duration {
    case ...Duration.seconds(10): Self.tenth
    case ...Duration.seconds(3600): Self.second
    case ...Self.day: Self.minute
    default: Self.day
    }
  }
}
