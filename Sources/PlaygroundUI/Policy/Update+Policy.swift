import AuthorizationServer
import OAuth
import Playground
import Terminal

extension Model {
  /// Changes the switch under the cursor, or all of them.
  mutating func carryOut(_ act: PolicyAct) -> [Effect] {
    if act == .takeBack { return [.takeBackChange] }
    guard let inventory = inspected?.inventory else { return [] }
    if act == .allStandard { return bend(PolicySwitch.all, to: inventory.profilePolicy) }
    guard let policySwitch = selectedSwitch else { return [] }
    switch act {
    case .standard: return bend([policySwitch], to: inventory.profilePolicy)
    case .edit: ask(for: policySwitch, inventory.policy)
    case .next, .previous:
      let choices = policySwitch.choices
      guard let current = choices.firstIndex(of: policySwitch.value(in: inventory.policy)) else {
        ask(for: policySwitch, inventory.policy)
        return []
      }
      let index = (current + (act == .next ? 1 : choices.count - 1)) % choices.count
      return bend(policySwitch.name, to: choices[index])
    case .allStandard, .takeBack: break
    }
    return []
  }

  private mutating func ask(for policySwitch: PolicySwitch, _ policy: Policy) {
    let value = policySwitch.value(in: policy)
    overlay = .answering(.policySwitch(policySwitch.name), LineEditor(value.string ?? value.text))
  }

  private func bend(_ switches: [PolicySwitch], to policy: Policy) -> [Effect] {
    [.change(.bend(switches.compactMap { try? PolicySetting($0.name, $0.value(in: policy)) }))]
  }

  /// Sets a switch; where it cannot have the value, the question stays and says why.
  mutating func bend(_ name: String, to value: JSON) -> [Effect] {
    do throws(PolicyFault) {
      return [.change(.bend([try PolicySetting(name, value)]))]
    } catch {
      notice = Notice(error.description, isProblem: true)
      return []
    }
  }

  /// What somebody typed for a switch. Seconds may have their unit behind them.
  mutating func answer(_ name: String, _ text: String) -> [Effect] {
    guard let policySwitch = PolicySwitch.named(name) else { return [] }
    let trimmed = text.drop { $0 == " " }
    let typed = String(trimmed.prefix { $0 != " " && $0 != "s" })
    let value: JSON =
      switch policySwitch.kind {
      case .text: .string(text)
      case .words: .string(String(trimmed))
      case .seconds where trimmed.drop { $0 != " " && $0 != "s" }.allSatisfy { $0 == " " || $0 == "s" }:
        (try? JSON(parsing: Array(typed.utf8))) ?? .string(text)
      case .seconds, .boolean: (try? JSON(parsing: Array(trimmed.utf8))) ?? .string(text)
      }
    let effects = bend(name, to: value)
    if effects.isEmpty { overlay = .answering(.policySwitch(name), LineEditor(text)) }
    return effects
  }

  /// Why an act is not possible now; nil when it is.
  func obstacle(to act: PolicyAct) -> String? {
    guard let inventory = inspected?.inventory else { return "the server has not answered yet" }
    let (policy, standard) = (inventory.policy, inventory.profilePolicy)
    switch act {
    case .takeBack: return walkthrough.timeline.obstacleToTakingBack
    case .allStandard: return policy == standard ? "every switch is as the profile has it" : nil
    case .standard:
      guard let policySwitch = selectedSwitch else { return "the cursor is on no switch" }
      return policySwitch.value(in: policy) == policySwitch.value(in: standard)
        ? "it is as the profile has it" : nil
    case .next, .previous, .edit: return selectedSwitch == nil ? "the cursor is on no switch" : nil
    }
  }

  private var selectedSwitch: PolicySwitch? { selected(in: .policy).flatMap(PolicySwitch.named) }
}
