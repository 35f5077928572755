import OAuth

/// The refresh token and what it is bound to. RFC 6749 §6, RFC 9700 §4.14.2.
extension Rule where Subject == TokenExamination {
  /// RFC 6749 §6.
  static var refreshTokenPresent: Rule {
    Rule(.refreshTokenPresent) { examination, _ throws(Refusal) in
      guard let token = examination.parameters[.refreshToken] else { throw .refreshTokenMissing }
      return .found("\(secret: token)")
    }
  }

  /// RFC 6749 §5.2.
  static var refreshTokenKnown: Rule {
    Rule(.refreshTokenKnown) { examination, circumstances throws(Refusal) in
      let sent = established(examination.parameters[.refreshToken], by: .refreshTokenPresent)
      guard let token = circumstances.server.state.refreshTokens[TokenDigest(sent)] else {
        throw .refreshTokenUnknown(sent)
      }
      examination.refreshToken = token
      return .found("issued \((circumstances.now - token.issuedAt).tenths) ago to \(token.client)")
    }
  }

  /// A leaked refresh token needs the client's credentials too. RFC 6749 §6, §10.4.
  static var refreshTokenBoundToClient: Rule {
    Rule(.refreshTokenBoundToClient) { examination, _ throws(Refusal) in
      let issuedTo = established(examination.refreshToken, by: .refreshTokenKnown).client
      let client = established(examination.client, by: .clientKnown).identifier
      guard issuedTo == client else { throw .refreshTokenOfAnotherClient(issuedTo: issuedTo, usedBy: client) }
      return Finding(expected: "\(issuedTo)", found: "\(client)")
    }
  }

  /// RFC 6749 §5.2.
  static var refreshTokenNotRevoked: Rule {
    Rule(.refreshTokenNotRevoked) { examination, circumstances throws(Refusal) in
      let token = established(examination.refreshToken, by: .refreshTokenKnown)
      if let revocation = circumstances.server.revocation(of: token.grant) {
        throw .refreshTokenRevoked(revocation.reason, ago: circumstances.now - revocation.at)
      }
      return .found("stands")
    }
  }

  /// A refresh token that lies idle ends. RFC 9700 §4.14.2.
  static var refreshTokenNotExpired: Rule {
    Rule(.refreshTokenNotExpired) { examination, circumstances throws(Refusal) in
      let token = established(examination.refreshToken, by: .refreshTokenKnown)
      return try circumstances.unexpired(token, else: Refusal.refreshTokenExpired)
    }
  }

  /// Thief and owner cannot both go on: the second use of a replaced token ends the family.
  /// RFC 9700 §4.14.2; decision D17.
  static var refreshTokenNotReused: Rule {
    Rule(.refreshTokenNotReused) { examination, circumstances throws(Refusal) in
      let token = established(examination.refreshToken, by: .refreshTokenKnown)
      guard let rotatedAt = token.rotatedAt else { return .found("the newest of its family") }
      let ago = circumstances.now - rotatedAt
      let policy = circumstances.policy
      guard policy.accepts(replacedAgo: ago) else {
        let refreshedAt = circumstances.server.state.grants[token.grant]?.refreshedAt
        throw .refreshTokenReused(
          replacedAgo: ago, revokesFamily: policy.refreshTokenReuse == .revokeFamily,
          successorUsed: refreshedAt.map { $0 > rotatedAt } == true)
      }
      return .found("replaced \(ago.tenths) ago; still accepted, by policy")
    }
  }

  /// Narrower is allowed, wider is not, and left out means all that was granted. RFC 6749 §6.
  /// Some servers ask it of a code, too.
  static var scopeWithinGrant: Rule {
    Rule(.scopeWithinGrant) { examination, circumstances throws(Refusal) in
      let granted =
        examination.code?.scope ?? established(examination.refreshToken, by: .refreshTokenKnown).scope
      guard let sent = examination.parameters[.scope] else {
        examination.scope = granted
        return .found("not sent; all that was granted: \(granted)")
      }
      let asked: Scope
      do throws(Scope.Fault) {
        asked = try circumstances.policy.scope(in: sent)
      } catch {
        throw .scopeMalformed(error)
      }
      guard asked.isSubset(of: granted) else { throw .scopeBeyondGrant(asked: asked, granted: granted) }
      examination.scope = asked
      return Finding(expected: "at most: \(granted)", found: "\(asked)")
    }
  }
}
