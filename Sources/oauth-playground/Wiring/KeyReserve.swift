import OAuth
import Synchronization

/// Makes the server's signing keys, each before it is needed: RSA takes so long that a sign-in would be seen to wait.
///
/// A server that is set back to its start gets the keys again that it had there.
final class KeyReserve: Sendable {
  private let keys: Mutex<[SigningAlgorithm: [SigningKey]]>

  /// - Parameter keys: those that need not be made.
  init(startingWith keys: [SigningAlgorithm: [SigningKey]]) {
    self.keys = Mutex(keys)
  }

  /// Waits for the key if it is being made just now.
  func key(_ algorithm: SigningAlgorithm, _ ordinal: Int) -> SigningKey {
    defer { fill(algorithm, upTo: ordinal + 1) }
    return keys.withLock { $0[algorithm, default: []].key(algorithm, ordinal) }
  }

  /// Makes keys beside everything else, so that this one is ready.
  func fill(_ algorithm: SigningAlgorithm, upTo ordinal: Int) {
    Task.detached(priority: .background) {
      self.keys.withLock { _ = $0[algorithm, default: []].key(algorithm, ordinal) }
    }
  }
}

extension [SigningKey] {
  fileprivate mutating func key(_ algorithm: SigningAlgorithm, _ ordinal: Int) -> SigningKey {
    while count <= ordinal { append(.generate(algorithm)) }
    return self[ordinal]
  }
}
