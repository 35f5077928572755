import AuthorizationServer
import OAuth
import Terminal

extension InventoryFact {
  /// The entry in a list: what it is called, and how it stands.
  func line(at now: Instant, columns: Int) -> StyledLine {
    let state = state(at: now)
    let room = max(6, columns - state.columns - 2)
    let name = StyledLine("  ") + label.shortened(to: max(4, room - 2))
    return name + StyledLine(String(repeating: " ", count: max(1, room + 1 - name.columns))) + state
  }

  private var label: StyledLine {
    switch self {
    case .client(let client): StyledLine(client.isSelfRegistered ? client.name : client.identifier.text)
    case .owner(let owner): StyledLine(owner.resourceOwner.username)
    case .code(let code): beginning(code.code.digest)
    case .accessToken(let token): beginning(token.token.digest)
    case .refreshToken(let member, _): StyledLine(Self.branch(member.depth), .muted) + beginning(member.token.digest)
    case .session(let session): StyledLine(session.session.resourceOwner ?? "nobody")
    case .consent(let consent): StyledLine("\(consent.resourceOwner) → \(consent.client)")
    case .pushedRequest(let request): beginning(request.digest) + StyledLine("  \(request.client)", .muted)
    case .device(let device): StyledLine(device.userCode.description) + StyledLine("  \(device.client)", .muted)
    case .key(let key): StyledLine("\(key.key.thumbprint.prefix(6))…  \(key.key.algorithm.rawValue)")
    case .guess(let guess): StyledLine(Self.label(of: guess))
    }
  }

  private func beginning(_ digest: TokenDigest) -> StyledLine { StyledLine("\(digest.beginning)…") }

  /// A token stands under the one whose place it took, until there is no room to the right.
  private static func branch(_ depth: Int) -> String {
    depth == 0 ? "" : String(repeating: "  ", count: min(depth, 6) - 1) + "└ "
  }

  static func label(of guess: Inventory.Guess) -> String {
    switch guess.target {
    case .client(let client): client.text
    case .resourceOwner(let name): guess.resourceOwner ?? "\(name.beginning)…"
    case .userCode(nil): "user codes, all browsers"
    case .userCode: "user codes, one browser"
    }
  }

  /// How it stands, in a word with a sign.
  func state(at now: Instant) -> StyledLine {
    if let condition = condition(at: now) { return condition.line(active: activeWord, used: usedWord) }
    switch self {
    case .client(let client):
      return StyledLine(client.isSelfRegistered ? "self-registered" : client.type.rawValue, .muted)
    case .owner(let owner): return owner.sessions == 0 ? StyledLine() : StyledLine("● signed in", .accent)
    case .session(let session):
      return StyledLine(session.session.authenticatedAt.map { "\($0.timeOfDay.prefix(8))" } ?? "", .muted)
    case .key(let key): return StyledLine(key.isCurrent ? "signs" : "published", key.isCurrent ? .accent : .muted)
    case .guess(let guess):
      return StyledLine("\(guess.count) of \(guess.limit)", guess.count >= guess.limit ? .attention : .muted)
    default: return []
    }
  }

  private var usedWord: String {
    if case .pushedRequest = self { "used" } else { "redeemed" }
  }

  private var activeWord: String {
    guard case .device(let device) = self else { return "active" }
    switch device.decision {
    case .allowed: return "allowed"
    default: return "waits"
    }
  }
}

extension Inventory.Condition {
  /// A word, a sign and, while it lives, how long still.
  func line(active: String = "active", used: String = "redeemed") -> StyledLine {
    switch self {
    case .active(let left): StyledLine("\(active)  \(TimeLeft(left).text)", .accent)
    case .used: StyledLine("\(used) ✓", .ok)
    case .replaced: StyledLine("replaced", .muted)
    case .expired: StyledLine("expired ✗", .error)
    case .revoked: StyledLine("revoked ✗", .error)
    case .burnt: StyledLine("burnt ✗", .error)
    case .denied: StyledLine("denied ✗", .error)
    }
  }
}
