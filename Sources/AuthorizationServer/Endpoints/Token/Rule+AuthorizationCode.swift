import OAuth

/// The code and what it is bound to. RFC 6749 §4.1.3.
extension Rule where Subject == TokenExamination {
  /// RFC 6749 §4.1.3.
  static var authorizationCodePresent: Rule {
    Rule(.authorizationCodePresent) { examination, _ throws(Refusal) in
      guard let code = examination.parameters[.code] else { throw .authorizationCodeMissing }
      return .found("\(secret: code)")
    }
  }

  /// RFC 6749 §5.2.
  static var authorizationCodeKnown: Rule {
    Rule(.authorizationCodeKnown) { examination, circumstances throws(Refusal) in
      let sent = established(examination.parameters[.code], by: .authorizationCodePresent)
      guard let code = circumstances.server.authorizationCode(sent) else { throw .authorizationCodeUnknown(sent) }
      examination.code = code
      return .found("issued \((circumstances.now - code.issuedAt).tenths) ago to \(code.request.client)")
    }
  }

  /// A stolen code is worthless to another client. RFC 6749 §4.1.3, §10.5.
  static var authorizationCodeBoundToClient: Rule {
    Rule(.authorizationCodeBoundToClient) { examination, _ throws(Refusal) in
      let issuedTo = established(examination.code, by: .authorizationCodeKnown).request.client
      let client = established(examination.client, by: .clientKnown).identifier
      guard issuedTo == client else { throw .authorizationCodeOfAnotherClient(issuedTo: issuedTo, usedBy: client) }
      return Finding(expected: "\(issuedTo)", found: "\(client)")
    }
  }

  /// RFC 6749 §4.1.2.
  static var authorizationCodeNotExpired: Rule {
    Rule(.authorizationCodeNotExpired) { examination, circumstances throws(Refusal) in
      let code = established(examination.code, by: .authorizationCodeKnown)
      return try circumstances.unexpired(code, else: Refusal.authorizationCodeExpired)
    }
  }

  /// The same string as in the authorization request, if one was sent there. RFC 6749 §4.1.3, §10.6; decision D8.
  static var redirectionURISame: Rule {
    Rule(.redirectionURISame) { examination, circumstances throws(Refusal) in
      let redirection = established(examination.code, by: .authorizationCodeKnown).request.redirection
      let sent = examination.parameters[.redirectURI]
      let expected = redirection.uri.text
      switch circumstances.policy.redirectURIAtToken {
      case .ignored: return .found("not examined, by policy")
      case .optional where sent == nil, .optionalPrefix where sent == nil:
        return .found("not sent; optional, by policy")
      case .ifSent where sent == nil && !redirection.wasSent: return .found("sent in neither request")
      case .whereSent where !redirection.wasSent: return .found("not sent in the authorization request")
      case .optional, .ifSent, .whereSent, .optionalPrefix: break
      }
      guard let sent else { throw .redirectionURIMissingAtToken(expected: expected) }
      guard circumstances.policy.isSame(sent, as: expected) else {
        throw .redirectionURIDiffers(expected: expected, found: sent)
      }
      return Finding(expected: "\(expected)", found: "\(sent)")
    }
  }

  /// RFC 6749 §4.1.2, §10.5.
  static var authorizationCodeNotRedeemed: Rule {
    Rule(.authorizationCodeNotRedeemed) { examination, circumstances throws(Refusal) in
      let code = established(examination.code, by: .authorizationCodeKnown)
      guard let redeemedAt = code.redeemedAt else {
        guard code.failedAttempts == 0 || !circumstances.policy.failedRedemptionBurnsCode else {
          throw .authorizationCodeBurnt(failedAttempts: code.failedAttempts)
        }
        return .found("first use")
      }
      let reuse = circumstances.policy.codeReuse
      guard reuse == .allow else {
        throw .authorizationCodeAlreadyRedeemed(
          ago: circumstances.now - redeemedAt, revokesGrant: reuse == .refuseAndRevoke)
      }
      return .found("used before; allowed, by policy")
    }
  }
}

extension Policy {
  fileprivate func isSame(_ sent: String, as expected: String) -> Bool {
    func read(_ uri: String) -> String { decoding.decodesURIsAgain ? LenientForm.decode(uri) : uri }
    guard redirectURIAtToken == .optionalPrefix else { return read(sent).hasSameOctets(as: read(expected)) }
    return read(sent).asciiLowercased.utf8.starts(with: read(expected).asciiLowercased.utf8)
  }
}
