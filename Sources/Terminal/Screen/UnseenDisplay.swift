#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// A display without a terminal, on which a program runs as on a real one: nobody types, and what was presented last
/// can be read.
public final class UnseenDisplay: Display {
  public let size: Size
  public let wakeup: Wakeup

  /// - Throws: `DisplayError.system` when there are no descriptors left.
  public init(size: Size) throws(DisplayError) {
    self.size = size
    wakeup = try Wakeup()
  }

  public func wait(until deadline: Duration?) -> [InputEvent] {
    var polled = pollfd(fd: wakeup.descriptor, events: Int16(POLLIN), revents: 0)
    poll(&polled, 1, deadline.milliseconds)
    return wakeup.drain() ? [.woken] : []
  }

  public func present(_ canvas: Canvas) {}

  public func close() {}
}

extension Duration? {
  /// As `poll` wants it: rounded up, so that a deadline never comes early; -1 is for ever.
  var milliseconds: Int32 {
    guard let self else { return -1 }
    let parts = Swift.max(.zero, self).components
    guard parts.seconds < 1_000_000 else { return 1_000_000_000 }
    return Int32(parts.seconds * 1000 + (parts.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
  }
}
