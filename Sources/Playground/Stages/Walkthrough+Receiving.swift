import HTTPTypes
public import OAuth
import OAuthClient

extension Walkthrough {
  /// Takes in what somebody did to the server by hand.
  public mutating func record(_ change: NotedChange) {
    timeline.append(change)
  }

  /// Takes in an exchange, ours or somebody else's. An authorization response is judged by the client here,
  /// whoever carried it.
  public mutating func record(_ exchange: Exchange) {
    var exchange = exchange
    if exchange.receiver == .client, let request = exchange.request, isAuthorizationResponse(request) {
      exchange.judgement = client.judge(authorizationResponse: request, at: exchange.at)
      refreshEditors()
      conclude(.code, with: exchange)
    }
    timeline.append(exchange)
  }

  /// Takes in what came of a dispatch and says what to send next; nil when nothing follows from it.
  public mutating func answered(
    _ number: Dispatch.Number, _ result: Result<ResponseMessage, CarrierFailure>, at now: Instant
  ) -> Dispatch? {
    guard let index = errands.firstIndex(where: { $0.dispatch.number == number }) else { return nil }
    let errand = errands.remove(at: index)
    switch result {
    case .failure(let failure):
      statuses[errand.stage] = .refused(failure.sentence)
      if errand.step == .fetchingKeys { judgeAwaiting(at: now) }
      return nil
    case .success(let response):
      if let moved = followAsLibrariesDo(response, errand) { return moved }
      switch errand.step {
      case .browsing: return browsed(response, errand)
      case .delivering: return delivered(response, errand)
      case .fetchingKeys: return fetchedKeys(response, errand, at: now)
      case .redeeming, .refreshing:
        if let fetch = fetchMissingKey(for: errand, response) { return fetch }
        judge(response, errand, at: now)
      case .calling, .introspecting, .revoking, .working: judge(response, errand, at: now)
      case .probing: break
      }
      return nil
    }
  }

  /// The HTTP library under a client that has sent a POST follows 301 and 302 on its own: with a GET, without the body,
  /// as every library does. RFC 9110 §15.4.2.
  private mutating func followAsLibrariesDo(_ response: ResponseMessage, _ errand: Errand) -> Dispatch? {
    switch errand.step {
    case .browsing, .delivering, .fetchingKeys, .probing: return nil
    case .redeeming, .calling, .refreshing, .introspecting, .revoking, .working: break
    }
    guard [301, 302].contains(response.head.status.code), var message = errand.dispatch.message,
      message.head.method == .post, let location = response.head.headerFields[.location]
    else { return nil }
    let origin = "http://\(errand.dispatch.authority)"
    // A library that went elsewhere would take the credentials there.
    guard location.hasPrefix("\(origin)/") else { return nil }
    message.head.method = .get
    message.head.path = String(location.dropFirst(origin.count))
    (message.head.headerFields[.contentType], message.head.headerFields[.contentLength], message.body) = (nil, nil, [])
    return send(Outgoing(message, from: errand.dispatch.sender, errand.step, for: errand.stage))
  }

  /// Fetches the keys once more where the ID token names one that the client has not got.
  private mutating func fetchMissingKey(for errand: Errand, _ response: ResponseMessage) -> Dispatch? {
    guard client.lacksKey(for: response) else { return nil }
    awaitingKeys.append(Unjudged(errand: errand, response: response))
    return errands.contains { $0.step == .fetchingKeys } ? nil : fetchKeys(for: errand.stage)
  }

  /// The keys have come, or something else: on with what needed them.
  private mutating func fetchedKeys(_ response: ResponseMessage, _ errand: Errand, at now: Instant) -> Dispatch? {
    annotate(errand, with: client.judge(keysResponse: response))
    guard awaitingKeys.isEmpty else {
      judgeAwaiting(at: now)
      return nil
    }
    return send(outgoing(errand.stage))
  }

  private mutating func judgeAwaiting(at now: Instant) {
    let unjudged = awaitingKeys
    awaitingKeys = []
    for one in unjudged { judge(one.response, one.errand, at: now) }
  }

  /// Lets whoever asked judge the answer, and ends the stage with what came of it.
  private mutating func judge(_ response: ResponseMessage, _ errand: Errand, at now: Instant) {
    let judgement: Judgement
    switch errand.step {
    case .redeeming: judgement = client.judge(tokenResponse: response, at: now)
    case .calling: judgement = client.judge(resourceResponse: response)
    case .refreshing: judgement = client.judge(refreshResponse: response, at: now)
    case .introspecting: judgement = cast.resourceServer.judge(introspectionResponse: response, at: now)
    case .revoking: judgement = client.judge(revocationResponse: response)
    case .working(let scope): judgement = client.judge(clientCredentialsResponse: response, asked: scope, at: now)
    case .browsing, .delivering, .fetchingKeys, .probing: return
    }
    annotate(errand, with: judgement)
    refreshEditors()
    if let refusal = judgement.refusal {
      statuses[errand.stage] = .refused("\(response.head.status.code) \(refusal.wireError ?? refusal.name)")
    } else {
      statuses[errand.stage] = .passed(success(of: errand.step))
      if let next = errand.stage.following { current = next }
    }
  }

  private mutating func annotate(_ errand: Errand, with judgement: Judgement) {
    guard let exchange = timeline.exchange(of: errand.dispatch.number) else { return }
    timeline.annotate(exchange.number, with: judgement)
  }

  private func success(of step: Errand.Step) -> String {
    switch step {
    case .calling: client.greeting
    case .refreshing: "token refreshed"
    case .introspecting: "active"
    case .revoking: "revoked"
    default: "token received"
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
      for later in Stage.allCases where later > .code { statuses[later] = .notStarted }
      current = .token
    }
  }

  private func isAuthorizationResponse(_ request: RequestMessage) -> Bool {
    let path = client.configuration.redirectionURI.drop { $0 != ":" }.dropFirst(3).drop { $0 != "/" }
    // Without any parameter it is the page that looks into the fragment.
    return request.path == path.prefix { $0 != "?" } && (request.head.method == .post || !request.query.isEmpty)
  }
}

extension OAuthClient {
  /// Whose profile the protected resource showed.
  fileprivate var greeting: String {
    let name = resource?["name"]?.string ?? resource?[configuration.subjectMember]?.string
    return "200" + (name.map { " \($0)" } ?? "")
  }
}
