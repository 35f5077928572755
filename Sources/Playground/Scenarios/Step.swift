public import AuthorizationServer
import OAuth

/// One step of a scenario.
public struct Step: Equatable, Sendable {
  public enum Action: Equatable, Sendable {
    /// The right request of a stage, with changes. The code stage has ``consent(_:)`` instead.
    case request(Stage, RequestChanges)
    case consent(ConsentChoice)
    /// A client asks for a token in its own name.
    case clientCredentials(RequestChanges)
    /// A request as text, sent to the authorization server as it is.
    case raw(Template)
    /// Several requests at the same instant: those of stages that take one, client credentials, and raw ones.
    case together([Action])
    /// Moves the server's clock.
    case advance(Duration)
    /// Changes switches of the server's policy.
    case policy([PolicySetting])
    /// Something goes wrong from now on; nil switches everything off.
    case interference(InterferenceSetting?)
    /// Puts everything back to where it was before a step, counted from 1, that sent a request.
    case rewind(to: Int)
  }

  public let action: Action
  /// One, or for several requests at once one for each answer, in whatever order they come; none where nothing is said.
  public let expectations: [ProfiledExpectation]
  /// The names of the profiles under which it is taken; nil for all.
  public let profiles: [String]?
  /// Where it stands in its file, counted from 1.
  public let line: Int

  /// The stage that the step goes through; nil for those that belong to none.
  public var stage: Stage? {
    switch action {
    case .request(let stage, _): stage
    case .consent: .code
    case .clientCredentials, .raw, .together, .advance, .policy, .interference, .rewind: nil
    }
  }

  init(action: Action, expectations: [ProfiledExpectation], under profiles: [String]? = nil, line: Int) {
    self.action = action
    self.expectations = expectations
    self.profiles = profiles
    self.line = line
  }

  /// The step in a few words: `consent, as alice, allow`.
  public var title: String { action.title }
}

extension [Step] {
  /// The steps that are taken under a profile. A step to go back to is counted among these; the reader has made sure
  /// that it is taken under every profile.
  func taken(under profile: String) -> [Step] {
    let taken = indices.filter { self[$0].profiles?.contains(profile) != false }
    return taken.map { index in
      guard case .rewind(let number) = self[index].action, let place = taken.firstIndex(of: number - 1) else {
        return self[index]
      }
      let step = self[index]
      return Step(
        action: .rewind(to: place + 1), expectations: step.expectations, under: step.profiles, line: step.line)
    }
  }
}

extension Step.Action {
  /// Whether it sends a request: only then can something be expected of it, and can it be gone back to.
  var sendsRequests: Bool {
    switch self {
    case .request, .consent, .clientCredentials, .raw, .together: true
    case .advance, .policy, .interference, .rewind: false
    }
  }

  public var title: String {
    switch self {
    case .request(let stage, let changes): stage.rawValue + changes.title
    case .consent(let choice): "consent, as \(choice.username), \(choice.decision)"
    case .clientCredentials(let changes): "client-credentials" + changes.title
    case .raw: "raw request"
    case .together(let actions): "together: " + actions.map(\.title).joined(separator: " | ")
    case .advance(let duration): "advance \(duration.plainSeconds)"
    case .policy(let settings): "policy, " + settings.map { "\($0.name): \($0.value.text)" }.joined(separator: ", ")
    case .interference(let setting): "interference, " + (setting?.words ?? "none any more")
    case .rewind(let step): "rewind to before step \(step)"
    }
  }
}
