import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Standard output and standard error, line by line and without a buffer: a reader sees each line when it is written.
enum Output {
  private static let oneAtATime = Mutex<Void>(())

  static func line(_ text: String) { write(text + "\n", to: STDOUT_FILENO) }

  /// Without a line end, as before an answer.
  static func text(_ text: String) { write(text, to: STDOUT_FILENO) }

  static func complaint(_ text: String) { write(text + "\n", to: STDERR_FILENO) }

  /// Waits while the reader is slow. Ends the program when there is none any more, as the signal would have done that
  /// the network library ignores.
  private static func write(_ text: String, to descriptor: Int32) {
    let isBroken = oneAtATime.withLock { _ in !writeAll(Array(text.utf8), to: descriptor) }
    if isBroken && descriptor == STDOUT_FILENO { exit(128 + SIGPIPE) }
  }

  /// False when nobody reads.
  private static func writeAll(_ octets: [UInt8], to descriptor: Int32) -> Bool {
    octets.withUnsafeBytes { buffer in
      var rest = buffer[...]
      while !rest.isEmpty {
        let written = systemWrite(descriptor, UnsafeRawBufferPointer(rebasing: rest))
        if written >= 0 {
          rest = rest.dropFirst(written)
        } else if errno == EAGAIN {
          var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
          poll(&waiting, 1, -1)
        } else if errno != EINTR {
          return false
        }
      }
      return true
    }
  }

  private static func systemWrite(_ descriptor: Int32, _ octets: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
    Glibc.write(descriptor, octets.baseAddress, octets.count)
    #elseif canImport(Musl)
    Musl.write(descriptor, octets.baseAddress, octets.count)
    #else
    Darwin.write(descriptor, octets.baseAddress, octets.count)
    #endif
  }
}
