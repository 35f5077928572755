public import OAuth

/// An access token as the client keeps it. RFC 6749 §5.1.
public struct ReceivedAccessToken: Equatable, Sendable {
  public let token: BearerToken
  /// What was granted; what was asked for, where the response did not say. RFC 6749 §5.1.
  public let scope: Scope
  public let receivedAt: Instant
  /// Seconds; nil where the response did not say.
  public let expiresIn: Int64?

  /// When the client expects the token to end; nil when it was not told, or told more seconds than an instant can hold.
  public var expiresAt: Instant? {
    guard let expiresIn else { return nil }
    let (nanoseconds, tooLong) = expiresIn.multipliedReportingOverflow(by: 1_000_000_000)
    let (end, tooLate) = receivedAt.nanoseconds.addingReportingOverflow(nanoseconds)
    return tooLong || tooLate ? nil : Instant(nanoseconds: end)
  }
}
