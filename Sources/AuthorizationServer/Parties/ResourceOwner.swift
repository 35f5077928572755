import Crypto
public import OAuth

/// Somebody who can sign in and decide. RFC 6749 §1.1.
public struct ResourceOwner: Equatable, Sendable {
  public var username: String
  public var password: String
  /// The `sub` of every answer about this owner; never given to another.
  public var subject: String
  /// What the protected resource tells about the owner, each claim under the scope token that opens it.
  public var claims: [Claim]

  public struct Claim: Equatable, Sendable {
    public var name: String
    public var value: JSON
    public var scope: String

    public init(_ name: String, _ value: JSON, scope: String) {
      self.name = name
      self.value = value
      self.scope = scope
    }
  }

  public init(username: String, password: String, subject: String? = nil, claims: [Claim] = []) {
    self.username = username
    self.password = password
    self.subject = subject ?? Self.subject(of: username)
    self.claims = claims
  }

  /// At most 255 ASCII characters, and never reassigned: the username, or a hash of one that does not fit.
  /// OpenID Connect Core §2.
  private static func subject(of username: String) -> String {
    canBeSubject(username) ? username : Base64URL.encode(SHA256.hash(data: Array(username.utf8)))
  }

  public static func canBeSubject(_ text: String) -> Bool {
    (1...255).contains(text.utf8.count) && text.utf8.allSatisfy(\.isVisibleASCII)
  }

  /// The claims that a scope opens, `sub` first. OpenID Connect Core §5.4.
  public func claims(openedBy scope: Scope) -> [JSON.Member] {
    [JSON.Member("sub", .string(subject))]
      + claims.filter { scope.contains($0.scope) }.map { JSON.Member($0.name, $0.value) }
  }
}
