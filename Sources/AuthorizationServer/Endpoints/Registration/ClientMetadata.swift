import OAuth

/// What a client says about itself when it registers; everything else it says is ignored. RFC 7591 §2.
struct ClientMetadata {
  var redirectionURIs: [String] = []
  var authenticationMethod: String?
  var grantTypes: [String]?
  var responseTypes: [String]?
  var name: String?
  var scope: String?
  var requiresPushedAuthorizationRequests: Bool?
  /// `id_token_signed_response_alg`. OpenID Connect Registration §2.
  var idTokenAlgorithm: String?
  var description: [JSON.Member] = []

  /// A member that is null counts as left out.
  init(_ json: JSON) throws(Refusal) {
    redirectionURIs = try Self.list("redirect_uris", in: json) ?? []
    authenticationMethod = try Self.text("token_endpoint_auth_method", in: json)
    grantTypes = try Self.list("grant_types", in: json)
    responseTypes = try Self.list("response_types", in: json)
    name = try Self.text("client_name", in: json).flatMap { $0.showsNothing ? nil : $0 }
    scope = try Self.text("scope", in: json)
    requiresPushedAuthorizationRequests = try Self.flag("require_pushed_authorization_requests", in: json)
    idTokenAlgorithm = try Self.text("id_token_signed_response_alg", in: json)
    description = try ClientDescription.members(of: json)
  }

  static func text(_ name: String, in json: JSON) throws(Refusal) -> String? {
    guard let value = json[name], value != .null else { return nil }
    guard let text = value.string, isBearable(text) else {
      throw .clientMetadataMalformed(
        member: name, expected: "a string of at most \(ServerLimits.metadataOctets) octets")
    }
    return text
  }

  static func list(_ name: String, in json: JSON) throws(Refusal) -> [String]? {
    guard let value = json[name], value != .null else { return nil }
    guard let values = value.array, values.count <= ServerLimits.metadataElements,
      values.allSatisfy({ $0.string.map(isBearable) ?? false })
    else {
      throw .clientMetadataMalformed(
        member: name, expected: "at most \(ServerLimits.metadataElements) strings")
    }
    return values.compactMap(\.string)
  }

  private static func flag(_ name: String, in json: JSON) throws(Refusal) -> Bool? {
    guard let value = json[name], value != .null else { return nil }
    guard let flag = value.bool else { throw .clientMetadataMalformed(member: name, expected: "true or false") }
    return flag
  }

  private static func isBearable(_ text: String) -> Bool { text.utf8.count <= ServerLimits.metadataOctets }
}

extension String {
  /// A name of spaces and controls would leave a gap on the consent page, and people would not see who asks.
  fileprivate var showsNothing: Bool {
    unicodeScalars.allSatisfy { scalar in
      scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
        || [.control, .format].contains(scalar.properties.generalCategory)
    }
  }
}
