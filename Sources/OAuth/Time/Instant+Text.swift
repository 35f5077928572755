extension Instant {
  /// The time of day in UTC: `12:04:18.330`.
  public var timeOfDay: String {
    let milliseconds = Self.floorModulo(nanoseconds, 86_400_000_000_000) / 1_000_000
    let (hours, minutes) = (milliseconds / 3_600_000, milliseconds / 60_000 % 60)
    return "\(Self.padded(hours, 2)):\(Self.padded(minutes, 2)):\(Self.padded(milliseconds / 1000 % 60, 2))"
      + ".\(Self.padded(milliseconds % 1000, 3))"
  }

  /// The date and time in UTC as RFC 3339 writes it: `2026-11-21T12:04:18.330Z`.
  public var timestamp: String {
    let days = (secondsSince1970 - Self.floorModulo(secondsSince1970, 86_400)) / 86_400
    let (year, month, day) = Self.civilDate(daysSince1970: days)
    return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))T\(timeOfDay)Z"
  }

  /// The Gregorian date of a day number, counted in eras of 400 years that begin on 1 March.
  private static func civilDate(daysSince1970 days: Int64) -> (year: Int64, month: Int64, day: Int64) {
    let shifted = days + 719_468
    let era = (shifted - floorModulo(shifted, 146_097)) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
  }

  private static func floorModulo(_ value: Int64, _ modulus: Int64) -> Int64 {
    let remainder = value % modulus
    return remainder < 0 ? remainder + modulus : remainder
  }

  private static func padded(_ value: Int64, _ digits: Int) -> String {
    let text = String(value)
    return String(repeating: "0", count: max(0, digits - text.count)) + text
  }
}

extension Duration {
  /// Seconds with one decimal, rounded up so that what has not ended never reads 0.0: `17.6 s`.
  public var tenths: String {
    let tenths = (abs(nanoseconds) + 99_999_999) / 100_000_000
    return "\(nanoseconds < 0 ? "-" : "")\(tenths / 10).\(tenths % 10) s"
  }

  /// Seconds without needless decimals: `30 s`, `0.25 s`.
  public var plainSeconds: String {
    nanoseconds % 1_000_000_000 == 0 ? "\(components.seconds) s" : "\(seconds) s"
  }
}
