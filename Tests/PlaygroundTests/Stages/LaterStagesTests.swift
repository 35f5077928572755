import AuthorizationServer
import HTTPTypes
import OAuth
import OAuthClient
import Playground
import Testing

@Suite struct `The stages after me` {
  let carrier = MemoryCarrier()

  /// A walk that holds a refresh token.
  private func walk() throws -> Walkthrough {
    var walk = try carrier.walkthrough()
    walk.edit(.authorize) { $0.override(.query, "scope", with: "openid profile offline_access") }
    for stage in Stage.grant { carrier.play(stage, &walk) }
    return walk
  }

  private func last(_ walk: Walkthrough) -> Exchange? { walk.timeline.exchanges.last }

  @Test func `are shown when they are chosen or were used`() throws {
    var walk = try walk()
    #expect(walk.shownStages == Stage.grant)
    walk.select(.introspect)
    #expect(walk.shownStages == Stage.grant + [.introspect])
    carrier.play(.refresh, &walk)
    walk.select(.me)
    #expect(walk.shownStages == Stage.grant + [.refresh])
  }

  @Test func `refresh gives new tokens, and the old refresh token is a replay`() throws {
    var walk = try walk()
    let old = (walk.client.accessToken, walk.client.refreshToken)
    carrier.play(.refresh, &walk)
    #expect(walk.status(.refresh) == .passed("token refreshed"))
    #expect(walk.current == .refresh)
    #expect(last(walk)?.stage == .refresh)
    #expect(walk.client.accessToken != old.0 && walk.client.refreshToken != old.1)
    #expect(walk.editors[.me]?.fields.first?.value == "Bearer \(walk.client.accessToken?.token.text ?? "")")
    walk.edit(.refresh) { $0.override(.form, "refresh_token", with: old.1) }
    carrier.play(.refresh, &walk)
    #expect(walk.status(.refresh) == .refused("400 invalid_grant"))
    #expect(last(walk)?.decision?.refusal?.kind == .refreshTokenReused)
    carrier.play(.me, &walk)
    #expect(walk.status(.me) == .refused("401 invalid_token"))
  }

  @Test func `introspect is asked by the resource server with credentials of its own`() throws {
    var walk = try walk()
    carrier.play(.introspect, &walk)
    #expect(walk.status(.introspect) == .passed("active"))
    let exchange = try #require(last(walk))
    #expect(exchange.sender == .resourceServer)
    #expect(exchange.stage == .introspect)
    #expect(ExchangeText(exchange, .shortened).arrow == "api → server  POST /introspect  200")
    #expect(String(decoding: exchange.requestBytes, as: UTF8.self).contains("client_id=api&client_secret=api-secret"))
    carrier.advance(by: .seconds(3600))
    carrier.play(.introspect, &walk)
    #expect(walk.status(.introspect) == .refused("200 tokenInactive"))
    #expect(last(walk)?.decision?.refusal?.kind == .tokenExpired)
  }

  @Test func `revoke ends the refresh token and what came of it`() throws {
    var walk = try walk()
    carrier.play(.revoke, &walk)
    #expect(walk.status(.revoke) == .passed("revoked"))
    #expect(last(walk)?.stage == .revoke)
    carrier.play(.me, &walk)
    #expect(last(walk)?.decision?.refusal?.kind == .accessTokenRevoked)
    carrier.play(.refresh, &walk)
    #expect(last(walk)?.decision?.refusal?.kind == .refreshTokenRevoked)
  }

  @Test(arguments: [
    (Stage.refresh, Refusal.Kind.refreshTokenMissing, "400 invalid_request"),
    (.introspect, .tokenMissing, "400 invalid_request"), (.revoke, .tokenMissing, "400 invalid_request"),
  ])
  func `can be tried first, and are refused for what is not there`(
    _ stage: Stage, _ refusal: Refusal.Kind, _ status: String
  ) throws {
    var walk = try carrier.walkthrough()
    carrier.play(stage, &walk)
    #expect(last(walk)?.decision?.refusal?.kind == refusal)
    #expect(walk.status(stage) == .refused(status))
    #expect(last(walk)?.stage == stage)
  }

  @Test func `are history with the next authorization request`() throws {
    var walk = try walk()
    carrier.play(.refresh, &walk)
    carrier.play(.authorize, &walk)
    #expect(walk.status(.refresh) == .notStarted)
  }
}

@Suite struct `The server's keys in a walk` {
  let carrier = MemoryCarrier()

  private func paths(_ walk: Walkthrough) -> [String] { walk.timeline.exchanges.compactMap { $0.request?.path } }

  @Test func `are fetched before the first token request, and judged`() throws {
    var walk = try carrier.walkthrough()
    for stage in [Stage.code, .token, .code, .token] { carrier.play(stage, &walk) }
    #expect(walk.status(.token).isPassed)
    #expect(paths(walk).filter { $0 == "/jwks" || $0 == "/token" } == ["/jwks", "/token", "/token"])
    let exchange = try #require(walk.timeline.exchanges.first { $0.request?.path == "/jwks" })
    #expect(exchange.judgement?.results.map(\.check) == [.keySetReceived, .keySetReadable])
    #expect(walk.client.idToken?.claims?["sub"] == "alice")
  }

  @Test func `are fetched once more when the server has replaced them`() throws {
    let keys = SigningKeys { algorithm, ordinal in
      algorithm == .rs256 ? .ofRFC7515(.rs256) : ordinal == 0 ? .ofRFC7515(.es256) : .generate(.es256)
    }
    var server = AuthorizationServer(
      issuer: Issuer("http://127.0.0.1:8414"), profile: .strict, directory: .demonstration,
      random: .seeded(1, stream: 1), signingKeys: keys)
    server.directory = Directory(
      clients: server.directory.clients.map { client in
        var client = client
        client.idTokenAlgorithm = .es256
        return client
      }, resourceOwners: server.directory.resourceOwners)
    let carrier = MemoryCarrier(control: .shortened, configure: { $0 = server })
    var walk = try carrier.walkthrough()
    for stage in [Stage.code, .token, .code] { carrier.play(stage, &walk) }
    carrier.rotateKeys()
    carrier.play(.token, &walk)
    #expect(walk.status(.token) == .passed("token received"))
    #expect(paths(walk).suffix(2) == ["/token", "/jwks"])
    let redemption = try #require(walk.timeline.exchanges.last { $0.request?.path == "/token" })
    #expect(redemption.judgement?.refusal == nil)
    #expect(
      redemption.judgement?.results.contains { $0.check == .idTokenSignatureFits && $0.outcome == .passed } == true)
    #expect(walk.errand == nil)
  }

  @Test func `that do not come leave the client unable to believe the ID token`() throws {
    let carrier = MemoryCarrier(isCutOff: { $0.message?.path == "/jwks" })
    var walk = try carrier.walkthrough()
    carrier.play(.code, &walk)
    carrier.play(.token, &walk)
    #expect(walk.status(.token) == .refused("the cable was cut"))
    #expect(walk.client.accessToken == nil)
    #expect(walk.errand == nil)
  }

  @Test func `are of no use to a client that does not ask who signed in`() throws {
    var walk = try carrier.walkthrough("other-app")
    #expect(walk.client.configuration.scope == Scope(["profile"]))
    for stage in Stage.grant { carrier.play(stage, &walk) }
    #expect(walk.status(.me).isPassed)
    #expect(!paths(walk).contains("/jwks"))
  }

  @Test func `are not asked for where the server has no OpenID Connect`() throws {
    let carrier = MemoryCarrier(configure: { $0.policy.openIDConnect = false })
    var walk = try carrier.walkthrough()
    #expect(walk.client.configuration.scope == Scope(["profile", "email"]))
    for stage in Stage.grant { carrier.play(stage, &walk) }
    #expect(walk.status(.me).isPassed)
    #expect(!paths(walk).contains("/jwks"))
  }

  @Test func `leave a learner alone who leaves openid out`() throws {
    var walk = try carrier.walkthrough()
    walk.edit(.authorize) { $0.override(.query, "scope", with: "profile") }
    for stage in Stage.grant { carrier.play(stage, &walk) }
    #expect(walk.status(.me) == .passed("200 Alice Liddell"))
    #expect(walk.client.idToken == nil)
  }
}

@Suite struct `The resource owners of a walk` {
  private let carrier = MemoryCarrier(configure: { server in
    server.directory = Directory(
      clients: server.directory.clients,
      resourceOwners: [
        ResourceOwner(username: "zoe", password: "z", claims: [.init("name", "Zoe", scope: "profile")]),
        ResourceOwner(username: "yan", password: "y", claims: [.init("name", "Yan", scope: "profile")]),
      ])
  })

  @Test func `are those of the directory, the first one first`() throws {
    var walk = try carrier.walkthrough()
    #expect(walk.cast.resourceOwners.map(\.username) == ["zoe", "yan"])
    for stage in Stage.grant { carrier.play(stage, &walk) }
    #expect(walk.status(.me) == .passed("200 Zoe"))
  }

  @Test func `take turns`() throws {
    var walk = try carrier.walkthrough()
    walk.changeResourceOwner()
    for stage in Stage.grant { carrier.play(stage, &walk) }
    #expect(walk.status(.me) == .passed("200 Yan"))
    walk.changeResourceOwner()
    #expect(walk.editors[.code]?.pageValues[.username] == "zoe")
  }

  @Test func `play the parts of a scenario that was written for others`() throws {
    let scenario = try ScenarioReader.scenario(
      in: Array("scenario: a\nsteps: [authorize: {}, consent: { as: bob }, token: {}, me: {}]".utf8), file: "a.yaml")
    var walk = try carrier.walkthrough()
    var run = ScenarioRun(scenario)
    run.finish(&walk, by: carrier)
    #expect(walk.status(.me) == .passed("200 Yan"))
  }

  @Test func `may be nobody at all`() throws {
    let carrier = MemoryCarrier(configure: { server in
      server.directory = Directory(clients: server.directory.clients, resourceOwners: [])
    })
    var walk = try carrier.walkthrough()
    walk.changeResourceOwner()
    carrier.play(.code, &walk)
    #expect(walk.status(.code) == .refused("400 wrong password"))
  }
}
