import OAuth

/// The device code and what it is bound to. RFC 8628 §3.4, §3.5.
extension Rule where Subject == TokenExamination {
  /// RFC 8628 §3.4.
  static var deviceCodePresent: Rule {
    Rule(.deviceCodePresent) { examination, _ throws(Refusal) in
      guard let code = examination.parameters[.deviceCode] else { throw .deviceCodeMissing }
      return .found("\(secret: code)")
    }
  }

  /// RFC 8628 §3.4.
  static var deviceCodeKnown: Rule {
    Rule(.deviceCodeKnown) { examination, circumstances throws(Refusal) in
      let sent = established(examination.parameters[.deviceCode], by: .deviceCodePresent)
      guard let device = circumstances.server.state.deviceAuthorizations[TokenDigest(sent)] else {
        throw .deviceCodeUnknown(sent)
      }
      examination.device = device
      return .found("issued \((circumstances.now - device.issuedAt).tenths) ago to \(device.client)")
    }
  }

  /// RFC 8628 §3.4, RFC 6749 §5.2.
  static var deviceCodeBoundToClient: Rule {
    Rule(.deviceCodeBoundToClient) { examination, _ throws(Refusal) in
      let issuedTo = established(examination.device, by: .deviceCodeKnown).client
      let client = established(examination.client, by: .clientKnown).identifier
      guard issuedTo == client else { throw .deviceCodeOfAnotherClient(issuedTo: issuedTo, usedBy: client) }
      return Finding(expected: "\(issuedTo)", found: "\(client)")
    }
  }

  /// RFC 8628 §3.5.
  static var deviceCodeNotExpired: Rule {
    Rule(.deviceCodeNotExpired) { examination, circumstances throws(Refusal) in
      let device = established(examination.device, by: .deviceCodeKnown)
      return try circumstances.unexpired(device, else: Refusal.deviceCodeExpired)
    }
  }

  /// RFC 6749 §5.2: one decision, one redemption.
  static var deviceCodeNotRedeemed: Rule {
    Rule(.deviceCodeNotRedeemed) { examination, circumstances throws(Refusal) in
      let device = established(examination.device, by: .deviceCodeKnown)
      if let redeemedAt = device.redeemedAt { throw .deviceCodeAlreadyRedeemed(ago: circumstances.now - redeemedAt) }
      return .found("first use")
    }
  }

  /// Once there is a decision nobody need wait any longer. RFC 8628 §3.5.
  static var devicePatient: Rule {
    Rule(.devicePatient) { examination, circumstances throws(Refusal) in
      let device = established(examination.device, by: .deviceCodeKnown)
      guard device.decision == .open else { return .found("there is a decision") }
      guard let polledAt = device.polledAt else { return .found("first question") }
      let after = circumstances.now - polledAt
      guard after >= device.interval else { throw .devicePolledTooSoon(after: after, interval: device.interval) }
      return Finding(expected: "\(device.interval.plainSeconds) between two questions", found: "\(after.tenths)")
    }
  }

  /// RFC 8628 §3.5.
  static var deviceDecided: Rule {
    Rule(.deviceDecided) { examination, circumstances throws(Refusal) in
      let device = established(examination.device, by: .deviceCodeKnown)
      guard device.decision != .open else { throw .deviceDecisionPending(left: device.expiresAt - circumstances.now) }
      return .found("decided")
    }
  }

  /// RFC 8628 §3.5.
  static var deviceAllowed: Rule {
    Rule(.deviceAllowed) { examination, _ throws(Refusal) in
      switch established(examination.device, by: .deviceCodeKnown).decision {
      case .denied(let username): throw .deviceDenied(username: username)
      case .allowed(_, let username, _): return .found("allow, by \(username)")
      case .open: return .found("open")
      }
    }
  }
}
