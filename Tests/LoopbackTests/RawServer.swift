import Dispatch
import Synchronization

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A server made of system calls, for what no well-behaved server answers. It serves one connection.
final class RawServer: Sendable {
  enum End: Sendable {
    case close
    /// Keeps the connection open until the other side closes it.
    case wait
  }

  let port: Int
  private let socket: Int32
  private let bytes = Mutex<[UInt8]>([])
  private let ended = DispatchSemaphore(value: 0)

  /// Takes as many bytes as it was told to expect, answers with the text, and ends.
  init(answering reply: String, after count: Int, then end: End = .close) {
    #if canImport(Glibc)
    let socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
    let socket = Darwin.socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let bound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        bind(socket, generic, length) == 0 && listen(socket, 1) == 0 && getsockname(socket, generic, &length) == 0
      }
    }
    precondition(bound, "no free port")
    self.socket = socket
    port = Int(UInt16(bigEndian: address.sin_port))
    DispatchQueue.global().async { self.serve(reply, after: count, then: end) }
  }

  /// What it received, once the connection has ended.
  func received() -> String {
    guard ended.wait(timeout: .now() + 60) == .success else { return "the connection did not end" }
    return String(decoding: bytes.withLock { $0 }, as: UTF8.self)
  }

  private func serve(_ reply: String, after count: Int, then end: End) {
    let connection = accept(socket, nil, nil)
    close(socket)
    while bytes.withLock({ $0.count < count }), receive(connection) {}
    var text = Array(reply.utf8)
    _ = write(connection, &text, text.count)
    if case .wait = end { while receive(connection) {} }
    close(connection)
    ended.signal()
  }

  private func receive(_ connection: Int32) -> Bool {
    var buffer = [UInt8](repeating: 0, count: 4096)
    let received = read(connection, &buffer, buffer.count)
    if received > 0 { bytes.withLock { $0 += buffer.prefix(received) } }
    return received > 0
  }
}
