/// The views that take the whole screen while the panels wait.
public enum ViewKind: String, Sendable, CaseIterable {
  case explanation
  case scenarios
  case moments
  case diagnosis
  case mistakes
  case token
  case inspector
  case policy
  case sequence
  case interference
  case comparison

  public var title: String {
    switch self {
    case .explanation: "Explanation"
    case .scenarios: "Scenarios"
    case .moments: "Moments"
    case .diagnosis: "Diagnosis"
    case .mistakes: "Break it"
    case .token: "JWT inspector"
    case .inspector: "Inspector"
    case .policy: "Policy"
    case .sequence: "Sequence"
    case .interference: "Interference"
    case .comparison: "Compare"
    }
  }
}
