import OAuth
import Synchronization

/// Signing keys that were made before somebody needs one: RSA takes so long that the first sign-in would be seen to wait.
final class KeyReserve: Sendable {
  private let keys = Mutex<[SigningAlgorithm: SigningKey]>([:])

  /// Makes one key of each kind beside everything else.
  func fill() {
    Task.detached(priority: .background) { [self] in
      for algorithm in SigningAlgorithm.allCases {
        keys.withLock { $0[algorithm] = $0[algorithm] ?? SigningKey.generate(algorithm) }
      }
    }
  }

  /// The key that was made ahead, or a new one. Waits for one that is being made.
  func take(_ algorithm: SigningAlgorithm) -> SigningKey {
    keys.withLock { $0.removeValue(forKey: algorithm) } ?? SigningKey.generate(algorithm)
  }
}
