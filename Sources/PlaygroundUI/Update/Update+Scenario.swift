import AuthorizationServer
import OAuth
import OAuthClient
import Playground
import Terminal

extension Model {
  /// Somebody new goes through a scenario; the server is as at its start.
  mutating func begin(_ name: String, _ walkthrough: Walkthrough, _ clock: ServerClock) {
    guard let scenario = ScenarioLibrary.scenario(named: name) else { return }
    self.walkthrough = walkthrough
    self.clock = clock
    hasMissed = false
    self.scenario = ScenarioRun(scenario)
    self.scenario.prepare(&self.walkthrough)
    (views, overlay, search, chosenExchange, stepBegan) = ([], nil, nil, nil, nil)
    (requestRow, scroll, news, stepsAhead, focus) = (0, [:], [], 0, .request)
    notice = Notice("\(scenario.title): \(key(.next)) takes its steps one by one", isProblem: false)
  }

  /// What a learner would miss while its panel is not on the screen: a refusal, and that somebody else has come.
  mutating func notePanels(changedBy exchange: Exchange) {
    if exchange.sender == .external { news.insert(.log) }
    if exchange.decision?.refusal != nil || exchange.judgement?.refusal != nil { news.insert(.explain) }
    forgetSeenNews()
  }

  /// What is on the screen is no news.
  mutating func forgetSeenNews() {
    guard !news.isEmpty, views.isEmpty else { return }
    news.subtract(layout.shown)
  }

  /// The scenarios in which the same check refuses.
  mutating func showRelated() {
    guard let refusal = Explanation.refusalName(in: exchange) else { return }
    if views.last != .scenarios { show(.scenarios) }
    lists[.view(.scenarios), default: ListState()].filter = refusal
  }

  mutating func answerQuestion(_ number: Int) {
    guard let question = scenario.scenario.question else { return }
    let isRight = number == question.right
    if isRight { answered.insert(scenario.scenario.id) }
    let right = question.answers.indices.contains(question.right - 1) ? question.answers[question.right - 1] : ""
    notice = Notice(isRight ? "✓ right: \(right)" : "not quite: it is “\(right)”", isProblem: false)
  }

  /// Goes back to the moment that an entry of the view stands for.
  mutating func rewind(to entry: String?) -> [Effect] {
    let moment = walkthrough.momentsBefore.first { "moment-\($0.number)" == entry }
    guard let moment, walkthrough.rewind(to: moment.number) else { return [] }
    scenario.rewind(to: moment.number)
    views.removeAll { $0 == .moments }
    (chosenExchange, requestRow, scroll, stepsAhead, focus) = (nil, 0, [:], 0, .request)
    notice = Notice("back at \(moment.at.timeOfDay.prefix(8)): take the other way", isProblem: false)
    return rewinding(to: moment.number)
  }
}
