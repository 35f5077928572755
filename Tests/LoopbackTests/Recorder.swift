import Dispatch
import Loopback
import Synchronization

/// Keeps the exchanges of a listener and lets a test wait for the next one.
final class Recorder: Sendable {
  private let kept = Mutex<[WireExchange]>([])
  private let arrived = DispatchSemaphore(value: 0)

  var exchanges: [WireExchange] { kept.withLock { $0 } }

  func record(_ exchange: WireExchange) {
    kept.withLock { $0.append(exchange) }
    arrived.signal()
  }

  /// Waits until one more exchange was recorded than at the last call; `nil` after ten seconds.
  func next() -> WireExchange? {
    guard arrived.wait(timeout: .now() + 10) == .success else { return nil }
    return exchanges.last
  }
}
