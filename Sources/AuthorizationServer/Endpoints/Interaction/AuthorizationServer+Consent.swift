import OAuth

extension AuthorizationServer {
  /// Whether the policy lets a request pass without asking again.
  ///
  /// What somebody has allowed is remembered only for clients that prove who they are: anybody can send a request in
  /// the name of a public client. RFC 6749 §10.2, RFC 8252 §8.6.
  func isConsentNeedless(_ request: AuthorizationRequest, of username: String) -> Bool {
    guard !request.authentication.prompt.contains(.consent) else { return false }
    switch policy.consent {
    case .ask: return false
    case .remember:
      return client(request.client)?.type == .confidential
        && request.scope.isSubset(of: state.consent(of: username, to: request.client, at: request.resources))
    case .never: return true
    case .promptAllow:
      return request.authentication.saysAllowed
        && !state.consent(of: username, to: request.client, at: request.resources).isEmpty
    }
  }
}
