import OAuth

/// The tokens that others can read.
extension AuthorizationServer {
  func answersWithIDToken(_ scope: Scope) -> Bool { policy.openIDConnect && scope.contains("openid") }

  /// A proof for the client of who signed in and when; nil where nobody did, or `openid` was not granted.
  /// OpenID Connect Core §2, §3.1.3.6. After a refresh `auth_time` is still that of the sign-in.
  /// OpenID Connect Core §12.2.
  mutating func idToken(
    _ grant: TokenGrant, scope: Scope, nonce: String?, accessToken: String, at now: Instant
  ) -> String? {
    guard answersWithIDToken(scope), let owner = grant.resourceOwner.flatMap(directory.resourceOwner) else {
      return nil
    }
    var claims: [JSON.Member] = [
      .init("iss", .string(issuer.text)), .init("sub", .string(owner.subject)),
      .init("aud", .string(grant.client.text)),
      .init("exp", .integer((now + ServerLimits.idTokenLifetime).secondsSince1970)),
      .init("iat", .integer(now.secondsSince1970)),
    ]
    if let signedInAt = state.grants[grant.number]?.authenticatedAt {
      claims.append(.init("auth_time", .integer(signedInAt.secondsSince1970)))
    }
    if let nonce { claims.append(.init("nonce", .string(nonce))) }
    claims.append(.init("at_hash", .string(AccessTokenHash.of(accessToken))))
    let key = signingKeys.key(for: client(grant.client)?.idTokenAlgorithm ?? .rs256)
    return JSONWebSignature(.object(claims), type: "JWT", by: key).text
  }

  /// What the client is given as an access token: a random text, or the same facts signed. Decision D25.
  mutating func accessTokenValue(
    _ grant: TokenGrant, scope: Scope, for resources: [ResourceIndicator], at now: Instant
  ) -> String {
    switch policy.accessTokenFormat {
    case .opaque: return random.token(profile.dialect.answers.accessTokenForm)
    case .jwt: return signedAccessToken(grant, scope: scope, for: resources, at: now)
    }
  }

  /// RFC 9068 §2. A client that acts in its own name is its own subject. RFC 9068 §2.2.
  private mutating func signedAccessToken(
    _ grant: TokenGrant, scope: Scope, for resources: [ResourceIndicator], at now: Instant
  ) -> String {
    let owner = grant.resourceOwner.flatMap(directory.resourceOwner)
    let claims: JSON = [
      "iss": .string(issuer.text),
      "exp": .integer((now + policy.accessTokenLifetime).secondsSince1970),
      "aud": audience(of: resources),
      "sub": .string(owner?.subject ?? directory.subject(of: grant.client)),
      "client_id": .string(grant.client.text),
      "iat": .integer(now.secondsSince1970),
      "jti": .string(random.token(octets: 16)),
      "scope": .string(scope.description),
    ]
    return JSONWebSignature(claims, type: "at+jwt", by: signingKeys.key(for: .rs256)).text
  }
}
