public import HTTPTypes

/// One whole, well-formed request as it arrived.
public struct ReceivedRequest: Sendable {
  /// Counts the exchanges of one listener from 1; the ``WireExchange`` recorded for this request has the same number.
  public let number: Int
  /// Method, target and header fields. `path` is the request target exactly as sent, absolute form included;
  /// `headerFields` has every header line in order; `authority` repeats the value of Host.
  public let head: HTTPRequest
  /// The body, after chunks were put together.
  public let body: [UInt8]
  /// Exactly the bytes that were received.
  public let bytes: [UInt8]
  /// The port the request came from.
  public let peerPort: Int
  /// When the first byte arrived.
  public let startedAt: ContinuousClock.Instant
}
