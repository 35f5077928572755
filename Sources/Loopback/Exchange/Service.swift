/// What the owner of a listener does with what arrives. All of it runs on the listener's thread and must not block.
public struct Service: Sendable {
  /// How long a whole request is to wait before ``respond`` is asked, on the listener's own timer. Whoever sent it may
  /// give up meanwhile; it is answered nonetheless.
  public var hold: @Sendable (ReceivedRequest) -> Duration
  /// Answers a whole request. The status must not be an interim one (1xx).
  public var respond: @Sendable (ReceivedRequest) -> ResponseToSend
  /// Words the answer to something that is not a request: the problem, the bytes so far, the port it came from.
  /// `nil` leaves the wording to the listener. The connection is closed either way.
  public var refuse: @Sendable (_ problem: MalformedRequest, _ bytes: [UInt8], _ peerPort: Int) -> ResponseToSend?
  /// Takes note of an exchange. Called before the first byte of the response leaves (an interim `100 Continue` apart),
  /// so that whoever has read the response finds the exchange recorded.
  public var record: @Sendable (WireExchange) -> Void

  public init(
    hold: @escaping @Sendable (ReceivedRequest) -> Duration = { _ in .zero },
    respond: @escaping @Sendable (ReceivedRequest) -> ResponseToSend,
    refuse: @escaping @Sendable (_ problem: MalformedRequest, _ bytes: [UInt8], _ peerPort: Int) -> ResponseToSend? = {
      _, _, _ in nil
    },
    record: @escaping @Sendable (WireExchange) -> Void = { _ in }
  ) {
    self.hold = hold
    self.respond = respond
    self.refuse = refuse
    self.record = record
  }
}
