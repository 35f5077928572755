/// The stages of the authorization code grant, in their order.
public enum Stage: String, Sendable, CaseIterable, Comparable {
  /// The user agent opens the authorization request and gets a page.
  case authorize
  /// The resource owner signs in and decides; the client receives the code.
  case code
  /// The client redeems the code.
  case token
  /// The client calls the protected resource.
  case me

  public var number: Int { (Self.allCases.firstIndex(of: self) ?? 0) + 1 }

  public static func < (left: Stage, right: Stage) -> Bool { left.number < right.number }

  public var next: Stage? { Self.allCases.first { $0 > self } }

  public var previous: Stage? { Self.allCases.last { $0 < self } }
}
