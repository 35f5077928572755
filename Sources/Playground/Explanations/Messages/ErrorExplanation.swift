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
    let said = KnownMessage.Said(error)
    let matches = KnownMessage.all.compactMap { message in message.closeness(to: said).map { (message, $0) } }
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
  fileprivate func closeness(to said: Said) -> ErrorExplanation.Closeness? {
    let isCode = said.code.map { code?.isFilled(by: $0) == true } == true
    let isSentence = sentences.contains { said.sentences.contains(where: $0.isFilled) }
    if isCode, isSentence { return .both }
    if isSentence { return .sentence }
    // The same code beside another sentence is another server's.
    return isCode && said.isCodeOnly ? .code : nil
  }

  /// What was pasted, ready to be held against every message.
  fileprivate struct Said {
    let code: SentencePattern.Text?
    let sentences: [SentencePattern.Text]
    let isCodeOnly: Bool

    init(_ error: PastedError) {
      code = error.code.map(SentencePattern.Text.init)
      sentences = error.sentences.map(SentencePattern.Text.init)
      isCodeOnly = error.sentences.allSatisfy { $0 == error.code }
    }
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
