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
public struct Exchange: Equatable, Sendable {
  public let number: Int
  /// The server's time at which the request was answered.
  public let at: Instant
  public let sender: Sender
  public let receiver: Party
  /// The dispatch of ours that caused it; nil for an external sender.
  public let dispatch: Dispatch.Number?
  public let requestBytes: [UInt8]
  public let responseBytes: [UInt8]
  /// Nil when the bytes were no HTTP request.
  public let request: RequestMessage?
  public let response: ResponseMessage
  public let duration: Duration
  /// Why the listener itself refused the bytes.
  public let problem: String?
  /// The server's reasons.
  public let decision: Decision?
  /// The client's reasons, once it has judged the message that was meant for it.
  public var judgement: Judgement?

  public init(
    number: Int, at: Instant, sender: Sender, receiver: Party, dispatch: Dispatch.Number?, requestBytes: [UInt8],
    responseBytes: [UInt8], request: RequestMessage?, response: ResponseMessage, duration: Duration,
    problem: String? = nil, decision: Decision? = nil, judgement: Judgement? = nil
  ) {
    self.number = number
    self.at = at
    self.sender = sender
    self.receiver = receiver
    self.dispatch = dispatch
    self.requestBytes = requestBytes
    self.responseBytes = responseBytes
    self.request = request
    self.response = response
    self.duration = duration
    self.problem = problem
    self.decision = decision
    self.judgement = judgement
  }

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
      .deviceConsent, .registration, .tokenInformation, .keys, .metadata, .openIDConfiguration, nil:
      return nil
    }
  }
}

extension RequestMessage {
  /// What a token request asks by: the first `grant_type` of its form.
  fileprivate var grantType: String? { (try? FormEncoding.parse(body))?[.grantType] }
}
