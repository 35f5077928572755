/// A named policy, dialect and set of paths. Only the profile's own file knows its name.
public struct Profile: Sendable {
  public let name: String
  public let summary: String
  public let policy: Policy
  public let dialect: Dialect
  public let paths: EndpointPaths

  public init(name: String, summary: String, policy: Policy, dialect: Dialect, paths: EndpointPaths) {
    self.name = name
    self.summary = summary
    self.policy = policy
    self.dialect = dialect
    self.paths = paths
  }

  /// Every profile there is, the default first.
  public static let all: [Profile] = [.strict, .oauth21]

  public static func named(_ name: String) -> Profile? { all.first { $0.name == name } }
}
