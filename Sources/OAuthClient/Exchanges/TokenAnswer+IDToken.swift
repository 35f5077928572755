import OAuth

/// The ID token beside the access token. OpenID Connect Core §3.1.3.7.
///
/// From the token endpoint itself a client may take one without looking at the signature, if TLS says who answered (6).
/// There is no TLS here, so it looks.
extension TokenAnswer {
  /// Seconds between the issuing of an ID token and its arrival that are taken for the way and for clocks that differ.
  static let longestWay: Int64 = 600

  /// Whether an ID token has to be there: where `openid` was granted. A learner may have asked for less, and gets less.
  func owesIDToken(to client: OAuthClient) -> Bool {
    client.configuration.expectsIDToken && (scope ?? client.configuration.scope).contains("openid")
  }

  static let idTokenRules: [Rule<TokenAnswer>] = [
    Rule(.idTokenReadable, readIDToken),
    Rule(.idTokenSigned, readAlgorithm),
    Rule(.idTokenSignatureFits, verifySignature),
    Rule(.idTokenIssuerExpected, compareIssuer),
    Rule(.idTokenMeantForUs, compareAudience),
    Rule(.idTokenNotExpired, compareExpiry),
    Rule(.idTokenFresh, compareIssueTime),
    Rule(.nonceOurs, compareNonce),
    Rule(.accessTokenHashFits, compareHash),
  ]

  /// Of an ID token that came with a refresh, which may be left out. OpenID Connect Core §12.2.
  static let refreshedIDTokenRules: [Rule<TokenAnswer>] =
    idTokenRules.filter { $0.check != .nonceOurs } + [Rule(.idTokenSubjectSame, compareSubject)]

  private var claims: JSON { idToken?.claims ?? .null }

  /// OpenID Connect Core §3.1.3.3.
  private static func readIDToken(_ answer: inout TokenAnswer, _ client: OAuthClient) throws(ClientRefusal) -> Finding {
    guard let member = answer.json[ParameterName.idToken.text] else { throw .idTokenMissing }
    guard let text = member.string, let token = JSONWebSignature(parsing: text), token.claims != nil else {
      throw .idTokenUnreadable(member)
    }
    answer.idToken = token
    return .found("\(secret: text)")
  }

  /// The algorithm is the client's decision, never the token's. OpenID Connect Core §3.1.3.7 (7), RFC 8725 §3.1.
  private static func readAlgorithm(_ answer: inout TokenAnswer, _ client: OAuthClient) throws(ClientRefusal) -> Finding
  {
    let expected = client.configuration.idTokenAlgorithm
    let name = answer.idToken?.algorithm ?? ""
    guard let algorithm = SigningAlgorithm(rawValue: name) else { throw .idTokenUnsigned(algorithm: name) }
    guard algorithm == expected else { throw .idTokenAlgorithmWrong(algorithm, expected: expected) }
    return Finding(expected: "\(expected.rawValue)", found: "\(algorithm.rawValue)")
  }

  /// OpenID Connect Core §3.1.3.7 (6), §10.1; RFC 7515 §5.2.
  private static func verifySignature(
    _ answer: inout TokenAnswer, _ client: OAuthClient
  ) throws(ClientRefusal) -> Finding {
    let keys = client.keys ?? JSONWebKeySet([])
    let identifier = answer.idToken?.keyIdentifier
    switch answer.idToken?.fault(against: keys) {
    case nil: return Finding(expected: "a key of the server", found: "\(identifier.map { "key \($0)" } ?? "a key")")
    case .key(let identifier): throw .idTokenKeyUnknown(identifier, known: keys.keys.count)
    case .signature, .algorithm: throw .idTokenSignatureWrong(key: identifier)
    }
  }

  /// OpenID Connect Core §3.1.3.7 (2).
  private static func compareIssuer(_ answer: inout TokenAnswer, _ client: OAuthClient) throws(ClientRefusal) -> Finding
  {
    let expected = client.configuration.issuer
    let found = answer.claims["iss"]?.string ?? ""
    guard found.hasSameOctets(as: expected.text) else { throw .idTokenIssuerWrong(found, expected: expected) }
    return Finding(expected: "\(expected)", found: "\(found)")
  }

  /// Nobody else may be meant, either: we trust no other client. OpenID Connect Core §3.1.3.7 (3).
  private static func compareAudience(
    _ answer: inout TokenAnswer, _ client: OAuthClient
  ) throws(ClientRefusal) -> Finding {
    let member = answer.claims["aud"]
    let found = member?.array?.compactMap(\.string) ?? [member?.string ?? ""]
    let expected = client.configuration.identifier
    guard found.allSatisfy({ $0.hasSameOctets(as: expected.text) }), !found.isEmpty else {
      throw .idTokenForAnother(found.isEmpty ? [""] : found, expected: expected)
    }
    return Finding(expected: "\(expected)", found: "\(found.joined(separator: " "))")
  }

  /// OpenID Connect Core §3.1.3.7 (9).
  private static func compareExpiry(_ answer: inout TokenAnswer, _ client: OAuthClient) throws(ClientRefusal) -> Finding
  {
    let now = answer.arrived.secondsSince1970
    guard let end = answer.claims["exp"]?.integer, now < end else {
      throw .idTokenExpired(answer.claims["exp"], now: now)
    }
    return Finding(expected: "after \(now)", found: "\(end)")
  }

  /// OpenID Connect Core §3.1.3.7 (10).
  private static func compareIssueTime(
    _ answer: inout TokenAnswer, _ client: OAuthClient
  ) throws(ClientRefusal) -> Finding {
    let now = answer.arrived.secondsSince1970
    guard let issued = answer.claims["iat"]?.integer, issued <= now + longestWay, now - longestWay <= issued else {
      throw .idTokenIssueTimeWrong(answer.claims["iat"], now: now)
    }
    return Finding(expected: "\(longestWay) s around \(now)", found: "\(issued)")
  }

  /// OpenID Connect Core §12.2.
  private static func compareSubject(
    _ answer: inout TokenAnswer, _ client: OAuthClient
  ) throws(ClientRefusal) -> Finding {
    let found = answer.claims["sub"]?.string ?? ""
    guard let expected = client.idToken?.claims?["sub"]?.string else { return .found("\(found), the first we know of") }
    guard found.hasSameOctets(as: expected) else { throw .idTokenSubjectChanged(found, expected: expected) }
    return Finding(expected: "\(expected)", found: "\(found)")
  }

  /// OpenID Connect Core §3.1.3.7 (11), §15.5.2.
  private static func compareNonce(_ answer: inout TokenAnswer, _ client: OAuthClient) throws(ClientRefusal) -> Finding
  {
    let expected = client.attempt?.nonce ?? ""
    let found = answer.claims["nonce"]?.string ?? ""
    guard found.hasSameOctets(as: expected) else { throw .nonceWrong(found, expected: expected) }
    return Finding(expected: "\(expected)", found: "\(found)")
  }

  /// May be absent. OpenID Connect Core §3.1.3.8.
  private static func compareHash(_ answer: inout TokenAnswer, _ client: OAuthClient) throws(ClientRefusal) -> Finding {
    guard let member = answer.claims["at_hash"] else { return .found("no at_hash") }
    let expected = AccessTokenHash.of(answer.tokenText)
    guard member == .string(expected) else { throw .accessTokenHashWrong(member, expected: expected) }
    return Finding(expected: "\(expected)", found: "\(expected)")
  }
}
