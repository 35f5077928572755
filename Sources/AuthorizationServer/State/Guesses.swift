public import OAuth

/// How often somebody was wrong lately. A wrong guess is answered more curtly after a while; a right one never is.
/// RFC 6749 §2.3.1, §10.10.
public struct Guesses: Equatable, Sendable {
  static let limit = 10
  static let window = Duration.seconds(60)

  /// Who is being guessed at.
  public enum Target: Hashable, Sendable {
    case client(ClientIdentifier)
    /// By the digest of the name: what somebody types may be long.
    case resourceOwner(TokenDigest)
    /// User codes, from one browser; nil is whoever has no session, and all together.
    case userCode(TokenDigest?)

    /// From how many on the next wrong one is answered more curtly.
    var limit: Int {
      switch self {
      case .client, .resourceOwner: Guesses.limit
      case .userCode(nil): ServerLimits.userCodeGuessesOfAll
      case .userCode: ServerLimits.userCodeGuesses
      }
    }
  }

  var count = 0

  var areTooMany: Bool { count >= Self.limit }
}
