import OAuth

/// The ID token beside the access token. It came from the token endpoint itself, so its signature may go unchecked here.
/// OpenID Connect Core §3.1.3.7.
extension TokenAnswer {
  static let idTokenRules: [Rule<TokenAnswer>] = [
    Rule(.idTokenReadable, readIDToken),
    Rule(.idTokenSigned, readAlgorithm),
    Rule(.idTokenIssuerExpected, compareIssuer),
    Rule(.idTokenMeantForUs, compareAudience),
    Rule(.idTokenNotExpired, compareExpiry),
    Rule(.nonceOurs, compareNonce),
    Rule(.accessTokenHashFits, compareHash),
  ]

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

  /// OpenID Connect Core §3.1.3.7 (7), RFC 8725 §3.2.
  private static func readAlgorithm(_ answer: inout TokenAnswer, _ client: OAuthClient) throws(ClientRefusal) -> Finding
  {
    let name = answer.idToken?.algorithm ?? ""
    guard let algorithm = SigningAlgorithm(rawValue: name) else { throw .idTokenUnsigned(algorithm: name) }
    return .found("alg \(algorithm.rawValue)")
  }

  /// OpenID Connect Core §3.1.3.7 (2).
  private static func compareIssuer(_ answer: inout TokenAnswer, _ client: OAuthClient) throws(ClientRefusal) -> Finding
  {
    let expected = client.configuration.issuer
    let found = answer.claims["iss"]?.string ?? ""
    guard found.hasSameOctets(as: expected.text) else { throw .idTokenIssuerWrong(found, expected: expected) }
    return Finding(expected: "\(expected)", found: "\(found)")
  }

  /// OpenID Connect Core §3.1.3.7 (3).
  private static func compareAudience(
    _ answer: inout TokenAnswer, _ client: OAuthClient
  ) throws(ClientRefusal) -> Finding {
    let member = answer.claims["aud"]
    let found = member?.array?.compactMap(\.string) ?? [member?.string ?? ""]
    let expected = client.configuration.identifier
    guard found.contains(where: { $0.hasSameOctets(as: expected.text) }) else {
      throw .idTokenForAnother(found, expected: expected)
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
