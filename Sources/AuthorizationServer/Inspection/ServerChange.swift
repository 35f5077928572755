public import OAuth

/// What somebody does to the server itself, not by a request. A value, so that it is asked for in one place and carried
/// out in another.
public enum ServerChange: Equatable, Sendable {
  /// Lets a code or token end now.
  case expire(ServerEntry)
  /// The server forgets it, as if it had never been.
  case delete(ServerEntry)
  /// Ends an access token; of a code or refresh token, everything that came of the same decision.
  case revoke(ServerEntry)
  /// Out of every browser.
  case signOut(resourceOwner: String)
  /// Nil means every resource owner, or every client.
  case withdrawConsents(resourceOwner: String?, client: ClientIdentifier?)
  case rotateKeys
  case bend([PolicySetting])
}

/// Why a change was not made. Nothing is different then.
public enum ServerChangeFault: Error, Equatable, Sendable {
  case gone(ServerEntry)
  /// Such an entry cannot be expired, deleted or revoked, or no longer.
  case impossible(String)

  public var sentence: String {
    switch self {
    case .gone(let entry): "\(entry.phrase) is no longer there"
    case .impossible(let sentence): sentence
    }
  }
}
