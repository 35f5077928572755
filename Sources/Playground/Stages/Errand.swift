import HTTPTypes
import OAuth

/// Something our parties are busy with; each has one request on its way.
public struct Errand: Equatable, Sendable {
  enum Step: Equatable, Sendable {
    /// The browser opens a page or follows a redirect.
    case browsing
    /// The browser calls the client's redirection endpoint.
    case delivering
    /// The client fetches the server's keys, because it is about to get a signed token or has got one.
    case fetchingKeys
    case redeeming
    case calling
    case refreshing
    case introspecting
    case revoking
    /// A client gets a token in its own name, having asked for this scope.
    case working(Scope)
    /// A raw request, which nobody judges.
    case probing
  }

  public let stage: Stage
  let dispatch: Dispatch
  let step: Step
}

/// A request that a stage, or a step of a scenario, is about to send.
struct Outgoing: Equatable, Sendable {
  let stage: Stage
  let step: Errand.Step
  let sender: Sender
  let authority: String
  let octets: [UInt8]
  /// Nil for a raw request.
  let message: RequestMessage?

  init(_ message: RequestMessage, from sender: Sender, _ step: Errand.Step, for stage: Stage) {
    self.stage = stage
    self.step = step
    self.sender = sender
    authority = message.head.authority ?? ""
    octets = message.octets
    self.message = message
  }

  /// The octets of a request that was sent before, whoever sent them.
  init?(again exchange: Exchange, to authority: String) {
    guard let request = exchange.request else { return nil }
    stage = exchange.stage ?? .token
    step = .probing
    sender = .client
    self.authority = authority
    octets = exchange.requestBytes
    message = request
  }

  init(raw octets: [UInt8], to authority: String, during stage: Stage) {
    self.stage = stage
    step = .probing
    sender = .client
    self.authority = authority
    self.octets = octets
    message = nil
  }
}
