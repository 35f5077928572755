/// The value of a `WWW-Authenticate` header. RFC 9110 §11.6.1, RFC 6750 §3.
public struct Challenge: Equatable, Sendable {
  public var scheme: String
  public var attributes: [Parameters.Element]

  public init(scheme: String, attributes: [Parameters.Element]) {
    self.scheme = scheme
    self.attributes = attributes
  }

  /// RFC 6749 §5.2: the scheme that the client tried.
  public static func basic(realm: String) -> Challenge {
    Challenge(scheme: "Basic", attributes: [.init("realm", realm)])
  }

  /// Without an error where no token was sent. RFC 6750 §3.1.
  public static func bearer(
    realm: String, error: ErrorCode? = nil, description: String? = nil, scope: Scope? = nil,
    scopeFirst: Bool = false
  ) -> Challenge {
    var attributes: [Parameters.Element] = [.init("realm", realm)]
    if let scope, scopeFirst { attributes.append(.init(.scope, scope.description)) }
    if let error { attributes.append(.init(.error, error.text)) }
    if let description { attributes.append(.init(.errorDescription, description)) }
    if let scope, !scopeFirst { attributes.append(.init(.scope, scope.description)) }
    return Challenge(scheme: "Bearer", attributes: attributes)
  }

  public var headerValue: String {
    let attributes = attributes.map { "\($0.name)=\"\(Self.quotable($0.value))\"" }
    return "\(scheme) \(attributes.joined(separator: ", "))"
  }

  /// The same as servers write it that forget the quotes within quotes.
  public var unquotedHeaderValue: String {
    let attributes = attributes.map { "\($0.name)=\"\(String($0.value.unicodeScalars.filter { $0.value > 0x1F }))\"" }
    return "\(scheme) \(attributes.joined(separator: ", "))"
  }

  public subscript(name: ParameterName) -> String? { attributes.first { $0.name == name }?.value }

  /// Only what `error_description` may hold (RFC 6749 §5.2) can stand between quotes without an escape.
  private static func quotable(_ text: String) -> String {
    String(decoding: text.utf8.filter { (0x20...0x7E).contains($0) && $0 != 0x22 && $0 != 0x5C }, as: UTF8.self)
  }
}
