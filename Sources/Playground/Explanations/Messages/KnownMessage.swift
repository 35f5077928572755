public import AuthorizationServer
import OAuth

/// What one of the servers says for one of the reasons it has to refuse.
public struct KnownMessage: Sendable {
  public let profile: Profile
  public let kind: Refusal.Kind
  public let wording: Dialect.Wording
  /// Under which conditions the server says so, in a few words each; none is always.
  public let conditions: [String]
  let code: SentencePattern?
  /// Every sentence that a reader of the answer sees.
  let sentences: [SentencePattern]

  /// What all profiles say, in their order.
  public static let all = Profile.all.flatMap(messages)

  private init(_ profile: Profile, _ kind: Refusal.Kind, _ wording: Dialect.Wording, under conditions: [String] = []) {
    self.profile = profile
    self.kind = kind
    self.wording = wording
    self.conditions = conditions
    code = wording.error.map { SentencePattern($0.text) }
    sentences = wording.sentences.map(SentencePattern.init)
  }

  private static func messages(of profile: Profile) -> [KnownMessage] {
    let refusals = profile.checks.mapValues { Set($0.flatMap(\.refusals)) }
    return Refusal.Kind.allCases.flatMap { kind -> [KnownMessage] in
      let usual = KnownMessage(profile, kind, profile.dialect.usualWording(of: kind))
      let special = profile.dialect.words.filter { !$0.conditions.isEmpty && $0.mayWord(kind, among: refusals) }
        .compactMap { words in
          words.wording(of: kind).map { KnownMessage(profile, kind, $0, under: words.conditions.map(\.description)) }
        }
      return [usual] + special
    }
  }
}

extension Dialect.Wording {
  fileprivate var sentences: [String] {
    var sentences = [description].compactMap(\.self)
    // Some servers have a sentence where the standards have a code.
    if let code = error?.text, code.contains(" ") { sentences.append(code) }
    switch body {
    case .json(let json): sentences += json.strings
    case .markup(let text): sentences += (try? JSON(parsing: Array(text.utf8)))?.strings ?? [text.longestLine]
    case .usual, .page, .empty: break
    }
    return sentences
  }
}

extension Dialect.Words {
  /// Words for whatever is refused at an endpoint do not hold for what its checks never refuse.
  fileprivate func mayWord(_ kind: Refusal.Kind, among refusals: [Endpoint: Set<Refusal.Kind>]) -> Bool {
    guard wordings[kind] == nil else { return true }
    return conditions.contains { condition in
      guard case .at(let endpoint) = condition else { return false }
      return refusals[endpoint]?.contains(kind) == true
    }
  }
}

extension String {
  /// What a page has to say: the longest line of its text.
  fileprivate var longestLine: String {
    let lines = split(whereSeparator: \.isNewline).map { line in
      String(line).withoutMarkup.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
    return lines.max { $0.count < $1.count } ?? ""
  }
}

extension JSON {
  fileprivate var strings: [String] {
    switch self {
    case .string(let text): [text]
    case .array(let values): values.flatMap(\.strings)
    case .object(let members): members.flatMap(\.value.strings)
    case .null, .bool, .integer, .decimal: []
    }
  }
}
