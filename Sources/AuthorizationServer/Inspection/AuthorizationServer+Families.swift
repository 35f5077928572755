import OAuth

extension AuthorizationServer {
  /// The newest refresh tokens by the decision they descend from, the family that was refreshed last first.
  func families(at now: Instant) -> Inventory.Listing<Inventory.Family> {
    let newest = state.refreshTokens.newest(ServerLimits.inventory, at: now).map(\.value)
    let byGrant = Dictionary(grouping: newest.reversed(), by: \.grant)
    var seen: Set<Grant.Number> = []
    let families = newest.compactMap { token -> Inventory.Family? in
      guard seen.insert(token.grant).inserted else { return nil }
      return family(byGrant[token.grant] ?? [], of: token, at: now)
    }
    return .init(count: state.refreshTokens.count, entries: families)
  }

  private func family(
    _ tokens: [RefreshToken], of token: RefreshToken, at now: Instant
  ) -> Inventory.Family {
    let known = Set(tokens.map(\.digest))
    let successors = Dictionary(grouping: tokens) { token in
      token.predecessor.flatMap { known.contains($0) ? $0 : nil }
    }
    var members: [Inventory.Family.Member] = []
    var open = (successors[nil] ?? []).reversed().map { (token: $0, depth: 0) }
    while let (token, depth) = open.popLast() {
      members.append(.init(token: token, depth: depth, revocation: revocation(of: token, at: now)))
      open += (successors[token.digest] ?? []).reversed().map { ($0, depth + 1) }
    }
    return Inventory.Family(
      grant: token.grant, client: token.client, resourceOwner: token.resourceOwner,
      revocation: revocation(of: token.grant), members: members)
  }
}
