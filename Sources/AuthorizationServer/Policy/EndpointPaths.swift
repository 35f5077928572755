import OAuth

/// The endpoints of the server.
public enum Endpoint: String, Sendable, CaseIterable {
  case authorization = "authorize"
  case login
  case consent
  case token
  case me
  case introspection = "introspect"
  case revocation = "revoke"
  case metadata
}

/// Where a profile puts its endpoints.
public struct EndpointPaths: Equatable, Sendable {
  private let paths: [Endpoint: String]

  public init(_ paths: [Endpoint: String]) {
    for endpoint in Endpoint.allCases { precondition(paths[endpoint] != nil, "no path for \(endpoint)") }
    self.paths = paths
  }

  public subscript(endpoint: Endpoint) -> String { paths[endpoint, default: "/"] }

  public func endpoint(at path: String) -> Endpoint? {
    Endpoint.allCases.first { paths[$0]?.hasSameOctets(as: path) == true }
  }
}
