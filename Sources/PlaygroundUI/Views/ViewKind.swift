/// The views that take the whole screen while the panels wait.
public enum ViewKind: String, Sendable, CaseIterable {
  case explanation
  case scenarios
  case mistakes

  public var title: String {
    switch self {
    case .explanation: "Explanation"
    case .scenarios: "Scenarios"
    case .mistakes: "Break it"
    }
  }
}
