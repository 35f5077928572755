public import AuthorizationServer
public import OAuth

/// One step of a scenario.
public struct Step: Equatable, Sendable {
  public enum Action: Equatable, Sendable {
    case authorize(RequestChanges)
    case consent(ConsentChoice)
    case token(RequestChanges)
    case me(RequestChanges)
    /// Moves the server's clock.
    case advance(Duration)
    /// Changes switches of the server's policy.
    case policy([PolicySetting])
    /// A request as text, sent to the authorization server as it is.
    case raw(Template)
  }

  public let action: Action
  public let expectation: Expectation?
  /// Where it stands in its file, counted from 1.
  public let line: Int

  /// The stage that the step goes through; nil for those that belong to none.
  public var stage: Stage? {
    switch action {
    case .authorize: .authorize
    case .consent: .code
    case .token: .token
    case .me: .me
    case .advance, .policy, .raw: nil
    }
  }

  /// The step in a few words: `consent, as alice, allow`.
  public var title: String {
    switch action {
    case .authorize(let changes): "authorize" + changes.title
    case .consent(let choice): "consent, as \(choice.username), \(choice.decision)"
    case .token(let changes): "token" + changes.title
    case .me(let changes): "me" + changes.title
    case .advance(let duration): "advance \(duration.plainSeconds)"
    case .policy(let settings): "policy, " + settings.map { "\($0.name): \($0.value.text)" }.joined(separator: ", ")
    case .raw: "raw request"
    }
  }
}

/// What a step changes in the right request.
public struct RequestChanges: Equatable, Sendable {
  public struct Change: Equatable, Sendable {
    public let name: String
    /// Nil removes it.
    public let value: Template?
  }

  public let parameters: [Change]
  public let headers: [Change]

  fileprivate var title: String {
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
