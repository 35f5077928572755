public import OAuth

/// The keys that sign the server's tokens, one for each algorithm, and what is left of those before them. RFC 7517 §5.
///
/// A key is made when it is needed first. Whoever must not wait for one then hands in a maker that has it ready, and
/// whoever sets a server back to how it was gets the same keys again from a maker that remembers.
public struct SigningKeys: Sendable {
  public typealias Maker = @Sendable (_ algorithm: SigningAlgorithm, _ ordinal: Int) -> SigningKey

  private let make: Maker
  private var made: [SigningAlgorithm: Int] = [:]
  private var current: [SigningAlgorithm: SigningKey] = [:]
  /// Tokens that they signed are still about, so others may still want to check them. OpenID Connect Core §10.1.1.
  private var retired: [JSONWebKey] = []

  /// - Parameter make: makes the key of an algorithm that has this ordinal, counted from 0.
  public init(makingBy make: @escaping Maker) {
    self.make = make
  }

  mutating func key(for algorithm: SigningAlgorithm) -> SigningKey {
    if let key = current[algorithm] { return key }
    let key = makeNext(algorithm)
    current[algorithm] = key
    return key
  }

  private mutating func makeNext(_ algorithm: SigningAlgorithm) -> SigningKey {
    let ordinal = made[algorithm, default: 0]
    made[algorithm] = ordinal + 1
    return make(algorithm, ordinal)
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

  /// The keys there are so far, and which of them sign.
  var inventory: [Inventory.Key] {
    SigningAlgorithm.allCases.compactMap { current[$0] }.map { .init(key: $0.publicKey, isCurrent: true) }
      + retired.map { .init(key: $0, isCurrent: false) }
  }

  /// Signs with new keys from now on, and goes on publishing those they replace. OpenID Connect Core §10.1.1.
  mutating func rotate() {
    for algorithm in SigningAlgorithm.allCases {
      let key = makeNext(algorithm)
      if let old = current[algorithm] { retired.insert(old.publicKey, at: 0) }
      current[algorithm] = key
    }
    retired = Array(retired.prefix(ServerLimits.retiredKeys))
  }
}

extension AuthorizationServer {
  /// Replaces the keys of every algorithm; the old ones are still published.
  public mutating func rotateKeys() {
    signingKeys.rotate()
  }
}
