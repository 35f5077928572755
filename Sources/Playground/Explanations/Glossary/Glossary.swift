import AuthorizationServer
import OAuth
import OAuthClient

/// Every word that can be explained, found by a person who types or pastes it.
public enum Glossary {
  /// What the word means; several entries where several things have the name, and none where nothing has.
  ///
  /// Case, hyphens, underscores and spaces do not matter, nor do quotation marks around the word. Of a pasted pair such
  /// as `error=invalid_grant` both sides are looked up.
  public static func entries(for word: String) -> [Entry] {
    if let found = byKey[key(of: word)] { return found }
    let found = halves(of: word).flatMap { byKey[key(of: $0)] ?? [] }
    return Entry.Kind.allCases.flatMap { kind in found.filter { $0.kind == kind } }
  }

  /// The words, each once, as they are written on the wire or in this program.
  public static let words: [String] = all.reduce(into: []) { words, entry in
    if !words.contains(entry.name) { words.append(entry.name) }
  }

  /// Known words that are written nearly as this one, the nearest first; at most five.
  public static func nearest(to word: String) -> [String] {
    let sought = halves(of: word).map { key(of: $0) }.filter { !$0.isEmpty && $0.count <= longestSought }
    let measured = words.compactMap { candidate in
      sought.compactMap { distance(from: $0, to: key(of: candidate)) }.min().map { (word: candidate, distance: $0) }
    }
    return measured.enumerated()
      .sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
      .prefix(5).map(\.element.word)
  }

  /// More than any word has: a pasted token is not worth comparing.
  private static let longestSought = 64

  /// Name and value of a pasted pair: `error=invalid_grant`, `"error":"invalid_grant"`.
  private static func halves(of word: String) -> [String] {
    word.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == "=" || $0 == ":" }.map(String.init)
  }

  /// Octets, since equal strings may differ in them: the Kelvin sign is no k.
  private typealias Key = [UInt8]

  private static func key(of word: String) -> Key {
    word.asciiLowercased.utf8.filter { !ignored.contains($0) }
  }

  /// What people paste along: white space, quotation marks of all keyboards, separators; and what joins words.
  private static let ignored = Set(" \t\r\n\"'`,;.&?()<>{}[]_-".utf8)

  /// How far apart two words are; nil when it is too far for a typing error.
  /// Whoever typed the beginning of a word is near.
  private static func distance(from sought: Key, to candidate: Key) -> Int? {
    let distance = EditDistance.between(sought, candidate)
    if sought.count >= 4, candidate.starts(with: sought) { return min(distance, 2) }
    return distance <= max(1, min(sought.count, candidate.count) / 3) ? distance : nil
  }

  private static let byKey: [Key: [Entry]] = Dictionary(grouping: all) { key(of: $0.name) }

  private static let all: [Entry] =
    ErrorCodeLesson.all.map(Entry.init) + ParameterLesson.all.map(Entry.init) + Check.allCases.map(Entry.init)
    + Refusal.Kind.allCases.map(Entry.init) + PolicyLesson.all.map(Entry.init)
    + ClientCheck.allCases.map(Entry.init) + ClientRefusal.Kind.allCases.map(Entry.init)
    + HeaderLesson.all.map(Entry.init) + ClaimLesson.all.map(Entry.init)
    + Interference.allCases.map(Entry.init)
}
