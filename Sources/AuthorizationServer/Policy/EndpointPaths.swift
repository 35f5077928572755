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
  /// Tells about the very token by which it is asked.
  case tokenInformation = "token_information"
  /// Signs the browser out.
  case endSession = "end_session"
}

/// Where a profile puts its endpoints. One endpoint can have several addresses;
/// the first is the one it names itself by.
public struct EndpointPaths: Equatable, Sendable {
  /// A path, and what the query must hold where several endpoints share a path: `/?oauth=token`.
  ///
  /// A segment `{client}` stands for any client identifier.
  public struct Address: Equatable, Sendable, ExpressibleByStringLiteral {
    let text: String
    fileprivate let path: String
    fileprivate let condition: Parameters.Element?

    public init(stringLiteral value: String) {
      text = value
      let halves = value.split(separator: "?", maxSplits: 1)
      path = String(halves.first ?? "")
      condition =
        halves.count > 1 ? FormEncoding.readable(Array(halves[1].utf8)).elements.first : nil
    }
  }

  private let addresses: [Endpoint: [Address]]

  public init(_ addresses: [Endpoint: [Address]]) {
    for endpoint in [Endpoint.authorization, .login, .consent, .token, .me] {
      precondition(addresses[endpoint]?.isEmpty == false, "no path for \(endpoint)")
    }
    self.addresses = addresses
  }

  public func offers(_ endpoint: Endpoint) -> Bool { addresses[endpoint] != nil }

  /// Every address of an endpoint, as it is written in a profile.
  public func all(of endpoint: Endpoint) -> [String] { (addresses[endpoint] ?? []).map(\.text) }

  /// Where an endpoint of an issuer with a path is: below that path, but for the metadata, whose well-known path comes
  /// first. RFC 8414 §3.1.
  public func path(of endpoint: Endpoint, issuerPath: String) -> String {
    guard let address = addresses[endpoint]?.first else { return "/" }
    return endpoint == .metadata ? address.text + issuerPath : issuerPath + address.text
  }

  func endpoint(of request: RequestMessage, issuerPath: String) -> Endpoint? {
    Endpoint.allCases.first { endpoint in
      (addresses[endpoint] ?? []).contains { address in
        let path = endpoint == .metadata ? address.path + issuerPath : issuerPath + address.path
        return Self.matches(path, request.path) && address.isMet(by: request.query)
      }
    }
  }

  /// The client that a path names where an address says `{client}`.
  func client(in request: RequestMessage, of endpoint: Endpoint) -> String? {
    for address in addresses[endpoint] ?? [] {
      let (expected, found) = (Self.segments(address.path), Self.segments(request.path))
      guard let position = expected.firstIndex(of: Self.clientSegment), Self.matches(address.path, request.path) else {
        continue
      }
      return String(found[position])
    }
    return nil
  }

  /// A path with a client where an address says `{client}`.
  static func filled(_ path: String, for client: String) -> String {
    segments(path).map { $0 == clientSegment ? PercentCoding.encode(client) : String($0) }.joined(separator: "/")
  }

  private static let clientSegment: Substring = "{client}"

  private static func segments(_ path: String) -> [Substring] {
    path.split(separator: "/", omittingEmptySubsequences: false)
  }

  private static func matches(_ address: String, _ path: String) -> Bool {
    guard address.contains(clientSegment) else { return address.hasSameOctets(as: path) }
    let (expected, found) = (segments(address), segments(path))
    return expected.count == found.count
      && zip(expected, found).allSatisfy { $0 == clientSegment ? !$1.isEmpty : $0.hasSameOctets(as: $1) }
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

extension EndpointPaths.Address {
  fileprivate func isMet(by query: [UInt8]) -> Bool {
    guard let condition else { return true }
    return FormEncoding.readable(query).elements.contains(condition)
  }
}
