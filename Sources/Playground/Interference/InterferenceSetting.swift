import OAuth

/// An interference that is switched on: how often, and where it matters how much.
public struct InterferenceSetting: Equatable, Sendable {
  public let interference: Interference
  /// How many messages it is still to harm; nil until it is switched off, 0 switches it off.
  public let times: Int?
  /// How long a delay takes, or how far the server's clock is ahead; zero for all others.
  public let duration: Duration

  /// - Parameter duration: the usual one where nil; those that take none ignore it.
  public init(_ interference: Interference, times: Int?, duration: Duration? = nil) {
    self.interference = interference
    self.times = times
    self.duration = interference.usualDuration.map { duration ?? $0 } ?? .zero
  }

  /// As it is usually meant: for the next message, but a clock that is wrong stays wrong.
  public init(_ interference: Interference) {
    self.init(interference, times: interference == .clockSkew ? nil : 1)
  }

  /// How far a clock may be wrong, and how long a delay may take, in seconds.
  public static let longest = 10 * 366 * 86_400

  /// `delay 5 s`, `abort 3 times`, `clock-skew 900 s until switched off`.
  public var words: String {
    var words = interference.rawValue
    if interference.usualDuration != nil { words += " \(duration.plainSeconds)" }
    switch times {
    case nil: words += " until switched off"
    case 1?: break
    case let times?: words += " \(times) times"
    }
    return words
  }

  /// After one more message was harmed; nil once it is used up.
  var used: InterferenceSetting? {
    guard let times else { return self }
    return times > 1 ? InterferenceSetting(interference, times: times - 1, duration: duration) : nil
  }
}

extension Sequence<InterferenceSetting> {
  /// How far the server's clock is ahead of everybody else's.
  public var clockSkew: Duration { first { $0.interference == .clockSkew }?.duration ?? .zero }
}

extension Interference {
  /// How long or how far, where nobody says it; nil for those that take no time.
  public var usualDuration: Duration? {
    switch self {
    case .delay: .seconds(5)
    case .clockSkew: .seconds(900)
    default: nil
    }
  }

  /// Whether its time may be negative: a clock can also be behind.
  public var mayBeNegative: Bool { self == .clockSkew }
}
