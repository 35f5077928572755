import OAuth

/// An authorization request under examination. RFC 6749 §4.1.1.
struct AuthorizationExamination: ScopeExamination, ClientExamination, AudienceExamination {
  let request: RequestMessage
  var parameters = Parameters()
  /// Who says to be the client where the request is pushed; a browser proves nothing. RFC 9126 §2.1.
  var basic: BasicCredentials?
  var claim: ClientClaim?
  /// The request that `request_uri` names; its parameters are the ones that count then.
  var pushed: PushedRequest?
  var client: RegisteredClient?
  var proven: ClientIdentifier?
  /// The URI as sent, well formed; nil where it was left out.
  var redirectionURISent: RedirectionURI?
  /// From here on, and only from here on, errors go to the client.
  var redirection: Redirection?
  /// Whether tokens are asked for, and no code. RFC 6749 §4.2.1.
  var asksForToken = false
  var scope: Scope?
  var challengeMethod: CodeChallengeMethod?
  var challenge: CodeChallenge?
  var authentication = AuthenticationRequest()
  var resources: [ResourceIndicator] = []
  /// Who is signed in, fit for this request; nil where somebody must sign in first.
  var signIn: SignIn?
  /// Whether nothing need be asked before the code is issued.
  var isAllowed = false

  init(_ request: RequestMessage) {
    self.request = request
  }

  static let definedParameters: Set<ParameterName> = [
    .responseType, .clientID, .redirectURI, .scope, .state, .codeChallenge, .codeChallengeMethod, .responseMode,
    .request, .requestURI, .nonce, .prompt, .maxAge, .idTokenHint, .loginHint, .registration,
    .clientSecret,
  ]

  static func readsInQuery(_ name: ParameterName, _ policy: Policy) -> Bool { policy.decoding.readsQueryBesideForm }

  static func queryComesFirst(_ name: ParameterName) -> Bool { name != .scope }

  /// A state of 0 goes back to the client all the same, where it is not required.
  static let testedForTruth = definedParameters.subtracting([.state, .clientSecret])

  /// The request, once every rule has passed it.
  var validated: AuthorizationRequest {
    var authentication = authentication
    authentication.loginHint = parameters[.loginHint].flatMap { hint in
      hint.utf8.count <= ServerLimits.loginHintOctets ? hint : nil
    }
    return AuthorizationRequest(
      client: established(client, by: .clientRegistered).identifier,
      redirection: established(redirection, by: .redirectionURIRegistered),
      scope: established(scope, by: .scopeAllowed),
      challenge: challenge.map { .init(challenge: $0, method: challengeMethod) },
      authentication: authentication, resources: resources, asksForToken: asksForToken)
  }
}
