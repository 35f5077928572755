public import OAuth

/// The parties a server knows: its clients and its resource owners.
public struct Directory: Equatable, Sendable {
  public private(set) var clients: [RegisteredClient]
  public private(set) var resourceOwners: [ResourceOwner]
  private var clientIndex: [ClientIdentifier: Int]

  /// The last of two entries with the same identifier counts.
  public init(clients: [RegisteredClient], resourceOwners: [ResourceOwner]) {
    self.clients = clients
    self.resourceOwners = resourceOwners
    clientIndex = [:]
    for (index, client) in clients.enumerated() { clientIndex[client.identifier] = index }
  }

  public func client(_ identifier: ClientIdentifier) -> RegisteredClient? {
    clientIndex[identifier].map { clients[$0] }
  }

  /// Looked up octet by octet: names that look alike are different people.
  public func resourceOwner(_ username: String) -> ResourceOwner? {
    resourceOwners.first { $0.username.hasSameOctets(as: username) }
  }

  /// Whether there was one of that name.
  mutating func removeResourceOwner(_ username: String) -> Bool {
    let others = resourceOwners.filter { !$0.username.hasSameOctets(as: username) }
    defer { resourceOwners = others }
    return others.count < resourceOwners.count
  }

  /// Every scope token some client may ask for, in order of appearance.
  public var scopes: Scope { Scope(clients.flatMap(\.scope.tokens)) }
}
