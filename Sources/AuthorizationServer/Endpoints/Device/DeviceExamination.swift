import HTTPTypes
import OAuth

/// A request of the device pages under examination. RFC 8628 §3.3.
struct DeviceExamination: BrowserExamination {
  let request: RequestMessage
  var parameters = Parameters()
  var session: Session?
  var resourceOwner: ResourceOwner?
  var pending: PendingDevice?
  var device: DeviceAuthorization?
  var granted: Scope?

  init(_ request: RequestMessage) {
    self.request = request
  }

  /// `scope` occurs once per box.
  static let definedParameters: Set<ParameterName> = [
    .userCode, .interaction, .formToken, .username, .password, .decision,
  ]

  var expectedFormToken: TokenDigest? { pending?.formToken }
  var scopeAsked: Scope? { device?.scope }
}

extension Rule where Subject == DeviceExamination {
  /// RFC 8628 §3.3.
  static var userCodePresent: Rule {
    Rule(.userCodePresent) { examination, _ throws(Refusal) in
      guard let code = examination.parameters[.userCode] else { throw .userCodeMissing }
      return .found("\(code)")
    }
  }

  /// Whoever guesses must wait, and so must a right code meanwhile: otherwise the guesses would go on. RFC 8628 §5.1.
  static var userCodeNotThrottled: Rule {
    Rule(.userCodeNotThrottled) { examination, circumstances throws(Refusal) in
      let guesses = circumstances.server.state.guesses
      let session = circumstances.server.session(of: examination.request)
      let own = guesses[.userCode(session?.digest)]?.count ?? 0
      let all = guesses[.userCode(nil)]?.count ?? 0
      guard own < ServerLimits.userCodeGuesses, all < ServerLimits.userCodeGuessesOfAll else {
        throw .userCodeThrottled(failures: max(own, all))
      }
      return .found("\(own) wrong codes in the last minute")
    }
  }

  /// Compared without case and punctuation. RFC 8628 §6.1.
  static var userCodeKnown: Rule {
    Rule(.userCodeKnown) { examination, circumstances throws(Refusal) in
      let sent = established(examination.parameters[.userCode], by: .userCodePresent)
      let state = circumstances.server.state
      guard let code = UserCode(typed: sent),
        let device = state.userCodes[code].flatMap({ state.deviceAuthorizations[$0] })
      else { throw .userCodeUnknown(sent) }
      examination.device = device
      return Finding(expected: "\(device.userCode)", found: "\(sent)")
    }
  }

  /// RFC 8628 §3.3.
  static var userCodeNotExpired: Rule {
    Rule(.userCodeNotExpired) { examination, circumstances throws(Refusal) in
      let device = established(examination.device, by: .userCodeKnown)
      return try circumstances.unexpired(device, else: Refusal.userCodeExpired)
    }
  }

  /// One device, one decision. RFC 8628 §3.3.
  static var userCodeNotUsed: Rule {
    Rule(.userCodeNotUsed) { examination, _ throws(Refusal) in
      guard established(examination.device, by: .userCodeKnown).decision == .open else { throw .userCodeAlreadyUsed }
      return .found("the device waits")
    }
  }

  /// RFC 6749 §10.12: the code was examined and the device kept here; the page only names it.
  static var interactionKnown: Rule {
    Rule(.interactionKnown) { examination, circumstances throws(Refusal) in
      let state = circumstances.server.state
      guard let handle = examination.parameters[.interaction],
        let pending = state.pendingDevices[TokenDigest(handle)],
        let device = state.deviceAuthorizations[pending.device]
      else { throw .interactionUnknown }
      guard pending.session == established(examination.session, by: .sessionPresent).digest else {
        throw .interactionOfAnotherSession
      }
      examination.pending = pending
      examination.device = device
      return .found("the device of \(device.client) that shows \(device.userCode)")
    }
  }
}
