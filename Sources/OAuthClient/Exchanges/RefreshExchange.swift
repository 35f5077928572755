import HTTPTypes
public import OAuth

/// Access token request with a refresh token, and its response. RFC 6749 §6.
extension OAuthClient {
  /// The request that uses the refresh token; an empty one where there is none, so that the stage can be tried.
  public func refreshDraft() -> RequestDraft {
    var form: Parameters = [.grantType: GrantType.refreshToken.text, .refreshToken: refreshToken ?? ""]
    let fields = configuration.credentials.authenticate(&form)
    return RequestDraft(.post, reading: configuration.endpoints.token, fields: fields, body: .form(form))
  }

  /// Judges a response of the token endpoint to a refresh token. A server that rotates sends a new refresh token, and
  /// the old one is thrown away; one that does not leaves it out, and the old one stays good. RFC 6749 §6.
  public mutating func judge(refreshResponse message: ResponseMessage, at instant: Instant) -> Judgement {
    var answer = TokenAnswer(message: message, at: instant)
    var judgement = Judgement()
    judgement.examine(&answer, by: TokenAnswer.rules + [TokenAnswer.refreshedScope], in: self)
    if answer.json[ParameterName.idToken.text] != nil, configuration.expectsIDToken {
      judgement.examine(&answer, by: TokenAnswer.refreshedIDTokenRules, in: self)
    }
    if judgement.refusal == nil, let token = answer.accessToken {
      accessToken = ReceivedAccessToken(
        token: token, scope: answer.scope ?? grantedScope ?? configuration.scope, receivedAt: instant,
        expiresIn: answer.expiresIn)
      refreshToken = answer.refreshToken ?? refreshToken
      idToken = answer.idToken ?? idToken
    }
    return judgement
  }
}

extension TokenAnswer {
  /// RFC 6749 §6: the scope must not include any that the resource owner had not granted.
  static let refreshedScope = Rule<TokenAnswer>(.refreshedScopeGranted) { answer, client throws(ClientRefusal) in
    guard let granted = client.grantedScope else { return .found("no grant of ours to compare with") }
    guard let scope = answer.scope else {
      return Finding(expected: "\(granted)", found: "no scope: the same as before")
    }
    guard scope.isSubset(of: granted) else { throw .refreshedScopeWider(scope, granted: granted) }
    return Finding(expected: "\(granted) at most", found: "\(scope)")
  }
}
