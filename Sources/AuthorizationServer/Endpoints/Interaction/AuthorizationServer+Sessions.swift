import HTTPTypes
import OAuth

extension AuthorizationServer {
  static let sessionCookie = "oauth_playground_session"

  /// The session whose cookie a request carries, if we know it.
  func session(of request: RequestMessage) -> Session? {
    for pair in request.head.headerFields[values: .cookie].flatMap({ $0.split(separator: ";") }) {
      let trimmed = pair.drop { $0 == " " }
      guard trimmed.hasPrefix(Self.sessionCookie + "=") else { continue }
      let value = String(trimmed.dropFirst(Self.sessionCookie.count + 1))
      if let session = state.sessions[TokenDigest(value)] { return session }
    }
    return nil
  }

  /// A new session under a new identifier, and the cookie that names it.
  ///
  /// The cookie is bound to the path of the pages it is for: a host's ports share its cookies (RFC 6265 §8.5), and the
  /// client's redirection endpoint lives on the same host.
  mutating func startSession(
    signedIn owner: ResourceOwner? = nil, under pages: Endpoint = .authorization, at now: Instant
  ) -> (Session, cookie: String) {
    let value = random.token()
    let session = Session(
      digest: TokenDigest(value), resourceOwner: owner?.username, authenticatedAt: owner.map { _ in now })
    let lifetime = owner == nil ? ServerLimits.anonymousSessionLifetime : ServerLimits.sessionLifetime
    state.start(session, until: now + lifetime)
    let path = profile.dialect.style.sessionPath ?? path(of: pages)
    return (session, "\(Self.sessionCookie)=\(value); Path=\(path); HttpOnly; SameSite=Lax")
  }

  /// Whether a request carries what this server's own login would have left in the browser.
  func hasSignInCookie(_ request: RequestMessage) -> Bool {
    guard let name = profile.dialect.signInCookie else { return false }
    return request.head.headerFields[values: .cookie].flatMap { $0.split(separator: ";") }
      .contains { $0.drop { $0 == " " }.utf8.starts(with: name.utf8) }
  }
}
