internal import NIOCore
internal import NIOPosix

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension TransportFailure {
  /// What the system said when the connection was to be made.
  init(_ error: any Error, host: String, port: Int, timeLimit: Duration) {
    let underlying = (error as? NIOConnectionError)?.connectionErrors.first?.error ?? error
    if let failure = underlying as? TransportFailure {
      self = failure
    } else if let code = (underlying as? IOError)?.errnoCode, code == ECONNREFUSED {
      self = .connectionRefused(host: host, port: port)
    } else if case .connectTimeout? = underlying as? ChannelError {
      self = .timedOut(after: timeLimit, received: [])
    } else {
      self = .connectionFailed(host: host, port: port, reason: String(describing: underlying))
    }
  }
}
