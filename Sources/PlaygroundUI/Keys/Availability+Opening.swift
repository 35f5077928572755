import Playground

extension Model {
  /// Why Enter does nothing where somebody is; nil where it does.
  var obstacleToOpening: String? {
    guard let view = views.last else {
      return focus.showsExchanges && exchange == nil ? "no exchange yet" : nil
    }
    switch view {
    case .explanation, .diagnosis: return nil
    case .comparison: return comparison == nil ? nil : "\(key(.back)) chooses another server"
    case .policy: return obstacle(to: PolicyAct.next)
    case .interference: return obstacle(to: InterferenceAct.toggle)
    case .moments:
      guard let name = selected(in: view) else { return "nothing was sent yet" }
      return name.hasPrefix("moment") ? nil : "one goes back to a moment, not to a way that was left"
    case .token, .inspector:
      guard let name = selected(in: view) else { return "there is nothing to open" }
      if case .tampering? = TokenRow(name) { return nil }
      return lists[.view(view)]?.isInDetail == true ? "it is open: \(key(.move(.left))) goes back to the list" : nil
    case .scenarios, .mistakes, .sequence: return selected(in: view) == nil ? "nothing is selected" : nil
    }
  }
}
