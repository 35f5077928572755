/// A value of the header field Authorization, taken apart. RFC 9110 §11.4, §11.6.2.
public struct AuthorizationField: Equatable, Sendable {
  /// As it was sent.
  public let scheme: String
  /// What stands behind the scheme and its spaces; empty where nothing does.
  public let credentials: String

  public init(_ value: String) {
    let scheme = value.utf8.prefix { $0 != UInt8(ascii: " ") }
    self.scheme = String(decoding: scheme, as: UTF8.self)
    credentials = String(
      decoding: value.utf8.dropFirst(scheme.count).drop { $0 == UInt8(ascii: " ") }, as: UTF8.self)
  }

  /// RFC 7617 §2. Schemes have no case: RFC 9110 §11.1.
  public var isBasic: Bool { scheme.asciiLowercased.hasSameOctets(as: "basic") }

  /// RFC 6750 §2.1.
  public var isBearer: Bool { scheme.asciiLowercased.hasSameOctets(as: "bearer") }
}
