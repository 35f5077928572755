public import OAuth

/// An authorization server and its protected resource, as a value with one synchronous transition.
///
/// Whoever holds it lets one request in at a time: everything is checked, then done, and nothing can come between.
public struct AuthorizationServer: Sendable {
  /// The issuer but for the path that the policy may add. An http URL,
  /// which only a server on loopback may use: decision D1.
  private let origin: Issuer
  public let profile: Profile
  public var directory: Directory
  public var policy: Policy
  /// Approves every authorization request at once in this resource owner's name, as a mock server does; nil asks.
  public var approvesAs: String?
  public internal(set) var state = ServerState()
  /// What fails next, because somebody wants to see what a client makes of it.
  public var breakdowns = Breakdowns()
  /// The checks of the profile, in its order.
  let rules: RuleLists
  var signingKeys: SigningKeys
  var random: RandomSource

  /// - Parameter signingKeys: makes the keys that sign tokens; none is made before it is needed.
  public init(
    issuer: Issuer, profile: Profile, directory: Directory, random: RandomSource,
    signingKeys: SigningKeys = SigningKeys { algorithm, _ in .generate(algorithm) }
  ) {
    origin = issuer
    self.profile = profile
    self.directory = directory.adding(profile.clients)
    rules = RuleLists(profile.orders)
    self.random = random
    self.signingKeys = signingKeys
    policy = profile.policy
  }

  /// Another server with everything that this one knows: clients, codes, tokens, sessions, keys, and the chance to
  /// come. Its policy is the profile's own.
  public func recast(as profile: Profile) -> AuthorizationServer {
    var other = AuthorizationServer(
      issuer: origin, profile: profile, directory: directory, random: random, signingKeys: signingKeys)
    (other.state, other.approvesAs, other.breakdowns) = (state, approvesAs, breakdowns)
    return other
  }

  /// Answers one request at one instant. Never fails: what is refused is answered, too.
  public mutating func respond(to request: RequestMessage, at now: Instant) -> Answer {
    state.sweep(at: now)
    guard policy.serverEnabled else { return share(answerSwitchedOff(request), with: request) }
    if let answer = answerPreflight(request, at: now) { return share(answer, with: request) }
    let answer = breakdowns.isPending ? answerBreakingDown(request, at: now) : answer(request, at: now)
    if let refusal = answer.decision.refusal { noteGuess(refusal, at: now) }
    return share(answer, with: request)
  }

  mutating func answer(_ request: RequestMessage, at now: Instant) -> Answer {
    switch endpoint(of: request) {
    case .authorization: return answerAuthorizationRequest(request, at: now)
    case .login: return answerLogin(request, at: now)
    case .consent: return answerConsent(request, at: now)
    case .token: return answerTokenRequest(request, at: now)
    case .me: return answerResourceRequest(request, at: now)
    case .introspection: return answerIntrospection(request, at: now)
    case .revocation: return answerRevocation(request, at: now)
    case .pushedAuthorizationRequest: return answerPushedRequest(request, at: now)
    case .deviceAuthorization: return answerDeviceAuthorization(request, at: now)
    case .device: return answerUserCode(request, at: now)
    case .deviceLogin: return answerDeviceLogin(request, at: now)
    case .deviceConsent: return answerDeviceConsent(request, at: now)
    case .registration: return answerRegistration(request, at: now)
    case .metadata: return answerMetadataRequest(request, as: .metadata, at: now)
    case .openIDConfiguration where isOffered(.openIDConfiguration):
      return answerMetadataRequest(request, as: .openIDConfiguration, at: now)
    case .keys where isOffered(.keys): return answerKeysRequest(request, at: now)
    case .tokenInformation: return answerTokenInformation(request, at: now)
    case .endSession: return answerEndSession(request, at: now)
    case .openIDConfiguration, .keys, nil: return answerUnknownPath(request, at: now)
    }
  }

  /// RFC 8414 §2.
  public var issuer: Issuer { policy.issuerPath.isEmpty ? origin : Issuer(origin.text + policy.issuerPath) }

  /// The absolute URL of an endpoint.
  public func url(of endpoint: Endpoint) -> String { origin.text + path(of: endpoint) }

  /// The same as one client finds it, where every client has its own.
  public func url(of endpoint: Endpoint, for client: ClientIdentifier) -> String {
    origin.text + EndpointPaths.filled(path(of: endpoint), for: client.text)
  }

  /// Whether the profile has this endpoint.
  public func offers(_ endpoint: Endpoint) -> Bool { profile.paths.offers(endpoint) }

  public func path(of endpoint: Endpoint) -> String {
    profile.paths.path(of: endpoint, issuerPath: policy.issuerPath)
  }

  /// The endpoint to which a request goes; nil where there is none.
  public func endpoint(of request: RequestMessage) -> Endpoint? {
    profile.paths.endpoint(of: request, issuerPath: policy.issuerPath)
  }

  /// What is known of an authorization code, by its value.
  public func authorizationCode(_ value: String) -> AuthorizationCode? {
    state.authorizationCodes[TokenDigest(value)]
  }

  /// Whether and why the grant behind a code or token was revoked.
  public func revocation(of grant: Grant.Number) -> Revocation? { state.grants[grant]?.revocation }

  /// Whether and why an access token ended before its time: by itself, or with its grant.
  public func revocation(of token: AccessToken) -> Revocation? {
    token.revocation ?? revocation(of: token.grant).flatMap { $0.reachesAccessTokens ? $0 : nil }
  }

  /// Whether and why a refresh token ended before its time: with its grant, or since another one took its place.
  public func revocation(of token: RefreshToken, at now: Instant) -> Revocation? {
    if let revocation = revocation(of: token.grant) { return revocation }
    guard let rotatedAt = token.rotatedAt, !policy.accepts(replacedAgo: now - rotatedAt) else { return nil }
    return Revocation(reason: .refreshTokenRotated, at: rotatedAt, reachesAccessTokens: false)
  }

  /// A revocation of a grant, as far as the policy lets it reach now.
  func revocation(_ reason: Revocation.Reason, at now: Instant) -> Revocation {
    Revocation(reason: reason, at: now, reachesAccessTokens: policy.accessTokenRevocation)
  }

  /// A client by its identifier, whether it was configured or has registered itself.
  public func client(_ identifier: ClientIdentifier) -> RegisteredClient? {
    directory.client(identifier) ?? state.registeredClients[identifier]
  }

  /// The scope tokens that this server has a use for. Some list `openid` without OpenID Connect.
  var offeredScope: Scope {
    guard policy.offeredScope.isEmpty else { return policy.offeredScope }
    return policy.openIDConnect || policy.plainOpenIDScope
      ? directory.scopes : directory.scopes.subtracting("openid")
  }
}
