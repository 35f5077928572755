import OAuth

/// What somebody may have meant by a word that is none of the known ones.
public enum Suggestion {
  /// The known word with the fewest changes, if it takes no more than a third of its letters. Case does not count.
  public static func nearest(to word: String, among known: [String]) -> String? {
    let sought = Array(word.asciiLowercased.utf8.prefix(100))
    let best = known.map { ($0, EditDistance.between(sought, Array($0.asciiLowercased.utf8))) }.min { $0.1 < $1.1 }
    guard let (candidate, changes) = best, changes <= max(1, candidate.count / 3) else { return nil }
    return candidate
  }

  /// `; did you mean "steps"?`, or nothing.
  public static func clause(for word: String, among known: [String]) -> String {
    nearest(to: word, among: known).map { "; did you mean \"\($0)\"?" } ?? ""
  }
}
