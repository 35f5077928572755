import Foundation
import Testing

/// A tmux server of the test's own, with a real shell in it.
final class Multiplexer {
  static let executable = ["/usr/bin/tmux", "/usr/local/bin/tmux", "/opt/homebrew/bin/tmux"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }
  static var isInstalled: Bool { executable != nil }

  private let socket = FileManager.default.temporaryDirectory.appending(path: "tmux-\(UUID().uuidString.prefix(8))")

  init(columns: Int, rows: Int) throws {
    let shell = ["env", "-u", "ENV", "PS1=$ ", "sh", "-i"]
    try run(["-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)"] + shell)
    try #require(try shows("$"))
  }

  deinit {
    _ = try? run(["kill-server"])
    try? FileManager.default.removeItem(at: socket)
  }

  /// A line and Enter.
  func type(_ line: String) throws {
    try run(["send-keys", "-l", line])
    try press("Enter")
  }

  func press(_ key: String) throws { try run(["send-keys", key]) }

  /// Waits until the text stands on the screen; false when it never does.
  func shows(_ text: String) throws -> Bool {
    let deadline = ContinuousClock.now + .seconds(60)
    while try !run(["capture-pane", "-p"]).contains(text) {
      if ContinuousClock.now > deadline { return false }
    }
    return true
  }

  /// What was copied last.
  func buffer() throws -> String { try run(["show-buffer"]) }

  /// Runs the client to its end.
  @discardableResult
  private func run(_ arguments: [String]) throws -> String {
    let session = try Session(
      ["-S", socket.path] + arguments, environment: ["TMUX_PROGRAM": Self.executable],
      started: #"exec "$TMUX_PROGRAM" "$@""#)
    #expect(session.ends() == .exited(0))
    return String(decoding: session.received, as: UTF8.self)
  }
}
