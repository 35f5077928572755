import OAuth
import Synchronization

/// The time of a script: it stands still but for what the script says, so that two runs are the same.
final class ScriptedTime: Sendable {
  /// 2026-11-21T12:00:00Z
  private let instant = Mutex(Instant(seconds: 1_795_262_400))

  var now: Instant { instant.withLock { $0 } }

  func advance(by duration: Duration) { instant.withLock { $0 = $0 + duration } }
}
