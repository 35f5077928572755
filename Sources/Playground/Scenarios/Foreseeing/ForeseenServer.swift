import AuthorizationServer
import OAuth

/// A server as far as a file tells about it before anything is sent: how its policy stands at each step.
struct ForeseenServer {
  let profile: Profile
  private(set) var policy: Policy
  /// Whether something may go wrong on the way: then any answer can come.
  private(set) var isDisturbed = false
  /// How it stood before each step of the file.
  private var past: [(policy: Policy, isDisturbed: Bool)] = []

  init(_ profile: Profile) {
    self.profile = profile
    policy = profile.policy
  }

  /// Goes past a step of the file; nil for one that is not taken with this server.
  mutating func pass(_ action: Step.Action?) {
    past.append((policy, isDisturbed))
    switch action {
    case .policy(let settings)?:
      for setting in settings { setting.apply(to: &policy) }
    case .interference(let setting)?: isDisturbed = setting != nil
    case .rewind(let number)?:
      policy = past[number - 1].policy
      isDisturbed = isDisturbed || past[number - 1].isDisturbed
    default: break
    }
  }
}
