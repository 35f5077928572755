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
  /// What the server said: all that was pasted, or the passage of it that a server says.
  public let said: [String]
  /// Who says it, in the order of the profiles.
  public let profiles: [Profile]
  /// The most likely first.
  public let causes: [Cause]

  /// - Returns: nil where none of the servers says such a thing.
  public init?(of error: PastedError) {
    var matches = Self.matches(error)
    let passage = matches.isEmpty ? KnownMessage.passage(in: error.text) : nil
    said = passage.map { [$0] } ?? (error.sentences.isEmpty ? [error.code ?? error.text] : error.sentences)
    if let part = passage.flatMap(PastedError.init) { matches = Self.matches(part) }
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

  private static func matches(_ error: PastedError) -> [(KnownMessage, Closeness)] {
    let said = KnownMessage.Said(error)
    return KnownMessage.all.compactMap { message in message.closeness(to: said).map { (message, $0) } }
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
    if let challenge = said.challenge {
      return isChallenge(by: challenge.scheme) && profile.dialect.realm == challenge.realm ? .sentence : nil
    }
    let isCode = said.code.map { code?.isFilled(by: $0) == true } == true
    let isSentence = sentences.contains { said.sentences.contains(where: $0.isFilled) }
    if isCode, isSentence { return .both }
    if isSentence { return .sentence }
    // The same code beside another sentence is another server's.
    return isCode && said.isCodeOnly ? .code : nil
  }

  /// Whether this is how the server challenges, without an error, whoever brought nothing that it can read.
  private func isChallenge(by scheme: String) -> Bool {
    guard wording.error == nil else { return false }
    return scheme == "Basic" ? wording.challenge == .basic : kind == .accessTokenMissing && wording.challenge == .usual
  }

  /// The longest sentence of a server within a text, or else an error code with punctuation beside it.
  fileprivate static func passage(in text: String) -> String? {
    let text = SentencePattern.Text(text)
    let passages = all.flatMap(\.sentences).compactMap { $0.passage(in: text) }
    if let longest = passages.max(by: { $0.count < $1.count }) { return longest }
    let codes = all.compactMap(\.code).filter { $0.isMarked(in: text) }.map(\.sentence)
    return codes.max { $0.count < $1.count }
  }

  /// What was pasted, ready to be held against every message.
  fileprivate struct Said {
    let code: SentencePattern.Text?
    let sentences: [SentencePattern.Text]
    let isCodeOnly: Bool
    let challenge: (scheme: String, realm: String)?

    init(_ error: PastedError) {
      code = error.code.map(SentencePattern.Text.init)
      sentences = error.sentences.map(SentencePattern.Text.init)
      isCodeOnly = error.sentences.allSatisfy { $0 == error.code }
      challenge = error.challenge
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
