/// A named policy, dialect, set of paths and order of checks: one file of data. Only that file knows its name.
public struct Profile: Sendable {
  public let name: String
  public let summary: String
  public let policy: Policy
  public let dialect: Dialect
  public let paths: EndpointPaths
  /// Where its checks come in another order than in strict, are left out, or are others.
  public let orders: Orders
  /// The clients that the server's own documents name, beside those of the lessons.
  public let clients: [RegisteredClient]
  /// What is peculiar to the server, and why that matters.
  public let notes: [Note]

  public init(
    name: String, summary: String, policy: Policy, dialect: Dialect, paths: EndpointPaths, orders: Orders = .strict,
    clients: [RegisteredClient] = [], notes: [Note] = []
  ) {
    self.name = name
    self.summary = summary
    self.policy = policy
    self.dialect = dialect
    self.paths = paths
    self.orders = orders
    self.clients = clients
    self.notes = notes
  }

  /// Every profile there is, the default first.
  public static let all: [Profile] = [
    .strict, .oauth21, .bshaffer, .wpOAuth, .wpOAuth3, .wpLegacy, .miniOrange, .miniOrangePremium, .keycloak,
  ]

  public static func named(_ name: String) -> Profile? { all.first { $0.name == name } }
}

extension Profile {
  /// Something about a server that its switches, words and orders do not explain by themselves.
  public struct Note: Equatable, Sendable {
    /// What it is about: the name of a switch, a check or a refusal; nil is the server as a whole.
    public let subject: String?
    public let text: String

    public init(_ subject: String? = nil, _ text: String) {
      self.subject = subject
      self.text = text
    }
  }
}
