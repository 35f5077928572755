import HTTPTypes
import OAuth

/// Which scripts may read what the server answers. RFC 9700 §2.6: never at the authorization endpoint and its pages.
extension Endpoint {
  /// What a client that runs in a browser sends to the endpoint itself; nil where a browser only ever takes a person,
  /// and at introspection, which resource servers ask.
  var methodsForScripts: [HTTPRequest.Method]? {
    switch self {
    case .metadata, .openIDConfiguration, .keys: [.get, .head]
    case .me, .tokenInformation: [.get, .head, .post]
    case .token, .revocation, .pushedAuthorizationRequest, .deviceAuthorization, .registration: [.post]
    case .authorization, .login, .consent, .endSession, .introspection, .device, .deviceLogin, .deviceConsent: nil
    }
  }

  /// Whether the answer is the same for everybody and no secret.
  fileprivate var isPublic: Bool { [.metadata, .openIDConfiguration, .keys].contains(self) }
}

extension AuthorizationServer {
  /// A page of this machine, or one to which a configured client has its codes sent. Who registered itself is not
  /// asked: anybody can.
  func mayRead(_ endpoint: Endpoint, from origin: String) -> Bool {
    guard endpoint.methodsForScripts != nil else { return false }
    guard !endpoint.isPublic, !Self.isLoopbackOrigin(origin) else { return true }
    return directory.clients.contains { $0.redirectionURIs.contains { $0.origin.hasSameOctets(as: origin) } }
  }

  /// The answer, readable for the page that asked if it may be.
  /// The origin is named exactly, and cookies are never allowed.
  func share(_ answer: Answer, with request: RequestMessage) -> Answer {
    guard let origin = request.head.headerFields[.origin], let endpoint = answer.decision.endpoint,
      mayRead(endpoint, from: origin)
    else { return answer }
    var response = answer.response
    response.head.headerFields[.accessControlAllowOrigin] = endpoint.isPublic ? "*" : origin
    response.head.headerFields[.accessControlExposeHeaders] = "WWW-Authenticate"
    response.head.headerFields[.vary] = "Origin"
    return Answer(response: response, decision: answer.decision, redirection: answer.redirection)
  }

  /// Whether the policy has the endpoint at all.
  func isOffered(_ endpoint: Endpoint) -> Bool {
    switch endpoint {
    case .openIDConfiguration: policy.openIDConnect || profile.dialect.answers.metadata != nil
    case .keys: publishesKeys
    default: true
    }
  }

  private static func isLoopbackOrigin(_ origin: String) -> Bool {
    let hosts = RedirectionURI.loopbackHosts
    guard let parts = (try? RedirectionURI(origin))?.loopbackParts(hosts: hosts) else { return false }
    return hosts.contains { "http://\($0)".hasSameOctets(as: parts.rest) }
  }
}
