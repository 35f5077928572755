public import AuthorizationServer
public import OAuth
public import OAuthClient

extension ClientConfiguration {
  /// A client of a server, told what its server says about itself; nil for one that has no redirection URI.
  ///
  /// It sends its secret in the form, where a learner sees it, and asks for what the lessons show.
  /// - Parameter port: where its redirection endpoint listens.
  public static func demonstration(
    _ identifier: ClientIdentifier, of server: AuthorizationServer, port: Int
  ) -> ClientConfiguration? {
    guard let client = server.directory.client(identifier), let redirection = client.redirectionURIs.first else {
      return nil
    }
    let shown = Scope(["openid", "profile", "email"]).intersection(server.usable(client.scope))
    let scope = shown.isEmpty ? client.scope : shown
    var configuration = ClientConfiguration(
      credentials: ClientCredentials(of: client), redirectionURI: redirection.listening(on: port),
      scope: server.policy.unknownScope == .refuseAll ? Scope() : scope, issuer: server.issuer,
      endpoints: ClientConfiguration.Endpoints(
        authorization: server.url(of: .authorization), token: server.url(of: .token),
        revocation: server.url(of: .revocation), keys: server.url(of: .keys, for: identifier),
        resource: server.url(of: .me)),
      expectsIssuer: server.policy.issuerInResponse)
    configuration.expectsIDToken = configuration.scope.contains("openid")
    configuration.subjectMember = server.profile.dialect.answers.subjectMember
    configuration.idTokenAlgorithm = client.idTokenAlgorithm
    return configuration
  }
}

extension AuthorizationServer {
  /// Without OpenID Connect nobody asks who signed in.
  fileprivate func usable(_ scope: Scope) -> Scope {
    policy.openIDConnect ? scope : scope.subtracting("openid")
  }
}

extension RedirectionURI {
  /// A native client registers its loopback address without a port and fills in the one it got. RFC 8252 §7.3.
  fileprivate func listening(on port: Int) -> String {
    guard isLoopbackAddress, let host, let parts = loopbackParts(), parts.port == nil else { return text }
    let origin = "http://\(host)"
    return "\(origin):\(port)\(text.dropFirst(origin.count))"
  }
}
