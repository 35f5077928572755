import OAuth

/// What a client says about itself that the server keeps and tells back, and on which nothing here depends.
/// RFC 7591 §2, OpenID Connect Registration §2.
enum ClientDescription {
  private static let texts = ["software_id", "software_version"]
  private static let addresses = ["client_uri", "logo_uri", "policy_uri", "tos_uri", "jwks_uri"]
  /// The parts of a key that its owner keeps to itself. RFC 7518 §6.2.2, §6.3.2, §6.4.1.
  private static let privateParts = ["d", "p", "q", "dp", "dq", "qi", "oth", "k"]

  /// The members that were sent and are well formed, in an order of our own.
  static func members(of json: JSON) throws(Refusal) -> [JSON.Member] {
    var members: [JSON.Member] = []
    if let type = try applicationType(in: json) { members.append(type) }
    for name in texts {
      if let text = try ClientMetadata.text(name, in: json) { members.append(.init(name, .string(text))) }
    }
    for name in addresses {
      if let address = try address(name, in: json) { members.append(.init(name, .string(address))) }
    }
    if let contacts = try ClientMetadata.list("contacts", in: json) {
      members.append(.init("contacts", .array(contacts.map(JSON.string))))
    }
    if let keys = try keySet(in: json) { members.append(keys) }
    return members
  }

  /// OpenID Connect Registration §2.
  private static func applicationType(in json: JSON) throws(Refusal) -> JSON.Member? {
    guard let type = try ClientMetadata.text("application_type", in: json) else { return nil }
    guard type.hasSameOctets(as: "web") || type.hasSameOctets(as: "native") else {
      throw .clientMetadataMalformed(member: "application_type", expected: "web or native")
    }
    return .init("application_type", .string(type))
  }

  /// Pages make links of such members, so a script must not pass for one. RFC 7591 §2, §5.
  private static func address(_ name: String, in json: JSON) throws(Refusal) -> String? {
    guard let text = try ClientMetadata.text(name, in: json) else { return nil }
    guard isWebAddress(text) else {
      throw .clientMetadataMalformed(member: name, expected: "an https or http address")
    }
    return text
  }

  private static func isWebAddress(_ text: String) -> Bool {
    guard text.utf8.allSatisfy({ (0x21...0x7E).contains($0) && !"\"<>\\^`{|}".utf8.contains($0) }) else { return false }
    let lowercased = text.asciiLowercased
    guard let scheme = ["https://", "http://"].first(where: lowercased.hasPrefix) else { return false }
    let authority = lowercased.dropFirst(scheme.count).prefix { !"/?#".contains($0) }
    return !authority.isEmpty && !authority.hasPrefix(":") && !authority.contains("@")
  }

  /// Public keys, here or elsewhere, not both. RFC 7591 §2, RFC 7517 §5.
  private static func keySet(in json: JSON) throws(Refusal) -> JSON.Member? {
    guard let keySet = json["jwks"], keySet != .null else { return nil }
    guard json["jwks_uri"] ?? .null == .null else {
      throw .clientMetadataMalformed(member: "jwks", expected: "jwks or jwks_uri, not both")
    }
    guard let keys = keySet["keys"]?.array, keys.count <= ServerLimits.metadataElements,
      keys.allSatisfy({ $0["kty"]?.string != nil }), keySet.octets.count <= ServerLimits.metadataKeySetOctets
    else {
      throw .clientMetadataMalformed(
        member: "jwks", expected: "a set of at most \(ServerLimits.metadataElements) keys")
    }
    guard !keys.contains(where: { key in privateParts.contains { key[$0] != nil } }) else {
      throw .clientMetadataMalformed(member: "jwks", expected: "public keys only")
    }
    return .init("jwks", keySet)
  }
}
