import HTTPTypes
public import OAuth

/// Authorization server metadata. RFC 8414 §3.
enum MetadataEndpoint {
  static let order: [Rule<HeadExamination>] = [.hostOwn, .methodAllowed(.get, .head)]

  /// What only other servers check.
  static let further: [Rule<HeadExamination>] = [.clientInPathRegistered]
}

extension Rule where Subject == HeadExamination {
  /// Where the path names a client, it must be there. No standard has this.
  static var clientInPathRegistered: Rule {
    Rule(.clientRegistered) { examination, circumstances throws(Refusal) in
      let (server, request) = (circumstances.server, examination.request)
      let named = server.endpoint(of: request).flatMap { server.profile.paths.client(in: request, of: $0) }
      guard let named else { return .found("the path names no client") }
      guard let client = ClientIdentifier(named).flatMap(server.client) else { throw .clientUnregistered(named) }
      return .found("\(client.identifier)")
    }
  }
}

extension AuthorizationServer {
  /// RFC 8414 §3 and OpenID Connect Discovery §4 have one document at two places, so that they cannot disagree.
  func answerMetadataRequest(_ request: RequestMessage, as endpoint: Endpoint, at now: Instant) -> Answer {
    var examination = HeadExamination(request: request)
    let decision = decide(&examination, by: rules.metadata, at: endpoint, now)
    let response =
      decision.refusal.map { refuse($0, in: examination.situation(at: endpoint)) }
      ?? grant(metadataDocument(for: request, at: endpoint), at: endpoint)
    return Answer(response: response, decision: decision)
  }

  /// The document of the standards, or that of a server that has its own.
  private func metadataDocument(for request: RequestMessage, at endpoint: Endpoint) -> JSON {
    guard let document = profile.dialect.answers.metadata else { return metadata.json }
    let client = profile.paths.client(in: request, of: endpoint)
    return document(MetadataView(issuer: issuer, client: client) { [self] in url(of: $0) })
  }

  /// What the server says about itself: from its configuration, never from a Host header. RFC 8414 §2.
  public var metadata: ServerMetadata {
    var metadata = ServerMetadata(
      issuer: issuer, authorizationEndpoint: url(of: .authorization), tokenEndpoint: url(of: .token),
      scopesSupported: offeredScope.tokens, responseTypesSupported: [.code],
      responseModesSupported: ResponseMode.allCases, grantTypesSupported: grantTypes,
      tokenEndpointAuthMethodsSupported: ClientAuthenticationMethod.allCases,
      codeChallengeMethodsSupported: policy.allowPlainPKCE ? [.s256, .plain] : [.s256],
      authorizationResponseIssParameterSupported: policy.issuerInResponse)
    metadata.keySetURL = publishesKeys ? url(of: .keys) : nil
    metadata.openID = policy.openIDConnect ? openIDMetadata : nil
    metadata.introspectionEndpoint = offered(.introspection)
    metadata.introspectionEndpointAuthMethodsSupported = [.clientSecretBasic, .clientSecretPost]
    metadata.revocationEndpoint = offered(.revocation)
    metadata.revocationEndpointAuthMethodsSupported = ClientAuthenticationMethod.allCases
    metadata.registrationEndpoint = policy.registration == .off ? nil : offered(.registration)
    metadata.deviceAuthorizationEndpoint = offered(.deviceAuthorization)
    metadata.pushedAuthorizationRequestEndpoint = offered(.pushedAuthorizationRequest)
    return metadata
  }

  private func offered(_ endpoint: Endpoint) -> String? {
    offers(endpoint) ? url(of: endpoint) : nil
  }

  private var openIDMetadata: OpenIDMetadata {
    var names = ["iss", "sub", "aud", "exp", "iat", "auth_time", "nonce", "at_hash"]
    for claim in directory.resourceOwners.flatMap(\.claims) where !names.contains(claim.name) {
      names.append(claim.name)
    }
    return OpenIDMetadata(
      userinfoEndpoint: url(of: .me), idTokenSigningAlgorithms: SigningAlgorithm.allCases, claims: names,
      prompts: Prompt.allCases)
  }
}
