import AuthorizationServer
import OAuth
import Testing

extension Conversation {
  func change(_ change: ServerChange) throws -> [Change] { try server.carryOut(change, at: now) }

  /// Why a change is not made; nil where it is.
  func obstacle(to change: ServerChange) -> String? {
    do throws(ServerChangeFault) {
      _ = try server.carryOut(change, at: now)
      return nil
    } catch {
      return error.sentence
    }
  }
}

@Suite struct `A change of the server by hand` {
  @Test func `a code that was made to expire is refused as expired`() throws {
    let conversation = Conversation()
    let code = try conversation.code()
    let entry = ServerEntry.authorizationCode(TokenDigest(code))
    conversation.advance(.seconds(4))
    let changes = try conversation.change(.expire(entry))
    #expect(changes == [.expired(entry)])
    #expect(changes[0].name == "authorizationCode.expired")
    #expect(changes[0].sentence == "code \(code.prefix(6))… expired")
    #expect(conversation.redeem(code).refusal == .authorizationCodeExpired(by: .zero, lifetime: .seconds(4)))
    #expect(conversation.obstacle(to: .expire(entry)) == "code \(code.prefix(6))… has expired already")
  }

  @Test func `tokens expire by hand, too`() throws {
    let conversation = Conversation()
    let tokens = try conversation.tokens()
    _ = try conversation.change(.expire(.accessToken(TokenDigest(tokens.access))))
    _ = try conversation.change(.expire(.refreshToken(TokenDigest(tokens.refresh))))
    #expect(conversation.me("Bearer \(tokens.access)").refusal?.kind == .accessTokenExpired)
    #expect(conversation.refresh(tokens.refresh).refusal?.kind == .refreshTokenExpired)
  }

  @Test func `pushed requests and device codes expire by hand, too`() throws {
    let conversation = Conversation()
    let query = try conversation.pushedQuery()
    let device = try conversation.device()
    let pushed = try #require(conversation.inventory.pushedRequests.entries.first).digest
    _ = try conversation.change(.expire(.pushedRequest(pushed)))
    _ = try conversation.change(.expire(.deviceAuthorization(TokenDigest(device.code))))
    #expect(conversation.authorize(query).refusal?.kind == .pushedRequestExpired)
    #expect(conversation.poll(device).refusal?.kind == .deviceCodeExpired)
  }

  @Test func `what is deleted is unknown`() throws {
    let conversation = Conversation()
    let tokens = try conversation.tokens()
    let code = try conversation.code()
    let device = try conversation.device()
    let entries: [ServerEntry] = [
      .accessToken(TokenDigest(tokens.access)), .refreshToken(TokenDigest(tokens.refresh)),
      .authorizationCode(TokenDigest(code)), .deviceAuthorization(TokenDigest(device.code)),
    ]
    for entry in entries { #expect(try conversation.change(.delete(entry)) == [.deleted(entry)]) }
    #expect(conversation.me("Bearer \(tokens.access)").refusal?.kind == .accessTokenUnknown)
    #expect(conversation.refresh(tokens.refresh).refusal?.kind == .refreshTokenUnknown)
    #expect(conversation.redeem(code).refusal?.kind == .authorizationCodeUnknown)
    #expect(conversation.poll(device).refusal?.kind == .deviceCodeUnknown)
    #expect(conversation.enter(device.userCode).refusal?.kind == .userCodeUnknown)
    for entry in entries { #expect(conversation.obstacle(to: .delete(entry)) == "\(entry.phrase) is no longer there") }
  }

  @Test func `a client that is deleted is unknown, whether it was configured or registered itself`() throws {
    let conversation = Conversation()
    let registered = try JSON(
      parsing: conversation.register(#"{"redirect_uris":["https://client.example/cb"]}"#).response.body)
    let own = try #require(registered["client_id"]?.string.flatMap(ClientIdentifier.init))
    let configured = try #require(ClientIdentifier("workshop-app"))
    for client in [configured, own] {
      _ = try conversation.change(.delete(.client(client)))
      #expect(conversation.server.client(client) == nil)
      #expect(conversation.obstacle(to: .delete(.client(client))) == "client \(client) is no longer there")
    }
    #expect(conversation.authorize(Wire.request).refusal?.kind == .clientUnregistered)
  }

  @Test func `an access token is revoked alone, a code or refresh token with all that came of it`() throws {
    let conversation = Conversation()
    let tokens = try conversation.tokens()
    let access = ServerEntry.accessToken(TokenDigest(tokens.access))
    #expect(try conversation.change(.revoke(access)) == [.accessTokenRevoked(String(tokens.access.prefix(6)))])
    #expect(conversation.me("Bearer \(tokens.access)").refusal == .accessTokenRevoked(.revokedByHand, ago: .zero))
    #expect(conversation.obstacle(to: .revoke(access)) == "\(access.phrase) is revoked already")
    let newer = try #require(conversation.refresh(tokens.refresh).accessToken)
    let family = ServerEntry.refreshToken(TokenDigest(tokens.refresh))
    #expect(try conversation.change(.revoke(family)) == [.grantRevoked(1, .revokedByHand)])
    #expect(conversation.me("Bearer \(newer)").refusal?.kind == .accessTokenRevoked)
    #expect(conversation.obstacle(to: .revoke(family)) == "what came of that decision is revoked already")
    let code = try conversation.code()
    let entry = ServerEntry.authorizationCode(TokenDigest(code))
    #expect(
      conversation.obstacle(to: .revoke(entry))
        == "nothing came of \(entry.phrase) yet: let it expire, or delete it")
    let third = try #require(conversation.redeem(code).accessToken)
    _ = try conversation.change(.revoke(entry))
    #expect(conversation.me("Bearer \(third)").refusal?.kind == .accessTokenRevoked)
  }

  @Test func `whoever is signed out has to sign in again`() throws {
    let conversation = Conversation()
    _ = try conversation.consentForm()
    #expect(try conversation.change(.signOut(resourceOwner: "alice")) == [.sessionsEnded(resourceOwner: "alice")])
    #expect(Form(page: conversation.authorize(Wire.request).body)?.action == "/authorize/login")
    #expect(conversation.obstacle(to: .signOut(resourceOwner: "alice")) == "alice is not signed in")
  }

  @Test func `a session can be ended alone`() throws {
    let conversation = Conversation()
    _ = try conversation.consentForm()
    let session = try #require(conversation.inventory.sessions.entries.first).session
    _ = try conversation.change(.delete(.session(session.digest)))
    #expect(conversation.inventory.sessions.entries.isEmpty)
  }

  @Test func `a consent that is forgotten takes the codes that wait with it, and says so`() throws {
    let conversation = Conversation { $0.consent = .remember }
    let tokens = try conversation.tokens()
    let code = try conversation.code(Wire.request + "&prompt=consent")
    let client = try #require(ClientIdentifier("workshop-app"))
    let changes = try conversation.change(.delete(.consent(resourceOwner: "alice", client: client)))
    #expect(
      changes == [
        .consentsWithdrawn(count: 1, resourceOwner: "alice", client: client),
        .deleted(.authorizationCode(TokenDigest(code))),
      ])
    #expect(changes[0].sentence == "forgot what alice allowed workshop-app, and ended it")
    #expect(conversation.me("Bearer \(tokens.access)").refusal == .accessTokenRevoked(.consentWithdrawn, ago: .zero))
    #expect(conversation.inventory.consents.entries.isEmpty)
  }

  @Test func `wrong guesses are forgotten`() throws {
    let conversation = Conversation()
    let wrong = "grant_type=a&client_id=workshop-app&client_secret=wrong"
    for _ in 0..<10 { _ = conversation.token(wrong) }
    #expect(conversation.token(wrong).status == 429)
    let client = try #require(ClientIdentifier("workshop-app"))
    _ = try conversation.change(.delete(.guesses(.client(client))))
    #expect(conversation.token(wrong).status == 401)
  }

  @Test func `keys are replaced, not deleted`() throws {
    let conversation = Conversation()
    _ = conversation.send("GET /jwks HTTP/1.1\nHost: 127.0.0.1:8414")
    let key = try #require(conversation.inventory.keys.first?.key.identifier)
    #expect(conversation.obstacle(to: .delete(.signingKey(key)))?.hasPrefix("a key is replaced, not deleted") == true)
    #expect(try conversation.change(.rotateKeys) == [.keysRotated])
    #expect(conversation.inventory.keys.first?.key.identifier != key)
  }

  @Test func `switches tell what they were and what they are`() throws {
    let conversation = Conversation()
    let settings = [
      try PolicySetting("codeLifetime", 10), try PolicySetting("stateRequired", true),
      try PolicySetting("allowPlainPKCE", false),
    ]
    let changes = try conversation.change(.bend(settings))
    #expect(
      changes == [
        .policyChanged(name: "codeLifetime", from: 30, to: 10),
        .policyChanged(name: "stateRequired", from: false, to: true),
      ])
    #expect(changes[0].sentence == "codeLifetime is 10 now, was 30")
    #expect(conversation.server.policy.codeLifetime == .seconds(10))
  }

  @Test(arguments: [
    ServerEntry.resourceOwner("alice"), .signingKey("k"), .session(TokenDigest("s")), .guesses(.userCode(nil)),
  ])
  func `what does not end cannot be made to expire or be revoked`(entry: ServerEntry) {
    let conversation = Conversation()
    #expect(conversation.obstacle(to: .expire(entry)) == "\(entry.phrase) has no lifetime")
    #expect(conversation.obstacle(to: .revoke(entry)) == "\(entry.phrase) cannot be revoked")
  }
}
