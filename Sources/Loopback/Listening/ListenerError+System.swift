internal import NIOCore

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

extension ListenerError {
  /// What the system said when the port was bound.
  init(_ error: any Error, host: String, port: Int) {
    let code = (error as? IOError)?.errnoCode ?? 0
    self =
      switch code {
      case EADDRINUSE: .portInUse(host: host, port: port)
      case EACCES, EPERM: .permissionDenied(host: host, port: port)
      case EADDRNOTAVAIL, EAFNOSUPPORT: .addressUnavailable(host: host)
      default: .failed(host: host, port: port, errno: code)
      }
  }
}
