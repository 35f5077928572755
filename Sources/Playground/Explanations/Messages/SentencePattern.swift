import AuthorizationServer

/// A sentence as a server says it, with a gap where what was found will stand.
struct SentencePattern: Sendable {
  let sentence: String
  private let start: String
  /// Nil where there is no gap.
  private let end: String?

  init(_ sentence: String) {
    let parts = Text(sentence).words.split(separator: Dialect.Wording.gap, omittingEmptySubsequences: false)
    self.sentence = sentence
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

  /// Shorter ones may stand in any text.
  private static let shortest = 10

  /// Where a longer text says this: the sentence, or what stands there if it has a gap.
  func passage(in text: Text) -> String? {
    guard sentence.count >= Self.shortest, !start.isEmpty, let found = text.words.firstRange(of: start) else {
      return nil
    }
    guard let end else { return sentence }
    guard !end.isEmpty else { return String(text.words[found.lowerBound...]) }
    return text.words[found.upperBound...].firstRange(of: end).map {
      String(text.words[found.lowerBound..<$0.upperBound])
    }
  }

  /// Whether this code stands in a text with punctuation beside it, as no mere word does.
  func isMarked(in text: Text) -> Bool {
    guard start.contains("_"), end == nil else { return false }
    return text.words.ranges(of: start).contains { range in
      let beside = [text.words[..<range.lowerBound].last, text.words[range.upperBound...].first].compactMap(\.self)
      let isPartOfWord = beside.contains { $0.isLetter || $0.isNumber || $0 == "_" }
      return !isPartOfWord && beside.contains { !$0.isWhitespace }
    }
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
