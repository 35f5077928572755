import HTTPTypes
import OAuth

/// Token revocation. RFC 7009.
enum RevocationEndpoint {
  static let order: [Rule<TokenManagementExamination>] =
    TokenManagementExamination.caller + [
      .tokenPresent,
      .tokenOwnedByClient,
      .tokenRevocable,
    ]

  /// What only other servers check.
  static let further: [Rule<TokenManagementExamination>] = [.tokenTypeHintKnown]
}

extension Rule where Subject == TokenManagementExamination {
  /// Nobody can end another client's tokens. An unknown token is nobody's, which is fine:
  /// it cannot be used either. RFC 7009 §2.1, §2.2.
  static var tokenOwnedByClient: Rule {
    Rule(.tokenOwnedByClient) { examination, circumstances throws(Refusal) in
      let value = established(examination.parameters.values(of: .token).last, by: .tokenPresent)
      guard let token = circumstances.server.managedToken(value) else { return .found("no token that we know") }
      guard let client = examination.client else {
        examination.token = token
        return .found("whoever asks: no client is examined")
      }
      guard token.client == client.identifier else {
        throw .tokenOfAnotherClient(
          issuedTo: token.client, usedBy: client.identifier, callerIsPublic: client.type == .public)
      }
      examination.token = token
      return Finding(expected: "\(token.client)", found: "\(client.identifier)")
    }
  }

  /// RFC 7009 §2.1 has the server look everywhere whatever the hint says; some servers refuse what they do not know.
  static var tokenTypeHintKnown: Rule {
    Rule(.tokenTypeHintKnown) { examination, _ throws(Refusal) in
      guard let hint = examination.parameters.values(of: .tokenTypeHint).last else { return .found("no hint") }
      guard ["access_token", "refresh_token"].contains(hint) else { throw .tokenTypeHintUnknown(hint) }
      return .found("\(hint)")
    }
  }

  /// RFC 7009 §2.2.1.
  static var tokenRevocable: Rule {
    Rule(.tokenRevocable) { examination, circumstances throws(Refusal) in
      if case .access = examination.token, !circumstances.policy.accessTokenRevocation { throw .tokenNotRevocable }
      return .found("it is")
    }
  }
}

extension AuthorizationServer {
  /// A refresh token takes its whole grant with it; an access token goes alone. RFC 7009 §2.1.
  mutating func answerRevocation(_ request: RequestMessage, at now: Instant) -> Answer {
    var examination = TokenManagementExamination(request)
    var decision = decide(&examination, by: rules.revocation, at: .revocation, now)
    excuseGuesses(at: examination.proven.map(Guesses.Target.client))
    if let refusal = decision.refusal {
      return Answer(response: refuseRevocation(refusal, examination), decision: decision)
    }
    switch examination.token {
    case .refresh(let token)?: decision.changes.append(revoke(token.grant, .revokedByClient, at: now))
    case .access(let token)?: decision.changes.append(revoke(token, .revokedByClient, at: now))
    case nil: break
    }
    return Answer(response: revoked, decision: decision)
  }

  /// A public client is told nothing about a token of another: its answer would serve for guessing. Decision D11.
  private func refuseRevocation(
    _ refusal: Refusal, _ examination: TokenManagementExamination
  ) -> ResponseMessage {
    if case .tokenOfAnotherClient(_, _, callerIsPublic: true) = refusal { return revoked }
    return refuse(refusal, in: examination.situation(at: .revocation))
  }

  /// RFC 7009 §2.2 wants no body.
  private var revoked: ResponseMessage {
    if let body = profile.dialect.answers.revocation { return grant(body, at: .revocation) }
    return ResponseMessage(status: .ok, fields: profile.dialect.style.successFields[.revocation])
  }
}
