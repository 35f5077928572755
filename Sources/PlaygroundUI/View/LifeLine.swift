import AuthorizationServer
import OAuth
import Playground
import Terminal

/// How a life went and what came after it, drawn to scale.
enum LifeLine {
  /// When something was issued, when it expired and how late it was used; empty for all other refusals.
  static func rows(of exchange: Exchange, columns: Int) -> [StyledLine] {
    guard let (lifetime, late) = exchange.decision?.refusal?.lateness, columns >= 36 else { return [] }
    let expired = exchange.at + (.zero - late)
    let width = min(columns, 76)
    let room = width - 5
    let share = lifetime.seconds / max(0.001, (lifetime + late).seconds)
    let life = min(max(10, Int(Double(room) * share)), room - 16)
    let line =
      StyledLine("├", .muted) + segment(lifetime.plainSeconds, "━", life, .accent) + StyledLine("┤", .muted)
      + segment("\(late.tenths) late", "┄", room - life, .muted) + StyledLine("► ", .muted) + StyledLine("✗", .error)
    let moments = [
      "issued \((expired + (.zero - lifetime)).timeOfDay)", "expired \(expired.timeOfDay)",
      "used \(exchange.at.timeOfDay)",
    ]
    let gap = width - moments.map(\.count).reduce(0, +)
    guard gap >= 4 else { return [line, []] }
    let words = moments[0] + blanks(gap / 2) + moments[1] + blanks(gap - gap / 2) + moments[2]
    return [StyledLine(words, .muted), line, []]
  }

  /// A piece of a line with words in its middle, where they fit.
  static func segment(_ words: String, _ sign: Character, _ columns: Int, _ style: Style) -> StyledLine {
    let room = columns - words.count - 2
    guard room >= 2, !words.isEmpty else { return StyledLine(String(repeating: sign, count: columns), style) }
    return StyledLine(String(repeating: sign, count: room / 2), style) + StyledLine(" \(words) ")
      + StyledLine(String(repeating: sign, count: room - room / 2), style)
  }

  private static func blanks(_ count: Int) -> String { String(repeating: " ", count: count) }
}

extension Refusal {
  /// How long something was good for, and how much later it came.
  fileprivate var lateness: (lifetime: Duration, late: Duration)? {
    switch self {
    case .authorizationCodeExpired(let late, let lifetime), .accessTokenExpired(let late, let lifetime),
      .refreshTokenExpired(let late, let lifetime):
      (lifetime, late)
    default: nil
    }
  }
}
