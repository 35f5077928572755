import HTTPTypes
public import OAuth
import OAuthClient

extension Walkthrough {
  /// Begins a stage: the request to send now. Nil while another one is on its way.
  ///
  /// Any stage can be begun at any time; what the client does not have is sent empty.
  public mutating func begin(_ stage: Stage, at now: Instant) -> Dispatch? {
    guard errand == nil else { return nil }
    current = stage
    statuses[stage] = .underWay
    switch stage {
    case .authorize: return openAuthorization(for: .authorize, at: now)
    case .code:
      if let next = submitPage(for: .code) { return next }
      return openAuthorization(for: .code, at: now)
    case .token: return send(editors[.token]?.draft.message(), from: .client, .redeeming, for: .token)
    case .me: return send(editors[.me]?.draft.message(), from: .client, .calling, for: .me)
    }
  }

  /// Sends octets as they are to the authorization server, in the client's name.
  public mutating func probe(_ octets: [UInt8], authority: String) -> Dispatch? {
    guard errand == nil else { return nil }
    dispatches += 1
    let dispatch = Dispatch(number: dispatches, sender: .client, authority: authority, octets: octets, message: nil)
    errand = Errand(stage: current, dispatch: dispatch, step: .probing)
    return dispatch
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
    return (editors[.authorize]?.draft.message()).flatMap {
      send(userAgent.request($0), from: .userAgent, .browsing, for: stage)
    }
  }

  /// Fills in and submits the form on the browser's screen; nil where there is none.
  mutating func submitPage(for stage: Stage) -> Dispatch? {
    let values = editors[.code]?.pageValues ?? Parameters()
    if let form = userAgent.page?.loginForm {
      let message = userAgent.submit(form, form.submission(texts: values))
      return send(message, from: .userAgent, .browsing, for: stage)
    }
    guard let form = userAgent.page?.consentForm else { return nil }
    // An empty scope unticks every box.
    let ticked = values.values(of: .scope).first.map { Set($0.split(separator: " ").map(String.init)) }
    let pressed = Parameters.Element(.decision, values[.decision] ?? "")
    return send(
      userAgent.submit(form, form.submission(ticked: ticked, pressed: pressed)), from: .userAgent, .browsing, for: stage
    )
  }

  /// Follows a redirect: on the server as any browser does, to the client as the authorization response.
  mutating func follow(_ url: String, for stage: Stage) -> Dispatch? {
    let message = userAgent.open(url)
    let authority = message.head.authority ?? ""
    let isServer = authority == editors[.authorize]?.authority
    return send(message, from: .userAgent, isServer ? .browsing : .delivering, for: stage)
  }

  private mutating func send(
    _ message: RequestMessage?, from sender: Sender, _ step: Errand.Step, for stage: Stage
  ) -> Dispatch? {
    guard let message else { return nil }
    dispatches += 1
    let dispatch = Dispatch(
      number: dispatches, sender: sender, authority: message.head.authority ?? "",
      octets: message.octets, message: message)
    errand = Errand(stage: stage, dispatch: dispatch, step: step)
    return dispatch
  }
}
