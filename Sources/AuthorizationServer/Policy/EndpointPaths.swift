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
  case keys = "jwks"
  case pushedAuthorizationRequest = "par"
  case deviceAuthorization = "device_authorization"
  case device
  case deviceLogin
  case deviceConsent
  case registration = "register"
  case metadata
  case openIDConfiguration = "openid-configuration"
}

/// Where a profile puts its endpoints.
public struct EndpointPaths: Equatable, Sendable {
  private let paths: [Endpoint: String]

  public init(_ paths: [Endpoint: String]) {
    for endpoint in Endpoint.allCases { precondition(paths[endpoint] != nil, "no path for \(endpoint)") }
    self.paths = paths
  }

  public subscript(endpoint: Endpoint) -> String { paths[endpoint, default: "/"] }

  /// Where an endpoint of an issuer with a path is: below that path, but for the metadata, whose well-known path comes first.
  /// RFC 8414 §3.1.
  public func path(of endpoint: Endpoint, issuerPath: String) -> String {
    endpoint == .metadata ? self[endpoint] + issuerPath : issuerPath + self[endpoint]
  }

  public func endpoint(at path: String, issuerPath: String = "") -> Endpoint? {
    Endpoint.allCases.first { self.path(of: $0, issuerPath: issuerPath).hasSameOctets(as: path) }
  }

  /// Whether a text can be the path of an issuer: nothing, or segments of unreserved characters. RFC 8414 §2.
  static func isIssuerPath(_ text: String) -> Bool {
    guard !text.isEmpty else { return true }
    let segments = text.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    return segments.count > 1 && segments[0].isEmpty
      && segments.dropFirst().allSatisfy { segment in
        !segment.isEmpty && segment.allSatisfy { $0.isASCIIAlphanumeric || "-._~".utf8.contains($0) }
          && !segment.elementsEqual(".".utf8) && !segment.elementsEqual("..".utf8)
      }
  }
}
