import AuthorizationServer
import OAuth
import Terminal

extension InventoryFact {
  /// When it was issued, and whether a change tells of that.
  var issue: (at: Instant, isTold: (Change) -> Bool)? {
    let beginning = digest?.beginning
    switch self {
    case .code(let code):
      return (code.code.issuedAt, { if case .authorizationCodeIssued(beginning, _) = $0 { true } else { false } })
    case .accessToken(let token):
      return (token.token.issuedAt, { if case .accessTokenIssued(beginning, _) = $0 { true } else { false } })
    case .refreshToken(let member, _):
      return (member.token.issuedAt, { if case .refreshTokenIssued(beginning, _) = $0 { true } else { false } })
    case .device(let device):
      return (device.issuedAt, { if case .deviceCodeIssued(beginning, _) = $0 { true } else { false } })
    default: return nil
    }
  }

  /// The life of a code as a line: `├━━━━━ 12.4 s ━━━━━┤┄┄┄ 17.6 s unused ┄┄┄┤`. Empty for what is no code.
  func life(at now: Instant, columns: Int) -> StyledLine {
    guard case .code(let code) = self, columns >= 24 else { return [] }
    let lifetime = code.code.lifetime
    let end = code.code.redeemedAt ?? min(now, code.code.expiresAt)
    let used = min(max(end - code.code.issuedAt, .zero), lifetime)
    let rest = lifetime - used
    let room = min(columns, 70) - 3
    let fraction = lifetime > .zero ? used.seconds / lifetime.seconds : 1
    let left = min(max(0, Int((Double(room) * fraction).rounded())), room)
    let word = code.code.redeemedAt == nil ? "left" : "unused"
    return StyledLine("├", .muted) + LifeLine.segment(used.tenths, "━", left, .accent) + StyledLine("┼", .muted)
      + LifeLine.segment(rest > .zero ? "\(rest.tenths) \(word)" : "", "┄", room - left, .muted)
      + StyledLine("┤", .muted)
  }
}
