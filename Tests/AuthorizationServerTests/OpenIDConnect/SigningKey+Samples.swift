import OAuth

extension SigningKey {
  /// The keys of RFC 7515, appendices A.2.1 and A.3.1. Those after them are made.
  static func sample(_ algorithm: SigningAlgorithm, _ ordinal: Int = 0) -> SigningKey {
    ordinal == 0 ? .ofRFC7515(algorithm) : .generate(algorithm)
  }
}
