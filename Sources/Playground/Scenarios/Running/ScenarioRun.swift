public import AuthorizationServer
public import OAuth

/// A scenario on its way through a walkthrough. A value; it sends nothing.
///
/// For each step: ``prepare(_:)`` puts the step's changes into the editors, ``begin(_:at:)`` starts it and says what to do;
/// when the walkthrough has nothing more to send, ``conclude(with:failure:)`` compares what came with what was expected.
public struct ScenarioRun: Equatable, Sendable {
  public let scenario: Scenario
  public private(set) var results: [StepResult] = []
  /// The last dispatch before the step that is under way; nil between steps.
  private var startedAfter: Dispatch.Number?

  public init(_ scenario: Scenario) {
    self.scenario = scenario
  }

  /// What the one who carries has to do.
  public enum Action: Equatable, Sendable {
    case send(Dispatch)
    /// Move the server's clock and conclude the step.
    case advance(Duration)
    /// Change the server's policy and conclude the step.
    case policy([PolicySetting])
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
      case .authorize(let changes), .token(let changes), .me(let changes): editor.apply(changes, values)
      case .consent(let choice): editor.apply(choice, cast)
      case .advance, .policy, .raw: break
      }
    }
  }

  /// Begins the next step with the editors as they stand.
  public mutating func begin(_ walkthrough: inout Walkthrough, at now: Instant) -> Action {
    guard let step else { return .finished }
    let before = walkthrough.dispatches
    let dispatch: Dispatch?
    switch step.action {
    case .authorize, .consent, .token, .me: dispatch = step.stage.flatMap { walkthrough.begin($0, at: now) }
    case .raw(let template):
      let values = TemplateValues(walkthrough)
      dispatch = walkthrough.probe(
        RawRequest.octets(template, filling: values.value), authority: values.serverAuthority, at: now)
    case .advance(let duration):
      startedAfter = before
      return .advance(duration)
    case .policy(let settings):
      startedAfter = before
      return .policy(settings)
    }
    guard let dispatch else { return .wait }
    startedAfter = before
    return .send(dispatch)
  }

  /// Ends the step: everything it caused has been recorded in the walkthrough.
  ///
  /// - Parameter failure: why a request of the step got no answer.
  @discardableResult
  public mutating func conclude(with walkthrough: Walkthrough, failure: CarrierFailure? = nil) -> StepResult? {
    guard let step, let mark = startedAfter else { return nil }
    startedAfter = nil
    let exchanges = walkthrough.timeline.exchanges.filter { ($0.dispatch ?? 0) > mark }
    let result = StepResult(number: results.count + 1, step: step, exchanges: exchanges, failure: failure)
    results.append(result)
    return result
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
      case .send(let first): failure = Self.carry(first, &walkthrough, by: carrier)
      }
      if let result = conclude(with: walkthrough, failure: failure) { concluded(result) }
    }
  }

  /// Sends a request and whatever follows from its answer.
  private static func carry(
    _ first: Dispatch, _ walkthrough: inout Walkthrough, by carrier: some Carrier
  ) -> CarrierFailure? {
    var next: Dispatch? = first
    var failure: CarrierFailure?
    while let dispatch = next {
      let result = carrier.send(dispatch)
      if case .failure(let reason) = result { failure = reason }
      for exchange in carrier.takeExchanges() { walkthrough.record(exchange) }
      next = walkthrough.answered(dispatch.number, result, at: carrier.now)
    }
    return failure
  }
}
