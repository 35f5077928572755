public import OAuth

extension Inventory {
  /// How an entry stands at an instant.
  public enum Condition: Equatable, Sendable {
    case active(left: Duration)
    /// Redeemed, or used.
    case used(at: Instant)
    /// Another one took its place.
    case replaced(at: Instant)
    case expired(at: Instant)
    case revoked(Revocation)
    /// A failed attempt has used it up.
    case burnt(failedAttempts: Int)
    case denied(resourceOwner: String)

    /// As far as only time decides.
    fileprivate init(of thing: some Expiring, at now: Instant) {
      let end = thing.expiresAt
      self = end > now ? .active(left: end - now) : .expired(at: end)
    }

    public var isActive: Bool {
      if case .active = self { true } else { false }
    }
  }
}

extension Inventory.Code {
  /// A code that was redeemed has done its work, whenever it would have expired.
  public func condition(at now: Instant) -> Inventory.Condition {
    if let revocation { return .revoked(revocation) }
    if let redeemedAt = code.redeemedAt { return .used(at: redeemedAt) }
    if isBurnt { return .burnt(failedAttempts: code.failedAttempts) }
    return .init(of: code, at: now)
  }
}

extension Inventory.Token {
  public func condition(at now: Instant) -> Inventory.Condition {
    if let revocation { return .revoked(revocation) }
    return .init(of: token, at: now)
  }
}

extension Inventory.Family.Member {
  public func condition(at now: Instant) -> Inventory.Condition {
    if let revocation, revocation.reason != .refreshTokenRotated { return .revoked(revocation) }
    if let rotatedAt = token.rotatedAt { return .replaced(at: rotatedAt) }
    return .init(of: token, at: now)
  }
}

extension PushedRequest {
  public func condition(at now: Instant) -> Inventory.Condition {
    if let usedAt { return .used(at: usedAt) }
    return .init(of: self, at: now)
  }
}

extension DeviceAuthorization {
  public func condition(at now: Instant) -> Inventory.Condition {
    if let redeemedAt { return .used(at: redeemedAt) }
    if case .denied(let owner) = decision { return .denied(resourceOwner: owner) }
    return .init(of: self, at: now)
  }
}
