import OAuth
import Playground
import Terminal

extension Model {
  /// Switches an interference on or off, or all of them off.
  mutating func carryOut(_ act: InterferenceAct) -> [Effect] {
    if act == .allOff { return [.interfere(nil)] }
    guard let interference = selectedInterference else { return [] }
    let active = interferences.first { $0.interference == interference }
    let duration = active?.duration
    switch act {
    case .toggle where active != nil: return [.interfere(InterferenceSetting(interference, times: 0))]
    case .toggle: return [.interfere(InterferenceSetting(interference))]
    case .always: return [.interfere(InterferenceSetting(interference, times: nil, duration: duration))]
    case .seconds:
      let usual = interference.usualDuration.map { $0.components.seconds } ?? 0
      let seconds = duration.map { $0.components.seconds } ?? usual
      overlay = .answering(.interference(interference), LineEditor(String(seconds)))
    case .allOff: break
    }
    return []
  }

  /// What somebody typed for the time of an interference; where it cannot be, the question stays and says why.
  mutating func answer(_ interference: Interference, _ text: String) -> [Effect] {
    let limit = Int64(InterferenceSetting.longest)
    let digits = text.hasPrefix("-") && interference.mayBeNegative ? text.dropFirst() : text[...]
    guard let number = String(digits).asciiNumber.map(Int64.init), number <= limit else {
      let range = interference.mayBeNegative ? "-\(limit) to \(limit)" : "0 to \(limit)"
      notice = Notice("a whole number of seconds from \(range) is expected", isProblem: true)
      overlay = .answering(.interference(interference), LineEditor(text))
      return []
    }
    let active = interferences.first { $0.interference == interference }
    let times = active.map(\.times) ?? InterferenceSetting(interference).times
    let seconds = digits.startIndex == text.startIndex ? number : -number
    return [.interfere(InterferenceSetting(interference, times: times, duration: .seconds(seconds)))]
  }

  /// What is switched on has changed, by somebody or because it was used up.
  mutating func take(_ settings: [InterferenceSetting]) {
    guard settings != interferences else { return }
    let new = settings.filter { !interferences.contains($0) }
    interferences = settings
    guard views.last == .interference else { return }
    notice = Notice(new.first.map { "on: \($0.words)" } ?? "off", isProblem: false)
  }

  /// What is to be asked after an exchange that was harmed: what is left, and where a delay has moved the clock.
  func questions(after exchange: Exchange) -> [Effect] {
    guard !exchange.interferences.isEmpty else { return [] }
    return exchange.interferences.contains(.delay)
      ? [.listInterferences, .clock(.advance(.zero))] : [.listInterferences]
  }

  /// Going back to a moment also goes back to what was switched on then.
  func rewinding(to moment: Moment.Number) -> [Effect] {
    let matters = !interferences.isEmpty || walkthrough.timeline.exchanges.contains { !$0.interferences.isEmpty }
    return matters ? [.rewind(to: moment), .listInterferences] : [.rewind(to: moment)]
  }

  /// Why an act is not possible now; nil when it is.
  func obstacle(to act: InterferenceAct) -> String? {
    switch act {
    case .allOff: return interferences.isEmpty ? "nothing interferes" : nil
    case .toggle, .always: return selectedInterference == nil ? "the cursor is on no interference" : nil
    case .seconds:
      guard let interference = selectedInterference else { return "the cursor is on no interference" }
      return interference.usualDuration == nil ? "\(interference.rawValue) takes no time" : nil
    }
  }

  private var selectedInterference: Interference? {
    selected(in: .interference).flatMap(Interference.init)
  }
}
