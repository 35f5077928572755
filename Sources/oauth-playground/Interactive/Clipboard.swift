import PlaygroundUI
import Terminal

/// Puts something where it can be pasted: into a buffer of tmux, else by asking the terminal, else into a file. Whichever
/// it was is said, since none of them works everywhere.
struct Clipboard {
  let environment: [String: String]
  let terminal: NcursesDisplay

  /// Terminals commonly take no more than this at once.
  private static let largestSequence = 74_000

  func copy(_ copied: Copied) -> Message {
    do throws(ProgramFault) {
      let way = try way(of: copied)
      return .copied(what: copied.what, octets: copied.octets.count, way)
    } catch {
      return .told(Notice("nothing was copied: \(error.description)", isProblem: true))
    }
  }

  private func way(of copied: Copied) throws(ProgramFault) -> CopyWay {
    if environment["TMUX"]?.isEmpty == false, handToMultiplexer(copied.octets) { return .multiplexer }
    if copied.octets.count <= Self.largestSequence {
      terminal.send(.clipboard(copied.octets))
      return .terminal
    }
    return .file(try TemporaryFile(holding: copied.octets, suffix: ".txt").path)
  }

  /// `load-buffer -w` works with the settings tmux comes with; a sequence for the terminal would be dropped.
  private func handToMultiplexer(_ octets: [UInt8]) -> Bool {
    guard let file = try? TemporaryFile(holding: octets, suffix: ".txt") else { return false }
    defer { file.remove() }
    let command = "exec tmux load-buffer -w \"$1\" </dev/null >/dev/null 2>&1"
    let process = try? ForegroundProcess.start(["sh", "-c", command, "sh", file.path], environment: environment)
    return process?.waitForEnd() == 0
  }
}
