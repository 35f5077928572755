public import HTTPTypes

/// One whole response as it came back.
public struct WireAnswer: Sendable, Equatable {
  /// Status and header fields of the final response.
  public let head: HTTPResponse
  /// The body, after chunks were put together.
  public let body: [UInt8]
  /// Exactly the bytes that were received, interim responses included.
  public let bytes: [UInt8]
  /// From the first byte sent to the last byte received.
  public let duration: Duration
}
