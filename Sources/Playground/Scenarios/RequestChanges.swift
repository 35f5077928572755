public import OAuth

/// What a step changes in the right request.
public struct RequestChanges: Equatable, Sendable {
  public struct Change: Equatable, Sendable {
    public let name: String
    /// Nil removes it.
    public let value: Template?
  }

  public let parameters: [Change]
  public let headers: [Change]

  var title: String {
    (parameters + headers).map { ", \($0.value == nil ? "without" : "other") \($0.name)" }.joined()
  }
}

/// What the resource owner types and presses.
public struct ConsentChoice: Equatable, Sendable {
  public let username: String
  /// Nil is the right one.
  public let password: String?
  /// `allow` or `deny`; anything else is sent as it is.
  public let decision: String
  /// The boxes to tick; nil leaves them as the page has them.
  public let scope: Scope?
}
