import OAuth

/// The orders of a profile as the rules to run.
struct RuleLists: Sendable {
  let authorization: [Rule<AuthorizationExamination>]
  let resourceOwner: [Rule<AuthorizationExamination>]
  let token: [Rule<TokenExamination>]
  let authorizationCode: [Rule<TokenExamination>]
  let refreshToken: [Rule<TokenExamination>]
  let clientCredentials: [Rule<TokenExamination>]
  let password: [Rule<TokenExamination>]
  let deviceCode: [Rule<TokenExamination>]
  let revocation: [Rule<TokenManagementExamination>]
  let introspection: [Rule<TokenManagementExamination>]
  let resource: [Rule<ResourceExamination>]
  let tokenInformation: [Rule<ResourceExamination>]
  let endSession: [Rule<ResourceExamination>]
  let metadata: [Rule<HeadExamination>]
  let resourceIndicators: [Rule<AuthorizationExamination>]
  let resourceIndicatorsAtToken: [Rule<TokenExamination>]

  static let strict = RuleLists(.strict)

  init(_ orders: Orders) {
    authorization = AuthorizationEndpoint.order.arranged(orders, .authorization)
    resourceOwner = AuthorizationEndpoint.resourceOwner.arranged(orders, .resourceOwner)
    token = TokenEndpoint.client.arranged(orders, .token, TokenEndpoint.all)
    authorizationCode = TokenEndpoint.authorizationCode.arranged(orders, .authorizationCode, TokenEndpoint.all)
    refreshToken = TokenEndpoint.refreshToken.arranged(orders, .refreshToken, TokenEndpoint.all)
    clientCredentials = TokenEndpoint.clientCredentials.arranged(orders, .clientCredentials, TokenEndpoint.all)
    password = TokenEndpoint.password.arranged(orders, .password, TokenEndpoint.all)
    deviceCode = TokenEndpoint.deviceCode.arranged(orders, .deviceCode, TokenEndpoint.all)
    revocation = RevocationEndpoint.order.arranged(orders, .revocation, RevocationEndpoint.further)
    introspection = IntrospectionEndpoint.caller.arranged(orders, .introspection)
    resource = ResourceEndpoint.order.arranged(orders, .resource, ResourceEndpoint.further)
    tokenInformation = ResourceEndpoint.tokenInformation.arranged(
      orders, .tokenInformation, ResourceEndpoint.order + ResourceEndpoint.further)
    endSession = EndSessionEndpoint.order.arranged(
      orders, .endSession, ResourceEndpoint.order + ResourceEndpoint.further)
    metadata = MetadataEndpoint.order.arranged(orders, .metadata, MetadataEndpoint.further)
    resourceIndicators = AuthorizationEndpoint.audience.arranged(orders, .resourceIndicators)
    resourceIndicatorsAtToken = TokenEndpoint.audience.arranged(orders, .resourceIndicatorsAtToken)
  }

  /// The rules of a grant; where none is known yet, those of the grant that nearly everybody means.
  func rules(of grant: GrantType?) -> [Rule<TokenExamination>] {
    switch grant {
    case .refreshToken?: refreshToken
    case .clientCredentials?: clientCredentials
    case .password?: password
    case .deviceCode?: deviceCode
    default: authorizationCode
    }
  }

  /// A client that speaks for itself was granted nothing before, nor was one that was told a password.
  func audience(of grant: GrantType?) -> [Rule<TokenExamination>] {
    let isNew = grant == .clientCredentials || grant == .password
    return resourceIndicatorsAtToken.filter { $0.check != .resourceWithinGrant || !isNew }
  }

  func checks(of part: Orders.Part) -> [Check] {
    switch part {
    case .authorization: authorization.map(\.check)
    case .resourceOwner: resourceOwner.map(\.check)
    case .token: token.map(\.check)
    case .authorizationCode: authorizationCode.map(\.check)
    case .refreshToken: refreshToken.map(\.check)
    case .clientCredentials: clientCredentials.map(\.check)
    case .password: password.map(\.check)
    case .deviceCode: deviceCode.map(\.check)
    case .revocation: revocation.map(\.check)
    case .introspection: introspection.map(\.check)
    case .resource: resource.map(\.check)
    case .tokenInformation: tokenInformation.map(\.check)
    case .endSession: endSession.map(\.check)
    case .metadata: metadata.map(\.check)
    case .resourceIndicators: resourceIndicators.map(\.check)
    case .resourceIndicatorsAtToken: resourceIndicatorsAtToken.map(\.check)
    }
  }
}

extension Array {
  /// These rules, or those that a profile names in their place: of these, and of others that the endpoint has.
  fileprivate func arranged<Subject>(
    _ orders: Orders, _ part: Orders.Part, _ others: [Rule<Subject>] = []
  ) -> [Rule<Subject>] where Element == Rule<Subject>, Subject.Check == Check {
    guard let named = orders.own(part) else { return self }
    return named.map { check in
      guard let rule = (self + others).first(where: { $0.check == check }) else {
        preconditionFailure("\(part) has no check \(check)")
      }
      return rule
    }
  }
}
