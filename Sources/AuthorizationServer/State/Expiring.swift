public import OAuth

/// What was issued for some time only.
public protocol Expiring {
  var issuedAt: Instant { get }
  var lifetime: Duration { get }
}

extension Expiring {
  /// The first instant at which it is good no more.
  public var expiresAt: Instant { issuedAt + lifetime }
}
