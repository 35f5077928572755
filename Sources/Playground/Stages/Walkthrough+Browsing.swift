import HTTPTypes
import OAuth

/// What comes of an answer to the browser.
extension Walkthrough {
  /// The browser got a page or is sent on.
  mutating func browsed(_ response: ResponseMessage, _ errand: Errand) -> Dispatch? {
    let request = errand.dispatch.message ?? .get("/", authority: errand.dispatch.authority)
    switch userAgent.receive(response, to: request) {
    case .redirect(let url): return follow(url, for: errand.stage)
    case .submission(let message): return carry(message, for: errand.stage)
    case .page(let page): return arrived(at: page, response, errand)
    }
  }

  /// A page ends the first stage; in the second the resource owner goes on with it,
  /// unless it is the same form once more.
  private mutating func arrived(at page: UserAgent.Page, _ response: ResponseMessage, _ errand: Errand) -> Dispatch? {
    // Where refusals have status 200, only the form itself says so.
    let isAskedAgain = page.loginForm != nil && errand.dispatch.message?.head.method == .post
    let refused = response.head.status.kind != .successful || isAskedAgain
    let summary = "\(response.head.status.code) \(page.title(refused: refused))"
    guard errand.stage == .code, !refused else {
      statuses[errand.stage] = refused ? .refused(summary) : .passed(summary)
      if errand.stage == .authorize, !refused { current = .code }
      return nil
    }
    if status(.authorize) == .underWay { statuses[.authorize] = .passed(summary) }
    if let next = submitPage(for: .code) { return next }
    statuses[.code] = .refused(summary)
    return nil
  }

  /// The browser has shown the client's page; what the client made of the response was judged when it arrived.
  mutating func delivered(_ response: ResponseMessage, _ errand: Errand) -> Dispatch? {
    let request = errand.dispatch.message ?? .get("/", authority: errand.dispatch.authority)
    // The client's own page hands on what only the browser can see.
    if case .submission(let message) = userAgent.receive(response, to: request) {
      return carry(message, for: errand.stage)
    }
    userAgent.closePage()
    if status(errand.stage) == .underWay, errand.stage == .code { statuses[.code] = .refused("not for this client") }
    if status(.authorize) == .underWay {
      if case .passed = status(.code) {
        statuses[.authorize] = .passed("approved at once")
      } else {
        // The error came before anybody was asked: it belongs to the request, not to the decision.
        statuses[.authorize] = status(.code)
        statuses[.code] = .notStarted
        current = .authorize
      }
    }
    return nil
  }
}

extension UserAgent.Page {
  fileprivate func title(refused: Bool) -> String {
    if refused { return loginForm == nil ? "error page" : "wrong password" }
    if loginForm != nil { return "login page" }
    return consentForm == nil ? "page" : "consent page"
  }
}
