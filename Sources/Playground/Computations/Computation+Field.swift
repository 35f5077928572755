import AuthorizationServer
import HTTPTypes
public import OAuth
import OAuthClient

extension Computation {
  /// How the value of a field of a request comes about, and what it must equal; nil where there is nothing to compute.
  public static func of(
    _ field: RequestEditor.Field, in stage: Stage, of walkthrough: Walkthrough, at now: Instant
  ) -> Computation? {
    guard let value = field.value, !value.isEmpty else { return nil }
    let known = KnownValues(walkthrough: walkthrough, now: now)
    switch (stage, field.place) {
    case (_, .header) where field.name.asciiLowercased == "authorization":
      return authorization(value, in: stage, known)
    case (_, .header), (_, .page), (.code, _): return nil
    case (.authorize, _): return authorizationParameter(ParameterName(field.name), value, known)
    case (.token, _), (.refresh, _), (.introspect, _), (.revoke, _), (.me, _):
      return tokenParameter(ParameterName(field.name), value, in: stage, known)
    }
  }

  private static func authorizationParameter(
    _ name: ParameterName, _ value: String, _ known: KnownValues
  ) -> Computation? {
    switch name {
    case .codeChallenge:
      guard let verifier = known.client.attempt?.codeVerifier.text else { return nil }
      let expected = ChallengeSteps(of: verifier).challenge
      return challenge(
        of: verifier, compare(value, with: expected, called: "S256(code_verifier)", words: "hash of the code_verifier"))
    case .state:
      guard let returned = known.returnedState else { return nil }
      return Computation(
        [], compare(returned, with: value, called: "state of the response", words: "came back unchanged"))
    case .nonce:
      guard let claim = known.nonceOfIDToken else { return nil }
      return Computation(
        [], compare(claim, with: value, called: "nonce of the ID token", words: "came back in the ID token"))
    default: return encoded(value)
    }
  }

  private static func tokenParameter(
    _ name: ParameterName, _ value: String, in stage: Stage, _ known: KnownValues
  ) -> Computation? {
    switch name {
    case .codeVerifier:
      return challenge(
        of: value,
        known.sent(.codeChallenge).map {
          compare(
            ChallengeSteps(of: value).challenge, with: $0, called: "code_challenge of stage 1",
            words: "S256 matches step 1")
        })
    case .redirectURI where stage == .token:
      return encoded(
        value,
        known.sent(.redirectURI).map {
          compare(value, with: $0, called: "redirect_uri of stage 1", words: "equals step 1")
        })
    case .code:
      return Computation(
        known.codeLife(value).map { expiry(from: $0.issuedAt, lifetime: $0.lifetime, at: known.now) } ?? [],
        known.client.receivedCode.map {
          compare(value, with: $0, called: "the code that the client received", isSecret: true)
        })
    case .clientSecret: return basic(identifier: known.client.configuration.credentials.identifier.text, secret: value)
    case .refreshToken, .token: return nil
    default: return encoded(value)
    }
  }

  /// RFC 6749 §2.3.1, RFC 6750 §2.1.
  private static func authorization(_ value: String, in stage: Stage, _ known: KnownValues) -> Computation? {
    let field = AuthorizationField(value)
    guard !field.credentials.isEmpty else { return nil }
    if field.isBasic { return reading(basic: field.credentials) }
    guard field.isBearer, let token = known.client.accessToken else { return nil }
    let lifetime = token.expiresIn.map { expiry(from: token.receivedAt, lifetime: .seconds($0), at: known.now) } ?? []
    return Computation(
      lifetime,
      compare(
        field.credentials, with: token.token.text, called: "access_token of the token response", isSecret: true))
  }

  private static func compare(
    _ value: String, with expected: String, called other: String, words: String? = nil, isSecret: Bool = false
  ) -> Comparison {
    Comparison(
      other: other, expected: isSecret ? "\(secret: expected)" : "\(expected)",
      matches: value.hasSameOctets(as: expected), words: words)
  }
}

/// What the exchanges so far say about the values of a request.
private struct KnownValues {
  let walkthrough: Walkthrough
  let now: Instant

  var client: OAuthClient { walkthrough.client }

  /// A parameter as the last authorization request had it, which may not be as it should.
  func sent(_ name: ParameterName) -> String? {
    let timeline = walkthrough.timeline
    let request = timeline.ownNewestFirst.first { exchange in
      exchange.sender == .userAgent && exchange.decision?.endpoint == .authorization && !timeline.isUndone(exchange)
    }?.request
    guard let request else { return nil }
    return FormEncoding.readable(request.head.method == .post ? request.body : request.query)[name]
  }

  /// The state of the response to the request that the client is waiting for, or has had answered.
  var returnedState: String? {
    guard client.attempt?.answered != nil else { return nil }
    return walkthrough.timeline.ownNewestFirst.first { $0.receiver == .client && !walkthrough.timeline.isUndone($0) }?
      .request.flatMap { FormEncoding.readable($0.query)[.state] }
  }

  var nonceOfIDToken: String? {
    walkthrough.status(.token) == .notStarted ? nil : client.idToken?.claims?["nonce"]?.string
  }

  func codeLife(_ code: String) -> CodeLife? {
    walkthrough.timeline.codes.all.last { code.utf8.starts(with: $0.beginning.utf8) }
  }
}
