/// The order of a server's checks, as data: for each part of its work the checks it makes, and no others.
///
/// Strict lists its checks as rules in the endpoints' files.
/// A profile names what differs; a part it does not name is strict's.
public struct Orders: Equatable, Sendable {
  /// What has an order of its own.
  public enum Part: String, Sendable, CaseIterable {
    /// An authorization request, up to who is at the browser.
    case authorization
    /// What depends on who is at the browser.
    case resourceOwner
    /// A token request, until it is known which grant it means.
    case token
    case authorizationCode
    case refreshToken
    case clientCredentials
    /// The grant of a client that was told a password.
    case password
    case deviceCode
    case revocation
    /// Who introspects.
    case introspection
    case resource
    /// A token that introspects itself.
    case tokenInformation
    /// What a browser must bring that wants to sign out.
    case endSession
    case metadata
    /// What names other resource servers, in an authorization request and in a token request.
    case resourceIndicators
    case resourceIndicatorsAtToken
  }

  private var lists: [Part: [Check]]

  public init(_ lists: [Part: [Check]] = [:]) {
    self.lists = lists
  }

  public static let strict = Orders()

  /// The checks of a part, in their order.
  public subscript(part: Part) -> [Check] { lists[part] ?? RuleLists.strict.checks(of: part) }

  /// What the profile itself says about a part; nil where it is as in strict.
  func own(_ part: Part) -> [Check]? { lists[part] }

  /// These orders with some parts replaced.
  public func replacing(_ changes: [Part: [Check]]) -> Orders {
    Orders(lists.merging(changes) { $1 })
  }
}
