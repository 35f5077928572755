public import OAuth

/// Names one thing that the server knows or remembers, without saying any secret.
public enum ServerEntry: Hashable, Sendable {
  case client(ClientIdentifier)
  case resourceOwner(String)
  case authorizationCode(TokenDigest)
  case accessToken(TokenDigest)
  case refreshToken(TokenDigest)
  case session(TokenDigest)
  case consent(resourceOwner: String, client: ClientIdentifier)
  case pushedRequest(TokenDigest)
  case deviceAuthorization(TokenDigest)
  /// By its `kid`.
  case signingKey(String)
  case guesses(Guesses.Target)

  /// For lists: no two entries have the same one.
  public var name: String {
    switch self {
    case .client(let identifier): "client \(identifier)"
    case .resourceOwner(let username): "resourceOwner \(username)"
    case .authorizationCode(let digest), .accessToken(let digest), .refreshToken(let digest), .session(let digest),
      .pushedRequest(let digest), .deviceAuthorization(let digest):
      "\(noun) \(digest.fingerprint)"
    case .consent(let owner, let client): "consent \(client) \(owner)"
    case .signingKey(let identifier): "signingKey \(identifier)"
    case .guesses(.client(let client)): "guesses client \(client)"
    case .guesses(.resourceOwner(let name)): "guesses resourceOwner \(name.fingerprint)"
    case .guesses(.userCode(let session)): "guesses userCode \(session?.fingerprint ?? "")"
    }
  }

  /// As the names of changes begin: `accessToken`.
  var noun: String {
    switch self {
    case .client: "client"
    case .resourceOwner: "resourceOwner"
    case .authorizationCode: "authorizationCode"
    case .accessToken: "accessToken"
    case .refreshToken: "refreshToken"
    case .session: "session"
    case .consent: "consent"
    case .pushedRequest: "pushedRequest"
    case .deviceAuthorization: "deviceCode"
    case .signingKey: "signingKey"
    case .guesses: "guesses"
    }
  }

  /// As a sentence names it; codes and tokens by their beginning only.
  public var phrase: String {
    switch self {
    case .client(let identifier): "client \(identifier)"
    case .resourceOwner(let username): "resource owner \(username)"
    case .authorizationCode(let digest): "code \(digest.beginning)…"
    case .accessToken(let digest): "access token \(digest.beginning)…"
    case .refreshToken(let digest): "refresh token \(digest.beginning)…"
    case .session(let digest): "session \(digest.beginning)…"
    case .consent(let owner, let client): "what \(owner) allowed \(client)"
    case .pushedRequest(let digest): "pushed request \(digest.beginning)…"
    case .deviceAuthorization(let digest): "device code \(digest.beginning)…"
    case .signingKey(let identifier): "signing key \(identifier.prefix(6))…"
    case .guesses(.client(let client)): "wrong secrets of \(client)"
    case .guesses(.resourceOwner(let name)): "wrong passwords of \(name.beginning)…"
    case .guesses(.userCode): "wrong user codes"
    }
  }
}
