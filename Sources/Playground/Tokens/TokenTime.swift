public import OAuth

extension TokenRecipient {
  /// A `NumericDate`: seconds since 1970, whole or not; nil for what is no number. RFC 7519 §2.
  ///
  /// What lies beyond the clocks of this program counts as their end.
  public static func instant(_ value: JSON) -> Instant? {
    let end: Int64 = 7_000_000_000
    switch value {
    case .integer(let seconds): return Instant(seconds: min(max(0, seconds), end))
    case .decimal(let seconds):
      return Instant(nanoseconds: Int64(min(max(0, seconds), Double(end)) * 1_000_000_000))
    default: return nil
    }
  }
}

extension Instant {
  /// The time of day without its fraction: `12:04:18`.
  var clockTime: String { String(timeOfDay.prefix(8)) }

  /// A moment and how far it is: `13:04:30, in 59:41`, `12:04:15, 34 s ago`; with its date where that is another day.
  public func seen(from now: Instant) -> String {
    let date = timestamp.prefix(10) == now.timestamp.prefix(10) ? "" : "\(timestamp.prefix(10)) "
    let distance = self - now
    guard distance > .zero else {
      return "\(date)\(clockTime), \((.zero - distance).clockFace) ago"
    }
    return "\(date)\(clockTime), in \(distance.clockFace)"
  }
}

extension Duration {
  /// As a clock would show it, whole units: `34 s`, `59:41`, `1:02:03`, `14 days`.
  public var clockFace: String {
    let seconds = components.seconds
    func two(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
    switch seconds {
    case ..<60: return "\(seconds) s"
    case ..<3_600: return "\(seconds / 60):\(two(seconds % 60))"
    case ..<172_800: return "\(seconds / 3_600):\(two(seconds / 60 % 60)):\(two(seconds % 60))"
    default: return "\(seconds / 86_400) days"
    }
  }
}
