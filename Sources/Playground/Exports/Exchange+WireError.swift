import HTTPTypes
import OAuth

extension Exchange {
  /// The error code that stood on the wire: in the authorization response, in the JSON body, or in the challenge.
  public var wireError: String? {
    if receiver == .client { return request.flatMap { Self.error(inQuery: $0.query) } }
    if let location = response.head.headerFields[.location] {
      return Self.error(inQuery: Array(location.utf8.drop { $0 != UInt8(ascii: "?") }.dropFirst()))
    }
    if response.mediaType == "application/json",
      let error = (try? JSON(parsing: response.body))?[ParameterName.error.text]?.string
    {
      return error
    }
    let challenges = response.head.headerFields[values: .wwwAuthenticate].flatMap { Challenge.list(parsing: $0) ?? [] }
    return challenges.lazy.compactMap { $0[.error] }.first
  }

  private static func error(inQuery query: [UInt8]) -> String? {
    (try? FormEncoding.parse(query))?[.error]
  }
}
