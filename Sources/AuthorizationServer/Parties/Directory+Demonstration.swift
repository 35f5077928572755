import OAuth

extension Directory {
  /// The parties of the lessons, with the simulated client on its usual port.
  public static let demonstration = demonstration(clientPort: usualClientPort)

  /// Where the simulated client listens unless it is told otherwise.
  public static let usualClientPort = 8252

  /// The parties of the lessons. Names, secrets and addresses are promises to scripts and slides.
  ///
  /// - Parameter clientPort: where the simulated client's redirection endpoint listens.
  public static func demonstration(clientPort: Int) -> Directory {
    Directory(clients: clients(clientPort), resourceOwners: resourceOwners)
  }

  private static func clients(_ clientPort: Int) -> [RegisteredClient] {
    [
      RegisteredClient(
        identifier: identifier("workshop-app"), type: .confidential, secret: "workshop-secret",
        grants: [.authorizationCode, .refreshToken], redirectionURIs: [uri("http://127.0.0.1:\(clientPort)/callback")],
        scope: "openid profile email read offline_access", name: "Workshop App"),
      RegisteredClient(
        identifier: identifier("native-app"), type: .public, grants: [.authorizationCode, .refreshToken],
        redirectionURIs: [uri("http://127.0.0.1/callback"), uri("http://[::1]/callback")],
        scope: "openid profile email offline_access", name: "Native App", requiresPKCE: true),
      RegisteredClient(
        identifier: identifier("other-app"), type: .confidential, secret: "other-secret",
        grants: [.authorizationCode, .refreshToken], redirectionURIs: [uri("http://127.0.0.1:\(clientPort)/other")],
        scope: "profile", name: "Other App"),
      RegisteredClient(
        identifier: identifier("nightly-job"), type: .confidential, secret: "nightly-secret",
        grants: [.clientCredentials], scope: "read", name: "Nightly Job"),
      RegisteredClient(
        identifier: identifier("tv-app"), type: .public, grants: [.deviceCode], scope: "profile",
        name: "TV App"),
      RegisteredClient(
        identifier: identifier("api"), type: .resourceServer, secret: "api-secret", grants: [], name: "The API"),
    ]
  }

  private static let resourceOwners: [ResourceOwner] = [
    ResourceOwner(
      username: "alice", password: "wonderland",
      claims: [
        .init("name", "Alice Liddell", scope: "profile"),
        .init("preferred_username", "alice", scope: "profile"),
        .init("email", "alice@example.org", scope: "email"),
        .init("email_verified", true, scope: "email"),
      ]),
    ResourceOwner(
      username: "bob", password: "builder",
      claims: [
        .init("name", "Bob Builder", scope: "profile"),
        .init("preferred_username", "bob", scope: "profile"),
        .init("email", "bob@example.org", scope: "email"),
        .init("email_verified", false, scope: "email"),
      ]),
  ]

  private static func identifier(_ text: String) -> ClientIdentifier {
    guard let identifier = ClientIdentifier(text) else { preconditionFailure("\(text) is no client identifier") }
    return identifier
  }

  private static func uri(_ text: String) -> RedirectionURI {
    do {
      return try RedirectionURI(text)
    } catch {
      preconditionFailure("\(text): \(error.sentence)")
    }
  }
}
