public import HTTPTypes

/// What the owner of a listener answers.
///
/// The listener adds `Content-Length` and, where needed, `Connection`; nothing else, not even `Date`.
public struct ResponseToSend: Sendable, Equatable {
  /// Status and header fields. A `Connection: close` among them closes the connection afterwards.
  public var head: HTTPResponse
  /// The body; left out on the wire if the request was a HEAD or the status allows none.
  public var body: [UInt8]

  public init(head: HTTPResponse, body: [UInt8] = []) {
    self.head = head
    self.body = body
  }
}
