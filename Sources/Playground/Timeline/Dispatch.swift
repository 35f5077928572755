public import OAuth

/// A request that one of our own parties sends: the exact octets, and to whom.
public struct Dispatch: Equatable, Sendable {
  public typealias Number = Int

  public let number: Number
  public let sender: Sender
  /// `127.0.0.1:8414`: where the octets go.
  public let authority: String
  public let octets: [UInt8]
  /// What the octets say, where they were made from a message; nil for a raw request.
  public let message: RequestMessage?
  /// Whether a ``Moment`` of the same number stands before it.
  let opensMoment: Bool
}
