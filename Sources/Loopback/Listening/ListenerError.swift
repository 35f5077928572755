/// Why a listener could not be opened.
public enum ListenerError: Error, Sendable, Equatable {
  case notLoopback(host: String)
  case invalidPort(Int)
  case portInUse(host: String, port: Int)
  case permissionDenied(host: String, port: Int)
  case addressUnavailable(host: String)
  case failed(host: String, port: Int, errno: Int32)
}

extension ListenerError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .notLoopback(let host):
      "\"\(host)\" is not a loopback address; only 127.0.0.1 and ::1 can be listened on"
    case .invalidPort(let port): "\(port) is not a port; ports go from 1 to 65535, and 0 takes any free one"
    case .portInUse(let host, let port): "port \(port) on \(host) is already in use by another program"
    case .permissionDenied(let host, let port): "port \(port) on \(host) may not be used by this account"
    case .addressUnavailable(let host): "this machine has no address \(host)"
    case .failed(let host, let port, let errno): "could not listen on \(host) port \(port) (system error \(errno))"
    }
  }
}
