import HTTPTypes
public import OAuth

/// Request for the server's public keys, and its response. RFC 7517 §5, OpenID Connect Core §10.1.
extension OAuthClient {
  /// Whether the client will want to examine a signature and has no key to do it with.
  public var lacksKeys: Bool { configuration.expectsIDToken && keys == nil }

  /// Whether a token response holds an ID token that is said to be signed by a key the client has not got: after a
  /// server has replaced its keys, they have to be fetched once more. OpenID Connect Core §10.1.1.
  public func lacksKey(for response: ResponseMessage) -> Bool {
    guard configuration.expectsIDToken, let body = try? JSON(parsing: response.body),
      let token = body[ParameterName.idToken.text]?.string.flatMap(JSONWebSignature.init(parsing:))
    else { return false }
    return if case .key = token.fault(against: keys ?? JSONWebKeySet([])) { true } else { false }
  }

  public func keysDraft() -> RequestDraft { RequestDraft(.get, reading: configuration.endpoints.keys) }

  /// Judges the server's key set, which replaces the one before when every check passed.
  public mutating func judge(keysResponse message: ResponseMessage) -> Judgement {
    var answer = KeysAnswer(message: message)
    var judgement = Judgement()
    judgement.examine(&answer, by: KeysAnswer.rules, in: self)
    if judgement.refusal == nil { keys = answer.keys }
    return judgement
  }
}

/// A response with a key set and what the rules have established about it.
private struct KeysAnswer: ResponseExamination {
  typealias Context = OAuthClient

  let message: ResponseMessage
  var keys: JSONWebKeySet?

  init(message: ResponseMessage) {
    self.message = message
  }

  static let rules: [Rule<KeysAnswer>] = [
    Rule(.keySetReceived, readStatus),
    Rule(.keySetReadable, readKeys),
  ]

  private static func readStatus(_ answer: inout KeysAnswer, _ client: OAuthClient) throws(ClientRefusal) -> Finding {
    let status = answer.message.head.status.code
    guard status == 200 else { throw .keySetRefused(status: status) }
    return Finding(expected: "200", found: "200")
  }

  /// Keys of a kind that the client does not know are left out. RFC 7517 §5.
  private static func readKeys(_ answer: inout KeysAnswer, _ client: OAuthClient) throws(ClientRefusal) -> Finding {
    guard let json = try? JSON(parsing: answer.message.body), let keys = JSONWebKeySet(json: json) else {
      throw .keySetUnreadable
    }
    answer.keys = keys
    let names = keys.keys.map { "\($0.algorithm.rawValue) \($0.identifier ?? "without a name")" }
    return .found("\(names.isEmpty ? "no key that we can use" : names.joined(separator: ", "))")
  }
}
