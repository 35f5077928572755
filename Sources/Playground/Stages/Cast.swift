public import AuthorizationServer
public import OAuth
public import OAuthClient

/// Who takes part in a walk beside the client: those who sign in, and others whom the server knows.
public struct Cast: Equatable, Sendable {
  /// In the order of the directory; the first one signs in unless somebody else is chosen.
  public var resourceOwners: [ResourceOwner]
  /// Who asks what a token is worth: the first resource server of the directory. Where there is none, the client asks,
  /// and is refused.
  public var resourceServer: ResourceServer
  /// Who gets tokens in its own name.
  public var worker: Worker

  /// A client that acts for nobody else. RFC 6749 §4.4.
  public struct Worker: Equatable, Sendable {
    public var credentials: ClientCredentials
    public var scope: Scope
  }

  /// - Parameter client: the client that is played. It also works, where no other client is registered to.
  public init(of server: AuthorizationServer, with client: ClientConfiguration) {
    let clients = server.directory.clients
    resourceOwners = server.directory.resourceOwners
    resourceServer = ResourceServer(
      credentials: clients.first { $0.type == .resourceServer }.map(ClientCredentials.init) ?? client.credentials,
      introspectionEndpoint: server.url(of: .introspection))
    let worker =
      clients.first { $0.identifier == client.identifier && $0.grants.contains(.clientCredentials) }
      ?? clients.first { $0.grants.contains(.clientCredentials) }
    self.worker = Worker(
      credentials: worker.map(ClientCredentials.init) ?? client.credentials, scope: worker?.scope ?? client.scope)
  }

  /// Who plays a part of the demonstration: the resource owner of that name, or the one in that place.
  func resourceOwner(playing username: String) -> ResourceOwner? {
    if let owner = resourceOwners.first(where: { $0.username.hasSameOctets(as: username) }) { return owner }
    let place = Directory.demonstration.resourceOwners.firstIndex { $0.username.hasSameOctets(as: username) }
    return place.flatMap { resourceOwners.isEmpty ? nil : resourceOwners[$0 % resourceOwners.count] }
  }
}

extension ClientCredentials {
  /// How a registered client proves who it is: in the form, where a learner sees the secret, if it may.
  public init(of client: RegisteredClient) {
    let sendsForm = client.authenticationMethods.contains(.clientSecretPost)
    self.init(
      identifier: client.identifier, secret: client.secret,
      method: client.secret == nil ? .none : sendsForm ? .clientSecretPost : .clientSecretBasic)
  }
}
