import HTTPTypes
public import OAuth

/// Request to the protected resource and its answer. RFC 6749 §7, RFC 6750 §2.1.
extension OAuthClient {
  /// The request with the access token in its header; without a token only the scheme stands there.
  public func resourceDraft() -> RequestDraft {
    RequestDraft(
      .get, reading: configuration.endpoints.resource,
      fields: [.authorization: accessToken?.token.headerValue ?? "Bearer"])
  }

  /// Judges an answer of the protected resource, which is kept only when every check passed.
  public mutating func judge(resourceResponse message: ResponseMessage) -> Judgement {
    var answer = ResourceAnswer(message: message)
    var judgement = Judgement()
    judgement.examine(&answer, by: ResourceAnswer.rules, in: self)
    if judgement.refusal == nil { resource = answer.json }
    return judgement
  }
}

/// An answer of the protected resource and what the rules have established about it.
private struct ResourceAnswer: ResponseExamination {
  typealias Context = OAuthClient

  let message: ResponseMessage
  var json = JSON.null

  init(message: ResponseMessage) {
    self.message = message
  }

  static let rules: [Rule<ResourceAnswer>] = [
    Rule(.resourceResponseSuccessful, readStatus),
    Rule(.resourceResponseObject, readObject),
    Rule(.subjectReceived, readSubject),
  ]

  /// RFC 6750 §3: a refusal says why in its challenge, and nothing where no token was sent.
  private static func readStatus(
    _ answer: inout ResourceAnswer, _ client: OAuthClient
  ) throws(ClientRefusal) -> Finding {
    let status = answer.message.head.status.code
    guard status != 200 else { return Finding(expected: "200", found: "200") }
    let error = answer.message.bearerChallenge.flatMap { ErrorResponse($0) }
    throw .resourceRefused(status: status, error?.code, description: error?.description)
  }

  /// RFC 8259; OpenID Connect Core §5.3.2.
  private static func readObject(
    _ answer: inout ResourceAnswer, _ client: OAuthClient
  ) throws(ClientRefusal) -> Finding {
    do throws(JSON.Fault) {
      answer.json = try JSON(parsing: answer.message.body)
    } catch {
      throw .resourceResponseNotJSON(error)
    }
    guard case .object(let members) = answer.json else { throw .resourceResponseNotObject(answer.json) }
    return .found("the members \(members.map(\.name).joined(separator: ", "))")
  }

  /// OpenID Connect Core §5.3.2: without it nobody knows whose the other claims are. Servers of their own kind call it
  /// otherwise.
  private static func readSubject(
    _ answer: inout ResourceAnswer, _ client: OAuthClient
  ) throws(ClientRefusal) -> Finding {
    let member = answer.json[client.configuration.subjectMember]
    guard let subject = member?.string, !subject.isEmpty else { throw .subjectMissing(found: member) }
    return .found("\(subject)")
  }
}

extension ResponseMessage {
  /// The first challenge of the Bearer scheme; a field that cannot be read does not hide those of another.
  fileprivate var bearerChallenge: Challenge? {
    head.headerFields[values: .wwwAuthenticate].lazy
      .flatMap { Challenge.list(parsing: $0) ?? [] }
      .first { $0.scheme.asciiLowercased.hasSameOctets(as: "bearer") }
  }
}
