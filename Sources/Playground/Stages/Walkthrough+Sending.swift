public import AuthorizationServer
import HTTPTypes
public import OAuth
import OAuthClient

extension Walkthrough {
  /// Begins a stage: the request to send now. Nil while another one is on its way.
  ///
  /// Any stage can be begun at any time; what the client does not have is sent empty.
  public mutating func begin(_ stage: Stage, at now: Instant) -> Dispatch? {
    guard errands.isEmpty else { return nil }
    openMoment(before: stage, at: now)
    current = stage
    statuses[stage] = .underWay
    switch stage {
    case .authorize: return openAuthorization(for: .authorize, at: now)
    case .code:
      if let next = submitPage(for: .code) { return next }
      return openAuthorization(for: .code, at: now)
    case .token where client.lacksKeys: return fetchKeys(for: .token)
    case .token, .me, .refresh, .introspect, .revoke: return send(outgoing(stage))
    }
  }

  /// Sends octets as they are to the authorization server, in the client's name.
  public mutating func probe(_ octets: [UInt8], authority: String, at now: Instant) -> Dispatch? {
    guard errands.isEmpty else { return nil }
    openMoment(before: nil, at: now)
    return send(Outgoing(raw: octets, to: authority, during: current))
  }

  /// Sends the request again that presented a code or token, as the client. Nil where its value is not known, or while
  /// another request is on its way.
  public mutating func replay(_ digest: TokenDigest, at now: Instant) -> Dispatch? {
    guard errands.isEmpty, let exchange = timeline.exchange(presenting: digest) else { return nil }
    openMoment(before: nil, at: now)
    return send(Outgoing(again: exchange, to: editors[.authorize]?.authority ?? ""))
  }

  /// Sends several requests at the same instant. Empty while another one is on its way.
  mutating func begin(together requests: [Outgoing], at now: Instant) -> [Dispatch] {
    guard errands.isEmpty else { return [] }
    openMoment(before: nil, at: now)
    for request in requests where request.step != .probing { statuses[request.stage] = .underWay }
    return requests.compactMap { send($0) }
  }

  /// The request of a stage that takes a single one, as its editor has it, or as another one has.
  func outgoing(_ stage: Stage, _ editor: RequestEditor? = nil) -> Outgoing? {
    guard let message = (editor ?? editors[stage])?.draft.message() else { return nil }
    let step: Errand.Step
    switch stage {
    case .authorize, .code: return nil
    case .token: step = .redeeming
    case .me: step = .calling
    case .refresh: step = .refreshing
    case .introspect: step = .introspecting
    case .revoke: step = .revoking
    }
    return Outgoing(message, from: stage.sender, step, for: stage)
  }

  /// What a client sends that asks for a token in its own name.
  var workerEditor: RequestEditor {
    RequestEditor(client.clientCredentialsDraft(as: cast.worker.credentials, scope: cast.worker.scope))
  }

  func outgoing(working editor: RequestEditor) -> Outgoing {
    Outgoing(editor.draft.message(), from: .client, .working(cast.worker.scope), for: .token)
  }

  mutating func fetchKeys(for stage: Stage) -> Dispatch? {
    send(Outgoing(client.keysDraft().message(), from: .client, .fetchingKeys, for: stage))
  }

  /// A new attempt whose request is the edited one; everything that came of the last one is history.
  private mutating func openAuthorization(for stage: Stage, at now: Instant) -> Dispatch? {
    if !attemptIsFresh {
      prepareAuthorization(at: now)
      refreshEditors()
    }
    attemptIsFresh = false
    for later in Stage.allCases where later > stage { statuses[later] = .notStarted }
    if stage == .code { statuses[.authorize] = .underWay }
    userAgent.closePage()
    return (editors[.authorize]?.draft.message()).flatMap { browse(userAgent.request($0), for: stage) }
  }

  /// Fills in and submits the form on the browser's screen; nil where there is none.
  mutating func submitPage(for stage: Stage) -> Dispatch? {
    let values = editors[.code]?.pageValues ?? Parameters()
    if let form = userAgent.page?.loginForm {
      return userAgent.submit(form, form.submission(texts: values)).flatMap { browse($0, for: stage) }
    }
    guard let form = userAgent.page?.consentForm else { return nil }
    // An empty scope unticks every box.
    let ticked = values.values(of: .scope).first.map { Set($0.split(separator: " ").map(String.init)) }
    let pressed = Parameters.Element(.decision, values[.decision] ?? "")
    return userAgent.submit(form, form.submission(ticked: ticked, pressed: pressed))
      .flatMap { browse($0, for: stage) }
  }

  /// Follows a redirect: on the server as any browser does, to the client as the authorization response.
  mutating func follow(_ url: String, for stage: Stage) -> Dispatch? {
    carry(userAgent.open(url), for: stage)
  }

  /// Sends what the browser has been told to send, by a redirect or by a form that submits itself.
  mutating func carry(_ message: RequestMessage, for stage: Stage) -> Dispatch? {
    let isServer = (message.head.authority ?? "") == editors[.authorize]?.authority
    return browse(message, isServer ? .browsing : .delivering, for: stage)
  }

  private mutating func browse(
    _ message: RequestMessage, _ step: Errand.Step = .browsing, for stage: Stage
  ) -> Dispatch? {
    send(Outgoing(message, from: .userAgent, step, for: stage))
  }

  mutating func send(_ request: Outgoing?) -> Dispatch? {
    guard let request else { return nil }
    dispatches += 1
    let dispatch = Dispatch(
      number: dispatches, sender: request.sender, authority: request.authority, octets: request.octets,
      message: request.message, opensMoment: keepMoment())
    errands.append(Errand(stage: request.stage, dispatch: dispatch, step: request.step))
    return dispatch
  }
}
