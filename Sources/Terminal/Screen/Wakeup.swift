internal import CTerminal

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Wakes the loop that waits in `Display.wait`. Any thread may hold one and call it at any time,
/// also after the display closed.
public struct Wakeup: Sendable {
  private let channel: Channel

  init() throws(DisplayError) {
    channel = try Channel()
  }

  public func wake() {
    channel.write()
  }

  /// What to poll.
  var descriptor: Int32 { channel.reader }

  /// Empties the channel; true when someone called since the last time.
  func drain() -> Bool {
    channel.drain()
  }

  /// Owns both ends, so a late caller never writes to a descriptor that has become something else.
  private final class Channel: Sendable {
    let reader: Int32
    let writer: Int32

    init() throws(DisplayError) {
      var ends: [Int32] = [0, 0]
      guard oap_pipe(&ends) == 0 else { throw .system(call: "pipe", code: errno) }
      reader = ends[0]
      writer = ends[1]
    }

    deinit {
      close(reader)
      close(writer)
    }

    /// A full pipe is fine: the loop is going to wake.
    func write() {
      var byte: UInt8 = 1
      #if canImport(Glibc)
      _ = Glibc.write(writer, &byte, 1)
      #else
      _ = Darwin.write(writer, &byte, 1)
      #endif
    }

    func drain() -> Bool {
      var buffer = [UInt8](repeating: 0, count: 64)
      var woken = false
      while read(reader, &buffer, buffer.count) > 0 { woken = true }
      return woken
    }
  }
}
