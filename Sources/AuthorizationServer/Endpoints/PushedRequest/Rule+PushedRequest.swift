import OAuth

extension Rule where Subject == AuthorizationExamination {
  /// A pushed request that names another one could go round in circles. RFC 9126 §2.1.
  static var requestURINotPushed: Rule {
    Rule(.requestURINotPushed) { examination, _ throws(Refusal) in
      guard examination.parameters[.requestURI] == nil else { throw .requestURIPushed }
      return .found("none")
    }
  }

  /// From here on the parameters are those that were pushed; what else stands in the browser's address changes nothing.
  /// RFC 9126 §4, RFC 9101 §6.3.
  static var pushedRequestKnown: Rule {
    Rule(.pushedRequestKnown) { examination, circumstances throws(Refusal) in
      let sent = examination.parameters.values(of: .requestURI)
      guard sent.count == 1, sent[0].utf8.starts(with: PushedRequest.prefix.utf8) else {
        return .found("an ordinary request")
      }
      guard let pushed = circumstances.server.state.pushedRequests[TokenDigest(sent[0])] else {
        throw .pushedRequestUnknown(sent[0])
      }
      examination.pushed = pushed
      examination.parameters = pushed.parameters
      return .found("pushed \((circumstances.now - pushed.issuedAt).tenths) ago by \(pushed.client)")
    }
  }

  /// RFC 9126 §2.2: nobody can put another client's request in place of their own.
  static var pushedRequestBoundToClient: Rule {
    Rule(.pushedRequestBoundToClient) { examination, _ throws(Refusal) in
      guard let pushed = examination.pushed else { return .found("an ordinary request") }
      let client = established(examination.client, by: .clientRegistered).identifier
      guard pushed.client == client else {
        throw .pushedRequestOfAnotherClient(pushedBy: pushed.client, usedBy: client)
      }
      return Finding(expected: "\(pushed.client)", found: "\(client)")
    }
  }

  /// RFC 9126 §4.
  static var pushedRequestNotExpired: Rule {
    Rule(.pushedRequestNotExpired) { examination, circumstances throws(Refusal) in
      guard let pushed = examination.pushed else { return .found("an ordinary request") }
      return try circumstances.unexpired(pushed, else: Refusal.pushedRequestExpired)
    }
  }

  /// RFC 9126 §7.3.
  static var pushedRequestNotUsed: Rule {
    Rule(.pushedRequestNotUsed) { examination, circumstances throws(Refusal) in
      guard let pushed = examination.pushed else { return .found("an ordinary request") }
      if let usedAt = pushed.usedAt { throw .pushedRequestAlreadyUsed(ago: circumstances.now - usedAt) }
      return .found("first use")
    }
  }

  /// A client that pushes its requests must not be attacked by way of one that was not. RFC 9126 §4, §6.
  static var requestPushedIfRequired: Rule {
    Rule(.requestPushedIfRequired) { examination, _ throws(Refusal) in
      let client = established(examination.client, by: .clientRegistered)
      guard examination.pushed != nil || !client.requiresPushedAuthorizationRequests else {
        throw .pushedRequestRequired(client.identifier)
      }
      return .found(examination.pushed == nil ? "not required of \(client.identifier)" : "it was")
    }
  }
}
