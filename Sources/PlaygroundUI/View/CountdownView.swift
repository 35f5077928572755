import OAuth
import Playground
import Terminal

/// The life of the code: a bar, the seconds left, and what became of it.
/// The number is always there; a bar says nothing to a reader.
struct CountdownView {
  let model: Model

  func draw(in area: Rect, on canvas: inout Canvas) {
    guard !area.isEmpty else { return }
    guard let code = model.code else {
      let text = area.columns < 60 ? "no code yet" : "no code yet    the authorization server has issued none"
      canvas.write(" " + text, at: area.origin, style: .muted, columns: area.columns)
      return
    }
    let parts = parts(of: code)
    let head = area.columns < 60 ? "" : " code \(code.beginning)… \(parts.word) "
    canvas.write(head, at: area.origin, style: parts.style)
    let start = area.column + head.displayColumns
    let room = area.endColumn - start - Self.shortestBar - 2
    let tail = tail(parts, narrow: area.columns < 60, columns: room)
    let bar = Rect(
      column: start, row: area.row, columns: min(60, area.endColumn - start - tail.columns - 2), rows: 1)
    Gauge(fraction: parts.fraction, style: parts.style).draw(in: bar, on: &canvas)
    canvas.draw(
      tail, at: Position(column: bar.endColumn + 1, row: area.row), columns: area.endColumn - bar.endColumn - 1)
  }

  private static let shortestBar = 6

  private struct Parts {
    let word: String
    let fraction: Double
    let time: String
    let note: String
    let style: Style
  }

  private func parts(of code: CodeLife) -> Parts {
    let attempts = code.failedAttempts
    let tries = attempts == 0 ? "not redeemed" : "not redeemed, \(attempts) failed"
    switch code.condition(at: model.serverTime) {
    case .alive(let left):
      let fraction = left.seconds / code.lifetime.seconds
      let time = "\(Self.shown(left)) of \(code.lifetime.plainSeconds)"
      let isPaused = model.clock.isPaused
      let skew = SkewWords.of(model.interferences).map { "by the server's clock, \($0)" }
      let hurry = left <= .seconds(5) ? "HURRY" : (left <= .seconds(10) ? "hurry" : tries)
      return Parts(
        word: isPaused ? "held" : "expires", fraction: fraction, time: time,
        note: skew ?? (isPaused ? "\(model.key(.pause)) goes on" : hurry),
        style: left > .seconds(10) ? .accent : (left > .seconds(5) ? .attention : Style(.attention, .reversed)))
    case .redeemed(let after):
      return Parts(
        word: "redeemed ✓", fraction: 1 - min(1, after.seconds / code.lifetime.seconds), time: "after \(after.tenths)",
        note: "a second use is a replay", style: .ok)
    case .expired:
      return Parts(
        word: "EXPIRED ✗", fraction: 0, time: "at \(code.expiresAt.timeOfDay.prefix(8))",
        note: "\(model.key(.newCode)) new code",
        style: .error)
    case .deleted:
      return Parts(
        word: "DELETED ✗", fraction: 0, time: "by hand", note: "the server does not know it any more", style: .error)
    case .revoked:
      return Parts(
        word: "REVOKED ✗", fraction: 0, time: "used twice", note: "its tokens are revoked", style: .error)
    }
  }

  private func tail(_ parts: Parts, narrow: Bool, columns: Int) -> StyledLine {
    if narrow {
      return StyledLine("\(parts.word) ", parts.style) + StyledLine(parts.time, parts.style.bold) + narrowSkew
    }
    let time = StyledLine(" \(parts.time)", parts.style.bold)
    let whole = time + StyledLine("  \(parts.note)")
    return whole.columns <= columns ? whole : time
  }

  /// What is counted down is the server's time. Where that is not everybody's, the number alone would be a riddle.
  private var narrowSkew: StyledLine {
    SkewWords.of(model.interferences) == nil ? [] : StyledLine(" by its clock", .attention)
  }

  /// Whole seconds above ten, tenths below: what is shown changes no more often than it must.
  static func shown(_ left: Duration) -> String {
    left > .seconds(10) ? "\((left.nanoseconds + 999_999_999) / 1_000_000_000) s" : left.tenths
  }
}
