import ArgumentParser
import OAuth
import Playground

/// Bad usage or bad input: one line on standard error, exit status 2.
struct ProgramFault: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) {
    self.description = description
  }

  /// A word that is none of the known ones.
  static func unknown(_ word: String, _ kind: String, known: [String]) -> ProgramFault {
    let hint = Suggestion.clause(for: word, among: known)
    return ProgramFault("\(JSON.string(word).text) is no \(kind)\(hint) (there are: \(known.joined(separator: ", ")))")
  }
}

extension ExitCode {
  /// An expectation was not met.
  static let expectationFailed = ExitCode(1)
  static let badInput = ExitCode(2)
}
