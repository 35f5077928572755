import AuthorizationServer
import OAuth

extension Directory {
  /// The demonstration parties and a few clients that are hard to please.
  static func samples() throws -> Directory {
    Directory(
      clients: demonstration.clients + [
        RegisteredClient(
          identifier: try identifier("batch"), type: .confidential, secret: "batch-secret",
          grants: [.clientCredentials], redirectionURIs: [try RedirectionURI("https://batch.example/cb")],
          scope: Scope(["profile"])),
        RegisteredClient(
          identifier: try identifier("public-job"), type: .public, grants: [.clientCredentials],
          scope: Scope(["profile"])),
        RegisteredClient(
          identifier: try identifier("tenant"), type: .confidential, secret: "tenant-secret",
          grants: [.authorizationCode],
          redirectionURIs: [try RedirectionURI("https://client.example/cb?tenant=a%20b&y=%2B")],
          scope: Scope(["profile"])),
        RegisteredClient(
          identifier: try identifier("app:one 1"), type: .confidential, secret: "p%s: w+r&d=/?~",
          grants: [.authorizationCode], redirectionURIs: [try RedirectionURI("https://one.example/cb")],
          scope: Scope(["profile"])),
        RegisteredClient(
          identifier: try identifier("named-host"), type: .public, grants: [.authorizationCode],
          redirectionURIs: [try RedirectionURI("http://localhost/cb")], scope: Scope(["profile"]), requiresPKCE: false),
        RegisteredClient(
          identifier: try identifier("Kelvin"), type: .confidential, secret: "Kelvin;", grants: [.authorizationCode],
          redirectionURIs: [try RedirectionURI("https://kelvin.example/K")], scope: Scope(["profile", "Kelvin"])),
        RegisteredClient(
          identifier: try identifier("post-only"), type: .confidential, secret: "post-secret",
          authenticationMethods: [.clientSecretPost], grants: [.authorizationCode],
          redirectionURIs: [try RedirectionURI("https://post.example/cb")], scope: Scope(["profile"])),
        RegisteredClient(
          identifier: try identifier("open-query"), type: .confidential, secret: "open-secret",
          grants: [.authorizationCode], redirectionURIs: [try RedirectionURI("https://open.example/cb?")],
          scope: Scope(["profile"])),
        RegisteredClient(
          identifier: try identifier("percent"), type: .confidential, secret: "100%", grants: [.authorizationCode],
          redirectionURIs: [try RedirectionURI("https://percent.example/cb")], scope: Scope(["profile"])),
        RegisteredClient(
          identifier: try identifier("public-plain"), type: .public, grants: [.authorizationCode],
          redirectionURIs: [try RedirectionURI("https://public.example/cb")], scope: Scope(["profile"])),
        RegisteredClient(
          identifier: try identifier("trusted"), type: .confidential, secret: "trusted-secret",
          grants: [.password, .refreshToken, .authorizationCode], scope: Scope(["profile", "email"])),
        RegisteredClient(
          identifier: try identifier("markup"), type: .confidential, secret: "markup-secret",
          grants: [.authorizationCode], redirectionURIs: [try RedirectionURI("https://markup.example/'cb'")],
          scope: Scope(["profile", "<b>'&"]), name: "<script>alert(\"1\")</script>"),
      ],
      resourceOwners: demonstration.resourceOwners + [
        ResourceOwner(username: "<i>&\"'", password: "markup"), ResourceOwner(username: "Kate", password: "Kelvin"),
      ])
  }

  private static func identifier(_ text: String) throws -> ClientIdentifier {
    guard let identifier = ClientIdentifier(text) else { throw Unfit(text: text) }
    return identifier
  }

  private struct Unfit: Error {
    let text: String
  }
}
