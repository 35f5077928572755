import OAuth

/// The rules whose refusals the client is told.
extension Rule where Subject == AuthorizationExamination {
  /// OAuth 2.0 Multiple Response Type Encoding Practices §2.1; decision D16.
  static var responseModeSupported: Rule {
    Rule(.responseModeSupported) { examination, _ throws(Refusal) in
      guard let sent = examination.parameters[.responseMode] else { return .found("query, the default") }
      guard let mode = ResponseMode(rawValue: sent) else { throw .responseModeUnsupported(sent) }
      // Of two modes neither counts: the refusal that follows travels by the default.
      if examination.parameters.values(of: .responseMode).count == 1 { examination.redirection?.mode = mode }
      return .found("\(sent)")
    }
  }

  /// Ignoring signed parameters would be a downgrade. OpenID Connect Core §3.1.2.6, §6, §7.2.1.
  static var requestObjectAbsent: Rule {
    Rule(.requestObjectAbsent) { examination, _ throws(Refusal) in
      for name in [ParameterName.request, .requestURI, .registration] where examination.parameters[name] != nil {
        throw .requestObjectUnsupported(name)
      }
      return .found("none")
    }
  }

  /// RFC 6749 §3.1.1.
  static var responseTypePresent: Rule {
    Rule(.responseTypePresent) { examination, _ throws(Refusal) in
      guard let type = examination.parameters[.responseType] else { throw .responseTypeMissing }
      return .found("\(type)")
    }
  }

  /// No token comes from the authorization endpoint. RFC 6749 §4.1.2.1, RFC 9700 §2.1.2.
  static var responseTypeSupported: Rule {
    Rule(.responseTypeSupported) { examination, circumstances throws(Refusal) in
      let sent = established(examination.parameters[.responseType], by: .responseTypePresent)
      let type = circumstances.policy.readsBeyondPHP ? sent.sortedWords : sent
      examination.asksForToken = circumstances.policy.implicitGrant && type.hasSameOctets(as: "token")
      guard !examination.asksForToken else { return .found("token, by policy") }
      guard ResponseType(type) == .code else { throw .responseTypeUnsupported(sent) }
      return Finding(expected: "code", found: "\(type)")
    }
  }

  /// RFC 6749 §4.1.2.1.
  static var responseTypeAllowed: Rule {
    Rule(.responseTypeAllowed) { examination, _ throws(Refusal) in
      let client = established(examination.client, by: .clientRegistered)
      guard client.grants.contains(.authorizationCode) else { throw .responseTypeNotAllowed(client.identifier) }
      return .found("\(client.identifier) is registered for \(GrantType.authorizationCode)")
    }
  }

  /// RFC 6749 §4.1.1; the length is decision D23.
  static var stateAcceptable: Rule {
    Rule(.stateAcceptable) { examination, circumstances throws(Refusal) in
      let isNothing = circumstances.policy.decoding.takesZeroForNothing && examination.parameters[.state] == "0"
      guard let state = examination.parameters[.state], !(isNothing && circumstances.policy.stateRequired) else {
        if circumstances.policy.stateRequired { throw .stateMissing }
        return .noted("none; recommended against cross-site request forgery")
      }
      guard state.utf8.count <= ServerLimits.stateOctets else { throw .stateTooLong(state.utf8.count) }
      return .found("\(state)")
    }
  }
}

extension String {
  /// As the library of many programs in PHP compares lists of words, and bears spaces around the only one.
  fileprivate var sortedWords: String { split(separator: " ").sorted().joined(separator: " ") }
}
