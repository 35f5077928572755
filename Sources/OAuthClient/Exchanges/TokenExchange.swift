import HTTPTypes
public import OAuth

/// Access token request with an authorization code, and its response. RFC 6749 §4.1.3, §4.1.4.
extension OAuthClient {
  /// The request that redeems `code`, or the received code where none is named.
  ///
  /// What the client does not have yet is sent with an empty value, so that a stage can be tried out of order.
  public func tokenDraft(code: String? = nil) -> RequestDraft {
    var form: Parameters = [
      .grantType: GrantType.authorizationCode.text,
      .code: code ?? receivedCode ?? "",
      .redirectURI: attempt?.redirectionURI ?? configuration.redirectionURI,
    ]
    let fields = configuration.credentials.authenticate(&form)
    form.append(.codeVerifier, attempt?.codeVerifier.text ?? "")
    return RequestDraft(.post, reading: configuration.endpoints.token, fields: fields, body: .form(form))
  }

  /// Judges a response of the token endpoint. Tokens replace those before only when every check passed.
  public mutating func judge(tokenResponse message: ResponseMessage, at instant: Instant) -> Judgement {
    var answer = TokenAnswer(message: message, at: instant)
    var judgement = Judgement()
    judgement.examine(&answer, by: TokenAnswer.rules, in: self)
    if answer.owesIDToken(to: self) { judgement.examine(&answer, by: TokenAnswer.idTokenRules, in: self) }
    if judgement.refusal == nil, let token = answer.accessToken {
      let scope = answer.scope ?? configuration.scope
      accessToken = ReceivedAccessToken(
        token: token, scope: scope, receivedAt: instant, expiresIn: answer.expiresIn)
      grantedScope = scope
      refreshToken = answer.refreshToken
      idToken = answer.idToken
    }
    return judgement
  }
}
