public import OAuth

/// A refresh token as the server keeps it. Its family is its grant: all that descend from one decision. RFC 6749 §1.5.
public struct RefreshToken: Expiring, Equatable, Sendable {
  public let digest: TokenDigest
  public let grant: Grant.Number
  public let client: ClientIdentifier
  public let resourceOwner: String?
  /// The full scope of the grant, whatever a refresh asked for. RFC 6749 §6.
  public let scope: Scope
  public let issuedAt: Instant
  public internal(set) var lifetime: Duration
  /// When another one took its place. RFC 9700 §4.14.2.
  public var rotatedAt: Instant?
  /// Whose place it took; nil for the first of its family.
  public let predecessor: TokenDigest?
}
