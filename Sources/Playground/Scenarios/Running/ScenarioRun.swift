public import AuthorizationServer
public import OAuth

/// A scenario on its way through a walkthrough. A value; it sends nothing.
///
/// For each step: ``prepare(_:)`` puts the step's changes into the editors, ``begin(_:at:)`` starts it and says what to
/// do; when the walkthrough has nothing more to send, ``conclude(with:failure:)`` compares what came with what was
/// expected.
public struct ScenarioRun: Equatable, Sendable {
  public let scenario: Scenario
  public private(set) var results: [StepResult] = []
  /// The last dispatch before the step that is under way; nil between steps.
  private var startedAfter: Dispatch.Number?

  public init(_ scenario: Scenario) {
    self.scenario = scenario
  }

  /// What the one who carries has to do. Where it is no request, the step is to be concluded after it.
  public enum Action: Equatable, Sendable {
    case send(Dispatch)
    /// All of them before any answer is waited for.
    case sendTogether([Dispatch])
    /// Move the server's clock.
    case advance(Duration)
    /// Change the server's policy.
    case policy([PolicySetting])
    /// Let something go wrong from now on; nil switches everything off.
    case interfere(InterferenceSetting?)
    /// Put the server back to a moment; the walkthrough has gone back already.
    case rewind(Moment.Number)
    /// A request is still on its way; the step has not begun.
    case wait
    case finished
  }

  /// The step that comes next, or that is under way.
  public var step: Step? { results.count < scenario.steps.count ? scenario.steps[results.count] : nil }

  public var isUnderWay: Bool { startedAfter != nil }

  public var isFinished: Bool { step == nil }

  /// Whether every expectation so far was met.
  public var isMet: Bool { results.allSatisfy(\.isMet) }

  /// Gives the editors the request of the next step, so that it can be seen, and changed, before it is sent.
  public func prepare(_ walkthrough: inout Walkthrough) {
    guard let step, let stage = step.stage else { return }
    walkthrough.select(stage)
    let values = TemplateValues(walkthrough)
    let cast = walkthrough.cast
    walkthrough.edit(stage) { editor in
      editor.resetAll()
      switch step.action {
      case .request(_, let changes): editor.apply(changes, values)
      case .consent(let choice): editor.apply(choice, cast)
      default: break
      }
    }
  }

  /// Begins the next step with the editors as they stand.
  public mutating func begin(_ walkthrough: inout Walkthrough, at now: Instant) -> Action {
    guard let step else { return .finished }
    guard walkthrough.errand == nil else { return .wait }
    let before = walkthrough.dispatches
    let action: Action
    switch step.action {
    case .request(let stage, _): action = Self.sending(walkthrough.begin(stage, at: now))
    case .consent: action = Self.sending(walkthrough.begin(.code, at: now))
    case .clientCredentials, .raw:
      action = Self.sending(walkthrough.begin(together: walkthrough.outgoing(step.action), at: now).first)
    case .together(let actions):
      action = .sendTogether(walkthrough.begin(together: actions.flatMap(walkthrough.outgoing), at: now))
    case .advance(let duration): action = .advance(duration)
    case .policy(let settings): action = .policy(settings)
    case .interference(let setting): action = .interfere(setting)
    case .rewind(let number):
      guard let moment = results[number - 1].moment, walkthrough.rewind(to: moment) else { return .wait }
      action = .rewind(moment)
    }
    if action != .wait { startedAfter = before }
    return action
  }

  private static func sending(_ dispatch: Dispatch?) -> Action { dispatch.map(Action.send) ?? .wait }

  /// Ends the step: everything it caused has been recorded in the walkthrough.
  ///
  /// - Parameter failure: why a request of the step got no answer.
  @discardableResult
  public mutating func conclude(with walkthrough: Walkthrough, failure: CarrierFailure? = nil) -> StepResult? {
    guard let step, let mark = startedAfter else { return nil }
    startedAfter = nil
    let exchanges = walkthrough.timeline.exchanges.filter { ($0.dispatch ?? 0) > mark }
    let result = StepResult(
      number: results.count + 1, step: step, under: scenario.profile, exchanges: exchanges, moment: mark + 1,
      failure: failure)
    results.append(result)
    return result
  }

  /// Goes back with a walkthrough that has gone back to a moment: the steps after it are to be taken again.
  public mutating func rewind(to moment: Moment.Number) {
    startedAfter = nil
    if let first = results.firstIndex(where: { ($0.moment ?? 0) >= moment }) { results.removeSubrange(first...) }
  }
}

extension ScenarioRun {
  /// Goes through all steps that are left, one after the other.
  ///
  /// - Parameter concluded: is told each result as it comes.
  public mutating func finish(
    _ walkthrough: inout Walkthrough, by carrier: some Carrier, concluded: (StepResult) -> Void = { _ in }
  ) {
    while true {
      prepare(&walkthrough)
      var failure: CarrierFailure?
      switch begin(&walkthrough, at: carrier.now) {
      case .finished, .wait: return
      case .advance(let duration): carrier.advance(by: duration)
      case .policy(let settings): carrier.bend(settings)
      case .interfere(let setting): carrier.interfere(setting)
      case .rewind(let moment): carrier.rewind(to: moment)
      case .send(let first): failure = Self.carry([first], &walkthrough, by: carrier)
      case .sendTogether(let dispatches): failure = Self.carry(dispatches, &walkthrough, by: carrier)
      }
      if let result = conclude(with: walkthrough, failure: failure) { concluded(result) }
    }
  }

  /// Sends requests, all at once, and whatever follows from their answers.
  private static func carry(
    _ first: [Dispatch], _ walkthrough: inout Walkthrough, by carrier: some Carrier
  ) -> CarrierFailure? {
    var waiting = first
    var failure: CarrierFailure?
    while !waiting.isEmpty {
      let results = waiting.count == 1 ? [carrier.send(waiting[0])] : carrier.sendTogether(waiting)
      for exchange in carrier.takeExchanges() { walkthrough.record(exchange) }
      waiting = zip(waiting, results).compactMap { dispatch, result in
        if case .failure(let reason) = result { failure = reason }
        return walkthrough.answered(dispatch.number, result, at: carrier.now)
      }
    }
    return failure
  }
}
