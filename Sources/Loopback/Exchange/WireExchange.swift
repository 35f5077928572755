/// One request and its response as they crossed the wire: the exact bytes of both directions.
public struct WireExchange: Sendable, Equatable {
  /// Counts the exchanges of one listener from 1.
  public let number: Int
  /// The bytes of the request; if it was malformed or cut off, everything that was received of it.
  public let requestBytes: [UInt8]
  /// The bytes of the response, an interim `100 Continue` included; empty if nobody was left to answer.
  public let responseBytes: [UInt8]
  public let peerPort: Int
  public let localPort: Int
  /// From the first byte of the request to handing over the response.
  public let duration: Duration
  /// Why the owner of the listener was not asked, if the bytes were not a request.
  public let problem: MalformedRequest?
}
