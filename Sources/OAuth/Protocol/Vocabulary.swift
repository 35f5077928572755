/// A value of `grant_type`. RFC 6749 §4.1.3, §4.4.2, §6.
public struct GrantType: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
  public let text: String
  public init(_ text: String) { self.text = text }
  public init(stringLiteral value: String) { self.init(value) }
  public var description: String { text }

  public static let authorizationCode = GrantType("authorization_code")
  public static let refreshToken = GrantType("refresh_token")
  public static let clientCredentials = GrantType("client_credentials")
  /// RFC 6749 §4.3; RFC 9700 §2.4 forbids it.
  public static let password = GrantType("password")
  public static let deviceCode = GrantType("urn:ietf:params:oauth:grant-type:device_code")
}

/// A value of `response_type`. RFC 6749 §3.1.1.
public struct ResponseType: Hashable, Sendable, CustomStringConvertible {
  public let text: String
  public init(_ text: String) { self.text = text }
  public var description: String { text }

  public static let code = ResponseType("code")
}

/// How the parameters of an authorization response travel. OAuth 2.0 Multiple Response Type Encoding Practices §2.1.
public enum ResponseMode: String, Sendable, CaseIterable {
  case query
  case fragment
  /// OAuth 2.0 Form Post Response Mode §2.
  case formPost = "form_post"
}

/// How a client proves who it is at the token endpoint. RFC 6749 §2.3; the names are those of RFC 7591 §2.
public enum ClientAuthenticationMethod: String, Sendable, CaseIterable {
  case clientSecretBasic = "client_secret_basic"
  case clientSecretPost = "client_secret_post"
  case none
}

/// Whether a client can keep a secret. RFC 6749 §2.1.
public enum ClientType: String, Sendable, CaseIterable {
  case confidential
  case `public`
  case resourceServer = "resource-server"
}

/// A client identifier: visible ASCII, so that two that look alike are alike. RFC 6749 §2.2, appendix A.1.
public struct ClientIdentifier: Hashable, Sendable, CustomStringConvertible {
  public let text: String

  /// Nil when a character is not `VSCHAR`, or when there is none.
  public init?(_ text: String) {
    guard !text.isEmpty, text.utf8.allSatisfy(\.isVisibleASCII) else { return nil }
    self.text = text
  }

  public var description: String { text }
}

/// The authorization server's identifier. RFC 8414 §2.
public struct Issuer: Hashable, Sendable, CustomStringConvertible {
  public let text: String

  public init(_ text: String) {
    self.text = text
  }

  public var description: String { text }
}
