import AuthorizationServer
import HTTPTypes
public import OAuth
import Synchronization

extension PlaygroundHost {
  /// Lets something go wrong from now on, or not any more; nil switches everything off.
  public func interfere(_ setting: InterferenceSetting?) {
    state.withLock { $0.interfere(setting) }
  }

  /// What is switched on, in the order of the catalogue.
  public var interferences: [InterferenceSetting] { state.withLock { $0.settings } }

  /// How long a request is to be held before it is answered. Asked once, before ``respond(to:as:number:)``.
  ///
  /// While the server's clock is held nobody waits: it goes forward instead.
  public func hold(_ request: RequestMessage, as party: Party, number: Int) -> Duration {
    state.withLock { state in
      guard party == .authorizationServer, !state.isCommand(request), !state.isBeside(request),
        let delay = state.use(.delay)
      else { return .zero }
      state.harmed[RequestKey(party: party, number: number)] = [.delay]
      guard state.clock.isPaused else { return delay.duration }
      state.clock.advance(by: delay.duration)
      return .zero
    }
  }
}

extension PlaygroundHost.State {
  /// What is asked for anew replaces what was left.
  mutating func interfere(_ setting: InterferenceSetting?) {
    guard let setting else {
      (interferences, server.breakdowns) = ([:], Breakdowns())
      return
    }
    switch setting.interference {
    case .failStore: server.breakdowns[.store] = setting.times ?? .max
    case .failClientLookup: server.breakdowns[.clientLookup] = setting.times ?? .max
    default: interferences[setting.interference] = setting.times == 0 ? nil : setting
    }
  }

  var settings: [InterferenceSetting] {
    Interference.allCases.compactMap { interference in
      switch interference {
      case .failStore: setting(interference, left: server.breakdowns[.store])
      case .failClientLookup: setting(interference, left: server.breakdowns[.clientLookup])
      default: interferences[interference]
      }
    }
  }

  private func setting(_ interference: Interference, left: Int) -> InterferenceSetting? {
    left > 0 ? InterferenceSetting(interference, times: left == .max ? nil : left) : nil
  }

  /// One of an interference, which is used up then; nil where none is due.
  mutating func use(_ interference: Interference) -> InterferenceSetting? {
    guard let setting = interferences[interference] else { return nil }
    interferences[interference] = setting.used
    return setting
  }

  /// Keys and metadata are fetched beside the flow: what is to happen to the next request does not happen to them.
  func isBeside(_ request: RequestMessage) -> Bool {
    [Endpoint.keys, .metadata, .openIDConfiguration].contains { server.url(of: $0).hasSuffix(request.path) }
  }

  /// Answers a request to the authorization server, with everything that comes between.
  ///
  /// - Returns: nil where the connection is to be closed without an answer.
  mutating func answer(_ arrived: RequestMessage, _ key: PlaygroundHost.RequestKey, at now: Instant) -> ResponseMessage?
  {
    var harm = harmed.removeValue(forKey: key) ?? []
    guard !isBeside(arrived) else { return answer(arrived, key, at: now, harm) }
    if use(.abort) != nil {
      open[key] = .unseen(arrived, at: now, harm + [.abort], ResponseMessage(status: .init(code: 0)))
      return nil
    }
    if use(.serverOff) != nil {
      open[key] = .unseen(arrived, at: now, harm + [.serverOff], .badGateway)
      return .badGateway
    }
    if arrived.head.method == .post, use(.postToGet) != nil {
      open[key] = .unseen(arrived, at: now, harm + [.postToGet], .moved(arrived))
      return open[key]?.response
    }
    let request = onItsWay(arrived, &harm)
    var time = now
    if let skew = use(.clockSkew) {
      harm.append(.clockSkew)
      time = now + skew.duration
    }
    if use(.deliverTwice) != nil {
      harm.append(.deliverTwice)
      _ = answer(request, key, at: time, harm)
      open[key].map { early[key] = $0 }
    }
    return answer(request, key, at: time, harm)
  }

  /// What a request becomes on its way.
  private mutating func onItsWay(_ arrived: RequestMessage, _ harm: inout [Interference]) -> RequestMessage {
    var request = arrived
    for interference in [Interference.stripAuthorization, .loseBody, .decodeTwice, .alterRequest] {
      guard let harmed = request.harmed(by: interference), use(interference) != nil else { continue }
      (request, harm) = (harmed, harm + [interference])
    }
    return request
  }

  private mutating func answer(
    _ request: RequestMessage, _ key: PlaygroundHost.RequestKey, at time: Instant, _ harm: [Interference]
  ) -> ResponseMessage? {
    var harm = harm
    let isBeside = isBeside(request)
    if !server.isQuestion(request) { history.noteRequest() }
    let before = server.breakdowns
    let answer = server.respond(to: request, at: time)
    if server.breakdowns[.store] < before[.store] { harm.append(.failStore) }
    if server.breakdowns[.clientLookup] < before[.clientLookup] { harm.append(.failClientLookup) }
    var response = answer.response
    for interference in [Interference.phpWarning, .alterResponse] where !isBeside {
      guard let harmed = response.harmed(by: interference), use(interference) != nil else { continue }
      (response, harm) = (harmed, harm + [interference])
    }
    let isLost = !isBeside && use(.dropResponse) != nil
    if isLost { harm.append(.dropResponse) }
    open[key] = PlaygroundHost.Pending(
      at: time, request: request, response: response, decision: answer.decision, interferences: harm)
    return isLost ? nil : response
  }
}

extension PlaygroundHost.Pending {
  /// What the server never saw.
  static func unseen(
    _ request: RequestMessage, at instant: Instant, _ interferences: [Interference], _ response: ResponseMessage
  ) -> Self {
    Self(at: instant, request: request, response: response, decision: nil, interferences: interferences)
  }
}
