import AuthorizationServer
import OAuth

/// What can never be found, and why: a check that is not made, a refusal that is not given, words that are not said, a
/// grant that is forbidden, or two expectations that contradict each other.
extension ForeseenAnswers {
  /// Why an expectation can never be met; nil where it can.
  func objection(to expected: Expectation) -> String? {
    guard !server.isDisturbed else { return nil }
    return contradiction(in: expected) ?? strangeCheck(in: expected) ?? strangeWords(in: expected)
      ?? forbiddenGrant(in: expected)
  }

  private func contradiction(in expected: Expectation) -> String? {
    if expected.isUnanswered { return "an answer always comes; let an interference come before" }
    if expected.client != nil, case .raw = action { return "nobody judges the answer to a raw request" }
    guard let refused = expected.sign else { return nil }
    // Of an answer to a revocation only the status counts.
    let isOverlooked = server.policy.errorsAsOK && endpoints?.contains(.revocation) == true && !expected.hasErrorStatus
    if expected.client == .accepted, !isOverlooked {
      return "the client accepts no answer with \(refused)"
    }
    return expected.tokens.first.map { "an answer with \(refused) holds no \($0)" }
  }

  private func strangeCheck(in expected: Expectation) -> String? {
    guard endpoints != nil else { return nil }
    let strange = expected.checks.compactMap { Check(rawValue: $0.check) }.first { !checks.contains($0) }
    return strange.map { "no check \($0.rawValue) is made \(place)" }
  }

  private func strangeWords(in expected: Expectation) -> String? {
    guard expected.isRefused else { return nil }
    if let kind = expected.refusal, !canRefuse(with: kind) { return "no check \(place) refuses with \(kind.rawValue)" }
    var said = messages(for: expected.refusal)
    let speaker = expected.refusal?.rawValue ?? "no refusal \(place)"
    if let error = expected.error {
      let fitting = said.filter { $0.wording.codes.contains { $0.couldRead(error) } }
      guard !fitting.isEmpty else {
        return denial(speaker, "the error", error, said.flatMap(\.wording.codes), isOne: expected.refusal != nil)
      }
      said = fitting
    }
    if let sought = expected.errorDescription, let text = sought.words {
      let fitting = said.filter { $0.wording.texts.contains { sought.couldBe($0) } }
      guard !fitting.isEmpty else {
        return denial(speaker, "the description", text, said.flatMap(\.wording.texts), isOne: expected.refusal != nil)
      }
      said = fitting
    }
    return strangeStatus(in: expected, said)
  }

  private func strangeStatus(in expected: Expectation, _ said: [KnownMessage]) -> String? {
    guard let status = expected.status, let sign = expected.words else { return nil }
    let possible = said.compactMap(statuses)
    guard possible.count == said.count, !said.isEmpty, !possible.contains(where: { $0.contains(status) }) else {
      return nil
    }
    let known = Set(possible.joined()).sorted().map(String.init).joined(separator: " or ")
    return "an answer with \(sign) has status \(known) \(place), not \(status)"
  }

  private func denial(_ speaker: String, _ what: String, _ text: String, _ known: [String], isOne: Bool) -> String {
    let words = Set(known).sorted()
    if isOne, words.count == 1 { return "\(speaker) says \(what) \(words[0].quoted) and not \(text.quoted)" }
    let hint = Suggestion.clause(for: text, among: words)
    return "\(speaker) says \(what) \(text.quoted)\(hint)"
  }

  /// Tokens for a grant that the server does not know, or lets no client use.
  private func forbiddenGrant(in expected: Expectation) -> String? {
    guard let grant, expected.client == .accepted || !expected.tokens.isEmpty else { return nil }
    let (policy, orders) = (server.policy, server.profile.orders)
    if orders[.token].contains(.grantTypeSupported), !policy.grantTypes.contains(grant.type) {
      return "the server knows no grant \(grant.type) (grantTypes: \(policy.grantTypes.list))"
    }
    let isAsked = (orders[.token] + orders[grant.part]).contains(.grantTypeAllowed)
    if isAsked, !policy.clientGrants.isEmpty, !policy.clientGrants.contains(grant.type) {
      return "the server lets no client use the grant \(grant.type) (clientGrants: \(policy.clientGrants.list))"
    }
    return nil
  }
}

extension Expectation {
  fileprivate var isRefused: Bool { refusal != nil || error != nil || errorDescription?.words != nil }

  fileprivate var hasErrorStatus: Bool { status.map { $0 >= 400 } ?? false }

  /// By what a refusal is known, words before the status.
  fileprivate var sign: String? { words ?? status.flatMap { $0 >= 400 ? "status \($0)" : nil } }

  fileprivate var words: String? {
    if let error { return "the error \(error.quoted)" }
    if let refusal { return "the refusal \(refusal.rawValue)" }
    return errorDescription?.words == nil ? nil : "this description"
  }

  /// The members of a token response that are to be there. RFC 6749 §5.1.
  fileprivate var tokens: [String] {
    let names = [ParameterName.accessToken, .tokenType, .refreshToken, .idToken].map(\.text)
    return body.filter { $0.value != .null && names.contains($0.name) }.map(\.name)
  }
}

extension Expectation.Sought {
  fileprivate var words: String? {
    switch self {
    case .absent: nil
    case .exactly(let text), .containing(let text): text
    }
  }

  fileprivate func couldBe(_ wording: String) -> Bool {
    switch self {
    case .absent: true
    case .exactly(let text): wording.couldRead(text)
    case .containing(let part): wording.contains(Dialect.Wording.gap) || wording.contains(part)
    }
  }
}

extension Dialect.Wording {
  /// What can stand where the error code does, and beside it.
  fileprivate var codes: [String] { [error?.text, member(.error)].compactMap(\.self) }
  fileprivate var texts: [String] { [description, member(.errorDescription)].compactMap(\.self) }

  private func member(_ name: ParameterName) -> String? {
    if case .json(let json) = body { json[name.text]?.string } else { nil }
  }
}

extension String {
  /// Whether this text, which may have a gap for what was found, can come out as another.
  fileprivate func couldRead(_ text: String) -> Bool {
    guard let gap = firstRange(of: Dialect.Wording.gap) else { return hasSameOctets(as: text) }
    return text.hasPrefix(self[..<gap.lowerBound]) && text.hasSuffix(self[gap.upperBound...])
  }
}

extension [GrantType] {
  /// As the switches of the policy write it.
  fileprivate var list: String { map(\.text).joined(separator: " ") }
}
