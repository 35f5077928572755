import OAuth
import OAuthClient
import Playground
import Terminal

extension PlainReport {
  /// The server's time, and what runs out.
  static func time(of model: Model) -> [String] {
    let clock = model.clock
    let ahead = clock.offset == .zero ? "" : ", \(clock.offset.tenths) ahead of this machine's"
    var lines = [
      "The server's time is \(model.serverTime.timeOfDay.prefix(8))\(clock.isPaused ? ", and stands still" : ahead)."
    ]
    if let skew = SkewWords.of(model.interferences) { lines.append("Its clock is wrong: \(skew).") }
    lines.append(model.code.map { condition(of: $0, model) } ?? "There is no code yet.")
    if let end = model.walkthrough.client.accessToken?.expiresAt {
      let left = end - model.now
      lines.append(
        left > .zero
          ? "The access token lives \(CountdownView.shown(left)) more." : "The access token has expired.")
    }
    return lines
  }

  static func condition(of code: CodeLife, _ model: Model) -> String {
    switch code.condition(at: model.serverTime) {
    case .alive(let left): "The code lives \(CountdownView.shown(left)) more."
    case .redeemed: "The code is redeemed."
    case .expired: "The code has expired."
    case .deleted: "The code is deleted."
    case .revoked: "The code was used twice, and its tokens are revoked."
    }
  }

  /// The clock was moved or held, and what that has ended.
  static func clock(from before: Model, to after: Model) -> [String] {
    var lines: [String] = []
    if after.clock.isPaused != before.clock.isPaused {
      lines.append(after.clock.isPaused ? "The server's clock stands still." : "The server's clock runs.")
    } else if after.clock.isPaused
      ? after.clock.heldAt != before.clock.heldAt : after.clock.offset != before.clock.offset
    {
      lines.append("The server's time is \(after.serverTime.timeOfDay.prefix(8)).")
    }
    if let code = after.code, code == before.code, case .expired = code.condition(at: after.serverTime),
      case .alive = code.condition(at: before.serverTime)
    {
      lines.append(condition(of: code, after))
    }
    return lines
  }
}
