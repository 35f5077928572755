public import AuthorizationServer
public import OAuth
public import OAuthClient

/// Who sent a request.
public enum Sender: String, Sendable, CaseIterable {
  /// Our user agent, playing the resource owner's browser.
  case userAgent = "browser"
  case client
  /// The resource server that introspects: `api` of the demonstration.
  case resourceServer = "api"
  /// Another program: curl, a browser, the learner's own client.
  case external
}

/// Who answered it.
public enum Party: String, Sendable, CaseIterable {
  case authorizationServer = "server"
  case client
}

/// One request and its response as they crossed the wire, with the reasons of those who judged them.
public struct Exchange: Sendable {
  private let facts: Facts
  /// The client's reasons, once it has judged the message that was meant for it.
  public var judgement: Judgement?

  public init(
    number: Int, at: Instant, sender: Sender, receiver: Party, dispatch: Dispatch.Number?, requestBytes: [UInt8],
    responseBytes: [UInt8], request: RequestMessage?, response: ResponseMessage, duration: Duration,
    problem: String? = nil, decision: Decision? = nil, judgement: Judgement? = nil,
    interferences: [Interference] = []
  ) {
    facts = Facts(
      Content(
        number: number, at: at, sender: sender, receiver: receiver, dispatch: dispatch, requestBytes: requestBytes,
        responseBytes: responseBytes, request: request, response: response, duration: duration, problem: problem,
        decision: decision, interferences: interferences))
    self.judgement = judgement
  }

  public var number: Int { facts.content.number }
  /// The server's time at which the request was answered.
  public var at: Instant { facts.content.at }
  public var sender: Sender { facts.content.sender }
  public var receiver: Party { facts.content.receiver }
  /// The dispatch of ours that caused it; nil for an external sender.
  public var dispatch: Dispatch.Number? { facts.content.dispatch }
  public var requestBytes: [UInt8] { facts.content.requestBytes }
  public var responseBytes: [UInt8] { facts.content.responseBytes }
  /// Nil when the bytes were no HTTP request.
  public var request: RequestMessage? { facts.content.request }
  public var response: ResponseMessage { facts.content.response }
  public var duration: Duration { facts.content.duration }
  /// Why the listener itself refused the bytes.
  public var problem: String? { facts.content.problem }
  /// What went wrong with it on its way, in the order in which it happened. The octets are as the sender sent and got
  /// them; ``request`` is as the server saw it, ``response`` what the server's side gave.
  public var interferences: [Interference] { facts.content.interferences }
  /// The server's reasons.
  public var decision: Decision? { facts.content.decision }

  /// The stage this exchange belongs to, judged by where it went.
  public var stage: Stage? {
    guard receiver == .authorizationServer else { return .code }
    switch decision?.endpoint {
    case .authorization: return .authorize
    case .login, .consent: return .code
    case .token: return request?.grantType == GrantType.refreshToken.text ? .refresh : .token
    case .me: return .me
    case .introspection: return .introspect
    case .revocation: return .revoke
    case .pushedAuthorizationRequest, .deviceAuthorization, .device, .deviceLogin,
      .deviceConsent, .registration, .tokenInformation, .endSession, .keys, .metadata, .openIDConfiguration, nil:
      return nil
    }
  }
}

extension Exchange: Equatable {
  public static func == (one: Exchange, other: Exchange) -> Bool {
    (one.facts === other.facts || one.facts.content == other.facts.content) && one.judgement == other.judgement
  }

  private struct Content: Equatable, Sendable {
    let number: Int
    let at: Instant
    let sender: Sender
    let receiver: Party
    let dispatch: Dispatch.Number?
    let requestBytes: [UInt8]
    let responseBytes: [UInt8]
    let request: RequestMessage?
    let response: ResponseMessage
    let duration: Duration
    let problem: String?
    let decision: Decision?
    let interferences: [Interference]
  }

  /// What never changes, behind one reference: a timeline is looked through many times for every frame.
  private final class Facts: Sendable {
    let content: Content
    init(_ content: Content) { self.content = content }
  }
}

extension RequestMessage {
  /// What a token request asks by: the first `grant_type` of its form.
  fileprivate var grantType: String? { (try? FormEncoding.parse(body))?[.grantType] }
}
