import OAuth

/// What a session can be exported as.
public enum SessionExport: String, Hashable, Sendable, CaseIterable {
  /// Markdown, for a hand-out.
  case transcript
  /// HTTP Archive, for browsers and proxies.
  case har
  /// A shell script of `curl` commands; codes and tokens stand in it as they were.
  case curl

  public var fileExtension: String {
    switch self {
    case .transcript: "md"
    case .har: "har"
    case .curl: "sh"
    }
  }

  public func text(of exchanges: [Exchange], title: String, _ redaction: Redaction) -> String {
    switch self {
    case .transcript: Transcript(redaction).text(of: exchanges, title: title)
    case .har: HTTPArchive(redaction).text(of: exchanges)
    case .curl: CurlScript.text(of: exchanges)
    }
  }
}
