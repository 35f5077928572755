import Playground
import Terminal

/// The views: their lists are numbered, and what can be done with an entry there can be said here.
extension PlainVocabulary {
  /// Nothing, an entry, or an entry, what to do with it, and a value.
  func reply(in view: ViewKind, _ rest: Rest) throws(PlainFault) -> PlainReply {
    let words = rest.words
    guard let entry = words.first else { return PlainReply(wishes: [.open(view), .read(.list)]) }
    let start = [Wish.open(view), .choose(entry)]
    guard words.count > 1 else { return PlainReply(wishes: start + [.read(.entry)]) }
    let command = try command(words[1], in: view)
    let value = rest.after(2)
    return PlainReply(
      wishes: start + [.command(command)] + (value.isEmpty ? [] : [.answer(value)])
        + (view == .token ? [.read(.heading)] : []))
  }

  /// By the last part of its name, or by its key.
  private func command(_ word: String, in view: ViewKind) throws(PlainFault) -> Command {
    let entries = model.surroundings.keyMap.entries.filter { $0.scope == .view(view) }
    let named = entries.first { $0.name == word || $0.name == "\(view.word)-\(word)" }
    let pressed = Key(name: word).flatMap { key in entries.first { $0.keys.contains(key) } }
    guard let command = (named ?? pressed)?.command else {
      let names = entries.map { $0.name.replacing("\(view.word)-", with: "") }
      let known = names.isEmpty ? "" : " (there are: \(names.joined(separator: ", ")))"
      throw PlainFault("“\(VisibleText(word).shortened(to: 40).string)” can be done to no entry here\(known)")
    }
    return command
  }

  func reply(to panel: Panel) throws(PlainFault) -> PlainReply {
    switch panel {
    case .request: try reply(to: "request")
    case .explain: try reply(to: "explain")
    case .log: try reply(to: "log")
    case .raw: try reply(to: "raw")
    case .checks: try reply(to: "checks")
    case .server: try reply(to: "inspector")
    case .sequence: PlainReply(lines: PlainReport.sequence(of: model))
    }
  }

  func reply(to action: TokenAction) throws(PlainFault) -> PlainReply {
    switch action {
    case .take: throw PlainFault("which one? \(Self.form("token"))")
    case .tamper, .edit: throw PlainFault("which claim or check? \(Self.form("tokens"))")
    case .following, .preceding, .undo:
      return PlainReply(wishes: [.open(.token), .command(.token(action)), .read(.list)])
    case .use, .fetchKeys: return PlainReply(wishes: [.open(.token), .command(.token(action))])
    }
  }

  func reply(to act: ServerAct) throws(PlainFault) -> PlainReply {
    switch act {
    case .rotateKeys, .takeBack: return PlainReply(wishes: [.open(.inspector), .command(.act(act))])
    case .expire, .delete, .revoke, .replay, .signOut, .forget:
      throw PlainFault("which entry? \(Self.form("inspector"))")
    }
  }

  func reply(to act: PolicyAct) throws(PlainFault) -> PlainReply {
    switch act {
    case .allStandard, .takeBack: return PlainReply(wishes: [.open(.policy), .command(.bend(act))])
    case .next, .previous, .edit, .standard: throw PlainFault("which switch? \(Self.form("policy"))")
    }
  }
}
