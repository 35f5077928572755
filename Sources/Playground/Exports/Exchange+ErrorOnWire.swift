import HTTPTypes
import OAuth
import OAuthClient

extension Exchange {
  /// The error code that stood on the wire: in the authorization response, in the JSON body, or in the challenge.
  public var wireError: String? { errorOnWire?.code.text }

  var errorOnWire: ErrorResponse? {
    if receiver == .client { return request.flatMap { Self.error(in: $0.authorizationResponse) } }
    if let location = response.head.headerFields[.location] {
      return Self.error(in: Array(location.utf8.drop { $0 != UInt8(ascii: "?") }.dropFirst()))
    }
    if response.mediaType == MediaType.json, let error = response.errorInBody { return error }
    let challenges = response.head.headerFields[values: .wwwAuthenticate].flatMap { Challenge.list(parsing: $0) ?? [] }
    return challenges.lazy.compactMap { ErrorResponse($0) }.first
  }

  private static func error(in form: [UInt8]) -> ErrorResponse? {
    (try? FormEncoding.parse(form)).flatMap { ErrorResponse($0) }
  }
}
