import HTTPTypes
public import OAuth
public import OAuthClient

/// Why a dispatch got no response.
public struct CarrierFailure: Error, Equatable, Sendable {
  /// What happened, as a sentence without a full stop.
  public let sentence: String

  public init(_ sentence: String) {
    self.sentence = sentence
  }
}

extension Walkthrough {
  /// Takes in an exchange, ours or somebody else's. An authorization response is judged by the client here, whoever carried it.
  public mutating func record(_ exchange: Exchange) {
    var exchange = exchange
    if exchange.receiver == .client, let request = exchange.request, isAuthorizationResponse(request) {
      exchange.judgement = client.judge(authorizationResponse: request, at: exchange.at)
      refreshEditors()
      conclude(.code, with: exchange)
    }
    timeline.append(exchange)
  }

  /// Takes in what came of a dispatch and says what to send next; nil when the stage has ended.
  public mutating func answered(
    _ number: Dispatch.Number, _ result: Result<ResponseMessage, CarrierFailure>, at now: Instant
  ) -> Dispatch? {
    guard let errand, errand.dispatch.number == number else { return nil }
    self.errand = nil
    switch result {
    case .failure(let failure):
      statuses[errand.stage] = .refused(failure.sentence)
      return nil
    case .success(let response):
      switch errand.step {
      case .browsing: return browsed(response, errand)
      case .delivering: return delivered(errand)
      case .redeeming:
        judge(client.judge(tokenResponse: response, at: now), of: response, errand, passed: "token received")
      case .calling: judge(client.judge(resourceResponse: response), of: response, errand, passed: client.greeting)
      case .probing: break
      }
      return nil
    }
  }

  /// The browser got a page or is sent on.
  private mutating func browsed(_ response: ResponseMessage, _ errand: Errand) -> Dispatch? {
    let request = errand.dispatch.message ?? .get("/", authority: errand.dispatch.authority)
    switch userAgent.receive(response, to: request) {
    case .redirect(let url): return follow(url, for: errand.stage)
    case .page(let page): return arrived(at: page, response, errand)
    }
  }

  /// A page ends the first stage; in the second the resource owner goes on with it, unless it is the same form once more.
  private mutating func arrived(at page: UserAgent.Page, _ response: ResponseMessage, _ errand: Errand) -> Dispatch? {
    let refused = response.head.status.kind != .successful
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
  private mutating func delivered(_ errand: Errand) -> Dispatch? {
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

  private mutating func judge(
    _ judgement: Judgement, of response: ResponseMessage, _ errand: Errand, passed: String
  ) {
    if let exchange = timeline.exchange(of: errand.dispatch.number) {
      timeline.annotate(exchange.number, with: judgement)
    }
    refreshEditors()
    let code = response.head.status.code
    if let refusal = judgement.refusal {
      statuses[errand.stage] = .refused("\(code) \(refusal.wireError ?? refusal.name)")
    } else {
      statuses[errand.stage] = .passed(passed)
      if let next = errand.stage.next { current = next }
    }
  }

  /// The client has judged an authorization response.
  private mutating func conclude(_ stage: Stage, with exchange: Exchange) {
    userAgent.closePage()
    if let refusal = exchange.judgement?.refusal {
      statuses[stage] = .refused(refusal.wireError ?? refusal.name)
      current = stage
    } else {
      statuses[stage] = .passed("\(Evidence.shorten(client.receivedCode ?? "")) one use")
      statuses[.token] = .notStarted
      statuses[.me] = .notStarted
      current = .token
    }
  }

  private func isAuthorizationResponse(_ request: RequestMessage) -> Bool {
    let path = client.configuration.redirectionURI.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" }
    return request.path == path.prefix { $0 != "?" }
  }
}

extension UserAgent.Page {
  fileprivate func title(refused: Bool) -> String {
    if refused { return loginForm == nil ? "error page" : "wrong password" }
    if loginForm != nil { return "login page" }
    return consentForm == nil ? "page" : "consent page"
  }
}

extension OAuthClient {
  /// Whose profile the protected resource showed.
  fileprivate var greeting: String {
    let name = resource?["name"]?.string ?? resource?["sub"]?.string
    return "200" + (name.map { " \($0)" } ?? "")
  }
}

extension ClientRefusal {
  /// The error code as it stood on the wire.
  public var wireError: String? {
    switch self {
    case .authorizationErrorReceived(let code, _), .tokenErrorReceived(_, let code, _): code.text
    case .resourceRefused(_, let code, _): code?.text
    default: nil
    }
  }
}
