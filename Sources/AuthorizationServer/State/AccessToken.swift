public import OAuth

/// An access token as the server keeps it. RFC 6749 §1.4.
public struct AccessToken: Expiring, Equatable, Sendable {
  public let digest: TokenDigest
  public let grant: Grant.Number
  public let client: ClientIdentifier
  /// Nil where a client acts in its own name. RFC 6749 §4.4.
  public let resourceOwner: String?
  public let scope: Scope
  public let issuedAt: Instant
  public internal(set) var lifetime: Duration
  /// For which resource servers; none is our own protected resource. RFC 8707 §2.2.
  public var resources: [ResourceIndicator] = []
  /// Of this token alone; that of its grant ends it as well.
  public var revocation: Revocation?
}
