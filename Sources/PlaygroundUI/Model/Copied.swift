/// Octets on their way to the clipboard, and what they are.
public struct Copied: Equatable, Sendable {
  public let octets: [UInt8]
  /// `the value of code`
  public let what: String

  public init(_ octets: some Sequence<UInt8>, what: String) {
    self.octets = Array(octets)
    self.what = what
  }
}

/// How a copy went, since no way works everywhere.
public enum CopyWay: Equatable, Sendable {
  /// A buffer of tmux, which passes it on to the terminal.
  case multiplexer
  /// The terminal was asked (OSC 52); whether it listens it does not say.
  case terminal
  case file(String)

  var sentence: String {
    switch self {
    case .multiplexer: "to tmux and its terminal"
    case .terminal: "to the terminal (OSC 52)"
    case .file(let path): "to the file \(path)"
    }
  }
}

/// What can be copied.
public enum CopyKind: String, Hashable, Sendable, CaseIterable {
  case value, url, requestBody, responseBody, request, response, curl, screen
}

/// A text on its way to a file.
public struct Exported: Equatable, Sendable {
  /// Without the folder; where it is taken already, another is found.
  public let name: String
  public let fileExtension: String
  public let text: String
  /// `transcript`
  public let what: String
}

/// What came of an editor.
public enum Edited: Equatable, Sendable {
  case text(String)
  case unchanged
  /// Why there is no text, as a sentence without a full stop.
  case failed(String)
}
