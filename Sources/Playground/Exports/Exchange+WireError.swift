import HTTPTypes
import OAuth
import OAuthClient

/// An error as it stood on the wire.
struct WireError: Equatable, Sendable {
  let code: String
  let description: String?

  fileprivate init?(_ parameters: Parameters?) {
    guard let parameters, let code = parameters[.error] else { return nil }
    self.code = code
    description = parameters[.errorDescription]
  }

  fileprivate init?(_ json: JSON?) {
    guard let code = json?[ParameterName.error.text]?.string else { return nil }
    self.code = code
    description = json?[ParameterName.errorDescription.text]?.string
  }

  fileprivate init?(_ challenge: Challenge) {
    guard let code = challenge[.error] else { return nil }
    self.code = code
    description = challenge[.errorDescription]
  }
}

extension Exchange {
  /// The error code that stood on the wire: in the authorization response, in the JSON body, or in the challenge.
  public var wireError: String? { errorOnWire?.code }

  var errorOnWire: WireError? {
    if receiver == .client { return request.flatMap { WireError(try? FormEncoding.parse($0.authorizationResponse)) } }
    if let location = response.head.headerFields[.location] {
      let query = Array(location.utf8.drop { $0 != UInt8(ascii: "?") }.dropFirst())
      return WireError(try? FormEncoding.parse(query))
    }
    if response.mediaType == MediaType.json, let error = WireError(try? JSON(parsing: response.body)) {
      return error
    }
    let challenges = response.head.headerFields[values: .wwwAuthenticate].flatMap { Challenge.list(parsing: $0) ?? [] }
    return challenges.lazy.compactMap { WireError($0) }.first
  }
}
