import AuthorizationServer
import OAuth

/// Reads a configuration file and refuses, with file and line, whatever it does not understand.
public enum ConfigurationReader {
  /// The largest file that is read, in octets.
  public static let largestFile = 1024 * 1024
  /// So many clients, and so many resource owners, are read.
  static let mostParties = 5000

  /// - Parameter file: the name that faults are reported under.
  public static func configuration(in octets: [UInt8], file: String) throws(FileFault) -> Configuration {
    let node = try YAMLDocument.root(
      of: octets, file: file, limit: largestFile, kind: "configuration",
      hint: "a configuration has some of profile, policy, resourceOwners and clients")
    let mapping = try YAMLMapping(YAMLValue(node: node, name: "the configuration", file: file, line: 1))
    try mapping.allowOnly(["profile", "policy", "resourceOwners", "clients"])
    var configuration = Configuration()
    configuration.profile = try mapping["profile"]?.word(among: Profile.all.map(\.name), called: "profile")
    if let policy = mapping["policy"] { configuration.policy = try PolicyReader.settings(policy) }
    if let owners = mapping["resourceOwners"] {
      configuration.resourceOwners = try parties(owners, called: "resource owner", ResourceOwnerReader.resourceOwner)
      try refuseDuplicates(owners, "username")
      try refuseSharedSubjects(owners, configuration.resourceOwners ?? [])
    }
    if let clients = mapping["clients"] {
      configuration.clients = try parties(clients, called: "client", ClientReader.client)
      try refuseDuplicates(clients, "id")
    }
    return configuration
  }

  private static func parties<Party>(
    _ value: YAMLValue, called kind: String, _ read: (YAMLMapping) throws(FileFault) -> Party
  ) throws(FileFault) -> [Party] {
    var parties: [Party] = []
    for (index, entry) in try value.list(atMost: mostParties).enumerated() {
      let named = YAMLValue(node: entry.node, name: "\(kind) \(index + 1)", file: entry.file, line: entry.line)
      parties.append(try read(try YAMLMapping(named)))
    }
    return parties
  }

  /// Two parties of one name are a fault in the line of the second.
  private static func refuseDuplicates(_ value: YAMLValue, _ key: String) throws(FileFault) {
    var lines: [[UInt8]: Int] = [:]
    for entry in try value.list(atMost: mostParties) {
      guard let named = try YAMLMapping(entry)[key] else { continue }
      let text = try named.text()
      if let first = lines.updateValue(named.line, forKey: Array(text.utf8)) {
        throw named.fault("the \(key) \(text.quoted) occurs twice; the first is in line \(first)")
      }
    }
  }

  /// Whoever writes no `sub` has one as well, and two people must not be taken for one. OpenID Connect Core §2.
  private static func refuseSharedSubjects(
    _ value: YAMLValue, _ owners: [ResourceOwner]
  ) throws(FileFault) {
    var lines: [[UInt8]: Int] = [:]
    for (entry, owner) in zip(try value.list(atMost: mostParties), owners) {
      let named = try YAMLMapping(entry)["sub"] ?? entry
      if let first = lines.updateValue(named.line, forKey: Array(owner.subject.utf8)) {
        throw named.fault(
          "the sub \(owner.subject.quoted) occurs twice; the first is in line \(first) (without \"sub\" it is the username)"
        )
      }
    }
  }
}

/// Reads a resource owner.
private enum ResourceOwnerReader {
  static func resourceOwner(_ mapping: YAMLMapping) throws(FileFault) -> ResourceOwner {
    try mapping.allowOnly(["username", "password", "sub", "claims"])
    var claims: [ResourceOwner.Claim] = []
    if let given = mapping["claims"], !given.isNull {
      for entry in try YAMLMapping(given).entries {
        guard entry.key != "sub" else {
          throw entry.value.fault("\"sub\" is no claim to choose; write it beside username and password")
        }
        claims.append(ResourceOwner.Claim(entry.key, try entry.value.json()))
      }
    }
    return ResourceOwner(
      username: try mapping.required("username").text(), password: try mapping.required("password").text(),
      subject: try subject(mapping["sub"]), claims: claims)
  }

  private static func subject(_ value: YAMLValue?) throws(FileFault) -> String? {
    guard let value else { return nil }
    let text = try value.text()
    guard ResourceOwner.canBeSubject(text) else { throw value.fault(expected: "1 to 255 visible ASCII characters") }
    return text
  }
}
