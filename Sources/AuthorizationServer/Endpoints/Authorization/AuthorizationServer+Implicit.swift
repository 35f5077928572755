import HTTPTypes
import OAuth

/// The implicit grant, for servers that still have it. RFC 6749 §4.2; RFC 9700 §2.1.2 advises against it.
extension AuthorizationServer {
  /// The token response in the fragment of the redirection URI, and state in front of it as with a code.
  mutating func respondWithTokens(
    of number: Grant.Number, for request: AuthorizationRequest, to signIn: SignIn, scope: Scope, at now: Instant,
    recording decision: inout Decision
  ) -> ResponseMessage {
    let grant = TokenGrant(
      number: number, client: request.client, resourceOwner: signIn.username, scope: scope)
    let response = issueTokens(grant, scope: scope, for: request.resources, at: now, recording: &decision)
    let style = profile.dialect.style
    var query = Parameters()
    query.append(.state, ifPresent: request.redirection.state)
    let uri = request.redirection.uri.text
    let location = FormEncoding.append(
      members(of: response),
      asFragmentTo: query.elements.isEmpty
        ? uri : FormEncoding.append(query, to: uri, style.successQuery), style.successQuery)
    return ResponseMessage(
      status: style.redirectStatus, fields: style.redirectFields.merging([.location: location]))
  }

  /// The members of the token response as parameters; null is none.
  private func members(of response: TokenResponse) -> Parameters {
    let json = profile.dialect.answers.json(
      response, to: nil, refreshTokenLifetime: policy.refreshTokenLifetime, sessionState: nil)
    guard case .object(let members) = json else { return Parameters() }
    return Parameters(
      members.compactMap { member in
        member.value == .null ? nil : .init(.init(member.name), member.value.string ?? member.value.text)
      })
  }
}
