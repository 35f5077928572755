import AuthorizationServer
import OAuth
import Playground
import Terminal

/// The words of line mode: what they mean to a model as it stands.
///
/// Besides those with a form of their own these are the names of the catalogue, as in a key map file, and the keys themselves:
/// what an explanation advises to press can be typed, too.
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
    return try reply(toWord: word)
  }

  /// A name of the catalogue, or a key.
  private func reply(toWord word: String) throws(PlainFault) -> PlainReply {
    let named = model.surroundings.keyMap.entries.first { $0.name == word.lowercased() }?.command
    let pressed = Key(name: word).flatMap { model.surroundings.keyMap.command(for: $0, in: model.scopes) }
    guard let command = named ?? pressed else { throw unknown(word) }
    return try reply(to: command, word)
  }

  func reply(to command: Command, _ word: String) throws(PlainFault) -> PlainReply {
    switch command {
    case .quit, .quitNow: return PlainReply(leaves: true)
    case .menu(.help): return PlainReply(lines: help)
    case .edit, .add: throw PlainFault("which one, and how? \(Self.form("edit"))")
    case .remove: throw PlainFault("which one? \(Self.form("remove"))")
    case .reset: throw PlainFault("which one? \(Self.form("right"))")
    case .view, .panel, .related: return PlainReply(messages: reading(command))
    case .next, .newCode, .stage, .toggleDecision, .otherResourceOwner, .moveCredentials, .undo, .redo, .pause,
      .advance, .expireNow, .secrets, .answer, .copy:
      return PlainReply(messages: [.wished(.command(command))])
    default: throw PlainFault("“\(word)” needs a screen; \(Self.seeHelp)")
    }
  }

  /// Opens something, has it read out, and closes it.
  func reading(_ command: Command) -> [Message] {
    let back: Command = if case .panel = command { .panel(.request) } else { .back }
    return [command, .openPager, back].map { .wished(.command($0)) }
  }

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
