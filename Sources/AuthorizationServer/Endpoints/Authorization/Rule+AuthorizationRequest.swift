import OAuth

/// The rules whose refusals the client is told.
extension Rule where Subject == AuthorizationExamination {
  /// OAuth 2.0 Multiple Response Type Encoding Practices §2.1; decision D16.
  static var responseModeSupported: Rule {
    Rule(.responseModeSupported) { examination, _ throws(Refusal) in
      guard let mode = examination.parameters[.responseMode] else { return .found("query, the default") }
      guard ResponseMode(rawValue: mode) != nil else { throw .responseModeUnsupported(mode) }
      return .found("\(mode)")
    }
  }

  /// Ignoring signed parameters would be a downgrade. OpenID Connect Core §3.1.2.6, §6.
  static var requestObjectAbsent: Rule {
    Rule(.requestObjectAbsent) { examination, _ throws(Refusal) in
      for name in [ParameterName.request, .requestURI] where examination.parameters[name] != nil {
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
    Rule(.responseTypeSupported) { examination, _ throws(Refusal) in
      let type = established(examination.parameters[.responseType], by: .responseTypePresent)
      guard ResponseType(type) == .code else { throw .responseTypeUnsupported(type) }
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
      guard let state = examination.parameters[.state] else {
        if circumstances.policy.stateRequired { throw .stateMissing }
        return .found("none; recommended against cross-site request forgery")
      }
      guard state.utf8.count <= ServerLimits.stateOctets else { throw .stateTooLong(state.utf8.count) }
      return .found("\(state)")
    }
  }

  /// RFC 6749 §3.3, appendix A.4.
  static var scopeWellFormed: Rule {
    Rule(.scopeWellFormed) { examination, circumstances throws(Refusal) in
      guard let sent = examination.parameters[.scope] else {
        examination.scope = Scope(circumstances.policy.defaultScope.split(separator: " ").map(String.init))
        return .found("not sent; the default is \(circumstances.policy.defaultScope)")
      }
      do throws(Scope.Fault) {
        examination.scope = try Scope(parsing: sent)
      } catch {
        throw .scopeMalformed(error)
      }
      return .found("\(sent)")
    }
  }

  /// What is unknown or not the client's is left out, and the token response says so; nothing left is an error. RFC 6749 §3.3; decision D4.
  static var scopeAllowed: Rule {
    Rule(.scopeAllowed) { examination, circumstances throws(Refusal) in
      let asked = established(examination.scope, by: .scopeWellFormed)
      let allowed = established(examination.client, by: .clientRegistered).scope
        .intersection(circumstances.server.offeredScope)
      let granted = asked.intersection(allowed)
      guard !granted.isEmpty, granted == asked || circumstances.policy.unknownScope == .ignore else {
        throw .scopeNotAllowed(asked: asked, allowed: allowed)
      }
      examination.scope = granted
      return granted == asked
        ? .found("\(asked)") : .found("\(granted); left out: \(asked.subtracting(granted))")
    }
  }
}
