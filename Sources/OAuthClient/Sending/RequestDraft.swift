public import HTTPTypes
public import OAuth

/// A request as parts that can still be edited, before it becomes a message.
public struct RequestDraft: Equatable, Sendable {
  public enum Body: Equatable, Sendable {
    case none
    case form(Parameters)
    case raw([UInt8])
  }

  public var method: HTTPRequest.Method
  /// Host and port to send to: `127.0.0.1:8414`.
  public var authority: String
  /// Path of the endpoint, with the query that the endpoint's own URL has, octet for octet. RFC 6749 §3.1.
  public var path: String
  /// Added to the path's own query.
  public var query: Parameters
  public var fields: HTTPFields
  public var body: Body

  /// - Parameter url: an absolute URL; a text without `://` is taken for a path, without an authority.
  public init(
    _ method: HTTPRequest.Method, reading url: String, query: Parameters = Parameters(), fields: HTTPFields = [:],
    body: Body = .none
  ) {
    self.method = method
    (authority, path) = Self.split(url)
    self.query = query
    self.fields = fields
    self.body = body
  }

  /// The request as it would be sent. What was set in `fields` is left alone, however wrong; Content-Type and
  /// Content-Length are added where they are missing, and Host counts as the authority.
  public func message() -> RequestMessage {
    let target = query.elements.isEmpty ? path : FormEncoding.append(query, to: path)
    let (octets, mediaType) = content
    var fields = fields
    if let mediaType, !fields.contains(.contentType) { fields[.contentType] = mediaType }
    if let octets, !fields.contains(.contentLength) { fields[.contentLength] = String(octets.count) }
    let host = fields.first { $0.name.canonicalName == "host" }?.value
    return RequestMessage(
      head: HTTPRequest(
        method: method, scheme: "http", authority: host ?? authority, path: target, headerFields: fields),
      body: octets ?? [])
  }

  private var content: (octets: [UInt8]?, mediaType: String?) {
    switch body {
    case .none: (nil, nil)
    case .form(let parameters):
      (Array(FormEncoding.encode(parameters).utf8), MediaType.form)
    case .raw(let octets): (octets, nil)
    }
  }

  /// Authority and the rest, on octets: Foundation's URL types repair what they read.
  private static func split(_ url: String) -> (authority: String, path: String) {
    let octets = Array(url.utf8)
    let mark = Array("://".utf8)
    guard let colon = octets.firstIndex(of: mark[0]), octets[colon...].starts(with: mark) else { return ("", url) }
    let rest = octets[(colon + mark.count)...]
    let authority = rest.prefix { $0 != UInt8(ascii: "/") && $0 != UInt8(ascii: "?") }
    let path = String(decoding: rest.dropFirst(authority.count), as: UTF8.self)
    return (String(decoding: authority, as: UTF8.self), path.utf8.first == UInt8(ascii: "/") ? path : "/" + path)
  }
}
