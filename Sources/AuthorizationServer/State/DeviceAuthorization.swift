public import OAuth

/// A device that waits for somebody to decide in a browser. RFC 8628 §3.2.
public struct DeviceAuthorization: Expiring, Equatable, Sendable {
  /// What became of it so far.
  public enum Decision: Equatable, Sendable {
    case open
    case allowed(Grant.Number, resourceOwner: String, scope: Scope)
    case denied(resourceOwner: String)
  }

  /// Of the device code.
  public let digest: TokenDigest
  public let userCode: UserCode
  public let client: ClientIdentifier
  public let scope: Scope
  /// For which resource servers; none is our own protected resource. RFC 8707 §2.1.
  public let resources: [ResourceIndicator]
  public let issuedAt: Instant
  public internal(set) var lifetime: Duration
  /// How long the device must wait between two questions; grows each time it does not. RFC 8628 §3.5.
  public var interval: Duration
  public var polledAt: Instant?
  public var decision = Decision.open
  public var redeemedAt: Instant?
}

/// A device authorization whose user code was entered in a browser and waits there for the decision. RFC 8628 §3.3.
struct PendingDevice: Equatable, Sendable {
  let digest: TokenDigest
  let device: TokenDigest
  var session: TokenDigest
  /// The token of the form sent last; a form works once. RFC 6749 §10.12.
  var formToken: TokenDigest
}
