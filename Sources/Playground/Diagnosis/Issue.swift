import AuthorizationServer
import HTTPTypes
import OAuth

/// What a client would be given now if everything went well, and the server that has given it.
struct Issue {
  private(set) var server: AuthorizationServer
  private(set) var code = ""
  private let client: RegisteredClient
  private let redirectionURI: String
  private let verifier: CodeVerifier
  private let authority: String
  private let now: Instant

  /// - Parameters:
  ///   - client: who asks; nil takes one of the server's own.
  ///   - parameters: those of the request that will present the code: its redirection URI and verifier are taken where
  ///     they can be right.
  init?(by client: RegisteredClient?, for parameters: Parameters, on server: AuthorizationServer, at now: Instant) {
    let usual = server.directory.clients.first { !$0.redirectionURIs.isEmpty }
    guard let client = client ?? usual, let uri = Self.redirectionURI(of: client, parameters[.redirectURI]) else {
      return nil
    }
    var random = RandomSource.seeded(0, stream: 0)
    let sent = parameters[.codeVerifier].flatMap { try? CodeVerifier($0) }
    self.server = server
    (self.client, redirectionURI, self.now) = (client, uri, now)
    authority = server.issuer.authority
    verifier = sent ?? CodeVerifier(from: &random)
    let bindsFirst = parameters[.codeVerifier] != nil || parameters[.grantType] != "authorization_code"
    guard let issued = authorize(bound: bindsFirst) ?? authorize(bound: true) else { return nil }
    code = issued.code
    self.server = issued.server
  }

  var refreshToken: String? { mutating get { redeemed("refresh_token") } }
  var accessToken: String? { mutating get { redeemed("access_token") } }

  private static func redirectionURI(of client: RegisteredClient, _ sent: String?) -> String? {
    let known = client.redirectionURIs.map(\.text)
    return known.first { $0 == sent } ?? known.first
  }

  /// - Parameter bound: with a code_challenge. RFC 7636 §4.3.
  private func authorize(bound: Bool) -> (code: String, server: AuthorizationServer)? {
    guard let owner = server.directory.resourceOwners.first else { return nil }
    var asked: [Parameters.Element] = [
      .init(.responseType, "code"), .init(.clientID, client.identifier.text), .init(.redirectURI, redirectionURI),
      .init(.state, "diagnosis"), .init(.scope, client.scope.description),
    ]
    if bound {
      asked += [
        .init(.codeChallenge, verifier.challenge(.s256).text), .init(.codeChallengeMethod, "S256"),
      ]
    }
    var server = server
    let approver = server.approvesAs
    server.approvesAs = owner.username
    let target = FormEncoding.append(Parameters(asked), to: server.path(of: .authorization))
    let answer = server.respond(to: .get(target, authority: authority), at: now)
    server.approvesAs = approver
    let location = answer.response.head.headerFields[.location] ?? ""
    let query = location.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
    return FormEncoding.readable(query.utf8)[.code].map { ($0, server) }
  }

  private mutating func redeemed(_ member: String) -> String? {
    var form = Parameters([
      .init(.grantType, "authorization_code"), .init(.code, code), .init(.redirectURI, redirectionURI),
      .init(.codeVerifier, verifier.text), .init(.clientID, client.identifier.text),
    ])
    if let secret = client.secret { form.append(.clientSecret, secret) }
    let answer = server.respond(to: .form(form, to: server.path(of: .token), authority: authority), at: now)
    return (try? JSON(parsing: answer.response.body))?[member]?.string
  }
}

extension Issuer {
  /// `127.0.0.1:8414`
  var authority: String {
    let rest = text.firstRange(of: "://").map { text[$0.upperBound...] } ?? text[...]
    return String(rest.prefix { $0 != "/" })
  }
}
