import AuthorizationServer
import OAuth
import Testing

extension Conversation {
  var inventory: Inventory { server.inventory(at: now) }
}

@Suite struct `The inventory of a server` {
  @Test func `of a server that nobody has asked yet are the parties and nothing else`() {
    let inventory = Conversation().inventory
    #expect(
      inventory.clients.entries.map(\.identifier.text) == [
        "workshop-app", "native-app", "other-app", "nightly-job", "tv-app", "api",
      ])
    #expect(inventory.clients.count == 6)
    #expect(inventory.resourceOwners.entries.map(\.resourceOwner.username) == ["alice", "bob"])
    #expect(inventory.resourceOwners.entries.map(\.sessions) == [0, 0])
    #expect(inventory.profile == "strict" && inventory.policy == inventory.profilePolicy)
    #expect(inventory.codes.count + inventory.accessTokens.count + inventory.families.count == 0)
    #expect(inventory.keys.isEmpty, "none is made before it is needed")
  }

  @Test func `a client that registered itself stands behind those that were configured`() {
    let conversation = Conversation()
    _ = conversation.register(#"{"client_name":"My App","redirect_uris":["https://client.example/cb"]}"#)
    let inventory = conversation.inventory
    #expect(inventory.clients.count == 7)
    #expect(inventory.clients.entries.last?.name == "My App")
    #expect(inventory.clients.entries.map(\.isSelfRegistered) == Array(repeating: false, count: 6) + [true])
  }

  @Test func `a code is told with what it is bound to and by its beginning`() throws {
    let conversation = Conversation()
    let value = try conversation.code(Wire.provenRequest + "&nonce=n-0S6")
    conversation.advance(.seconds(5))
    let code = try #require(conversation.inventory.codes.entries.first)
    #expect(code.code.digest.beginning == String(value.prefix(6)))
    #expect(code.code.request.client.text == "workshop-app")
    #expect(code.code.resourceOwner == "alice")
    #expect(code.code.request.redirection.uri.text == "http://127.0.0.1:8252/callback")
    #expect(code.code.scope.description == "profile email")
    #expect(code.code.request.challenge?.challenge.text == Wire.challenge)
    #expect(code.code.request.authentication.nonce == "n-0S6")
    #expect(code.condition(at: conversation.now) == .active(left: .seconds(25)))
    #expect(code.condition(at: conversation.now + .seconds(25)) == .expired(at: conversation.now + .seconds(25)))
    #expect(!"\(conversation.inventory)".contains(value), "its value stands nowhere")
  }

  @Test func `a redeemed code tells what it produced, and a replayed one that all of it is revoked`() throws {
    let conversation = Conversation()
    let value = try conversation.code(Wire.offlineRequest)
    let redeemedAt = conversation.now
    let answer = conversation.redeem(value)
    let access = TokenDigest(try #require(answer.accessToken))
    let refresh = TokenDigest(try #require(answer.refreshToken))
    conversation.advance(.seconds(60))
    var code = try #require(conversation.inventory.codes.entries.first)
    #expect(code.condition(at: conversation.now) == .used(at: redeemedAt), "whenever it would have expired")
    #expect(code.accessTokens == [access])
    #expect(code.refreshTokens == [refresh])
    let again = Conversation()
    let second = try again.code(Wire.offlineRequest)
    _ = again.redeem(second)
    _ = again.redeem(second)
    code = try #require(again.inventory.codes.entries.first)
    guard case .revoked(let revocation) = code.condition(at: again.now) else {
      Issue.record("\(code.condition(at: again.now))")
      return
    }
    #expect(revocation.reason == .authorizationCodeReplayed)
    let token = try #require(again.inventory.accessTokens.entries.first)
    #expect(token.condition(at: again.now) == .revoked(revocation))
  }

  @Test func `a code that a failed attempt burns is told so while the policy is so`() throws {
    let conversation = Conversation { $0.failedRedemptionBurnsCode = true }
    let code = try conversation.code()
    _ = conversation.redeem(code, "redirect_uri=http%3A%2F%2Fwrong")
    _ = conversation.token("grant_type=authorization_code&code=\(code)&redirect_uri=http%3A%2F%2Fw&\(Wire.secret)")
    #expect(conversation.inventory.codes.entries.first?.condition(at: conversation.now) == .burnt(failedAttempts: 1))
    conversation.server.policy.failedRedemptionBurnsCode = false
    #expect(conversation.inventory.codes.entries.first?.condition(at: conversation.now).isActive == true)
  }

  @Test func `a session tells who signed in and until when, and the owner that somebody has`() throws {
    let conversation = Conversation()
    _ = try conversation.consentForm()
    let session = try #require(conversation.inventory.sessions.entries.first)
    #expect(session.session.resourceOwner == "alice")
    #expect(session.until == conversation.now + ServerLimits.sessionLifetime)
    #expect(conversation.inventory.sessions.count == 1)
    #expect(conversation.inventory.resourceOwners.entries.map(\.sessions) == [1, 0])
    conversation.advance(ServerLimits.sessionLifetime)
    #expect(conversation.inventory.sessions.entries.isEmpty)
  }

  @Test func `consents, pushed requests, device codes and wrong guesses are there`() throws {
    let conversation = Conversation()
    _ = try conversation.code()
    _ = try conversation.pushedQuery()
    let device = try conversation.device()
    _ = conversation.token("grant_type=a&client_id=workshop-app&client_secret=wrong")
    let form = try conversation.loginForm(Wire.request + "&prompt=login")
    _ = conversation.signIn(form, "username=bob&password=wrong")
    let inventory = conversation.inventory
    let consent = try #require(inventory.consents.entries.first)
    #expect((consent.resourceOwner, consent.client.text) == ("alice", "workshop-app"))
    #expect(consent.scope.description == "profile email")
    #expect(inventory.pushedRequests.entries.map(\.client.text) == ["workshop-app"])
    #expect(inventory.pushedRequests.entries.first?.condition(at: conversation.now) == .active(left: .seconds(60)))
    #expect(inventory.devices.entries.map(\.userCode.description) == [device.userCode])
    #expect(inventory.devices.entries.first?.condition(at: conversation.now) == .active(left: .seconds(600)))
    #expect(inventory.guesses.entries.map(\.resourceOwner) == ["bob", nil])
    #expect(inventory.guesses.entries.map(\.count) == [1, 1])
    #expect(inventory.guesses.entries.map(\.limit) == [10, 10])
  }

  @Test func `a device code tells that it was denied or used`() throws {
    let conversation = Conversation()
    let denied = try conversation.device()
    _ = try conversation.decide(denied, "deny")
    #expect(
      conversation.inventory.devices.entries.first?.condition(at: conversation.now) == .denied(resourceOwner: "alice"))
    let allowed = try conversation.device()
    _ = try conversation.decide(allowed)
    _ = conversation.poll(allowed)
    #expect(
      conversation.inventory.devices.entries.first?.condition(at: conversation.now) == .used(at: conversation.now))
  }

  @Test func `keys are those that sign, then those that are published still`() throws {
    let conversation = Conversation()
    _ = conversation.send("GET /jwks HTTP/1.1\nHost: 127.0.0.1:8414")
    #expect(conversation.inventory.keys.map(\.isCurrent) == [true, true])
    conversation.server.rotateKeys()
    let keys = conversation.inventory.keys
    #expect(keys.map(\.isCurrent) == [true, true, false, false])
    #expect(Set(keys.map(\.key.identifier)).count == 4)
  }

  @Test func `refresh tokens are families, each token behind the one whose place it took`() throws {
    let conversation = Conversation { $0.refreshTokenReuse = .allow }
    let first = try conversation.tokens().refresh
    let second = try #require(conversation.refresh(first).refreshToken)
    let third = try #require(conversation.refresh(second).refreshToken)
    let branch = try #require(conversation.refresh(first).refreshToken)
    _ = try conversation.tokens(Wire.offlineRequest)
    let families = conversation.inventory.families
    #expect(families.count == 5)
    #expect(families.entries.count == 2)
    #expect(families.entries[0].members.count == 1, "the one that was issued last comes first")
    let members = families.entries[1].members
    #expect(members.map(\.token.digest) == [first, second, third, branch].map { TokenDigest($0) })
    #expect(members.map(\.depth) == [0, 1, 2, 1])
    #expect(members[0].condition(at: conversation.now) == .replaced(at: conversation.now))
    #expect(members[2].condition(at: conversation.now).isActive)
  }

  @Test func `the reuse of a replaced refresh token ends its family in the inventory too`() throws {
    let conversation = Conversation()
    let first = try conversation.tokens().refresh
    _ = conversation.refresh(first)
    _ = conversation.refresh(first)
    let family = try #require(conversation.inventory.families.entries.first)
    #expect(family.revocation?.reason == .refreshTokenReplayed)
    for member in family.members {
      guard case .revoked = member.condition(at: conversation.now) else {
        Issue.record("\(member.condition(at: conversation.now))")
        continue
      }
    }
  }

  @Test func `no two entries have the same name, and a name says no secret`() throws {
    let conversation = Conversation()
    let code = try conversation.code()
    let digest = TokenDigest(code)
    let names = [
      ServerEntry.authorizationCode(digest), .accessToken(digest), .refreshToken(digest), .session(digest),
      .pushedRequest(digest), .deviceAuthorization(digest), .resourceOwner("a"), .signingKey("a"),
      .guesses(.resourceOwner(digest)), .guesses(.userCode(digest)), .guesses(.userCode(nil)),
    ].map(\.name)
    #expect(Set(names).count == names.count)
    #expect(names.allSatisfy { !$0.contains(code) })
  }
}
