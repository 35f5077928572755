import AuthorizationServer

/// A sentence as a server says it, with a gap where what was found will stand.
struct SentencePattern: Sendable {
  private let start: String
  /// Nil where there is no gap.
  private let end: String?

  init(_ sentence: String) {
    let parts = Text(sentence).words.split(separator: Dialect.Wording.gap, omittingEmptySubsequences: false)
    start = String(parts[0])
    end = parts.count > 1 ? String(parts[parts.count - 1]) : nil
  }

  /// Whether the text is this sentence with something in its gap.
  func isFilled(by text: Text) -> Bool {
    guard let end else { return text.words == start }
    let said = start.utf8.count + end.utf8.count
    // A mark alone would fit everything.
    return said >= 4 && text.words.utf8.count >= said && text.words.hasPrefix(start) && text.words.hasSuffix(end)
  }

  /// A text without that in which the same sentence may differ: case, spaces, a full stop.
  struct Text: Sendable {
    fileprivate let words: String

    init(_ text: String) {
      let words = text.lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
      self.words = words.hasSuffix(".") ? String(words.dropLast()) : words
    }
  }
}
