import AuthorizationServer
import OAuth

/// One entry of the server's inventory, whatever its kind.
enum InventoryFact: Equatable, Sendable {
  case client(RegisteredClient)
  case owner(Inventory.Owner)
  case code(Inventory.Code)
  case accessToken(Inventory.Token)
  case refreshToken(Inventory.Family.Member, of: Inventory.Family)
  case session(Inventory.SignedIn)
  case consent(Inventory.Consent)
  case pushedRequest(PushedRequest)
  case device(DeviceAuthorization)
  case key(Inventory.Key)
  case guess(Inventory.Guess)

  var entry: ServerEntry {
    switch self {
    case .client(let client): .client(client.identifier)
    case .owner(let owner): .resourceOwner(owner.resourceOwner.username)
    case .code(let code): .authorizationCode(code.code.digest)
    case .accessToken(let token): .accessToken(token.token.digest)
    case .refreshToken(let member, _): .refreshToken(member.token.digest)
    case .session(let session): .session(session.session.digest)
    case .consent(let consent): .consent(resourceOwner: consent.resourceOwner, client: consent.client)
    case .pushedRequest(let request): .pushedRequest(request.digest)
    case .device(let device): .deviceAuthorization(device.digest)
    case .key(let key): .signingKey(key.key.thumbprint)
    case .guess(let guess): .guesses(guess.target)
    }
  }

  /// How it stands; nil for what does not end by itself.
  func condition(at now: Instant) -> Inventory.Condition? {
    switch self {
    case .code(let code): code.condition(at: now)
    case .accessToken(let token): token.condition(at: now)
    case .refreshToken(let member, _): member.condition(at: now)
    case .pushedRequest(let request): request.condition(at: now)
    case .device(let device): device.condition(at: now)
    case .client, .owner, .session, .consent, .key, .guess: nil
    }
  }

  /// What its value was hashed to, where somebody may have presented it.
  var digest: TokenDigest? {
    switch entry {
    case .authorizationCode(let digest), .accessToken(let digest), .refreshToken(let digest),
      .deviceAuthorization(let digest):
      digest
    default: nil
    }
  }

  /// What the filter looks at.
  var words: String {
    switch self {
    case .client(let client): "client \(client.identifier) \(client.name) \(client.type.rawValue)"
    case .owner(let owner): "resource owner user \(owner.resourceOwner.username)"
    case .code(let code):
      "code \(code.code.digest.beginning) \(code.code.request.client) \(code.code.resourceOwner) \(code.code.scope)"
    case .accessToken(let token):
      "access token \(token.token.digest.beginning) \(token.token.client) \(token.token.resourceOwner ?? "")"
    case .refreshToken(let member, _):
      "refresh token \(member.token.digest.beginning) \(member.token.client) \(member.token.resourceOwner ?? "")"
    case .session(let session): "session \(session.session.resourceOwner ?? "")"
    case .consent(let consent): "consent \(consent.resourceOwner) \(consent.client) \(consent.scope)"
    case .pushedRequest(let request): "pushed request \(request.digest.beginning) \(request.client)"
    case .device(let device): "device \(device.userCode) \(device.client)"
    case .key(let key): "key \(key.key.algorithm.rawValue) \(key.key.thumbprint)"
    case .guess(let guess): "wrong guesses \(entry.phrase) \(guess.resourceOwner ?? "")"
    }
  }
}
