import AuthorizationServer
import OAuth
import Playground
import Terminal

/// What the forms lead to.
extension PlainVocabulary {
  /// A field of the request, as it is spelled there.
  func field(_ name: String) throws(PlainFault) -> String {
    let fields = model.editor?.fields ?? []
    if let row = model.row(named: name) { return fields[row].name }
    let names = fields.map(\.name)
    throw PlainFault(
      "the request has no \(JSON.string(name).text)\(Suggestion.clause(for: name, among: names)) "
        + "(it has: \(names.joined(separator: ", ")))")
  }

  func scenario(_ name: String) throws(PlainFault) -> PlainReply {
    guard ScenarioLibrary.scenario(named: name) != nil else {
      let known = ScenarioLibrary.performances.map(\.name)
      throw PlainFault(
        "there is no scenario \(JSON.string(name).text)\(Suggestion.clause(for: name, among: known)); "
          + "scenarios lists them")
    }
    return PlainReply(wishes: [.command(.play(scenario: name))])
  }

  func question() throws(PlainFault) -> PlainReply {
    if let obstacle = model.obstacle(to: .menu(.question)) { throw PlainFault("not now: \(obstacle)") }
    return PlainReply(lines: PlainReport.question(of: model))
  }

  func answer(_ number: Int) throws(PlainFault) -> PlainReply {
    _ = try question()
    let count = model.scenario.scenario.question?.answers.count ?? 0
    guard (1...max(1, count)).contains(number) else { throw PlainFault("the answers are 1 to \(count)") }
    return PlainReply(wishes: [.command(.answer(number))])
  }

  /// The exchange of a number, or the last one.
  func exchange(_ rest: Rest) throws(PlainFault) -> Exchange {
    guard !rest.isEmpty else {
      guard let exchange = model.exchange else { throw PlainFault("no exchange yet") }
      return exchange
    }
    return try exchange(numbered: try rest.number())
  }

  private func exchange(numbered number: Int) throws(PlainFault) -> Exchange {
    guard let exchange = model.walkthrough.timeline.exchange(number: number) else {
      throw PlainFault("there is no exchange \(number); log lists them")
    }
    return exchange
  }

  func explain(_ rest: Rest) throws(PlainFault) -> PlainReply {
    if rest.isEmpty { return PlainReply(lines: PlainReport.explanation(of: nil, in: model)) }
    let word = try rest.word()
    if word.asciiNumber != nil {
      return PlainReply(lines: PlainReport.explanation(of: try exchange(rest), in: model))
    }
    return PlainReply(lines: try Self.explanation(of: word))
  }

  private static func explanation(of word: String) throws(PlainFault) -> [String] {
    let entries = Glossary.entries(for: word)
    guard !entries.isEmpty else {
      let near = Glossary.nearest(to: word)
      let hint = near.isEmpty ? "; try invalid_grant" : "; did you mean \(near.joined(separator: ", "))?"
      throw PlainFault(
        "there is no explanation of \(JSON.string(VisibleText(word).shortened(to: 40).string).text)\(hint)")
    }
    return entries.flatMap { entry in
      ["\(entry.name), \(entry.description)."] + entry.statements.map { "\($0.label): \($0.text)" }
    }
  }

  func compare(_ rest: Rest) throws(PlainFault) -> PlainReply {
    guard let name = rest.words.first else { return PlainReply(wishes: [.open(.comparison), .read(.list)]) }
    guard rest.words.count > 1 else {
      return PlainReply(wishes: [.open(.comparison), .choose(name), .command(.next), .read(.entry)])
    }
    guard let number = rest.after(1).asciiNumber else { throw rest.wrong }
    let exchange = try exchange(numbered: number)
    guard exchange.isComparable else { throw PlainFault("exchange \(number) is no request to the server") }
    return PlainReply(wishes: [.compare(exchange: number, with: name), .read(.entry)])
  }

  func policy(_ rest: Rest) throws(PlainFault) -> PlainReply {
    guard rest.words.count > 1 else { return try reply(in: .policy, rest) }
    let (name, value) = try rest.nameAndValue()
    if value == "standard" { return PlainReply(wishes: [.open(.policy), .choose(name), .command(.bend(.standard))]) }
    do throws(PolicyFault) {
      let json = (try? JSON(parsing: Array(value.utf8))) ?? .string(value)
      return PlainReply(wishes: [.bend([try PolicySetting(name, json)])])
    } catch {
      let known = PolicySwitch.all.map(\.name)
      throw PlainFault(error.description + (known.contains(name) ? "" : Suggestion.clause(for: name, among: known)))
    }
  }
}
