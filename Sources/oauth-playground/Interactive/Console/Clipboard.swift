import PlaygroundUI
import Terminal

/// Puts something where it can be pasted: into a buffer of tmux, else by asking the terminal, else into a file.
/// Whichever it was is said, since none of them works everywhere.
struct Clipboard {
  let environment: [String: String]
  /// Asks the terminal.
  let ask: (ControlSequence) -> Void

  /// Terminals commonly take no more than this at once.
  private static let largestSequence = 74_000

  func copy(_ copied: Copied) -> Message {
    do throws(ProgramFault) {
      return .copied(what: copied.what, octets: copied.octets.count, try way(of: copied.octets))
    } catch {
      return .told(Notice("nothing was copied: \(error.description)", isProblem: true))
    }
  }

  private func way(of octets: [UInt8]) throws(ProgramFault) -> CopyWay {
    if environment["TMUX"]?.isEmpty == false {
      // tmux drops what is meant for the terminal under it, with the settings it comes with.
      if handToMultiplexer(octets) { return .multiplexer }
    } else if octets.count <= Self.largestSequence, Self.canAsk(environment) {
      ask(.clipboard(octets))
      return .terminal
    }
    return .file(try TemporaryFile(holding: octets, suffix: ".txt", environment: environment).path)
  }

  /// Whether the terminal may listen. GNOME's and all others that use VTE, Apple's, the consoles and GNU screen do not.
  static func canAsk(_ environment: [String: String]) -> Bool {
    let isDeaf = ["VTE_VERSION", "STY"].contains { environment[$0]?.isEmpty == false }
    if isDeaf || environment["TERM_PROGRAM"] == "Apple_Terminal" { return false }
    let name = environment["TERM"] ?? ""
    return !["linux", "vt", "ansi", "cons", "screen", "eterm", "dumb"].contains { name.hasPrefix($0) }
  }

  private func handToMultiplexer(_ octets: [UInt8]) -> Bool {
    guard let file = try? TemporaryFile(holding: octets, suffix: ".txt", environment: environment) else { return false }
    defer { file.remove() }
    let command = "exec tmux load-buffer -w \"$1\" </dev/null >/dev/null 2>&1"
    guard let process = try? ForegroundProcess.start(["sh", "-c", command, "sh", file.path], environment: environment)
    else { return false }
    let end = process.wait(within: .seconds(2))
    if end == nil { process.end(within: .zero) }
    return end == .exited(0)
  }
}
