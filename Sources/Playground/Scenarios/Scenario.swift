public import AuthorizationServer
public import OAuth

/// A text file that leads through the stages: who takes part, what is done, what must come of it, and a question.
public struct Scenario: Equatable, Sendable {
  /// Lower-case letters, digits and hyphens.
  public let id: String
  public let title: String
  public let about: String
  public let specifications: [Specification]
  /// The name of a ``Profile``; the reader has made sure that there is one.
  public let profile: String
  /// A demonstration client that has a redirection URI.
  public let client: ClientIdentifier
  public let steps: [Step]
  public let question: Question?

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
