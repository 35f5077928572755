import OAuth

/// Which grant a token request means.
extension Rule where Subject == TokenExamination {
  /// RFC 6749 §4.1.3.
  static var grantTypePresent: Rule {
    Rule(.grantTypePresent) { examination, _ throws(Refusal) in
      guard let type = examination.parameters[.grantType] else { throw .grantTypeMissing }
      return .found("\(type)")
    }
  }

  /// Compared with its case. RFC 6749 §5.2; RFC 9700 §2.4 forbids the password grant.
  static var grantTypeSupported: Rule {
    Rule(.grantTypeSupported) { examination, circumstances throws(Refusal) in
      let sent = established(examination.parameters[.grantType], by: .grantTypePresent)
      guard let type = circumstances.server.grantTypes.first(where: { $0.text.hasSameOctets(as: sent) }) else {
        throw .grantTypeUnsupported(sent)
      }
      examination.grantType = type
      return .found("\(type)")
    }
  }

  /// RFC 6749 §5.2.
  static var grantTypeAllowed: Rule {
    Rule(.grantTypeAllowed) { examination, circumstances throws(Refusal) in
      let type = established(examination.grantType, by: .grantTypeSupported)
      let client = established(examination.client, by: .clientKnown)
      guard client.grants.contains(type), circumstances.policy.letsClients(use: type) else {
        throw .grantTypeNotAllowed(type, client.identifier)
      }
      return .found("\(client.identifier) is registered for it")
    }
  }
}

extension AuthorizationServer {
  /// The grants this server knows: those it has rules for, and the policy names.
  var grantTypes: [GrantType] {
    [.authorizationCode, .refreshToken, .clientCredentials, .deviceCode, .password].filter(policy.grantTypes.contains)
  }
}

extension Policy {
  /// Whether a grant is one of those that clients can have at all.
  fileprivate func letsClients(use type: GrantType) -> Bool {
    clientGrants.isEmpty || clientGrants.contains(type)
  }
}
