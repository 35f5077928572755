public import HTTPTypes

/// An HTTP response as a party of the protocol sees it: head and body octets.
public struct ResponseMessage: Equatable, Sendable {
  public var head: HTTPResponse
  public var body: [UInt8]

  public init(status: HTTPResponse.Status, fields: HTTPFields = [:], body: [UInt8] = []) {
    head = HTTPResponse(status: status, headerFields: fields)
    self.body = body
  }

  /// The media type without parameters, in lower case. RFC 9110 §8.3.1.
  public var mediaType: String? { head.headerFields.mediaType }

  /// A JSON answer that no cache keeps and no browser guesses about. RFC 6749 §5.1.
  public static func json(
    _ value: JSON, status: HTTPResponse.Status = .ok, fields: HTTPFields = [:]
  ) -> ResponseMessage {
    var all = fields
    all[.contentType] = MediaType.json
    all[.xContentTypeOptions] = "nosniff"
    return ResponseMessage(status: status, fields: all, body: value.octets)
  }

  /// 303, so that the browser follows with GET and never repeats a password. RFC 9700 §4.12; decision D2.
  public static func seeOther(_ location: String, fields: HTTPFields = [:]) -> ResponseMessage {
    var all = fields
    all[.location] = location
    return ResponseMessage(status: .seeOther, fields: all)
  }
}

extension HTTPFields {
  /// Neither token nor credential nor page may be stored. RFC 6749 §5.1; `Pragma` was dropped by OAuth 2.1 but
  /// is still sent: decision D19.
  public static var noStore: HTTPFields { [.cacheControl: "no-store", .pragma: "no-cache"] }

  /// These fields with those of `other` in place of any of the same name, and always in the same order.
  public func merging(_ other: HTTPFields) -> HTTPFields {
    var (merged, seen) = (self, Set<HTTPField.Name>())
    for field in other where seen.insert(field.name).inserted { merged[values: field.name] = other[values: field.name] }
    return merged
  }
}

extension HTTPField.Name {
  public static let pragma = HTTPField.Name.known("Pragma")
  public static let referrerPolicy = HTTPField.Name.known("Referrer-Policy")
  public static let xFrameOptions = HTTPField.Name.known("X-Frame-Options")

  /// A name that is written in this source: a typing error is a fault of the program.
  private static func known(_ name: String) -> HTTPField.Name {
    guard let name = HTTPField.Name(name) else { preconditionFailure("\(name) is not a field name") }
    return name
  }
}
