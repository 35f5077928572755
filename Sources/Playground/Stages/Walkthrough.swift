import HTTPTypes
public import OAuth
public import OAuthClient

/// A walk through the stages: the client, the resource owner's browser, and everything that was exchanged. A value.
///
/// It sends nothing. It says what to send next as a ``Dispatch`` and is told what came of it.
public struct Walkthrough: Equatable, Sendable {
  public internal(set) var client: OAuthClient
  public let cast: Cast
  public internal(set) var userAgent = UserAgent()
  public internal(set) var timeline = Timeline()
  public internal(set) var editors: [Stage: RequestEditor] = [:]
  public internal(set) var statuses: [Stage: StageStatus] = [:]
  /// The stage that comes next, or that was chosen.
  public internal(set) var current: Stage = .authorize
  /// What is on its way: one errand, or several that were sent at the same instant.
  var errands: [Errand] = []
  /// Token responses that wait for the keys with which their ID tokens can be examined.
  var awaitingKeys: [Unjudged] = []
  /// Where one can go back to, oldest first.
  public internal(set) var moments: [Moment] = []
  /// The moment before the request that is being made.
  var opening: Moment?
  var dispatches = 0
  /// Whether the attempt's request has not been sent yet.
  var attemptIsFresh = true

  struct Unjudged: Equatable, Sendable {
    let errand: Errand
    let response: ResponseMessage
  }

  public init(client: OAuthClient, among cast: Cast, at now: Instant) {
    self.client = client
    self.cast = cast
    prepareAuthorization(at: now)
    refreshEditors()
  }

  public var errand: Errand? { errands.first }

  public func status(_ stage: Stage) -> StageStatus { statuses[stage] ?? .notStarted }

  /// The stages to show: those of the grant, and of the later ones those that were used or chosen.
  public var shownStages: [Stage] {
    Stage.allCases.filter { Stage.grant.contains($0) || $0 == current || status($0) != .notStarted }
  }

  /// Chooses the stage to look at and to do next.
  public mutating func select(_ stage: Stage) {
    current = stage
  }

  /// Closes what is on the browser's screen, so that the next visit starts with a new authorization request.
  public mutating func forgetPage() {
    userAgent.closePage()
  }

  /// What the client received, is under way with, or was told; all of it is gone with the next authorization request.
  mutating func prepareAuthorization(at now: Instant) {
    let draft = client.beginAuthorization(at: now)
    attemptIsFresh = true
    rebase(.authorize, on: draft)
  }

  /// Gives the editors of the later stages the values that the client has now.
  mutating func refreshEditors() {
    rebase(.token, on: client.tokenDraft())
    rebase(.me, on: client.resourceDraft())
    rebase(.refresh, on: client.refreshDraft())
    rebase(.introspect, on: cast.resourceServer.introspectionDraft(of: client.accessToken?.token.text ?? ""))
    rebase(.revoke, on: client.revocationDraft())
    if editors[.code] == nil { editors[.code] = ResourceOwnerForm.editor(for: cast.resourceOwners.first) }
  }

  private mutating func rebase(_ stage: Stage, on draft: RequestDraft) {
    editors[stage, default: RequestEditor(draft)].rebase(on: draft)
  }

  /// Changes the request of a stage.
  public mutating func edit(_ stage: Stage, _ change: (inout RequestEditor) -> Void) {
    if editors[stage] != nil { change(&editors[stage]!) }
  }
}
