import ArgumentParser
import OAuth
import Playground

/// Explains words from a log, an error message or a request.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Explain an error code, a parameter, a check, a refusal, a policy or a claim.")

  @Argument(help: ArgumentHelp("What to explain, for example invalid_grant.", valueName: "word"))
  var words: [String]

  /// Explains nothing unless it can explain every word.
  func run() throws {
    var found: [[Glossary.Entry]] = []
    for word in words {
      let entries = Glossary.entries(for: word)
      guard !entries.isEmpty else { throw Self.unknown(word) }
      found.append(entries)
    }
    for (index, entry) in found.flatMap(\.self).enumerated() {
      if index > 0 { Output.line("") }
      for line in Self.lines(entry) { Output.line(PrintableText.line(line)) }
    }
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
    let lesson = entry.lesson
    var lines = ["\(entry.name) (\(entry.kind.rawValue), \(lesson.specification))"]
    lines += ["  What:      \(lesson.what)", "  Why:       \(lesson.why)", "  Prevents:  \(lesson.prevents)"]
    lines += ["  Fix:       \(lesson.fix)"]
    if !entry.related.isEmpty { lines.append("  See also:  \(entry.related.joined(separator: ", "))") }
    return lines
  }
}
