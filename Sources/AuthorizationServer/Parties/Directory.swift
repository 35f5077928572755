public import OAuth

/// The parties a server knows: its clients and its resource owners.
public struct Directory: Equatable, Sendable {
  public private(set) var clients: [RegisteredClient]
  public private(set) var resourceOwners: [ResourceOwner]
  private var clientIndex: [ClientIdentifier: Int]
  /// The subjects of all who are or were resource owners here, as octets.
  private let ownerSubjects: Set<[UInt8]>

  /// The last of two entries with the same identifier counts.
  public init(clients: [RegisteredClient], resourceOwners: [ResourceOwner]) {
    self.clients = clients
    self.resourceOwners = resourceOwners
    clientIndex = [:]
    for (index, client) in clients.enumerated() { clientIndex[client.identifier] = index }
    ownerSubjects = Set(resourceOwners.map { Array($0.subject.utf8) })
  }

  /// These parties and some more clients, except those whose identifiers are taken.
  func adding(_ more: [RegisteredClient]) -> Directory {
    Directory(clients: clients + more.filter { client($0.identifier) == nil }, resourceOwners: resourceOwners)
  }

  public func client(_ identifier: ClientIdentifier) -> RegisteredClient? {
    clientIndex[identifier].map { clients[$0] }
  }

  /// Looked up octet by octet: names that look alike are different people.
  public func resourceOwner(_ username: String) -> ResourceOwner? {
    resourceOwners.first { $0.username.hasSameOctets(as: username) }
  }

  /// The `sub` of a token with which a client speaks for itself: its identifier, unless that is the `sub` of a resource
  /// owner. A resource server must not take the one for the other. RFC 9068 §2.2, §5; RFC 9700 §4.15.
  func subject(of client: ClientIdentifier) -> String {
    var subject = client.text
    while ownerSubjects.contains(Array(subject.utf8)) { subject = "client:\(subject)" }
    return subject
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
