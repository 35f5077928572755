import HTTPTypes
import OAuth

extension Rule where Subject == ResourceExamination {
  /// OpenID Connect Core §5.3.1: both GET and POST. Some servers know only the one,
  /// and some ask only of a token in a body.
  static var methodAllowedAtResource: Rule {
    Rule(.methodAllowed) { examination, circumstances throws(Refusal) in
      let rule: Rule
      switch circumstances.policy.methodsAtResource {
      case .get: rule = .methodAllowed(.get, .head)
      case .getAndPost: rule = .methodAllowed(.get, .post, .head)
      case .any where examination.transports.contains { $0.way == .body }: rule = .methodAllowed(.post, .put)
      case .any: return .found("\(examination.request.head.method.rawValue)")
      }
      return try rule.examination(&examination, circumstances)
    }
  }

  /// RFC 6750 §3.1. In strict hands a token in the query or body is not read: decisions D6, D21.
  static var accessTokenPresent: Rule {
    Rule(.accessTokenPresent) { examination, circumstances throws(Refusal) in
      examination.transports = examination.transportsFound(circumstances.policy)
      guard let only = examination.transports.first else { throw .accessTokenMissing }
      guard examination.transports.count == 1 else {
        return .found("\(examination.transports.count) tokens")
      }
      switch only.way {
      case .query where !circumstances.policy.tokenInQuery: throw .accessTokenInQuery
      case .body where !circumstances.policy.tokenInBody: throw .accessTokenInBody
      case .header, .query, .body: return .found("in the \(only.way.rawValue)")
      }
    }
  }

  /// Whoever sends two may mean to have one checked and the other used. RFC 6750 §2, §3.1; decision D7.
  static var accessTokenSingle: Rule {
    Rule(.accessTokenSingle) { examination, _ throws(Refusal) in
      guard examination.transports.count == 1 else { throw .accessTokenRepeated(examination.transports.map(\.way)) }
      return .found("one")
    }
  }

  /// A token in a body that is no form. RFC 6750 §2.2.
  static var mediaTypeFormOfToken: Rule {
    Rule(.mediaTypeForm) { examination, circumstances throws(Refusal) in
      guard examination.transports.contains(where: { $0.way == .body }) else { return .found("no token in the body") }
      let policy = circumstances.policy
      let sent = examination.request.head.headerFields[.contentType]
      // Programs in PHP compare with the case.
      let type = policy.exactMediaType ? sent : sent.map { String($0.prefix { $0 != ";" }) }
      guard type == MediaType.form else { throw .mediaTypeNotForm(type) }
      return .found("\(type ?? "")")
    }
  }

  /// The scheme's case does not matter. RFC 6750 §2.1, RFC 9110 §11.1.
  static var accessTokenScheme: Rule {
    Rule(.accessTokenScheme) { examination, circumstances throws(Refusal) in
      let (way, text) = established(examination.transports.first, by: .accessTokenPresent)
      guard way == .header else {
        examination.credentials = text
        return .found("no scheme in the \(way.rawValue)")
      }
      let field = AuthorizationField(text)
      guard circumstances.policy.bearerScheme == .standard else {
        guard let token = circumstances.policy.bearerToken(in: text) else {
          throw .accessTokenSchemeWrong(field.scheme)
        }
        examination.credentials = String(token)
        return .found("Bearer, somewhere, by policy")
      }
      guard field.isBearer else { throw .accessTokenSchemeWrong(field.scheme) }
      examination.credentials = field.credentials
      return .found("\(field.scheme)")
    }
  }

  /// `b64token`. RFC 6750 §2.1. A scheme without a token is a malformed request: RFC 6750 §3.1.
  static var accessTokenWellFormed: Rule {
    Rule(.accessTokenWellFormed) { examination, _ throws(Refusal) in
      let value = established(examination.credentials, by: .accessTokenScheme)
      guard !value.isEmpty else { throw .accessTokenEmpty }
      guard let token = BearerToken(value) else { throw .accessTokenMalformed(value) }
      examination.presented = token
      return .found("\(secret: token)")
    }
  }

  /// Codes and other tokens are not access tokens. RFC 6750 §3.1.
  static var accessTokenKnown: Rule {
    Rule(.accessTokenKnown) { examination, circumstances throws(Refusal) in
      let presented = established(examination.presented, by: .accessTokenWellFormed).text
      guard let token = circumstances.server.state.accessTokens[TokenDigest(presented)] else {
        if circumstances.server.authorizationCode(presented) != nil { throw .authorizationCodeAsAccessToken(presented) }
        if circumstances.server.state.refreshTokens[TokenDigest(presented)] != nil {
          throw .refreshTokenAsAccessToken(presented)
        }
        throw .accessTokenUnknown(presented)
      }
      examination.token = token
      return .found("issued to \(token.client)\(token.resourceOwner.map { " for \($0)" } ?? "")")
    }
  }

  /// A token outlives nobody in whose name it speaks. RFC 6750 §3.1.
  static var resourceOwnerKnown: Rule {
    Rule(.resourceOwnerKnown) { examination, circumstances throws(Refusal) in
      try circumstances.server.findResourceOwner(
        of: established(examination.token, by: .accessTokenKnown).resourceOwner)
    }
  }

  /// RFC 6750 §3.1.
  static var accessTokenNotRevoked: Rule {
    Rule(.accessTokenNotRevoked) { examination, circumstances throws(Refusal) in
      let token = established(examination.token, by: .accessTokenKnown)
      if let revocation = circumstances.server.revocation(of: token) {
        throw .accessTokenRevoked(revocation.reason, ago: circumstances.now - revocation.at)
      }
      return .found("stands")
    }
  }

  /// RFC 6750 §3.1.
  static var accessTokenNotExpired: Rule {
    Rule(.accessTokenNotExpired) { examination, circumstances throws(Refusal) in
      let token = established(examination.token, by: .accessTokenKnown)
      return try circumstances.unexpired(token, else: Refusal.accessTokenExpired)
    }
  }

  /// RFC 6750 §3.1. The profile of a resource owner opens to `profile`, and to `openid`: OpenID Connect Core §5.3.
  /// There is none for a client that speaks for itself.
  static var scopeSufficient: Rule {
    Rule(.scopeSufficient) { examination, circumstances throws(Refusal) in
      let token = established(examination.token, by: .accessTokenKnown)
      let opening = circumstances.policy.scopesOfTheResource
      guard opening.isEmpty || opening.contains(where: token.scope.contains) else {
        throw .scopeInsufficient(required: Scope([opening[0]]), granted: token.scope)
      }
      guard token.resourceOwner != nil else { throw .resourceOwnerAbsent(token.client) }
      return Finding(
        expected: "\(opening.isEmpty ? "any" : opening.joined(separator: " or "))", found: "\(token.scope)")
    }
  }
}

extension AuthorizationServer {
  /// What a check finds of the one in whose name a token speaks.
  func findResourceOwner(of token: String?) throws(Refusal) -> Finding {
    guard let username = token else { return .found("nobody: the client speaks for itself") }
    guard directory.resourceOwner(username) != nil else { throw .resourceOwnerGone(username: username) }
    return .found("\(username)")
  }
}

extension Policy {
  /// Of these one is enough for the protected resource; none means that every token is.
  fileprivate var scopesOfTheResource: [String] {
    resourceScope.tokens.filter { openIDConnect || $0 != "openid" }
  }

  /// What stands behind the word Bearer and one space, wherever that is: the search of a program that anchors nothing.
  fileprivate func bearerToken(in header: String) -> Substring? {
    let word = bearerScheme == .caseSensitive ? "Bearer" : "bearer"
    let searched = Array((bearerScheme == .caseSensitive ? header : header.asciiLowercased).utf8)
    let octets = Array(header.utf8)
    var start = 0
    while start + word.utf8.count < octets.count {
      let end = start + word.utf8.count
      if searched[start..<end].elementsEqual(word.utf8), Self.isSpace(octets[end]) {
        let token = octets[(end + 1)...].prefix { !Self.isSpace($0) }
        if !token.isEmpty { return Substring(decoding: token, as: UTF8.self) }
      }
      start += 1
    }
    return nil
  }

  private static func isSpace(_ octet: UInt8) -> Bool { octet == 0x20 || (0x09...0x0D).contains(octet) }
}
