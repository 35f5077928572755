import HTTPTypes
import OAuth

/// A request about a token: to end it, or to know whether it is good. RFC 7009 §2.1, RFC 7662 §2.1.
struct TokenManagementExamination: ClientExamination {
  let request: RequestMessage
  var parameters = Parameters()
  var basic: BasicCredentials?
  var claim: ClientClaim?
  var client: RegisteredClient?
  var proven: ClientIdentifier?
  var token: ManagedToken?

  init(_ request: RequestMessage) {
    self.request = request
  }

  /// The hint is defined, but only a hint: the token is looked for everywhere. RFC 7009 §2.1.
  static let definedParameters: Set<ParameterName> = [.token, .tokenTypeHint, .clientID, .clientSecret]

  /// Who is asking: as at the token endpoint. RFC 7009 §2.1.
  static let caller: [Rule<TokenManagementExamination>] =
    [.hostOwn, .methodAllowed(.post), .mediaTypeForm] + clientAuthentication
}

/// A token of either type.
enum ManagedToken: Expiring {
  case access(AccessToken)
  case refresh(RefreshToken)

  var client: ClientIdentifier {
    switch self {
    case .access(let token): token.client
    case .refresh(let token): token.client
    }
  }

  var resourceOwner: String? {
    switch self {
    case .access(let token): token.resourceOwner
    case .refresh(let token): token.resourceOwner
    }
  }

  var grant: Grant.Number {
    switch self {
    case .access(let token): token.grant
    case .refresh(let token): token.grant
    }
  }

  var issuedAt: Instant {
    switch self {
    case .access(let token): token.issuedAt
    case .refresh(let token): token.issuedAt
    }
  }

  var lifetime: Duration {
    switch self {
    case .access(let token): token.lifetime
    case .refresh(let token): token.lifetime
    }
  }
}

extension AuthorizationServer {
  func managedToken(_ value: String) -> ManagedToken? {
    let digest = TokenDigest(value)
    return state.accessTokens[digest].map(ManagedToken.access) ?? state.refreshTokens[digest].map(ManagedToken.refresh)
  }
}

extension Rule where Subject == TokenManagementExamination {
  /// RFC 7009 §2.1, RFC 7662 §2.1.
  static var tokenPresent: Rule {
    Rule(.tokenPresent) { examination, circumstances throws(Refusal) in
      let takesEmpty = circumstances.policy.decoding.takesEmptyForSent
      let sent = takesEmpty ? examination.parameters.values(of: .token).last : examination.parameters[.token]
      guard let token = sent else { throw .tokenMissing }
      return .found("\(secret: token)")
    }
  }
}
