import AuthorizationServer
import OAuth

/// What the control interface remembers: how everything was at the start, and what was exchanged since.
struct ControlDesk: Sendable {
  let server: AuthorizationServer
  let clock: ServerClock
  private let redaction: Redaction
  private var timeline = Timeline()

  init(server: AuthorizationServer, clock: ServerClock, redaction: Redaction) {
    self.server = server
    self.clock = clock
    self.redaction = redaction
  }

  mutating func keep(_ exchange: Exchange) {
    timeline.append(exchange)
  }

  func exchanges(after number: Int) -> [JSON] {
    timeline.exchanges.filter { $0.number > number }.map { ExchangeRecord($0, redaction).json }
  }
}

extension ServerClock {
  /// `{"now": seconds since 1970, "offset": seconds ahead of the machine's time, "paused": …}`.
  func json(at machineTime: Instant) -> JSON {
    let now = now(at: machineTime)
    return [
      "now": .seconds(now - Instant(seconds: 0)), "offset": .seconds(now - machineTime), "paused": .bool(isPaused),
    ]
  }
}
