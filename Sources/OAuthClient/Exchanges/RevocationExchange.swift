import HTTPTypes
public import OAuth

/// Request to end a token, and its response. RFC 7009 §2.
extension OAuthClient {
  /// Ends the refresh token, and the grant with it; the access token where there is no other.
  ///
  /// The client keeps what it had, so that one can see what a revoked token is worth.
  public func revocationDraft() -> RequestDraft {
    var form = Parameters()
    form.append(.token, refreshToken ?? accessToken?.token.text ?? "")
    form.append(.tokenTypeHint, (refreshToken == nil ? ParameterName.accessToken : .refreshToken).text)
    let fields = configuration.credentials.authenticate(&form)
    return RequestDraft(.post, reading: configuration.endpoints.revocation, fields: fields, body: .form(form))
  }

  public func judge(revocationResponse message: ResponseMessage) -> Judgement {
    var answer = RevocationAnswer(message: message)
    var judgement = Judgement()
    judgement.examine(&answer, by: RevocationAnswer.rules, in: self)
    return judgement
  }
}

/// A response of the revocation endpoint. Its body says nothing. RFC 7009 §2.2.
private struct RevocationAnswer: ResponseExamination {
  typealias Context = OAuthClient

  let message: ResponseMessage

  static let rules: [Rule<RevocationAnswer>] = [Rule(.revocationSuccessful, readStatus)]

  /// 200 also for a token that nobody knows: it cannot be used either. RFC 7009 §2.2.
  private static func readStatus(
    _ answer: inout RevocationAnswer, _ client: OAuthClient
  ) throws(ClientRefusal) -> Finding {
    let status = answer.message.head.status.code
    guard status != 200 else { return Finding(expected: "200", found: "200") }
    let error = answer.message.errorInBody
    throw .revocationRefused(status: status, error?.code, description: error?.description)
  }
}
