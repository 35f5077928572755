public import OAuth
public import OAuthClient

/// Who receives signed tokens, and what they know when they check one:
/// the client for its ID tokens, the resource for access tokens.
public struct TokenRecipient: Equatable, Sendable {
  public let issuer: String
  /// What `aud` must name.
  public let audience: String
  public let client: String
  public let nonce: String?
  public let accessToken: String?
  /// Those that may be used.
  let algorithms: [SigningAlgorithm]
  /// Nil where nobody has fetched them yet.
  public let keys: JSONWebKeySet?
  public let now: Instant

  /// The one that a token is for.
  public init(
    of token: SeenToken, configuration: ClientConfiguration, keys: JSONWebKeySet?, at now: Instant
  ) {
    issuer = configuration.issuer.text
    client = configuration.identifier.text
    audience = token.kind == .idToken ? configuration.identifier.text : configuration.issuer.text
    nonce = token.nonce
    accessToken = token.accessToken
    algorithms = token.kind == .idToken ? [configuration.idTokenAlgorithm] : SigningAlgorithm.allCases
    self.keys = keys
    self.now = now
  }

  /// Every check of a token of that kind, each made whatever became of the others.
  public func verdicts(on reading: TokenReading, as kind: SeenToken.Kind) -> [TokenVerdict] {
    if let fault = reading.fault {
      return [
        TokenVerdict(
          check: .readable, outcome: .failed, expected: "three readable parts", found: fault.sentence)
      ]
    }
    guard let token = reading.token, let claims = token.claims else { return [] }
    let readable = TokenVerdict(
      check: .readable, outcome: .passed, expected: nil, found: "\(token.text.utf8.count) octets in 3 parts")
    let common = [
      algorithm(token), signature(token), compare(.issuer, claims["iss"], with: issuer),
      contains(.audience, claims["aud"], audience), expiry(claims), notBefore(claims), issuedAt(claims),
    ].compactMap(\.self)
    switch kind {
    case .accessToken: return [readable, type(token)] + common
    case .idToken:
      return [readable] + common + [authorizedParty(claims), nonce(claims), hash(claims)].compactMap(\.self)
    }
  }
}

extension TokenRecipient {
  /// RFC 9068 §4.
  private func type(_ token: JSONWebSignature) -> TokenVerdict {
    let type = token.header["typ"]?.string ?? "no typ"
    return verdict(.type, token.type == "at+jwt", expected: "at+jwt", found: type)
  }

  /// RFC 8725 §3.1: from a list of one's own.
  private func algorithm(_ token: JSONWebSignature) -> TokenVerdict {
    let known = algorithms.map(\.rawValue)
    let found = token.header["alg"].map { $0.string ?? $0.text } ?? "no alg"
    return verdict(
      .algorithm, known.contains { $0.hasSameOctets(as: found) }, expected: known.joined(separator: " or "),
      found: found)
  }

  private func signature(_ token: JSONWebSignature) -> TokenVerdict {
    guard let keys else {
      return TokenVerdict(
        check: .signature, outcome: .open, expected: "a key of the server", found: "its keys were not fetched yet")
    }
    let kid = token.keyIdentifier.map { "key \($0)" } ?? "one of \(keys.keys.count) keys"
    guard let fault = token.fault(against: keys) else {
      return TokenVerdict(check: .signature, outcome: .passed, expected: "a published key", found: kid)
    }
    return TokenVerdict(check: .signature, outcome: .failed, expected: "a published key", found: fault.sentence)
  }

  private func expiry(_ claims: JSON) -> TokenVerdict {
    guard let end = claims["exp"].flatMap(Self.instant) else {
      return verdict(.expiry, false, expected: "a number of seconds", found: Self.described(claims["exp"], "exp"))
    }
    return verdict(.expiry, now < end, expected: "after \(now.clockTime)", found: end.seen(from: now))
  }

  private func notBefore(_ claims: JSON) -> TokenVerdict? {
    guard let member = claims["nbf"] else { return nil }
    guard let start = Self.instant(member) else {
      return verdict(.notBefore, false, expected: "a number of seconds", found: Self.described(member, "nbf"))
    }
    return verdict(.notBefore, start <= now, expected: "not after \(now.clockTime)", found: start.seen(from: now))
  }

  private func issuedAt(_ claims: JSON) -> TokenVerdict {
    guard let issued = claims["iat"].flatMap(Self.instant) else {
      return verdict(.issuedAt, false, expected: "a number of seconds", found: Self.described(claims["iat"], "iat"))
    }
    return verdict(.issuedAt, issued <= now, expected: "not after \(now.clockTime)", found: issued.seen(from: now))
  }

  /// Only where it is there. OpenID Connect Core §3.1.3.7 (4), (5).
  private func authorizedParty(_ claims: JSON) -> TokenVerdict? {
    claims["azp"].map { compare(.authorizedParty, $0, with: client) }
  }

  private func nonce(_ claims: JSON) -> TokenVerdict {
    guard let nonce else {
      return TokenVerdict(
        check: .nonce, outcome: .open, expected: "none was sent", found: Self.described(claims["nonce"], "nonce"))
    }
    return compare(.nonce, claims["nonce"], with: nonce)
  }

  /// May be absent. OpenID Connect Core §3.1.3.8.
  private func hash(_ claims: JSON) -> TokenVerdict {
    guard let accessToken, let member = claims["at_hash"] else {
      let reason = claims["at_hash"] == nil ? "no at_hash" : "no access token to compare"
      return TokenVerdict(check: .accessTokenHash, outcome: .open, expected: nil, found: reason)
    }
    return compare(.accessTokenHash, member, with: AccessTokenHash.of(accessToken))
  }

  private func compare(_ check: TokenCheck, _ found: JSON?, with expected: String) -> TokenVerdict {
    let same = found?.string?.hasSameOctets(as: expected) == true
    return verdict(check, same, expected: expected, found: Self.described(found, check.subject ?? ""))
  }

  /// One text, or a list with it.
  private func contains(_ check: TokenCheck, _ found: JSON?, _ expected: String) -> TokenVerdict {
    let texts = found?.array?.compactMap(\.string) ?? [found?.string].compactMap(\.self)
    return verdict(
      check, texts.contains { $0.hasSameOctets(as: expected) }, expected: expected,
      found: texts.isEmpty ? Self.described(found, check.subject ?? "") : texts.joined(separator: " "))
  }

  private func verdict(_ check: TokenCheck, _ passes: Bool, expected: String, found: String) -> TokenVerdict {
    TokenVerdict(check: check, outcome: passes ? .passed : .failed, expected: expected, found: found)
  }

  private static func described(_ value: JSON?, _ name: String) -> String {
    value.map { $0.string ?? "\($0.kind): \($0.text)" } ?? "no \(name)"
  }
}
