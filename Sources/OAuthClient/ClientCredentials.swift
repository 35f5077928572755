public import HTTPTypes
public import OAuth

/// Who a party is to the authorization server, and how it proves it. RFC 6749 §2.3.
public struct ClientCredentials: Equatable, Sendable {
  public var identifier: ClientIdentifier
  /// Nil for a public client. RFC 6749 §2.1.
  public var secret: String?
  public var method: ClientAuthenticationMethod

  public init(identifier: ClientIdentifier, secret: String?, method: ClientAuthenticationMethod) {
    self.identifier = identifier
    self.secret = secret
    self.method = method
  }

  /// Writes them into a form, or into the fields that are given back. RFC 6749 §2.3.1; a public client only says who it
  /// is. RFC 6749 §3.2.1.
  public func authenticate(_ form: inout Parameters) -> HTTPFields {
    switch method {
    case .clientSecretBasic:
      return [.authorization: BasicCredentials(identifier: identifier.text, secret: secret ?? "").headerValue]
    case .clientSecretPost:
      form.append(.clientID, identifier.text)
      form.append(.clientSecret, secret ?? "")
    case .none:
      form.append(.clientID, identifier.text)
    }
    return [:]
  }
}
