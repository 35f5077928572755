import HTTPTypes
import OAuth

/// The client registration endpoint. RFC 7591 §3.
enum RegistrationEndpoint {
  static let order: [Rule<RegistrationExamination>] = [
    .hostOwn,
    .methodAllowed(.post),
    .registrationOffered,
    .initialAccessTokenValid,
    .mediaTypeJSON,
    .clientMetadataReadable,
    .clientMetadataWellFormed,
    .authenticationMethodSupported,
    .grantTypesConsistent,
    .redirectionURIsRegistrable,
    .scopeRegistrable,
    .idTokenAlgorithmSupported,
  ]
}

extension AuthorizationServer {
  mutating func answerRegistration(_ request: RequestMessage, at now: Instant) -> Answer {
    var examination = RegistrationExamination(request: request)
    var decision = decide(&examination, by: RegistrationEndpoint.order, at: .registration, now)
    if let refusal = decision.refusal {
      return Answer(response: refuse(refusal, in: examination.situation(at: .registration)), decision: decision)
    }
    let client = register(examination, at: now)
    decision.changes.append(.clientRegistered(client.identifier))
    return Answer(
      response: grant(registration(of: client, at: now), at: .registration, status: .created), decision: decision)
  }

  /// The identifier is ours to choose: one that a client chose could look like another client or a user.
  /// RFC 9700 §4.15.1.
  private mutating func register(_ examination: RegistrationExamination, at now: Instant) -> RegisteredClient {
    let method = established(examination.method, by: .authenticationMethodSupported)
    let metadata = established(examination.metadata, by: .clientMetadataWellFormed)
    guard let identifier = ClientIdentifier(random.token(octets: 16)) else {
      preconditionFailure("base64url is visible ASCII")
    }
    var client = RegisteredClient(
      identifier: identifier, type: method == .none ? .public : .confidential,
      secret: method == .none ? nil : random.token(), authenticationMethods: [method],
      grants: established(examination.grants, by: .grantTypesConsistent),
      redirectionURIs: established(examination.redirectionURIs, by: .redirectionURIsRegistrable),
      scope: established(examination.scope, by: .scopeRegistrable), name: metadata.name)
    client.requiresPushedAuthorizationRequests = metadata.requiresPushedAuthorizationRequests ?? false
    client.idTokenAlgorithm = established(examination.idTokenAlgorithm, by: .idTokenAlgorithmSupported)
    client.description = metadata.description
    client.isSelfRegistered = true
    state.register(client, at: now)
    return client
  }

  /// Everything that was registered, which may be less than what was sent. RFC 7591 §3.2.1.
  private func registration(of client: RegisteredClient, at now: Instant) -> JSON {
    var members: [JSON.Member] = [
      .init("client_id", .string(client.identifier.text)),
      .init("client_id_issued_at", .integer(now.secondsSince1970)),
    ]
    if let secret = client.secret {
      members += [.init("client_secret", .string(secret)), .init("client_secret_expires_at", 0)]
    }
    let responseTypes: [JSON] = client.grants.contains(.authorizationCode) ? [.string(ResponseType.code.text)] : []
    members += [
      .init("client_name", .string(client.name)),
      .init("redirect_uris", .array(client.redirectionURIs.map { .string($0.text) })),
      .init("token_endpoint_auth_method", .string(client.authenticationMethods[0].rawValue)),
      .init("grant_types", .array(client.grants.map { .string($0.text) })),
      .init("response_types", .array(responseTypes)),
      .init("scope", .string(client.scope.description)),
    ]
    if client.requiresPushedAuthorizationRequests {
      members.append(.init("require_pushed_authorization_requests", true))
    }
    if policy.openIDConnect, client.scope.contains("openid") {
      members.append(.init("id_token_signed_response_alg", .string(client.idTokenAlgorithm.rawValue)))
    }
    return .object(members + client.description)
  }
}
