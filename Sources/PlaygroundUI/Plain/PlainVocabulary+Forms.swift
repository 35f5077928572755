import AuthorizationServer
import OAuth
import Playground
import Terminal

extension PlainVocabulary {
  /// A word that something may follow.
  struct Form: Sendable {
    let word: String
    /// `edit NAME VALUE`
    let usage: String
    let example: String
    let title: String
    let read: @Sendable (PlainVocabulary, Rest) throws(PlainFault) -> PlainReply
  }

  /// What follows the word.
  struct Rest {
    private let text: Substring
    private let form: Form

    init(_ text: Substring, _ form: Form) {
      self.text = text.trimmed
      self.form = form
    }

    var isEmpty: Bool { text.isEmpty }

    /// The one word that must stand there.
    func word() throws(PlainFault) -> String {
      guard !text.isEmpty, !text.contains(" ") else { throw wrong }
      return String(text)
    }

    /// A word and what follows it; that may be a text between quotation marks, and so be empty.
    func nameAndValue() throws(PlainFault) -> (name: String, value: String) {
      let name = text.prefix { $0 != " " && $0 != "\t" }
      let value = text[name.endIndex...].trimmed
      guard !name.isEmpty, !value.isEmpty else { throw wrong }
      let isQuoted = value.count >= 2 && value.first == "\"" && value.last == "\""
      return (String(name), String(isQuoted ? value.dropFirst().dropLast() : value))
    }

    var wrong: PlainFault { PlainFault("expected \(form.usage), as in \(form.example)") }
  }

  static let forms: [Form] = [
    Form(word: "send", usage: "send", example: "send", title: "take the next step") { words, rest throws(PlainFault) in
      guard rest.isEmpty else { throw rest.wrong }
      return try words.reply(to: .next, "send")
    },
    Form(
      word: "edit", usage: "edit NAME VALUE", example: "edit client_secret wrong",
      title: "another value of a parameter or header field; one that is not there is added"
    ) { words, rest throws(PlainFault) in
      let (name, value) = try rest.nameAndValue()
      return words.changing(name, .set(name: name, value: value))
    },
    Form(
      word: "remove", usage: "remove NAME", example: "remove code_verifier", title: "leave it out"
    ) { words, rest throws(PlainFault) in
      let name = try words.field(rest.word())
      return words.changing(name, .set(name: name, value: nil))
    },
    Form(
      word: "right", usage: "right NAME", example: "right client_secret", title: "back to the right value"
    ) { words, rest throws(PlainFault) in
      let name = try words.field(rest.word())
      return words.changing(name, .reset(name: name))
    },
    Form(word: "new", usage: "new", example: "new", title: "a new code") { words, rest throws(PlainFault) in
      guard rest.isEmpty else { throw rest.wrong }
      return try words.reply(to: .newCode, "new")
    },
    Form(
      word: "explain", usage: "explain [WORD]", example: "explain invalid_grant",
      title: "the last answer, or a word: an error code, a parameter, a check, a policy"
    ) { words, rest throws(PlainFault) in
      if rest.isEmpty { return PlainReply(messages: words.reading(.view(.explanation))) }
      return PlainReply(lines: try words.explanation(of: rest.word()))
    },
    Form(
      word: "advance", usage: "advance SECONDS", example: "advance 31", title: "the server's clock goes forward"
    ) { _, rest throws(PlainFault) in
      guard let seconds = try rest.word().asciiNumber, seconds <= 366 * 86_400 else { throw rest.wrong }
      return PlainReply(messages: [.wished(.advance(.seconds(seconds)))], lines: ["The clock is \(seconds) s further."])
    },
    Form(
      word: "policy", usage: "policy NAME VALUE", example: "policy codeLifetime 5",
      title: "change a switch of the server"
    ) { words, rest throws(PlainFault) in try words.policy(rest) },
    Form(
      word: "scenario", usage: "scenario ID", example: "scenario code-replayed",
      title: "start a scenario from its first step; scenarios lists them"
    ) { _, rest throws(PlainFault) in
      let id = try rest.word()
      guard ScenarioLibrary.scenario(id) != nil else {
        let known = ScenarioLibrary.all.map(\.id)
        throw PlainFault("there is no scenario \(JSON.string(id).text)\(Suggestion.clause(for: id, among: known))")
      }
      return PlainReply(messages: [.wished(.command(.play(scenario: id)))])
    },
    Form(
      word: "break", usage: "break [NAME]", example: "break token.code_verifier.left-out",
      title: "make a known mistake; alone it lists them"
    ) { words, rest throws(PlainFault) in try words.mistake(rest) },
    Form(
      word: "raw", usage: "raw", example: "raw", title: "the octets of the last exchange"
    ) { words, rest throws(PlainFault) in
      guard rest.isEmpty else { throw rest.wrong }
      return PlainReply(messages: words.reading(.panel(.raw)))
    },
    Form(
      word: "checks", usage: "checks", example: "checks", title: "the checks of the last exchange"
    ) { words, rest throws(PlainFault) in
      guard rest.isEmpty else { throw rest.wrong }
      return PlainReply(messages: words.reading(.panel(.checks)))
    },
    Form(word: "log", usage: "log", example: "log", title: "every exchange so far") { words, rest throws(PlainFault) in
      guard rest.isEmpty else { throw rest.wrong }
      return PlainReply(messages: words.reading(.panel(.log)))
    },
    Form(
      word: "request", usage: "request", example: "request", title: "the request that is sent next"
    ) { words, rest throws(PlainFault) in
      guard rest.isEmpty else { throw rest.wrong }
      return PlainReply(lines: PlainReport.request(of: words.model))
    },
    Form(word: "help", usage: "help", example: "help", title: "the words") { words, rest throws(PlainFault) in
      guard rest.isEmpty else { throw rest.wrong }
      return PlainReply(lines: words.help)
    },
    Form(word: "quit", usage: "quit", example: "quit", title: "leave") { _, rest throws(PlainFault) in
      guard rest.isEmpty else { throw rest.wrong }
      return PlainReply(leaves: true)
    },
  ]
}

extension PlainVocabulary {
  /// Every word with what it does: those with a form, then the names of the catalogue that work without a screen.
  var help: [String] {
    let named = model.surroundings.keyMap.entries.filter { entry in
      !Self.forms.contains { $0.word == entry.name } && (try? reply(to: entry.command, entry.name)) != nil
    }
    return Self.forms.map { "\($0.usage): \($0.title)." }
      + named.map { "\($0.name): \($0.title)." }
  }

  fileprivate func changing(_ name: String, _ wish: Wish) -> PlainReply {
    var after = model
    _ = after.update(.wished(wish), at: model.machineTime)
    return PlainReply(messages: [.wished(wish)], lines: PlainReport.field(named: name, of: after))
  }

  /// A field of the request, as it is spelled there.
  fileprivate func field(_ name: String) throws(PlainFault) -> String {
    let fields = model.editor?.fields ?? []
    if let row = model.row(named: name) { return fields[row].name }
    let names = fields.map(\.name)
    throw PlainFault(
      "the request has no \(JSON.string(name).text)\(Suggestion.clause(for: name, among: names)) "
        + "(it has: \(names.joined(separator: ", ")))")
  }

  fileprivate func policy(_ rest: Rest) throws(PlainFault) -> PlainReply {
    let (name, value) = try rest.nameAndValue()
    do throws(PolicyFault) {
      let json = (try? JSON(parsing: Array(value.utf8))) ?? .string(value)
      let setting = try PolicySetting(name, json)
      return PlainReply(messages: [.wished(.bend([setting]))], lines: ["Policy: \(name) is \(setting.value.text) now."])
    } catch {
      let known = PolicySwitch.all.map(\.name)
      throw PlainFault(error.description + (known.contains(name) ? "" : Suggestion.clause(for: name, among: known)))
    }
  }

  fileprivate func mistake(_ rest: Rest) throws(PlainFault) -> PlainReply {
    if rest.isEmpty { return PlainReply(lines: PlainReport.mistakes(of: model)) }
    let name = try rest.word()
    let known = Mistake.catalogue(for: model.walkthrough.current, of: model.walkthrough).map(\.name)
    guard known.contains(name) else {
      throw PlainFault(
        "no mistake \(JSON.string(name).text) in this request\(Suggestion.clause(for: name, among: known)); "
          + "break lists them")
    }
    return PlainReply(messages: [.wished(.command(.make(mistake: name)))])
  }

  fileprivate func explanation(of word: String) throws(PlainFault) -> [String] {
    let entries = Glossary.entries(for: word)
    guard !entries.isEmpty else {
      let near = Glossary.nearest(to: word)
      let hint = near.isEmpty ? "; try invalid_grant" : "; did you mean \(near.joined(separator: ", "))?"
      throw PlainFault(
        "there is no explanation of \(JSON.string(VisibleText(word).shortened(to: 40).string).text)\(hint)")
    }
    return entries.flatMap { entry in
      [
        "\(entry.name), \(entry.kind.rawValue), \(entry.lesson.specification).", "What: \(entry.lesson.what)",
        "Why: \(entry.lesson.why)", "Prevents: \(entry.lesson.prevents)", "Fix: \(entry.lesson.fix)",
      ]
    }
  }
}

extension Substring {
  fileprivate var trimmed: Substring {
    var text = drop { $0 == " " || $0 == "\t" }
    while let last = text.last, last == " " || last == "\t" { text.removeLast() }
    return text
  }
}
