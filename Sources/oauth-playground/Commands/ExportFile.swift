import OAuth
import Playground

/// A file that runs are written to: `transcript=run.md`, `har=run.har`, `curl=run.sh`.
final class ExportFile {
  private let kind: SessionExport
  private let path: String
  private var content: String
  private var exchanges: [Exchange] = []

  /// Writes the beginning at once, so that a file that cannot be written is told before anything is sent.
  init(_ argument: String) throws {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let known = SessionExport.allCases.map(\.rawValue)
    guard let kind = SessionExport(rawValue: parts[0]) else {
      throw ProgramFault.unknown(parts[0], "kind of export", known: known)
    }
    guard parts.count == 2, !parts[1].isEmpty else {
      throw ProgramFault("--export \(parts[0]) needs a file, as in --export \(parts[0])=FILE")
    }
    self.kind = kind
    path = parts[1]
    switch kind {
    case .curl: content = CurlScript.heading
    case .transcript: content = ""
    case .har: content = HTTPArchive(.shortened).text(of: [])
    }
    try write()
  }

  func append(_ run: ScenarioRun) throws {
    switch kind {
    case .transcript: content += (content.isEmpty ? "" : "\n") + Transcript(.shortened).text(of: run)
    case .curl: content += CurlScript.text(of: run)
    case .har:
      exchanges += run.results.flatMap(\.exchanges)
      content = HTTPArchive(.shortened).text(of: exchanges)
    }
    try write()
  }

  private func write() throws { try OutputFile.write(content, to: path) }
}
