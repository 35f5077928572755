public import AuthorizationServer
public import OAuth

/// A text file that leads through the stages: who takes part, what is done, what must come of it, and a question.
public struct Scenario: Equatable, Sendable {
  /// Lower-case letters, digits and hyphens.
  public let id: String
  public let title: String
  public let about: String
  public let specifications: [Specification]
  /// The names of every ``Profile`` it is played under, the first by default; the reader has made sure that they exist.
  public let profiles: [String]
  /// The one it is played under now.
  public private(set) var profile: String
  /// A demonstration client that has a redirection URI.
  public let client: ClientIdentifier
  public let steps: [Step]
  public let question: Question?

  init(
    id: String, title: String, about: String, specifications: [Specification], profiles: [String],
    client: ClientIdentifier, steps: [Step], question: Question?
  ) {
    self.id = id
    self.title = title
    self.about = about
    self.specifications = specifications
    self.profiles = profiles
    profile = profiles[0]
    self.client = client
    self.steps = steps
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
