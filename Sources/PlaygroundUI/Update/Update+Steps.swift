import OAuth
import Playground
import Terminal

extension Model {
  /// Enter: what the scenario has next, or the chosen stage.
  mutating func takeNextStep() -> [Effect] {
    begin(walkthrough.current, anew: false)
  }

  /// - Parameter anew: starts from a new authorization request whatever is on the browser's screen.
  mutating func begin(_ stage: Stage, anew: Bool) -> [Effect] {
    chosenExchange = nil
    requestRow = 0
    if anew { walkthrough.forgetPage() }
    return walkthrough.begin(stage, at: now).map { [.send($0)] } ?? []
  }

  /// A stage has ended: the cursor goes to the request that comes next.
  mutating func conclude() {
    requestRow = 0
    scroll[.request] = nil
    scroll[.explain] = nil
    scroll[.raw] = nil
    scroll[.checks] = nil
  }

  /// Enter in the log.
  mutating func open() -> [Effect] {
    if exchange != nil { focus = .raw }
    return []
  }
}
