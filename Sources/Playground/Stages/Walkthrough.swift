import HTTPTypes
public import OAuth
public import OAuthClient

/// A walk through the stages: the client, the resource owner's browser, and everything that was exchanged. A value.
///
/// It sends nothing. It says what to send next as a ``Dispatch`` and is told what came of it.
public struct Walkthrough: Equatable, Sendable {
  public internal(set) var client: OAuthClient
  public internal(set) var userAgent = UserAgent()
  public internal(set) var timeline = Timeline()
  public internal(set) var editors: [Stage: RequestEditor] = [:]
  public internal(set) var statuses: [Stage: StageStatus] = [:]
  /// The stage that comes next, or that was chosen.
  public internal(set) var current: Stage = .authorize
  /// What is on its way.
  public internal(set) var errand: Errand?
  var dispatches = 0
  /// Whether the attempt's request has not been sent yet.
  var attemptIsFresh = true

  /// Something our parties are busy with; each has one request on its way.
  public struct Errand: Equatable, Sendable {
    enum Step: Equatable, Sendable {
      /// The browser opens a page or follows a redirect.
      case browsing
      /// The browser calls the client's redirection endpoint.
      case delivering
      case redeeming
      case calling
      /// A raw request, which nobody judges.
      case probing
    }

    public let stage: Stage
    let dispatch: Dispatch
    let step: Step
  }

  public init(client: OAuthClient, at now: Instant) {
    self.client = client
    prepareAuthorization(at: now)
    refreshEditors()
  }

  public func status(_ stage: Stage) -> StageStatus { statuses[stage] ?? .notStarted }

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
    if editors[.code] == nil { editors[.code] = ResourceOwnerForm.editor(scope: client.configuration.scope) }
  }

  private mutating func rebase(_ stage: Stage, on draft: RequestDraft) {
    editors[stage, default: RequestEditor(draft)].rebase(on: draft)
  }

  /// Changes the request of a stage.
  public mutating func edit(_ stage: Stage, _ change: (inout RequestEditor) -> Void) {
    if editors[stage] != nil { change(&editors[stage]!) }
  }
}

/// What the resource owner will type and press at the login and consent pages.
public enum ResourceOwnerForm {
  public static func editor(scope: Scope, username: String = "alice", password: String = "wonderland") -> RequestEditor
  {
    RequestEditor(
      RequestDraft(.post, reading: "the login and consent pages"),
      pageFields: [
        (ParameterName.username.text, username), (ParameterName.password.text, password),
        (ParameterName.decision.text, "allow"),
      ])
  }
}
