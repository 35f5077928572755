import Dispatch
import Synchronization

/// Lines on their way to standard output, written one after the other by a thread of their own: whoever reads slowly,
/// or not at all, must not hold up the server.
final class OutputQueue: Sendable {
  /// How many lines may wait; what comes then is counted and dropped.
  private static let bound = 10_000

  private struct Backlog {
    var waiting = 0
    var dropped = 0
  }

  private let backlog = Mutex(Backlog())
  private let writer = DispatchQueue(label: "standard output")
  private let notice: @Sendable (_ dropped: Int) -> String

  /// - Parameter notice: the line that says how many were dropped.
  init(notice: @escaping @Sendable (_ dropped: Int) -> String) {
    self.notice = notice
  }

  func line(_ text: String) {
    let isTaken = backlog.withLock { backlog in
      guard backlog.waiting < Self.bound else {
        backlog.dropped += 1
        return false
      }
      backlog.waiting += 1
      return true
    }
    guard isTaken else { return }
    writer.async { [self] in
      Output.line(text)
      let dropped = backlog.withLock { backlog in
        backlog.waiting -= 1
        defer { backlog.dropped = 0 }
        return backlog.dropped
      }
      if dropped > 0 { Output.line(notice(dropped)) }
    }
  }

  /// Waits until everything is written, but not for a reader that has stopped reading.
  func finish() {
    let written = DispatchSemaphore(value: 0)
    writer.async { written.signal() }
    _ = written.wait(timeout: .now() + .seconds(2))
  }
}
