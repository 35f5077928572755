import OAuth

/// PKCE at the token endpoint. RFC 7636 §4.5, §4.6. Only the method bound to the code counts;
/// one sent here is not read.
extension Rule where Subject == TokenExamination {
  /// A verifier without a challenge tells of a challenge that somebody removed. RFC 9700 §2.1.1, §4.8.2; decision D5.
  static var codeVerifierPresent: Rule {
    Rule(.codeVerifierPresent) { examination, circumstances throws(Refusal) in
      let challenge = established(examination.code, by: .authorizationCodeKnown).request.challenge
      switch (challenge, examination.parameters[.codeVerifier]) {
      case (nil, nil): return .found("neither challenge nor verifier")
      case (nil, .some) where circumstances.policy.supportPKCE == .full: throw .codeVerifierWithoutChallenge
      case (nil, .some):
        examination.parameters = examination.parameters.removing(.codeVerifier)
        return .found("no challenge; the verifier is not read, by policy")
      case (.some, nil): throw .codeVerifierMissing
      case (.some, .some(let verifier)): return .found("\(secret: verifier)")
      }
    }
  }

  /// RFC 7636 §4.1.
  static var codeVerifierWellFormed: Rule {
    Rule(.codeVerifierWellFormed) { examination, _ throws(Refusal) in
      guard let sent = examination.parameters[.codeVerifier] else { return .found("no verifier") }
      do throws(PKCEGrammarFault) {
        examination.verifier = try CodeVerifier(sent)
      } catch {
        throw .codeVerifierMalformed(error)
      }
      return .found("\(sent.utf8.count) characters")
    }
  }

  /// RFC 7636 §4.6.
  static var codeVerifierMatches: Rule {
    Rule(.codeVerifierMatches) { examination, _ throws(Refusal) in
      guard let bound = established(examination.code, by: .authorizationCodeKnown).request.challenge else {
        return .found("no challenge")
      }
      guard let method = bound.method else { throw .codeChallengeMethodUnknown }
      let answer = established(examination.verifier, by: .codeVerifierWellFormed).challenge(method).text
      guard constantTimeEqual(answer.utf8, bound.challenge.text.utf8) else {
        throw .codeVerifierWrong(challenge: bound.challenge.text, found: answer, method: method)
      }
      return Finding(expected: "\(bound.challenge)", found: "\(answer) = \(method.rawValue)(code_verifier)")
    }
  }
}
