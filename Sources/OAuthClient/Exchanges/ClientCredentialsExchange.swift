import HTTPTypes
public import OAuth

/// Access token request of a client in its own name, and its response. RFC 6749 §4.4.
extension OAuthClient {
  /// The request of a client that acts for nobody else; often another one than that which signs people in.
  public func clientCredentialsDraft(as credentials: ClientCredentials, scope: Scope) -> RequestDraft {
    var form: Parameters = [.grantType: GrantType.clientCredentials.text]
    let fields = credentials.authenticate(&form)
    if !scope.isEmpty { form.append(.scope, scope.description) }
    return RequestDraft(.post, reading: configuration.endpoints.token, fields: fields, body: .form(form))
  }

  /// Judges the response. Its token is the one in use from then on; nobody signed in, so there is nothing to refresh.
  /// RFC 6749 §4.4.3.
  public mutating func judge(
    clientCredentialsResponse message: ResponseMessage, asked scope: Scope, at instant: Instant
  ) -> Judgement {
    var answer = TokenAnswer(message: message, asked: scope, at: instant)
    var judgement = Judgement()
    judgement.examine(&answer, by: TokenAnswer.rules, in: self)
    if judgement.refusal == nil, let token = answer.accessToken {
      accessToken = ReceivedAccessToken(
        token: token, scope: answer.scope ?? scope, receivedAt: instant, expiresIn: answer.expiresIn)
      (refreshToken, idToken, grantedScope) = (answer.refreshToken, nil, nil)
    }
    return judgement
  }
}
