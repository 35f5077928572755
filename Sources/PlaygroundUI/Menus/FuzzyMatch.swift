/// Finds what somebody means by a few letters: all letters in their order, better the closer they stand and the nearer
/// they are to the beginning of a word.
enum FuzzyMatch {
  /// The entries that match, the best first; equal ones keep their order.
  static func best<Entry>(of entries: [Entry], for query: String, text: (Entry) -> String) -> [Entry] {
    guard !query.isEmpty else { return entries }
    let scored = entries.enumerated().compactMap { index, entry in
      score(query, in: text(entry)).map { (score: $0, index: index, entry: entry) }
    }
    return scored.sorted { ($0.score, $0.index) < ($1.score, $1.index) }.map(\.entry)
  }

  /// How far a text is from what was typed; nil if a letter is missing.
  static func score(_ query: String, in text: String) -> Int? {
    let letters = Array(text.lowercased())
    var position = 0
    var score = 0
    for letter in query.lowercased() where letter != " " {
      guard let found = letters[position...].firstIndex(of: letter) else { return nil }
      let beginsWord = found == 0 || letters[found - 1] == " " || letters[found - 1] == "-"
      score += found == position ? 0 : (beginsWord ? 2 : 6) + min(found - position, 20)
      position = found + 1
    }
    return score
  }
}
