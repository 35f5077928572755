import AuthorizationServer
import OAuth
import Playground

/// What `serve` says once it answers: where it is, and what to try first.
struct ReadyMessage {
  private let server: AuthorizationServer
  private let redaction: Redaction

  init(_ server: AuthorizationServer, _ redaction: Redaction) {
    self.server = server
    self.redaction = redaction
  }

  private static let endpoints: [Endpoint] = [.authorization, .token, .me, .metadata]

  var json: JSON {
    .object([
      .init("event", "ready"),
      .init("issuer", .string(server.issuer.text)),
      .init("profile", .string(server.profile.name)),
      .init(
        "endpoints",
        .object(
          Endpoint.allCases.filter { ![.login, .consent].contains($0) && server.offers($0) }.map {
            .init($0.rawValue, .string(server.url(of: $0)))
          })),
    ])
  }

  var lines: [String] {
    ["oauth-playground serves \(server.issuer) (profile \(server.profile.name)). Ctrl-C ends it."]
      + Self.endpoints.filter(server.offers).map { "  \($0.rawValue.padded)\(server.url(of: $0))" }
      + ["Clients:"] + server.directory.clients.filter { !$0.redirectionURIs.isEmpty }.map(line)
      + [approval, "Try:  curl -i '\(example)'", ""]
  }

  private func line(_ client: RegisteredClient) -> String {
    let secret = client.secret.map { isShown(client) ? "secret \($0)" : "confidential" } ?? "public, PKCE"
    return "  \(client.identifier.text.padded)\(secret), \(client.redirectionURIs[0])"
  }

  private var approval: String {
    if let username = server.approvesAs { return "Every request is approved at once as \(username)." }
    let owners = server.directory.resourceOwners.map { isShown($0) ? "\($0.username) / \($0.password)" : $0.username }
    return "Sign in as \(owners.joined(separator: " or "))."
  }

  /// Everybody knows the secrets of the demonstration; those of a configuration file are somebody's own.
  private func isShown(_ client: RegisteredClient) -> Bool {
    redaction == .none || Directory.demonstration.client(client.identifier)?.secret == client.secret
  }

  private func isShown(_ owner: ResourceOwner) -> Bool {
    redaction == .none || Directory.demonstration.resourceOwner(owner.username)?.password == owner.password
  }

  /// A request that works as it stands.
  private var example: String {
    let client = server.directory.clients.first { !$0.redirectionURIs.isEmpty }
    let parameters: Parameters = [
      .responseType: "code", .clientID: client?.identifier.text ?? "", .state: "xyz",
    ]
    return FormEncoding.append(parameters, to: server.url(of: .authorization))
  }
}

extension String {
  fileprivate var padded: String { self + String(repeating: " ", count: max(1, 14 - count)) }
}
