import AuthorizationServer
import OAuth
import Terminal

/// The codes that live at one place of the server's life line.
struct LivingCodes: Equatable {
  private struct Life: Equatable {
    let beginning: String
    let issuedAt: Instant
    let expiresAt: Instant
  }

  private var lives: [Life] = []

  var isEmpty: Bool { lives.isEmpty }

  /// What the changes say about codes, in a few words; empty where they say nothing.
  mutating func observe(_ changes: [Change], at now: Instant) -> StyledLine {
    changes.reduce(into: StyledLine()) { mark, change in
      guard let said = observe(change, at: now) else { return }
      mark = said
    }
  }

  private mutating func observe(_ change: Change, at now: Instant) -> StyledLine? {
    switch change {
    case .authorizationCodeIssued(let beginning, let lifetime):
      lives.append(Life(beginning: beginning, issuedAt: now, expiresAt: now + lifetime))
      return StyledLine("\(beginning)… ", .value) + StyledLine(lifetime.plainSeconds, .accent)
    case .authorizationCodeRedeemed(let beginning):
      let life = lives.last { $0.beginning == beginning }
      remove(beginning)
      return StyledLine("redeemed ✓", .ok) + StyledLine(life.map { " \((now - $0.issuedAt).tenths)" } ?? "", .ok)
    case .authorizationCodeTried(_, let attempts): return StyledLine("\(attempts) failed", .attention)
    case .authorizationCodeReplayed: return StyledLine("replayed ✗", .error)
    case .expired(.authorizationCode(let digest)):
      remove(digest.beginning)
      return StyledLine("expired ✗", .error)
    case .deleted(.authorizationCode(let digest)):
      remove(digest.beginning)
      return StyledLine("deleted ✗", .error)
    default: return nil
    }
  }

  private mutating func remove(_ beginning: String) { lives.removeAll { $0.beginning == beginning } }

  /// Ends the first life that is over at a time and says so; nil when there is none.
  mutating func expireNext(by now: Instant) -> (words: StyledLine, mark: StyledLine)? {
    guard let index = lives.firstIndex(where: { $0.expiresAt <= now }) else { return nil }
    let life = lives.remove(at: index)
    return (
      StyledLine("code \(life.beginning)… ended at \(life.expiresAt.timeOfDay.prefix(8))", .muted),
      StyledLine("EXPIRED ✗", .error)
    )
  }

  /// How long the newest one still lives.
  func left(at now: Instant) -> Duration? { lives.last.map { $0.expiresAt - now } }
}
