extension Profile {
  /// The checks that an endpoint makes here, in their order; those of all grants for the token endpoint.
  public func checks(at endpoint: Endpoint) -> [Check] {
    let lists = RuleLists(orders)
    let parts: [Orders.Part] =
      switch endpoint {
      case .authorization: [.authorization, .resourceOwner]
      case .token: [.token, .authorizationCode, .refreshToken, .clientCredentials, .password, .deviceCode]
      case .me: [.resource]
      case .revocation: [.token, .revocation]
      case .introspection: [.introspection]
      case .tokenInformation: [.tokenInformation]
      case .metadata, .openIDConfiguration: [.metadata]
      case .login, .consent, .endSession, .keys, .pushedAuthorizationRequest, .deviceAuthorization, .device,
        .deviceLogin,
        .deviceConsent, .registration:
        []
      }
    return parts.flatMap(lists.checks)
  }
}
