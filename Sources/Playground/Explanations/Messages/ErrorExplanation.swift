public import AuthorizationServer
import OAuth

/// What an error may mean: which servers say it, and why they would.
public struct ErrorExplanation: Sendable {
  /// How sure it is that a server said this.
  public enum Closeness: Int, Comparable, Sendable {
    /// Only the error code is the same.
    case code
    /// The sentence is the same.
    case sentence
    /// Code and sentence are.
    case both

    public static func < (one: Closeness, other: Closeness) -> Bool { one.rawValue < other.rawValue }
  }

  /// One reason for which the error is said.
  public struct Cause: Sendable {
    public let kind: Refusal.Kind
    public let lesson: Lesson
    /// The check that finds it, by which it is told from the other causes.
    public let check: Check?
    /// The servers that say it for this reason.
    public let messages: [KnownMessage]
    /// What plays it, the scenarios with those very servers first.
    public let scenarios: [Scenario]
  }

  public let closeness: Closeness
  /// Who says it, in the order of the profiles.
  public let profiles: [Profile]
  /// The most likely first.
  public let causes: [Cause]

  /// - Returns: nil where none of the servers says such a thing.
  public init?(of error: PastedError) {
    let matches = KnownMessage.all.compactMap { message in
      message.closeness(to: error).map { (message, $0) }
    }
    guard let best = matches.map(\.1).max() else { return nil }
    closeness = best
    let messages = matches.filter { $0.1 == best }.map(\.0)
    let names = Set(messages.map(\.profile.name))
    profiles = Profile.all.filter { names.contains($0.name) }
    let kinds = Refusal.Kind.allCases.filter { kind in messages.contains { $0.kind == kind } }
    let codes = Set(messages.compactMap(\.wording.error?.text))
    causes = kinds.sorted { Self.rank($0, under: codes) < Self.rank($1, under: codes) }.map { kind in
      Cause(
        kind: kind, lesson: kind.lesson, check: Check.allCases.first { $0.refusals.contains(kind) },
        messages: messages.filter { $0.kind == kind }, scenarios: ScenarioLibrary.scenarios(with: kind, under: names))
    }
  }

  /// The place among the causes of the error code that was said; those come most likely first. What the standards have
  /// another code for comes after them, in the order of that one.
  private static func rank(_ kind: Refusal.Kind, under codes: Set<String>) -> (Int, Int) {
    let places = ErrorCodeLesson.all.compactMap { lesson in
      lesson.causes.firstIndex(of: kind).map { (codes.contains(lesson.code.text) ? 0 : 1, $0) }
    }
    return places.min(by: <) ?? (2, 0)
  }
}

extension KnownMessage {
  fileprivate func closeness(to error: PastedError) -> ErrorExplanation.Closeness? {
    let isCode = error.code.map { wording.error?.text.isFilling($0) == true } == true
    let isSentence = sentences.contains { sentence in
      error.sentences.contains { sentence.isFilling($0) }
    }
    if isCode, isSentence { return .both }
    if isSentence { return .sentence }
    // The same code beside another sentence is another server's.
    return isCode && error.sentences.allSatisfy { $0 == error.code } ? .code : nil
  }
}

extension String {
  /// Whether a text is this one with something in place of `{found}`;
  /// neither case, spaces nor a full stop make a difference.
  fileprivate func isFilling(_ text: String) -> Bool {
    let parts = comparable.split(separator: KnownMessage.gap, omittingEmptySubsequences: false)
    let text = text.comparable
    guard let first = parts.first, let last = parts.last, parts.count > 1 else { return comparable == text }
    // A mark alone would fit everything.
    guard first.utf8.count + last.utf8.count >= 4 else { return false }
    return text.utf8.count >= first.utf8.count + last.utf8.count && text.hasPrefix(first) && text.hasSuffix(last)
  }

  private var comparable: String {
    let words = lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return words.hasSuffix(".") ? String(words.dropLast()) : words
  }
}

extension ScenarioLibrary {
  /// The scenarios in which a server refuses for this reason; those with one of the named profiles come first.
  fileprivate static func scenarios(with kind: Refusal.Kind, under profiles: Set<String>) -> [Scenario] {
    let playing = all.filter { scenario in
      scenario.profiles.contains { profile in
        scenario.played(under: profile).steps.flatMap(\.expectations).contains {
          $0.expectation(under: profile).refusal == kind
        }
      }
    }
    return playing.filter { !profiles.isDisjoint(with: $0.profiles) }
      + playing.filter { profiles.isDisjoint(with: $0.profiles) }
  }
}
