import ArgumentParser
import OAuth
import Playground

/// Explains words from a log, an error message or a request.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Explain an error as a server sent it, or a word: an error code, a parameter, a check, an interference …",
    discussion: """
      Paste what the server said: its sentence, its JSON, its page, the address it redirected to, or the whole \
      response; a line of a log that holds it will do. You are \
      told which servers say so, and why they would.

        oauth-playground explain invalid_grant
        oauth-playground explain "Invalid grant_type parameter or parameter missing"
        oauth-playground explain '{"error":"redirect_uri_mismatch"}'
        curl -si … | oauth-playground explain -
      """)

  @Argument(
    help: ArgumentHelp(
      "What to explain, for example invalid_grant; - reads an answer from standard input.", valueName: "word"))
  var words: [String]

  /// Octets of an answer that are read.
  private static let limit = 1 << 20

  /// Explains nothing unless it can explain every word.
  func run() throws {
    if words == ["-"] {
      let octets = try InputFile.octets(of: "/dev/stdin", limit: Self.limit, missing: "no such file")
      return try explain(String(decoding: octets, as: UTF8.self))
    }
    // What has quotation marks, braces or spaces in it is no word but something a server said.
    let known = words.map { $0.contains(where: { " \"{?".contains($0) }) ? [] : Glossary.entries(for: $0) }
    // Words that nobody knows one by one may be a sentence whose quotation marks the shell took.
    if known.contains(where: \.isEmpty), words.count > 1 || known[0].isEmpty {
      return try explain(words.joined(separator: " "))
    }
    for (index, entry) in known.flatMap(\.self).enumerated() {
      if index > 0 { Output.line("") }
      Self.show(Self.lines(entry))
    }
  }

  private func explain(_ text: String) throws {
    guard let error = PastedError(text), let explanation = ErrorExplanation(of: error) else {
      let known = words.first { Glossary.entries(for: $0).isEmpty }
      throw Self.unknown(words == ["-"] ? text : known ?? text)
    }
    Self.show(explanation.said)
    Self.show(explanation.lines)
  }

  private static func show(_ lines: [String]) {
    for line in lines { Output.line(PrintableText.line(line)) }
  }

  private static func unknown(_ word: String) -> ProgramFault {
    let near = Glossary.nearest(to: word)
    let shown = JSON.string(word.count > 60 ? word.prefix(60) + "…" : word).text
    guard !near.isEmpty else {
      return ProgramFault("there is no explanation of \(shown); try an error code such as invalid_grant")
    }
    return ProgramFault("there is no explanation of \(shown); did you mean \(near.joined(separator: ", "))?")
  }

  private static func lines(_ entry: Glossary.Entry) -> [String] {
    var statements = entry.statements.map { ($0.label, $0.text) }
    if !entry.related.isEmpty { statements.append(("See also", entry.related.joined(separator: ", "))) }
    return ["\(entry.name) (\(entry.description))"]
      + statements.map { label, text in "  \((label + ":").padded(to: 9))\(text)" }
  }
}
