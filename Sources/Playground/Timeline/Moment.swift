import AuthorizationServer
public import OAuth
import OAuthClient

/// Where everything stood before a request of ours: what rewind returns to.
///
/// This is the client's side of it. The server, its clock and what interferes are kept by the host under the same
/// number, taken when the first octet leaves.
public struct Moment: Equatable, Sendable {
  public typealias Number = Dispatch.Number

  /// As many are kept as a scenario can have steps; the oldest goes first.
  static let bound = ScenarioReader.mostSteps

  /// That of the first request after it.
  public let number: Number
  /// What was begun then; nil for a raw request, or several at once.
  public let stage: Stage?
  /// The server's time.
  public let at: Instant
  /// What had led there.
  public let path: ExchangePath

  private let client: OAuthClient
  private let userAgent: UserAgent
  private let editors: [Stage: RequestEditor]
  private let statuses: [Stage: StageStatus]
  private let current: Stage
  private let attemptIsFresh: Bool
  let codes: CodeLives

  init(of walkthrough: Walkthrough, before stage: Stage?, number: Number, at now: Instant) {
    self.number = number
    self.stage = stage
    at = now
    path = walkthrough.timeline.path
    client = walkthrough.client
    userAgent = walkthrough.userAgent
    editors = walkthrough.editors
    statuses = walkthrough.statuses
    current = walkthrough.current
    attemptIsFresh = walkthrough.attemptIsFresh
    codes = walkthrough.timeline.codes
  }

  fileprivate func restore(_ walkthrough: inout Walkthrough) {
    walkthrough.client = client
    walkthrough.userAgent = userAgent
    walkthrough.editors = editors
    walkthrough.statuses = statuses
    walkthrough.current = stage ?? current
    walkthrough.attemptIsFresh = attemptIsFresh
  }
}

extension Walkthrough {
  /// Goes back to a moment: everything is as it was before its request,
  /// and what came after it is a branch that was left.
  ///
  /// The host has to be told the same number. False while a request is on its way, or for a moment that is not kept.
  public mutating func rewind(to number: Moment.Number) -> Bool {
    guard errands.isEmpty, let moment = moments.first(where: { $0.number == number }) else { return false }
    moment.restore(&self)
    timeline.rewind(to: moment)
    return true
  }

  /// The moments that can be gone back to without returning to a branch that was left.
  public var momentsBefore: [Moment] { moments.filter { $0.path.isBeginning(of: timeline.path) } }

  /// Notes where everything stands; the next dispatch is the first request after it.
  mutating func openMoment(before stage: Stage?, at now: Instant) {
    opening = Moment(of: self, before: stage, number: dispatches + 1, at: now)
  }

  /// Keeps the moment that was opened, if there is one: its first request is about to leave.
  mutating func keepMoment() -> Bool {
    guard let moment = opening else { return false }
    opening = nil
    if moments.count == Moment.bound { moments.removeFirst() }
    moments.append(moment)
    return true
  }
}
