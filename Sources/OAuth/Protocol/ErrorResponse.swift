/// An error as it stands on the wire, wherever it travels: in JSON, in a redirect or in a challenge.
/// RFC 6749 §4.1.2.1, §5.2.
public struct ErrorResponse: Equatable, Sendable {
  public var code: ErrorCode
  public var description: String?
  public var uri: String?

  public init(code: ErrorCode, description: String? = nil, uri: String? = nil) {
    self.code = code
    self.description = description
    self.uri = uri
  }

  public var json: JSON {
    .object(parameters.elements.map { JSON.Member($0.name.text, .string($0.value)) })
  }

  /// The form in which the error travels in an authorization response. RFC 6749 §4.1.2.1.
  public var parameters: Parameters {
    var parameters: Parameters = [.error: code.text]
    parameters.append(.errorDescription, ifPresent: description)
    parameters.append(.errorURI, ifPresent: uri)
    return parameters
  }
}

/// Each is nil where no error is told.
extension ErrorResponse {
  private init?(_ value: (ParameterName) -> String?) {
    guard let code = value(.error) else { return nil }
    self.init(code: ErrorCode(code), description: value(.errorDescription), uri: value(.errorURI))
  }

  /// RFC 6749 §5.2.
  public init?(_ json: JSON) {
    self.init { json[$0.text]?.string }
  }

  /// RFC 6749 §4.1.2.1.
  public init?(_ parameters: Parameters) {
    self.init { parameters[$0] }
  }

  /// RFC 6750 §3.
  public init?(_ challenge: Challenge) {
    self.init { challenge[$0] }
  }
}

extension ResponseMessage {
  /// The error that a JSON body tells, whatever its Content-Type says.
  public var errorInBody: ErrorResponse? { (try? JSON(parsing: body)).flatMap { ErrorResponse($0) } }
}
