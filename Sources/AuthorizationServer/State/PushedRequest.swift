public import OAuth

/// An authorization request that its client has pushed, and that waits for the browser to name it. RFC 9126 §2.
public struct PushedRequest: Expiring, Equatable, Sendable {
  public let digest: TokenDigest
  public let client: ClientIdentifier
  /// As pushed, but for the client's credentials.
  public let parameters: Parameters
  public let issuedAt: Instant
  public internal(set) var lifetime: Duration
  public var usedAt: Instant?

  /// What every `request_uri` of ours begins with. RFC 9126 §2.2.
  public static let prefix = "urn:ietf:params:oauth:request_uri:"
}
