public import HTTPTypes

/// An HTTP request as a party of the protocol sees it: head and body octets.
public struct RequestMessage: Equatable, Sendable {
  public var head: HTTPRequest
  public var body: [UInt8]

  public init(head: HTTPRequest, body: [UInt8] = []) {
    self.head = head
    self.body = body
  }

  /// The request target up to the `?`.
  public var path: String { String(decoding: target.utf8.prefix { $0 != UInt8(ascii: "?") }, as: UTF8.self) }

  /// The octets after the first `?`; empty where there is none.
  public var query: [UInt8] {
    guard let mark = target.utf8.firstIndex(of: UInt8(ascii: "?")) else { return [] }
    return Array(target.utf8[mark...].dropFirst())
  }

  /// The request target as sent; for the absolute form, what follows the authority. RFC 9112 §3.2.
  public var target: String {
    let target = head.path ?? "/"
    guard let authority = Self.authorityAndRest(of: target) else { return target }
    let path = authority.drop { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    return (path.first == UInt8(ascii: "/") ? "" : "/") + String(decoding: path, as: UTF8.self)
  }

  /// Whom the request is for: what Host says, or the target where it is in the absolute form, for which Host does not
  /// count. RFC 9112 §3.2.2.
  public var authority: String? {
    guard let authority = Self.authorityAndRest(of: head.path ?? "/") else { return head.authority }
    return String(decoding: authority.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }, as: UTF8.self)
  }

  /// What follows the scheme of a target in the absolute form; nil for the origin form.
  private static func authorityAndRest(of target: String) -> Substring.UTF8View? {
    guard !target.utf8.starts(with: "/".utf8), let mark = target.utf8.firstRange(of: "://".utf8) else { return nil }
    return target.utf8[mark.upperBound...]
  }

  /// The media type without parameters, in lower case. RFC 9110 §8.3.1.
  public var mediaType: String? { head.headerFields.mediaType }

  /// A form posted to `path` of an authority such as `127.0.0.1:8414`.
  public static func form(
    _ parameters: Parameters, to path: String, authority: String, fields: HTTPFields = [:]
  ) -> RequestMessage {
    let body = Array(FormEncoding.encode(parameters).utf8)
    var fields = fields
    fields[.contentType] = MediaType.form
    fields[.contentLength] = String(body.count)
    return RequestMessage(
      head: HTTPRequest(method: .post, scheme: "http", authority: authority, path: path, headerFields: fields),
      body: body)
  }

  /// A GET of `target`.
  public static func get(_ target: String, authority: String, fields: HTTPFields = [:]) -> RequestMessage {
    RequestMessage(
      head: HTTPRequest(method: .get, scheme: "http", authority: authority, path: target, headerFields: fields))
  }
}

extension HTTPFields {
  /// What Content-Type says before its parameters, in lower case. RFC 9110 §8.3.1.
  var mediaType: String? {
    self[.contentType].map { value in
      let type = value.utf8.prefix { $0 != UInt8(ascii: ";") }
      let words = type.split { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      return words.map { String(decoding: $0, as: UTF8.self).asciiLowercased }.joined(separator: " ")
    }
  }
}
