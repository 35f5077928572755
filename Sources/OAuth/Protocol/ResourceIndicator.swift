/// A value of `resource`: the address of a resource server for which a token shall be,
/// compared octet by octet. RFC 8707 §2.
public struct ResourceIndicator: Hashable, Sendable, CustomStringConvertible {
  public let text: String

  /// An absolute URI without a fragment, as a redirection URI is.
  public init(_ text: String) throws(RedirectionURI.Fault) {
    self.text = try RedirectionURI(text).text
  }

  public var description: String { text }
}
