/// A bearer token in its header syntax, `b64token`. RFC 6750 §2.1.
public struct BearerToken: Hashable, Sendable, CustomStringConvertible {
  public let text: String

  /// Nil unless the text is one or more of `A-Z a-z 0-9 - . _ ~ + /` and then any number of `=`.
  public init?(_ text: String) {
    let body = text.utf8.prefix { $0 != UInt8(ascii: "=") }
    guard !body.isEmpty, body.allSatisfy({ PercentCoding.isUnreserved($0) || "+/".utf8.contains($0) }),
      text.utf8.dropFirst(body.count).allSatisfy({ $0 == UInt8(ascii: "=") })
    else { return nil }
    self.text = text
  }

  public var description: String { text }

  public var headerValue: String { "Bearer \(text)" }
}
