import Terminal

/// The commands of the views that look into the server and change it.
extension CommandEntry {
  static let inspector = [
    act("expire", .expire, "x", "let it expire now", hint: "expire"),
    act("delete", .delete, "X", "make the server forget it", hint: "delete"),
    act("revoke", .revoke, "V", "revoke it, or all that came of it", hint: "revoke"),
    act("replay", .replay, "R", "send again the request that presented it", hint: "replay"),
    act("sign-out", .signOut, "O", "sign the user out of every browser", hint: "sign out"),
    act("forget", .forget, "F", "forget a consent, or wrong guesses", hint: "forget"),
    act("rotate-keys", .rotateKeys, "K", "sign with new keys", hint: "new keys"),
    act("take-back", .takeBack, "u", "take the last change back", hint: "take back"),
  ]

  static let policy = [
    bend("next", .next, "+", "the next value"),
    bend("previous", .previous, "-", "the value before"),
    bend("edit", .edit, "e", "type the value", hint: "type"),
    bend("standard", .standard, "d", "back to the profile's value", hint: "profile's"),
    bend("all-standard", .allStandard, "D", "all back to the profile's values", hint: "all back"),
    bend("take-back", .takeBack, "u", "take the last change back", hint: "take back"),
  ]

  static let interference = [
    meddle("toggle", .toggle, "t", "for the next message; off again"),
    meddle("always", .always, "a", "for every message, until it is switched off", hint: "always"),
    meddle("seconds", .seconds, "e", "how long, or how far", hint: "seconds"),
    meddle("all-off", .allOff, "D", "switch everything off", hint: "all off"),
  ]

  private static func meddle(
    _ name: String, _ act: InterferenceAct, _ key: Key, _ title: String, hint: String? = nil
  ) -> CommandEntry {
    CommandEntry(
      "interference-\(name)", .meddle(act), [key], .view(.interference), in: .view(.interference), title, hint: hint)
  }

  private static func act(
    _ name: String, _ act: ServerAct, _ key: Key, _ title: String, hint: String
  ) -> CommandEntry {
    CommandEntry(
      "inspector-\(name)", .act(act), [key], .view(.inspector), in: .view(.inspector), title, hint: hint)
  }

  private static func bend(
    _ name: String, _ act: PolicyAct, _ key: Key, _ title: String, hint: String? = nil
  ) -> CommandEntry {
    CommandEntry("policy-\(name)", .bend(act), [key], .view(.policy), in: .view(.policy), title, hint: hint)
  }
}
