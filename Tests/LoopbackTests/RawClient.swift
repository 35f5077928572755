#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// A client made of system calls, for what no well-behaved client does. Each read waits a minute at most.
struct RawClient: ~Copyable {
  private let socket: Int32

  struct SystemError: Error {
    let call: String
    let code: Int32
  }

  init(port: Int) throws {
    #if canImport(Glibc)
    socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
    socket = Darwin.socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var limit = timeval(tv_sec: 60, tv_usec: 0)
    setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(UInt16(port).bigEndian)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw SystemError(call: "connect", code: errno) }
  }

  /// Whether this machine has the address ::1.
  static var hasIPv6: Bool {
    #if canImport(Glibc)
    let socket = Glibc.socket(AF_INET6, Int32(SOCK_STREAM.rawValue), 0)
    #else
    let socket = Darwin.socket(AF_INET6, SOCK_STREAM, 0)
    #endif
    defer { close(socket) }
    var address = sockaddr_in6()
    address.sin6_family = sa_family_t(AF_INET6)
    address.sin6_addr = in6addr_loopback
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, socklen_t(MemoryLayout<sockaddr_in6>.size)) == 0
      }
    }
  }

  deinit { close(socket) }

  func send(_ text: String) throws {
    try send(Array(text.utf8))
  }

  func send(_ bytes: [UInt8]) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Self.send(socket, $0) }
      guard count > 0 else { throw SystemError(call: "send", code: errno) }
      rest = rest.dropFirst(count)
    }
  }

  private static func send(_ socket: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    #if canImport(Glibc)
    Glibc.send(socket, bytes.baseAddress, bytes.count, Int32(MSG_NOSIGNAL))
    #else
    Darwin.send(socket, bytes.baseAddress, bytes.count, 0)
    #endif
  }

  /// Waits until something arrives or the connection ends, but no longer than so many milliseconds.
  func hasSomethingToRead(within milliseconds: Int32) -> Bool {
    var descriptor = pollfd(fd: socket, events: Int16(POLLIN), revents: 0)
    return poll(&descriptor, 1, milliseconds) > 0
  }

  /// Says that nothing more will be sent; reading goes on.
  func endSending() {
    shutdown(socket, Int32(SHUT_WR))
  }

  /// Closes with a reset instead of an orderly end.
  consuming func abort() {
    var option = linger(l_onoff: 1, l_linger: 0)
    setsockopt(socket, SOL_SOCKET, SO_LINGER, &option, socklen_t(MemoryLayout<linger>.size))
  }

  /// What arrives until the other side ends the connection.
  func readToEnd() throws -> String {
    var text = ""
    while let part = try readSome() { text += part }
    return text
  }

  /// What arrives until it ends with the given text.
  func read(upTo end: String) throws -> String {
    var text = ""
    while !text.hasSuffix(end) {
      guard let part = try readSome(atMost: 1) else { throw SystemError(call: "end after \(text)", code: 0) }
      text += part
    }
    return text
  }

  private func readSome(atMost count: Int = 65536) throws -> String? {
    var buffer = [UInt8](repeating: 0, count: count)
    let received = recv(socket, &buffer, count, 0)
    guard received >= 0 else { throw SystemError(call: "recv", code: errno) }
    return received == 0 ? nil : String(decoding: buffer.prefix(received), as: UTF8.self)
  }
}
