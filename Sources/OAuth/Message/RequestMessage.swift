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
    guard let scheme = target.range(of: "://"), !target.hasPrefix("/") else { return target }
    let path = target[scheme.upperBound...].utf8.drop { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    return (path.first == UInt8(ascii: "/") ? "" : "/") + String(decoding: path, as: UTF8.self)
  }

  /// Whom the request is for: what Host says, or the target where it is in the absolute form, for which Host does not
  /// count. RFC 9112 §3.2.2.
  public var authority: String? {
    guard let target = head.path, !target.hasPrefix("/"), let scheme = target.range(of: "://") else {
      return head.authority
    }
    let authority = target[scheme.upperBound...].utf8.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    return String(decoding: authority, as: UTF8.self)
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

extension String {
  /// The range of the first occurrence of a short ASCII text; Foundation's own needs all of Foundation.
  fileprivate func range(of text: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].utf8.starts(with: text.utf8) {
        return start..<utf8.index(start, offsetBy: text.utf8.count)
      }
      start = utf8.index(after: start)
    }
    return nil
  }
}
