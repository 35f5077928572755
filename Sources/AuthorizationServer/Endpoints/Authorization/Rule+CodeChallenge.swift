import OAuth

/// PKCE at the authorization endpoint. RFC 7636 §4.3, §4.4.
extension Rule where Subject == AuthorizationExamination {
  /// RFC 7636 §4.4.1, RFC 9700 §2.1.1.
  static var codeChallengePresent: Rule {
    Rule(.codeChallengePresent) { examination, circumstances throws(Refusal) in
      let client = established(examination.client, by: .clientRegistered)
      guard circumstances.policy.readsPKCE else {
        examination.parameters = examination.parameters.removing(.codeChallenge).removing(.codeChallengeMethod)
        return .found("not read, by policy")
      }
      if let challenge = examination.parameters[.codeChallenge] { return .found("\(challenge)") }
      guard !circumstances.policy.requiresPKCE(of: client) else { throw .codeChallengeMissing(client.identifier) }
      if let method = examination.parameters[.codeChallengeMethod], circumstances.policy.examinesChallenges {
        throw .codeChallengeMethodWithoutChallenge(method)
      }
      return .noted("none; not required of \(client.identifier), \(client.type.wordOnPKCE) (RFC 9700 §2.1.1)")
    }
  }

  /// No method means plain, and is never read as S256. RFC 7636 §4.3, §4.4.1; decision D24.
  static var codeChallengeMethodSupported: Rule {
    Rule(.codeChallengeMethodSupported) { examination, circumstances throws(Refusal) in
      guard examination.parameters[.codeChallenge] != nil else { return .found("no challenge") }
      let sent = examination.parameters[.codeChallengeMethod]
      guard circumstances.policy.examinesChallenges else {
        let usual: CodeChallengeMethod? = circumstances.policy.supportPKCE == .unexamined ? .plain : nil
        examination.challengeMethod = sent.flatMap(CodeChallengeMethod.init) ?? usual
        return .found("\(sent ?? "none"); looked at when the code is redeemed, by policy")
      }
      guard let method = CodeChallengeMethod(rawValue: sent ?? CodeChallengeMethod.plain.rawValue),
        method == .s256 || circumstances.policy.allowPlainPKCE
      else {
        if let sent { throw .codeChallengeMethodUnsupported(sent) }
        throw .codeChallengeMethodMissing
      }
      examination.challengeMethod = method
      return .found("\(method.rawValue)")
    }
  }

  /// RFC 7636 §4.2.
  static var codeChallengeWellFormed: Rule {
    Rule(.codeChallengeWellFormed) { examination, circumstances throws(Refusal) in
      guard let sent = examination.parameters[.codeChallenge] else { return .found("no challenge") }
      guard circumstances.policy.examinesChallenges else {
        examination.challenge = CodeChallenge(unchecked: sent)
        return .found("\(sent); looked at when the code is redeemed, by policy")
      }
      do throws(PKCEGrammarFault) {
        examination.challenge = try CodeChallenge(sent)
      } catch {
        throw .codeChallengeMalformed(error)
      }
      let reuse = circumstances.reuse(of: sent, by: examination.client)
      return reuse.map { .noted("\(sent.utf8.count) characters; \($0)") } ?? .found("\(sent.utf8.count) characters")
    }
  }
}

extension Circumstances {
  /// A challenge or nonce that comes again protects nothing: it is noticed, not refused. RFC 9700 §2.1.1.
  func reuse(of value: String, by client: RegisteredClient?) -> String? {
    guard let client, let usedAt = server.state.lastUse(of: value, by: client.identifier) else { return nil }
    return "used before, \((now - usedAt).tenths) ago, though every request needs a new one"
  }
}

extension ClientType {
  /// What the standard says where this server asks nothing.
  fileprivate var wordOnPKCE: String {
    self == .public ? "though a public client must use PKCE" : "though PKCE is recommended to every client"
  }
}

extension Policy {
  /// The client's own setting before the policy's.
  func requiresPKCE(of client: RegisteredClient) -> Bool {
    if let required = client.requiresPKCE { return required }
    switch requirePKCE {
    case .all: return true
    case .public: return client.type == .public
    case .none: return false
    }
  }
}
