/// The stages of a walk: those of the authorization code grant in their order,
/// and what can be done with its tokens then.
public enum Stage: String, Sendable, CaseIterable, Comparable {
  /// The user agent opens the authorization request and gets a page.
  case authorize
  /// The resource owner signs in and decides; the client receives the code.
  case code
  /// The client redeems the code.
  case token
  /// The client calls the protected resource.
  case me
  /// The client uses its refresh token.
  case refresh
  /// A resource server asks what the access token is worth.
  case introspect
  /// The client ends its token.
  case revoke

  /// The stages that lead from nothing to the protected resource.
  public static let grant: [Stage] = [.authorize, .code, .token, .me]

  public var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

  public static func < (left: Stage, right: Stage) -> Bool { left.number < right.number }

  public var next: Stage? { Self.allCases.first { $0 > self } }

  public var previous: Stage? { Self.allCases.last { $0 < self } }

  /// The stage to go on with when this one has gone well; nil where the learner chooses.
  var following: Stage? { Self.grant.first { $0 > self } }

  /// Whose request it is.
  public var sender: Sender {
    switch self {
    case .authorize, .code: .userAgent
    case .token, .me, .refresh, .revoke: .client
    case .introspect: .resourceServer
    }
  }
}
