import Dispatch
import Loopback
import Synchronization

/// Keeps the exchanges of a listener and lets a test wait for the next one.
final class Recorder: Sendable {
  private struct Kept {
    var exchanges: [WireExchange] = []
    /// How many a test has asked for.
    var read = 0
  }

  private let kept = Mutex(Kept())
  private let arrived = DispatchSemaphore(value: 0)

  var exchanges: [WireExchange] { kept.withLock { $0.exchanges } }

  func record(_ exchange: WireExchange) {
    kept.withLock { $0.exchanges.append(exchange) }
    arrived.signal()
  }

  /// The exchange after the one that the last call returned, as soon as there is one; `nil` after a minute.
  func next() -> WireExchange? {
    guard arrived.wait(timeout: .now() + 60) == .success else { return nil }
    return kept.withLock { kept in
      defer { kept.read += 1 }
      return kept.exchanges[kept.read]
    }
  }
}
