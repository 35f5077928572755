/// A resource server that was handed a token and asks the authorization server what it is worth.
/// RFC 6749 §1.1, RFC 7662.
public struct ResourceServer: Equatable, Sendable {
  public var credentials: ClientCredentials
  /// An absolute URL.
  public var introspectionEndpoint: String

  public init(credentials: ClientCredentials, introspectionEndpoint: String) {
    self.credentials = credentials
    self.introspectionEndpoint = introspectionEndpoint
  }
}
