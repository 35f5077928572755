import OAuth

/// Wrong secrets and passwords are counted by the name they were sent for, whether or not somebody is called so.
/// RFC 6749 §2.3.1, §10.10.
extension AuthorizationServer {
  /// How many wrong secrets came lately for the client that a request says to be; nil where it sends none.
  func guesses(by claim: ClientClaim) -> Int? {
    guard claim.secret != nil else { return nil }
    return Guesses.Target(client: claim.identifier).flatMap { state.guesses[$0]?.count } ?? 0
  }

  mutating func noteGuess(_ refusal: Refusal, at now: Instant) {
    if let target = Guesses.Target(of: refusal) { countGuess(at: target, at: now) }
  }

  mutating func countGuess(at target: Guesses.Target, at now: Instant) {
    var guesses = state.guesses[target] ?? Guesses()
    guesses.count += 1
    state.guesses.insert(guesses, for: target, forgetAt: now + Guesses.window)
  }

  /// Whoever knows the secret did not guess, but after too many wrong ones even the right one excuses none.
  mutating func excuseGuesses(at target: Guesses.Target?) {
    guard let target, let guesses = state.guesses[target], guesses.count < target.limit else { return }
    state.guesses.remove(target)
  }
}

extension Guesses.Target {
  /// Nil for what no client can be called.
  fileprivate init?(client name: String) {
    guard name.utf8.count <= ServerLimits.clientIdentifierOctets, let client = ClientIdentifier(name) else {
      return nil
    }
    self = .client(client)
  }

  /// Who was guessed at, where a refusal is that of a wrong guess.
  fileprivate init?(of refusal: Refusal) {
    switch refusal {
    case .clientSecretWrong(let client, _), .clientThrottled(let client, _), .clientHasNoSecret(let client):
      self = .client(client)
    case .clientUnknown(let name, guesses: .some): self.init(client: name)
    case .passwordWrong(let username), .passwordThrottled(let username, _):
      self = .resourceOwner(TokenDigest(username))
    default: return nil
    }
  }
}
