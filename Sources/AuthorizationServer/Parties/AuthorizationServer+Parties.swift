public import OAuth

extension AuthorizationServer {
  /// Removes a resource owner, signs it out and ends every grant in its name. False where there is none of that name.
  public mutating func removeResourceOwner(_ username: String, at now: Instant) -> Bool {
    guard directory.removeResourceOwner(username) else { return false }
    _ = state.withdrawConsents(of: username, to: nil, by: revocation(.resourceOwnerRemoved, at: now))
    state.endSessions(of: username)
    return true
  }

  /// Forgets what resource owners have allowed and ends the grants; nil means every owner, or every client.
  ///
  /// - Returns: how many consents there were, and the codes that were waiting because of them.
  @discardableResult
  public mutating func withdrawConsents(
    of username: String?, to client: ClientIdentifier?, at now: Instant
  ) -> (consents: Int, codes: [AuthorizationCode]) {
    state.withdrawConsents(of: username, to: client, by: revocation(.consentWithdrawn, at: now))
  }
}
