import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Terminal

/// What a message carries that matters: codes, tokens, proofs. By name; a code or token also by its beginning.
struct Cargo: Equatable {
  let name: String
  /// The beginning of a code or token.
  let beginning: String?

  var text: String { beginning.map { "\(name) \($0)" } ?? name }

  /// In the order in which they are named, where there is little room for them.
  private static let names: [ParameterName] = [
    .code, .refreshToken, .token, .deviceCode, .requestURI, .accessToken, .idToken, .error, .state, .codeChallenge,
    .codeVerifier, .clientSecret, .password, .idTokenHint, .userCode, .nonce,
  ]

  private static let shownByBeginning: Set<ParameterName> = [.code, .refreshToken, .token, .accessToken]

  static func of(_ request: RequestMessage) -> [Cargo] {
    let form = request.head.headerFields[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true
    let parameters =
      FormEncoding.readable(request.query).elements + (form ? FormEncoding.readable(request.body).elements : [])
    return credentials(request.head.headerFields[.authorization]) + of(parameters.map { ($0.name, $0.value) })
  }

  /// What a redirect or a JSON body carries.
  static func of(_ response: ResponseMessage) -> [Cargo] {
    if let location = response.head.headerFields[.location] {
      let parts = location.utf8.split(whereSeparator: { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") })
      return of(parts.dropFirst().flatMap { FormEncoding.readable($0).elements }.map { ($0.name, $0.value) })
    }
    guard response.head.headerFields[.contentType]?.hasPrefix("application/json") == true,
      let json = try? JSON(parsing: response.body)
    else { return [] }
    return of(names.compactMap { name in json[name.text]?.string.map { (name, $0) } })
  }

  private static func of(_ parameters: [(name: ParameterName, value: String)]) -> [Cargo] {
    names.flatMap { name in
      parameters.filter { $0.name == name }.map { parameter in
        shownByBeginning.contains(name) && !parameter.value.isEmpty
          ? Cargo(name: name.text, beginning: Evidence.shorten(parameter.value))
          : Cargo(name: name.text, beginning: nil)
      }
    }
  }

  private static func credentials(_ field: String?) -> [Cargo] {
    guard let field = field.map(AuthorizationField.init) else { return [] }
    guard field.isBearer else { return [Cargo(name: "\(field.scheme) credentials", beginning: nil)] }
    return [Cargo(name: "token", beginning: Evidence.shorten(field.credentials))]
  }
}
