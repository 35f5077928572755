import OAuth
import Playground

/// A file that runs are written to: `transcript=run.md`, `curl=run.sh`.
final class ExportFile {
  enum Kind: String, CaseIterable {
    case transcript
    case curl
  }

  private let kind: Kind
  private let path: String
  private var content: String

  /// Writes the beginning at once, so that a file that cannot be written is told before anything is sent.
  init(_ argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let known = Kind.allCases.map(\.rawValue)
    guard let kind = Kind(rawValue: parts[0]) else {
      throw ProgramFault.unknown(parts[0], "kind of export", known: known)
    }
    guard parts.count == 2, !parts[1].isEmpty else {
      throw ProgramFault("--export \(parts[0]) needs a file, as in --export \(parts[0])=FILE")
    }
    self.kind = kind
    path = parts[1]
    content = kind == .curl ? CurlScript.heading : ""
    try write()
  }

  func append(_ run: ScenarioRun) throws {
    switch kind {
    case .transcript: content += (content.isEmpty ? "" : "\n") + Transcript(.shortened).text(of: run)
    case .curl: content += CurlScript.text(of: run)
    }
    try write()
  }

  private func write() throws { try OutputFile.write(content, to: path) }
}
