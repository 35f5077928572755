/// Why no whole response came back.
public enum TransportFailure: Error, Sendable, Equatable {
  case notLoopback(host: String)
  case invalidPort(Int)
  /// Nobody listens there.
  case connectionRefused(host: String, port: Int)
  case connectionFailed(host: String, port: Int, reason: String)
  /// Not everything arrived in time; the bytes that did.
  case timedOut(after: Duration, received: [UInt8])
  /// The connection ended before the response did; the bytes so far.
  case closedEarly(received: [UInt8])
  /// What came back is not an HTTP/1 response.
  case notHTTP(received: [UInt8])
  case tooLarge(limit: Int, received: [UInt8])
  /// ``Transport/close()`` was called.
  case transportClosed
}

extension TransportFailure: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notLoopback(let host): "\"\(host)\" is not a loopback address; requests are sent to 127.0.0.1 and ::1 only"
    case .invalidPort(let port): "\(port) is not a port; ports go from 1 to 65535"
    case .connectionRefused(let host, let port): "nobody listens on \(host) port \(port)"
    case .connectionFailed(let host, let port, let reason): "no connection to \(host) port \(port): \(reason)"
    case .timedOut(let limit, let received): "no whole response within \(limit) (\(received.count) bytes came)"
    case .closedEarly(let received):
      "the connection was closed before a whole response came (\(received.count) bytes came)"
    case .notHTTP(let received): "what came back is not an HTTP/1.1 response (\(received.count) bytes came)"
    case .tooLarge(let limit, let received): "the response is larger than \(limit) bytes (\(received.count) bytes came)"
    case .transportClosed: "the transport is closed"
    }
  }
}
