import OAuth

extension Profile {
  /// The checks that each endpoint makes here, in their order; those of all grants for the token endpoint. Those that are
  /// made everywhere are not among them.
  public var checks: [Endpoint: [Check]] {
    let lists = RuleLists(orders)
    let places = Endpoint.allCases.map { ($0, $0.parts.flatMap(lists.checks) + $0.commonChecks) }
    return Dictionary(uniqueKeysWithValues: places)
  }
}

extension Endpoint {
  /// What a profile orders of it.
  fileprivate var parts: [Orders.Part] {
    switch self {
    case .authorization: [.authorization, .resourceOwner]
    case .token: [.token, .authorizationCode, .refreshToken, .clientCredentials, .password, .deviceCode]
    case .me: [.resource]
    case .revocation: [.token, .revocation]
    case .introspection: [.introspection]
    case .tokenInformation: [.tokenInformation]
    case .endSession: [.endSession]
    case .metadata, .openIDConfiguration: [.metadata]
    case .login, .consent, .keys, .pushedAuthorizationRequest, .deviceAuthorization, .device, .deviceLogin,
      .deviceConsent, .registration:
      []
    }
  }

  /// Those that no profile orders.
  fileprivate var commonChecks: [Check] {
    switch self {
    case .authorization: AuthorizationEndpoint.audience.map(\.check)
    case .token: TokenEndpoint.audience.map(\.check)
    case .introspection: IntrospectionEndpoint.token.map(\.check)
    case .login: (LoginEndpoint.page + LoginEndpoint.order).map(\.check)
    case .consent: ConsentEndpoint.decision.map(\.check)
    case .deviceAuthorization: (DeviceAuthorizationEndpoint.order + DeviceAuthorizationEndpoint.audience).map(\.check)
    case .device: DevicePageEndpoint.code.map(\.check)
    case .deviceLogin: DeviceDecisionEndpoint.login.map(\.check)
    case .deviceConsent: DeviceDecisionEndpoint.decision.map(\.check)
    case .pushedAuthorizationRequest: PushedRequestEndpoint.order.map(\.check)
    case .registration: RegistrationEndpoint.order.map(\.check)
    case .me, .revocation, .tokenInformation, .metadata, .openIDConfiguration, .keys, .endSession: []
    }
  }
}

extension Check {
  /// Those that are made wherever a request goes.
  public static let everywhere: [Check] = [.serverEnabled, .storeAvailable, .endpointKnown, .hostOwn, .originAllowed]
}
