import AuthorizationServer
import OAuth

/// Reads a client.
enum ClientReader {
  private static let keys = [
    "id", "type", "secret", "authentication", "grants", "redirectURIs", "scopes", "name", "requirePKCE",
    "requirePushedAuthorizationRequests", "audience",
  ]

  /// The short form of a grant whose name is long.
  private static let shortGrants = ["device_code": GrantType.deviceCode]

  private static let grants: [GrantType] = [
    .authorizationCode, .refreshToken, .clientCredentials, .deviceCode, .password,
  ]

  static func client(_ mapping: YAMLMapping) throws(FileFault) -> RegisteredClient {
    try mapping.allowOnly(keys)
    let secret = try mapping["secret"]?.text()
    let type = try mapping["type"].map(type) ?? (secret == nil ? .public : .confidential)
    if secret == nil, type != .public {
      throw mapping.value.fault("\(mapping.value.name) is \(type.rawValue) and needs a \"secret\"")
    }
    var client = RegisteredClient(
      identifier: try identifier(try mapping.required("id")), type: type, secret: secret,
      authenticationMethods: try mapping["authentication"].map(methods),
      grants: try mapping["grants"].map(grants) ?? (type == .resourceServer ? [] : [.authorizationCode]),
      redirectionURIs: try mapping["redirectURIs"].map(redirectionURIs) ?? [],
      scope: try mapping["scopes"].map(scope) ?? Scope(), name: try mapping["name"]?.text(),
      requiresPKCE: try mapping["requirePKCE"]?.boolean())
    client.audience = try mapping["audience"]?.text()
    client.requiresPushedAuthorizationRequests =
      try mapping["requirePushedAuthorizationRequests"]?.boolean() ?? false
    return client
  }

  private static func identifier(_ value: YAMLValue) throws(FileFault) -> ClientIdentifier {
    guard let identifier = ClientIdentifier(try value.text()) else {
      throw value.fault(expected: "a client_id of visible ASCII characters")
    }
    guard identifier.text.utf8.count <= ServerLimits.clientIdentifierOctets else {
      throw value.fault(expected: "a client_id of at most \(ServerLimits.clientIdentifierOctets) characters")
    }
    return identifier
  }

  private static func type(_ value: YAMLValue) throws(FileFault) -> ClientType {
    let word = try value.word(among: ClientType.allCases.map(\.rawValue), called: "type of client")
    return ClientType(rawValue: word) ?? .public
  }

  private static func methods(_ value: YAMLValue) throws(FileFault) -> [ClientAuthenticationMethod] {
    let known = ClientAuthenticationMethod.allCases.map(\.rawValue)
    var methods: [ClientAuthenticationMethod] = []
    for entry in try value.list(atMost: 10) {
      let word = try entry.word(among: known, called: "client authentication method")
      if let method = ClientAuthenticationMethod(rawValue: word) { methods.append(method) }
    }
    guard !methods.isEmpty else {
      throw value.fault(expected: "a list of at least one of \(known.joined(separator: ", "))")
    }
    return methods
  }

  private static func grants(_ value: YAMLValue) throws(FileFault) -> [GrantType] {
    let known = grants.map(\.text) + shortGrants.keys
    var types: [GrantType] = []
    for entry in try value.list(atMost: 20) {
      let word = try entry.word(among: known, called: "grant")
      types.append(shortGrants[word] ?? GrantType(word))
    }
    return types
  }

  private static func redirectionURIs(_ value: YAMLValue) throws(FileFault) -> [RedirectionURI] {
    var uris: [RedirectionURI] = []
    for entry in try value.list(atMost: 100) {
      let text = try entry.text()
      do throws(RedirectionURI.Fault) {
        uris.append(try RedirectionURI(text))
      } catch {
        throw entry.fault("\(entry.name) must be a redirection URI, but \(text.quoted) has a fault: \(error.sentence)")
      }
    }
    return uris
  }

  private static func scope(_ value: YAMLValue) throws(FileFault) -> Scope {
    var tokens: [String] = []
    for entry in try value.list(atMost: 200) {
      let text = try entry.text()
      guard let token = try? Scope(parsing: text), token.tokens.count == 1 else {
        throw entry.fault(expected: "a scope token, which has no space, quotation mark or backslash")
      }
      tokens.append(text)
    }
    return Scope(tokens)
  }
}

extension Optional {
  /// `map` whose transform throws one type of error.
  fileprivate func map<Result, Failure: Error>(
    _ transform: (Wrapped) throws(Failure) -> Result
  ) throws(Failure) -> Result? {
    guard let self else { return nil }
    return try transform(self)
  }
}
