public import OAuth

/// The keys that sign the server's tokens, one for each algorithm, and what is left of those before them. RFC 7517 §5.
///
/// A key is made when it is needed first. Whoever must not wait for one then hands in a maker that has it ready.
public struct SigningKeys: Sendable {
  private let make: @Sendable (SigningAlgorithm) -> SigningKey
  private var current: [SigningAlgorithm: SigningKey] = [:]
  /// Tokens that they signed are still about, so others may still want to check them. OpenID Connect Core §10.1.1.
  private var retired: [JSONWebKey] = []

  public init(makingBy make: @escaping @Sendable (SigningAlgorithm) -> SigningKey) {
    self.make = make
  }

  mutating func key(for algorithm: SigningAlgorithm) -> SigningKey {
    if let key = current[algorithm] { return key }
    let key = make(algorithm)
    current[algorithm] = key
    return key
  }

  /// Every key by which a token of ours can be checked, those in use first.
  mutating func published() -> JSONWebKeySet {
    for algorithm in SigningAlgorithm.allCases { _ = key(for: algorithm) }
    return known
  }

  /// The same as far as keys were made: nothing can be signed by one that was not.
  var known: JSONWebKeySet {
    JSONWebKeySet(SigningAlgorithm.allCases.compactMap { current[$0]?.publicKey } + retired)
  }

  /// Signs with these keys from now on, and goes on publishing those they replace. OpenID Connect Core §10.1.1.
  mutating func rotate(to keys: [SigningKey]) {
    for key in keys {
      if let old = current[key.algorithm], old != key { retired.insert(old.publicKey, at: 0) }
      current[key.algorithm] = key
    }
    retired = Array(retired.prefix(ServerLimits.retiredKeys))
  }
}

extension AuthorizationServer {
  /// Replaces the keys of these algorithms. Make the keys before: it can take a while.
  public mutating func rotateKeys(to keys: [SigningKey]) {
    signingKeys.rotate(to: keys)
  }
}
