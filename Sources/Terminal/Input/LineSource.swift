#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Lines that somebody types or pipes in, with a way to be woken while none comes.
public final class LineSource {
  public enum Event: Hashable, Sendable {
    case line(String)
    case woken
    /// No more lines will come.
    case end
  }

  /// What is longer is cut.
  private static let longest = 64 * 1024

  public let wakeup: Wakeup
  private let descriptor: Int32
  private var pending: [UInt8] = []
  /// How much of the line that is being read has been kept.
  private var lineLength = 0
  private var hasEnded = false

  /// - Throws: `DisplayError.system` when there are no descriptors left.
  public init(_ descriptor: Int32 = 0) throws(DisplayError) {
    self.descriptor = descriptor
    wakeup = try Wakeup()
  }

  /// What comes next; nil when nothing came in that time.
  ///
  /// - Parameter takesLines: false leaves lines where they are, for later.
  public func next(within limit: Duration? = nil, takesLines: Bool = true) -> Event? {
    while true {
      if takesLines {
        if let line = takeLine() { return .line(line) }
        if hasEnded { return .end }
      }
      var polled = [takesLines ? descriptor : -1, wakeup.descriptor].map {
        pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
      }
      guard poll(&polled, 2, limit.milliseconds) > 0 else { return nil }
      if polled[0].revents != 0 { readSome() }
      if wakeup.drain() { return .woken }
    }
  }

  private func readSome() {
    var buffer = [UInt8](repeating: 0, count: 16 * 1024)
    let count = read(descriptor, &buffer, buffer.count)
    if count > 0 {
      for octet in buffer.prefix(count) { keep(octet) }
    } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
      hasEnded = true
    }
  }

  private func keep(_ octet: UInt8) {
    let isEnd = octet == UInt8(ascii: "\n")
    if isEnd || lineLength < Self.longest { pending.append(octet) }
    lineLength = isEnd ? 0 : lineLength + 1
  }

  /// A last line may end without a line end.
  private func takeLine() -> String? {
    guard !pending.isEmpty,
      let end = pending.firstIndex(of: UInt8(ascii: "\n")) ?? (hasEnded ? pending.endIndex : nil)
    else { return nil }
    var line = pending[..<end]
    if line.last == UInt8(ascii: "\r") { line.removeLast() }
    pending.removeSubrange(..<min(end + 1, pending.endIndex))
    return String(decoding: line, as: UTF8.self)
  }
}
