public import AuthorizationServer

/// What a configuration file says about the server and its parties.
public struct Configuration: Equatable, Sendable {
  /// The name of a ``Profile``; the reader has made sure that there is one.
  public var profile: String?
  public var policy: [PolicySetting] = []
  /// Nil leaves those of the demonstration.
  public var clients: [RegisteredClient]?
  /// Nil leaves those of the demonstration.
  public var resourceOwners: [ResourceOwner]?

  public init() {}

  /// The parties, with the simulated client of the demonstration on a port.
  public func directory(clientPort: Int) -> Directory {
    let demonstration = Directory.demonstration(clientPort: clientPort)
    return Directory(
      clients: clients ?? demonstration.clients, resourceOwners: resourceOwners ?? demonstration.resourceOwners)
  }

  /// The policy of a profile with the switches that the file changes.
  public func policy(of profile: Profile) -> Policy {
    var changed = profile.policy
    for setting in policy { setting.apply(to: &changed) }
    return changed
  }
}
