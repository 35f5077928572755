public import OAuth

/// An access token as the server keeps it. RFC 6749 §1.4.
public struct AccessToken: Equatable, Sendable {
  public let digest: TokenDigest
  public let grant: Grant.Number
  public let client: ClientIdentifier
  public let resourceOwner: String?
  public let scope: Scope
  public let issuedAt: Instant
  public let lifetime: Duration

  public var expiresAt: Instant { issuedAt + lifetime }
}
