public import HTTPTypes

/// What the owner of a listener answers.
///
/// The listener adds `Content-Length` and, where needed, `Connection`; nothing else, not even `Date`.
public struct ResponseToSend: Sendable, Equatable {
  /// Status and header fields. A `Connection: close` among them closes the connection afterwards.
  public var head: HTTPResponse
  /// The body; left out on the wire if the request was a HEAD or the status allows none.
  public var body: [UInt8]
  public var delivery: Delivery

  /// What becomes of a response.
  public enum Delivery: Sendable, Equatable, CaseIterable {
    case whole
    /// Nothing of it is sent: the connection is closed, as where a server dies while it is being asked.
    case none
  }

  public init(head: HTTPResponse, body: [UInt8] = [], delivery: Delivery = .whole) {
    self.head = head
    self.body = body
    self.delivery = delivery
  }
}
