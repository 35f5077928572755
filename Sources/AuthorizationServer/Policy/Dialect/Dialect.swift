import OAuth

/// How a server speaks on the wire: its words for each refusal, and how it writes them and its other answers.
/// What it knows stays in the decision.
public struct Dialect: Sendable {
  public var realm: String
  /// The words for every refusal, where nothing more particular is said in `words`.
  public var base: @Sendable (Refusal.Kind) -> Wording
  /// The words that hold under a condition, or instead of the base. The first that fit count.
  public var words: [Words]
  public var style: WireStyle
  public var answers: Answers
  /// Beginning of the name of a cookie that counts, for the choice of words alone,
  /// as that of somebody who is signed in.
  public var signInCookie: String?

  public init(
    realm: String, words: [Words] = [], style: WireStyle = .strict, answers: Answers = .strict,
    base: @escaping @Sendable (Refusal.Kind) -> Wording
  ) {
    self.realm = realm
    self.words = words
    self.style = style
    self.answers = answers
    self.base = base
  }

  /// The words for a refusal that fit where and to what it is said.
  func wording(of refusal: Refusal, in situation: Situation) -> Wording {
    let fitting = words.lazy.filter { $0.fit(refusal, situation) }.compactMap { $0.wording(of: refusal.kind) }
    return (fitting.first ?? base(refusal.kind)).filled(with: refusal.finding.found?.revealed ?? "")
  }

  /// The words for a refusal where no condition is known to hold.
  public func wording(of refusal: Refusal) -> Wording {
    usualWording(of: refusal.kind).filled(with: refusal.finding.found?.revealed ?? "")
  }

  /// The same for a kind of refusals, with `{found}` where a text repeats what was found.
  public func usualWording(of kind: Refusal.Kind) -> Wording {
    words.lazy.filter(\.conditions.isEmpty).compactMap { $0.wording(of: kind) }.first ?? base(kind)
  }
}
