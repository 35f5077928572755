import AuthorizationServer
import OAuth
import Playground
import Terminal

extension Model {
  /// The scenario's step that Enter takes; nil when the learner went elsewhere or the scenario is over.
  var scheduledStep: Step? {
    guard let step = scenario.step else { return nil }
    return step.stage == nil || step.stage == walkthrough.current ? step : nil
  }

  /// Enter: what the scenario has next, or the chosen stage.
  mutating func takeNextStep() -> [Effect] {
    guard walkthrough.errand == nil else {
      stepsAhead = min(stepsAhead + 1, Stage.grant.count)
      return []
    }
    guard scheduledStep != nil else { return begin(walkthrough.current, anew: false) }
    chosenExchange = nil
    let before = scenario
    switch scenario.begin(&walkthrough, at: now) {
    case .send(let dispatch):
      stepBegan = before
      return [.send(dispatch)]
    case .advance(let duration):
      concludeStep(failure: nil)
      return [.clock(.advance(duration))]
    case .policy(let settings):
      concludeStep(failure: nil)
      return [.change(.bend(settings))]
    case .sendTogether(let dispatches):
      stepBegan = before
      return dispatches.map(Effect.send)
    case .interfere(let setting):
      concludeStep(failure: nil)
      return [.interfere(setting)]
    case .rewind(let moment):
      concludeStep(failure: nil)
      return rewinding(to: moment)
    case .wait, .finished: return []
    }
  }

  /// - Parameter anew: starts from a new authorization request whatever is on the browser's screen.
  mutating func begin(_ stage: Stage, anew: Bool) -> [Effect] {
    chosenExchange = nil
    if anew { walkthrough.forgetPage() }
    return walkthrough.begin(stage, at: now).map { [.send($0)] } ?? []
  }

  /// A stage has ended: the cursor goes to the request that comes next, and the step that was typed ahead is taken,
  /// unless this one went wrong: then somebody has to read first.
  mutating func conclude(_ stage: Stage, failure: CarrierFailure?) -> [Effect] {
    requestRow = 0
    scroll = [:]
    if scenario.isUnderWay { concludeStep(failure: failure) }
    guard case .passed = walkthrough.status(stage), stepsAhead > 0 else {
      stepsAhead = 0
      return []
    }
    stepsAhead -= 1
    return takeNextStep()
  }

  /// What came otherwise than the scenario expects is the learner's own experiment: the step stays, to be tried again.
  private mutating func concludeStep(failure: CarrierFailure?) {
    guard let result = scenario.conclude(with: walkthrough, failure: failure) else { return }
    let isMet = result.isMet || hasGoneWellElsewhere(result)
    hasMissed = !isMet
    guard isMet else {
      if let stepBegan { scenario = stepBegan }
      if let missed = result.comparisons.first(where: { !$0.isMet }) {
        notice = Notice(
          breadth == .single
            ? "not as expected; \(key(.panel(.explain))) explains why"
            : "not as the scenario has it (\(missed.found), not \(missed.expected)): try again",
          isProblem: false)
      }
      return
    }
    if scenario.isFinished {
      completed.insert(scenario.scenario.name)
      let next = scenario.scenario.question == nil ? "Now break it." : "\(key(.menu(.question))) asks you a question."
      let words = scenario.isMet ? "the scenario ends here, as expected" : "the scenario ends here"
      notice = Notice("✓ \(words). \(next)", isProblem: false)
    } else {
      scenario.prepare(&walkthrough)
    }
  }

  /// What must come of a step is written for the scenario's own servers. With another one it is enough that it goes well.
  private func hasGoneWellElsewhere(_ result: StepResult) -> Bool {
    let played = scenario.scenario
    guard !played.profiles.contains(played.profile), let stage = result.step.stage,
      case .passed = walkthrough.status(stage)
    else { return false }
    return true
  }

  /// Enter in the log.
  mutating func open() -> [Effect] {
    if exchange != nil { focus = .raw }
    return []
  }
}
