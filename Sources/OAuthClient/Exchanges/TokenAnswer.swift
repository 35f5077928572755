import HTTPTypes
import OAuth

/// A response of the token endpoint and what the rules have established about it.
struct TokenAnswer: ResponseExamination {
  typealias Context = OAuthClient

  let message: ResponseMessage
  /// What the request asked for, where it was not what the client always asks for.
  let asked: Scope?
  let arrived: Instant
  var json = JSON.null
  var tokenText = ""
  var accessToken: BearerToken?
  var expiresIn: Int64?
  var refreshToken: String?
  var scope: Scope?
  var idToken: JSONWebSignature?

  init(message: ResponseMessage, asked: Scope? = nil, at instant: Instant) {
    self.message = message
    self.asked = asked
    arrived = instant
  }

  static let rules: [Rule<TokenAnswer>] = [
    Rule(.tokenResponseSuccessful, readStatus),
    Rule(.tokenResponseMediaTypeJSON, readMediaType),
    Rule(.tokenResponseObject, readObject),
    Rule(.accessTokenReceived, readAccessToken),
    Rule(.tokenTypeBearer, readTokenType),
    Rule(.accessTokenUsable, checkTokenGrammar),
    Rule(.lifetimeNumeric, readLifetime),
    Rule(.refreshTokenUsable, readRefreshToken),
    Rule(.grantedScopeReadable, readScope),
  ]

  /// A member that is there and is not null: some servers write `"scope":null` for one they leave out.
  func member(_ name: ParameterName) -> JSON? {
    json[name.text].flatMap { $0 == .null ? nil : $0 }
  }

  /// RFC 6749 §5.1; any other status should hold an error. RFC 6749 §5.2.
  private static func readStatus(_ answer: inout TokenAnswer, _ client: OAuthClient) throws(ClientRefusal) -> Finding {
    let status = answer.message.head.status.code
    guard status != 200 else { return Finding(expected: "200", found: "200") }
    guard let error = answer.message.errorInBody else { throw .tokenResponseUnreadable(status: status) }
    throw .tokenErrorReceived(status: status, error.code, description: error.description)
  }

  /// RFC 6749 §5.1.
  private static func readMediaType(
    _ answer: inout TokenAnswer, _ client: OAuthClient
  ) throws(ClientRefusal) -> Finding {
    let mediaType = answer.message.mediaType
    guard let mediaType, mediaType.hasSameOctets(as: MediaType.json) else {
      throw .tokenResponseMediaTypeWrong(mediaType)
    }
    return Finding(expected: "\(MediaType.json)", found: "\(mediaType)")
  }

  /// RFC 6749 §5.1, RFC 8259.
  private static func readObject(_ answer: inout TokenAnswer, _ client: OAuthClient) throws(ClientRefusal) -> Finding {
    do throws(JSON.Fault) {
      answer.json = try JSON(parsing: answer.message.body)
    } catch {
      throw .tokenResponseNotJSON(error)
    }
    guard case .object(let members) = answer.json else { throw .tokenResponseNotObject(answer.json) }
    return .found("the members \(members.map(\.name).joined(separator: ", "))")
  }

  /// RFC 6749 §5.1.
  private static func readAccessToken(
    _ answer: inout TokenAnswer, _ client: OAuthClient
  ) throws(ClientRefusal) -> Finding {
    let member = answer.json[ParameterName.accessToken.text]
    guard let text = member?.string, !text.isEmpty else { throw .accessTokenMissing(found: member) }
    answer.tokenText = text
    return .found("\(secret: text)")
  }

  /// RFC 6749 §5.1 makes it case-insensitive; §7.1 forbids to use a token of a type one does not understand.
  private static func readTokenType(
    _ answer: inout TokenAnswer, _ client: OAuthClient
  ) throws(ClientRefusal) -> Finding {
    let member = answer.json[ParameterName.tokenType.text]
    guard let type = member?.string, !type.isEmpty else { throw .tokenTypeMissing(found: member) }
    guard type.asciiLowercased.hasSameOctets(as: "bearer") else { throw .tokenTypeUnsupported(type) }
    return Finding(expected: "Bearer", found: "\(type)")
  }

  /// RFC 6750 §2.1: a token outside this grammar could not travel in the header, or would break out of it.
  private static func checkTokenGrammar(
    _ answer: inout TokenAnswer, _ client: OAuthClient
  ) throws(ClientRefusal) -> Finding {
    guard let token = BearerToken(answer.tokenText) else { throw .accessTokenMalformed(answer.tokenText) }
    answer.accessToken = token
    return .found("\(token.text.utf8.count) characters")
  }

  /// RFC 6749 §5.1, appendix A.14: whole seconds, not a string of them.
  private static func readLifetime(
    _ answer: inout TokenAnswer, _ client: OAuthClient
  ) throws(ClientRefusal) -> Finding {
    guard let member = answer.member(.expiresIn) else { return .found("no expires_in") }
    let seconds: Int64? =
      switch member {
      case .integer(let number): number
      case .decimal(let number): Int64(exactly: number.rounded(.down))
      default: nil
      }
    guard let seconds, seconds >= 0 else { throw .lifetimeNotNumeric(member) }
    answer.expiresIn = seconds
    return Finding(expected: "a number of seconds", found: "\(seconds) s")
  }

  /// RFC 6749 §5.1; a response need not hold one.
  private static func readRefreshToken(
    _ answer: inout TokenAnswer, _ client: OAuthClient
  ) throws(ClientRefusal) -> Finding {
    guard let member = answer.member(.refreshToken) else { return .found("no refresh_token") }
    guard let text = member.string, !text.isEmpty else { throw .refreshTokenNotString(member) }
    answer.refreshToken = text
    return .found("\(secret: text)")
  }

  /// RFC 6749 §3.3: the server may grant less or more than was asked, and then has to say so; a client takes note.
  private static func readScope(_ answer: inout TokenAnswer, _ client: OAuthClient) throws(ClientRefusal) -> Finding {
    let asked = answer.asked ?? client.configuration.scope
    guard let member = answer.member(.scope) else {
      return Finding(expected: "\(asked)", found: "no scope: what was asked for was granted")
    }
    guard let text = member.string else { throw .grantedScopeNotString(member) }
    // The empty string is no scope by the grammar, yet the only way in which a server can say "nothing".
    if text.isEmpty {
      answer.scope = Scope()
    } else {
      do throws(Scope.Fault) {
        answer.scope = try Scope(parsing: text)
      } catch {
        throw .grantedScopeMalformed(text, error)
      }
    }
    return comparison(of: answer.scope ?? Scope(), with: asked)
  }

  private static func comparison(of granted: Scope, with asked: Scope) -> Finding {
    let note =
      switch (granted.isSubset(of: asked), asked.isSubset(of: granted)) {
      case (true, true): "as asked"
      case (true, false): "narrower than asked, without \(asked.subtracting(granted))"
      case (false, true): "wider than asked, with \(granted.subtracting(asked))"
      case (false, false):
        "other than asked, without \(asked.subtracting(granted)), with \(granted.subtracting(asked))"
      }
    return Finding(expected: "\(asked)", found: "\(granted.isEmpty ? "nothing" : granted.description) (\(note))")
  }
}
