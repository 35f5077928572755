import OAuth

/// The grants in which the client brings no code: it speaks for itself, or it was told a password.
extension Rule where Subject == TokenExamination {
  /// Without a secret anybody could be this client. RFC 6749 §4.4.
  static var clientConfidential: Rule {
    Rule(.clientConfidential) { examination, _ throws(Refusal) in
      let client = established(examination.client, by: .clientKnown)
      guard client.type != .public else { throw .clientNotConfidential(client.identifier) }
      return .found("\(client.identifier)")
    }
  }

  /// RFC 6749 §4.3.2.
  static var passwordPresent: Rule {
    Rule(.passwordPresent) { examination, _ throws(Refusal) in
      guard let username = examination.parameters[.username], examination.parameters[.password] != nil else {
        throw .passwordMissing
      }
      return .found("for \(username)")
    }
  }

  /// As on the login page, but the client has seen the password. RFC 6749 §4.3.2, §10.7.
  static var passwordCorrect: Rule {
    Rule(.passwordCorrect) { examination, circumstances throws(Refusal) in
      let owner = try circumstances.server.resourceOwner(signingInBy: examination.parameters)
      examination.resourceOwner = owner
      return .found("\(owner.username)")
    }
  }
}
