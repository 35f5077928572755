import HTTPTypes
public import OAuth

/// Question about a token, and its answer. RFC 7662 §2.
extension ResourceServer {
  /// - Parameter token: the access token that somebody has shown; an empty one is sent as such.
  public func introspectionDraft(of token: String) -> RequestDraft {
    var form: Parameters = [.token: token]
    form.append(.tokenTypeHint, ParameterName.accessToken.text)
    let fields = credentials.authenticate(&form)
    return RequestDraft(.post, reading: introspectionEndpoint, fields: fields, body: .form(form))
  }

  /// Judges the answer: whether it can be read, and then whether the token is any good.
  public func judge(introspectionResponse message: ResponseMessage, at instant: Instant) -> Judgement {
    var answer = IntrospectionAnswer(message: message, now: instant.secondsSince1970)
    var judgement = Judgement()
    judgement.examine(&answer, by: IntrospectionAnswer.rules, in: self)
    return judgement
  }
}

/// An answer of the introspection endpoint and what the rules have established about it.
private struct IntrospectionAnswer: ResponseExamination {
  typealias Context = ResourceServer

  let message: ResponseMessage
  let now: Int64
  var json = JSON.null
  var isActive = false

  init(message: ResponseMessage, now: Int64) {
    self.message = message
    self.now = now
  }

  static let rules: [Rule<IntrospectionAnswer>] = [
    Rule(.introspectionSuccessful, readStatus),
    Rule(.introspectionReadable, readActive),
    Rule(.tokenActive, refuseInactive),
    Rule(.activeTokenNotExpired, compareExpiry),
  ]

  /// RFC 7662 §2.3.
  private static func readStatus(
    _ answer: inout IntrospectionAnswer, _ server: ResourceServer
  ) throws(ClientRefusal) -> Finding {
    let status = answer.message.head.status.code
    guard status != 200 else { return Finding(expected: "200", found: "200") }
    let error = answer.message.errorInBody
    throw .introspectionRefused(status: status, error?.code, description: error?.description)
  }

  /// The one member that has to be there. RFC 7662 §2.2.
  private static func readActive(
    _ answer: inout IntrospectionAnswer, _ server: ResourceServer
  ) throws(ClientRefusal) -> Finding {
    let json = (try? JSON(parsing: answer.message.body)) ?? .null
    guard let active = json["active"]?.bool else { throw .introspectionUnreadable(active: json["active"]) }
    answer.json = json
    answer.isActive = active
    return Finding(expected: "active, true or false", found: "active: \(active)")
  }

  /// Why a token is not active is not said: whoever asks could learn from it. RFC 7662 §2.2.
  private static func refuseInactive(
    _ answer: inout IntrospectionAnswer, _ server: ResourceServer
  ) throws(ClientRefusal) -> Finding {
    guard answer.isActive else { throw .tokenInactive }
    let owner = answer.json["username"]?.string ?? answer.json["sub"]?.string ?? "nobody named"
    let client = answer.json["client_id"]?.string ?? "no client named"
    return Finding(expected: "true", found: "true: \(owner), by \(client)")
  }

  /// An answer that was kept too long says active of what is not any more. RFC 7662 §4.
  private static func compareExpiry(
    _ answer: inout IntrospectionAnswer, _ server: ResourceServer
  ) throws(ClientRefusal) -> Finding {
    guard let member = answer.json["exp"] else { return .found("no exp") }
    guard let end = member.integer, answer.now < end else { throw .activeTokenExpired(member, now: answer.now) }
    return Finding(expected: "after \(answer.now)", found: "\(end)")
  }
}
