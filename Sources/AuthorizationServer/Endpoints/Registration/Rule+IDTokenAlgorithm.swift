import OAuth

extension Rule where Subject == RegistrationExamination {
  /// One that the metadata offers, and so never `none`. OpenID Connect Registration §2; RFC 8725 §3.2.
  static var idTokenAlgorithmSupported: Rule {
    Rule(.idTokenAlgorithmSupported) { examination, circumstances throws(Refusal) in
      let sent = established(examination.metadata, by: .clientMetadataWellFormed).idTokenAlgorithm
      guard let sent, circumstances.policy.openIDConnect else {
        examination.idTokenAlgorithm = .rs256
        return .found("not sent, or of no use here; RS256 is the default")
      }
      guard let algorithm = SigningAlgorithm.allCases.first(where: { $0.rawValue.hasSameOctets(as: sent) }) else {
        throw .idTokenAlgorithmUnsupported(sent)
      }
      examination.idTokenAlgorithm = algorithm
      return .found("\(algorithm.rawValue)")
    }
  }
}
