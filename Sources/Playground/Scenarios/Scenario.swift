public import AuthorizationServer
public import OAuth

/// A text file that leads through the stages: who takes part, what is done, what must come of it, and a question.
public struct Scenario: Equatable, Sendable {
  /// Lower-case letters, digits and hyphens.
  public let id: String
  public let title: String
  /// What happens, and why; empty where nothing is said, as are the next two.
  public let about: String
  /// How to do it right.
  public let fix: String
  /// The document from which the idea comes.
  public let source: String
  public let specifications: [Specification]
  /// The names of every ``Profile`` it is played under, the first by default; the reader has made sure that they exist.
  public let profiles: [String]
  /// The one it is played under now.
  public private(set) var profile: String
  /// A demonstration client that has a redirection URI.
  public let client: ClientIdentifier
  /// Every step of the file, whatever it is played under.
  public let written: [Step]
  /// Those that are taken under the profile it is played under now.
  public private(set) var steps: [Step]
  public let question: Question?

  init(
    id: String, title: String, about: String, fix: String = "", source: String = "", specifications: [Specification],
    profiles: [String], client: ClientIdentifier, steps: [Step], question: Question?
  ) {
    self.id = id
    self.title = title
    self.about = about
    self.fix = fix
    self.source = source
    self.specifications = specifications
    self.profiles = profiles
    profile = profiles[0]
    self.client = client
    written = steps
    self.steps = steps.taken(under: profiles[0])
    self.question = question
  }

  /// The id, and the profile where it is not the first: `code-replayed@bshaffer`.
  public var name: String { profile == profiles[0] ? id : "\(id)@\(profile)" }

  /// The same scenario under each of its profiles.
  public var performances: [Scenario] { profiles.map(played) }

  /// The same scenario under a profile, be it one of its own or not: then what it expects of every server is expected.
  public func played(under profile: String) -> Scenario {
    var scenario = self
    scenario.profile = profile
    scenario.steps = written.taken(under: profile)
    return scenario
  }

  /// Something to think about when the last step is done.
  public struct Question: Equatable, Sendable {
    public let ask: String
    public let answers: [String]
    /// The number of the right answer, counted from 1.
    public let right: Int
  }

  /// The clients that can play in a scenario.
  public static let clients = Directory.demonstration.clients.filter { !$0.redirectionURIs.isEmpty }
}
