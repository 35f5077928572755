import AuthorizationServer
import OAuth
import Playground
import Terminal

/// The words of line mode: what they mean to a model as it stands.
///
/// Besides those with a form of their own these are the names of the catalogue, as in a key map file, and the keys
/// themselves: what an explanation advises to press can be typed, too.
public struct PlainVocabulary {
  let model: Model

  public init(_ model: Model) {
    self.model = model
  }

  public func reply(to line: String) throws(PlainFault) -> PlainReply {
    let words = line.split { $0 == " " || $0 == "\t" }.map(String.init)
    guard let word = words.first else { return PlainReply() }
    if let form = Self.forms.first(where: { $0.word == word.lowercased() }) {
      let rest = line.drop { $0 == " " || $0 == "\t" }.dropFirst(word.count)
      return try form.read(self, Rest(rest, form))
    }
    guard words.count == 1 else { throw unknown(word) }
    guard let command = command(named: word) else { throw unknown(word) }
    return try reply(to: command, word)
  }

  /// A name of the catalogue, or a key.
  private func command(named word: String) -> Command? {
    let keyMap = model.surroundings.keyMap
    return keyMap.entries.first { $0.name == word.lowercased() }?.command
      ?? Key(name: word).flatMap { keyMap.command(for: $0, in: model.scopes) }
  }

  func reply(to command: Command, _ word: String) throws(PlainFault) -> PlainReply {
    switch command {
    case .quit, .quitNow: return PlainReply(leaves: true)
    case .menu(.help): return PlainReply(lines: help)
    case .menu(.question): return try question()
    case .edit, .add: throw PlainFault("which one, and how? \(Self.form("edit"))")
    case .remove: throw PlainFault("which one? \(Self.form("remove"))")
    case .reset: throw PlainFault("which one? \(Self.form("right"))")
    case .codeLifetime: throw PlainFault("how many seconds? \(Self.form("policy"))")
    case .panel(let panel): return try reply(to: panel)
    case .view(.sequence): return try reply(to: Panel.sequence)
    case .view(let view): return PlainReply(wishes: [.open(view), .read(.list)])
    case .related: return PlainReply(wishes: [.command(.related), .read(.list)])
    case .token(let action): return try reply(to: action)
    case .act(let act): return try reply(to: act)
    case .bend(let act): return try reply(to: act)
    case .next, .newCode, .stage, .toggleDecision, .otherResourceOwner, .moveCredentials, .undo, .redo, .pause,
      .advance, .expireNow, .editRaw, .secrets, .copy(.curl), .export:
      return PlainReply(wishes: [.command(command)])
    default: throw PlainFault("“\(word)” needs a screen; \(Self.seeHelp)")
    }
  }

  /// Every word with what it does: those with a form, then the names of the catalogue that work without a screen.
  var help: [String] {
    let named = model.surroundings.keyMap.entries.filter { entry in
      !Self.forms.contains { $0.word == entry.name } && !Self.synonyms.contains(entry.name)
        && (try? reply(to: entry.command, entry.name)) != nil
    }
    return Self.forms.map { "\($0.usage): \($0.title)." } + named.map { "\($0.name): \($0.title)." }
      + ["The keys of the screen are words, too: \(model.key(.newCode)) is new, \(model.key(.expireNow)) is expire."]
  }

  /// Names of the catalogue for which there is a shorter word.
  private static let synonyms: Set<String> = [
    "next", "new-code", "quit-now", "explanation", "related", "forward", "copy-curl", "panel-request", "panel-explain",
    "panel-log", "panel-raw", "panel-checks", "panel-server", "panel-sequence",
  ]

  private func unknown(_ word: String) -> PlainFault {
    let known = Self.forms.map(\.word) + model.surroundings.keyMap.entries.map(\.name)
    let shown = VisibleText(word).shortened(to: 40).string
    return PlainFault("“\(shown)” is no word here\(Suggestion.clause(for: word, among: known)); \(Self.seeHelp)")
  }

  private static let seeHelp = "help lists the words"

  /// `edit NAME VALUE, as in edit client_secret wrong`
  static func form(_ word: String) -> String {
    forms.first { $0.word == word }.map { "\($0.usage), as in \($0.example)" } ?? word
  }
}
