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

  /// A member that is null counts as left out.
  init(_ json: JSON) throws(Refusal) {
    redirectionURIs = try Self.list("redirect_uris", in: json) ?? []
    authenticationMethod = try Self.text("token_endpoint_auth_method", in: json)
    grantTypes = try Self.list("grant_types", in: json)
    responseTypes = try Self.list("response_types", in: json)
    name = try Self.text("client_name", in: json)
    scope = try Self.text("scope", in: json)
    requiresPushedAuthorizationRequests = try Self.flag("require_pushed_authorization_requests", in: json)
  }

  private static func text(_ name: String, in json: JSON) throws(Refusal) -> String? {
    guard let value = json[name], value != .null else { return nil }
    guard let text = value.string, isBearable(text) else {
      throw .clientMetadataMalformed(
        member: name, expected: "a string of at most \(ServerLimits.metadataOctets) octets")
    }
    return text
  }

  private static func list(_ name: String, in json: JSON) throws(Refusal) -> [String]? {
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
