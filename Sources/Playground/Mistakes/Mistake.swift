import AuthorizationServer
import OAuth

/// A known way to get a request wrong: what it changes in the right one, and what comes of it. Plain data.
public struct Mistake: Equatable, Sendable {
  /// The server whose answers the catalogue tells.
  public static let profile = Profile.strict.name

  /// Never changes, since scripts may say it: `token.code_verifier.left-out`.
  public let name: String
  public let stage: Stage
  /// The parameter or header field it is about, or `the request`.
  public let subject: String
  public let title: String
  public let alterations: [Alteration]
  /// How far the server's clock goes forward before the request is sent.
  public let delay: Duration
  public let consequence: Consequence
  /// The bug or the attack that it stands for.
  public let story: String

  init(
    _ name: String, _ stage: Stage, about subject: String, _ title: String, _ alterations: [Alteration],
    after delay: Duration = .zero, _ consequence: Consequence, _ story: String
  ) {
    self.name = "\(stage.rawValue).\(name)"
    self.stage = stage
    self.subject = subject
    self.title = title
    self.alterations = alterations
    self.delay = delay
    self.consequence = consequence
    self.story = story
  }

  /// What it does to the request: `code_verifier is left out.`
  public func sentence(_ redaction: Redaction) -> String {
    let wait = delay == .zero ? [] : ["the server's clock goes \(delay.plainSeconds) forward"]
    return (alterations.map { redaction.evidence($0.evidence) } + wait).joined(separator: "; ") + "."
  }

  /// Every mistake that can be made now in the request of a stage, those about one subject together.
  public static func catalogue(for stage: Stage, of walkthrough: Walkthrough) -> [Mistake] {
    guard let material = MistakeMaterial(stage, walkthrough) else { return [] }
    let mistakes =
      switch stage {
      case .authorize: AuthorizationRequestMistakes(material: material).all
      case .code: ResourceOwnerMistakes.all(material)
      case .token: TokenRequestMistakes(material: material).all
      case .me: ResourceRequestMistakes(material: material).all
      case .refresh: RefreshRequestMistakes(material: material).all
      case .introspect: IntrospectionRequestMistakes(material: material).all
      case .revoke: RevocationRequestMistakes(material: material).all
      }
    var subjects: [String] = []
    for mistake in mistakes where !subjects.contains(mistake.subject) { subjects.append(mistake.subject) }
    return subjects.flatMap { subject in mistakes.filter { $0.subject == subject } }
  }
}
