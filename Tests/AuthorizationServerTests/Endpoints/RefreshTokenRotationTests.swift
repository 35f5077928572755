import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `RFC 9700 §4.14.2: refresh tokens rotate` {
  /// A family of three refresh tokens, the newest last, and their access tokens.
  private static func family(_ conversation: Conversation) throws -> (refresh: [String], access: [String]) {
    let first = try conversation.tokens()
    var (refresh, access) = ([first.refresh], [first.access])
    for _ in 0..<2 {
      let answer = conversation.refresh(refresh[refresh.count - 1])
      refresh.append(try #require(answer.refreshToken))
      access.append(try #require(answer.accessToken))
    }
    return (refresh, access)
  }

  @Test func `each refresh replaces its token and says so`() throws {
    let conversation = Conversation()
    let old = try conversation.tokens().refresh
    let answer = conversation.refresh(old)
    let new = (access: try #require(answer.accessToken), refresh: try #require(answer.refreshToken))
    let state = conversation.server.state
    let issued = try #require(state.refreshTokens[TokenDigest(new.refresh)])
    #expect(
      answer.decision.changes == [
        .accessTokenIssued(TokenDigest(new.access).beginning, lifetime: .seconds(3600)),
        .refreshTokenRotated(TokenDigest(old).beginning),
        .refreshTokenIssued(issued.digest.beginning, lifetime: .seconds(1_209_600)),
      ])
    #expect(issued.rotatedAt == nil)
    #expect(state.refreshTokens[TokenDigest(old)]?.rotatedAt == conversation.now)
    #expect(issued.grant == state.refreshTokens[TokenDigest(old)]?.grant)
  }

  @Test(arguments: [0, 1]) func `a second use ends the family, the newest and all access tokens too`(_ old: Int) throws
  {
    let conversation = Conversation()
    let family = try Self.family(conversation)
    conversation.advance(.seconds(3))
    let replay = conversation.refresh(family.refresh[old])
    #expect(replay.refusal == .refreshTokenReused(replacedAgo: .seconds(3), revokesFamily: true))
    #expect(
      replay.decision.changes == [
        .refreshTokenReplayed(TokenDigest(family.refresh[old]).beginning), .grantRevoked(1, .refreshTokenReplayed),
      ])
    #expect(
      replay.wire(.cacheControl) == """
        HTTP/1.1 400 Bad Request
        Cache-Control: no-store

        {"error":"invalid_grant","error_description":"The authorization grant is invalid."}
        """)
    for token in family.refresh {
      #expect(conversation.refresh(token).refusal == .refreshTokenRevoked(.refreshTokenReplayed, ago: .zero))
    }
    for token in family.access {
      #expect(conversation.me("Bearer \(token)").refusal == .accessTokenRevoked(.refreshTokenReplayed, ago: .zero))
    }
  }

  @Test func `a second use ends no other family of the same client and resource owner`() throws {
    let conversation = Conversation()
    let (lost, other) = (try conversation.tokens(), try conversation.tokens())
    _ = conversation.refresh(lost.refresh)
    _ = conversation.refresh(lost.refresh)
    #expect(conversation.me("Bearer \(lost.access)").status == 401)
    #expect(conversation.me("Bearer \(other.access)").status == 200)
    #expect(conversation.refresh(other.refresh).status == 200)
  }

  @Test(arguments: ["scope=bogus", "scope=%20", "scope=profile"])
  func `a second use tells of theft whatever scope is asked for`(_ scope: String) throws {
    let conversation = Conversation()
    let token = try conversation.tokens().refresh
    let newest = try #require(conversation.refresh(token).refreshToken)
    #expect(conversation.refresh(token, scope).refusal?.kind == .refreshTokenReused)
    #expect(conversation.refresh(newest).refusal?.kind == .refreshTokenRevoked)
  }

  @Test(arguments: [Wire.otherSecret, "client_id=native-app", "client_id=workshop-app&client_secret=wrong"])
  func `a stranger who sends a replaced token ends nothing`(_ client: String) throws {
    let conversation = Conversation()
    let token = try conversation.tokens().refresh
    let newest = try #require(conversation.refresh(token).refreshToken)
    let answer = conversation.token("grant_type=refresh_token&refresh_token=\(token)&\(client)")
    #expect(answer.status >= 400)
    #expect(answer.decision.changes.isEmpty)
    #expect(conversation.refresh(newest).status == 200)
  }

  @Test func `twenty at the same time succeed once, and the family is dead after`() async throws {
    let conversation = Conversation()
    let token = try conversation.tokens().refresh
    let request = RequestMessage(
      wire: """
        POST /token HTTP/1.1
        Host: 127.0.0.1:8414
        Content-Type: application/x-www-form-urlencoded

        grant_type=refresh_token&refresh_token=\(token)&\(Wire.secret)
        """)
    let answers = await conversation.sendTogether(request, times: 20)
    let winner = try #require(answers.first { $0.status == 200 })
    #expect(answers.count { $0.status == 200 } == 1)
    #expect(answers.count { $0.status == 400 && $0.errorOnTheWire == "invalid_grant" } == 19)
    #expect(answers.count { $0.refusal?.kind == .refreshTokenReused } == 1)
    #expect(answers.count { $0.refusal?.kind == .refreshTokenRevoked } == 18)
    #expect(conversation.refresh(try #require(winner.refreshToken)).refusal?.kind == .refreshTokenRevoked)
    #expect(conversation.me("Bearer \(try #require(winner.accessToken))").refusal?.kind == .accessTokenRevoked)
    #expect(conversation.server.state.refreshTokens.count == 2)
  }

  @Test func `the policy refuse leaves the newest alive`() throws {
    let conversation = Conversation { $0.refreshTokenReuse = .refuse }
    let family = try Self.family(conversation)
    let replay = conversation.refresh(family.refresh[0])
    #expect(replay.refusal == .refreshTokenReused(replacedAgo: .zero, revokesFamily: false))
    #expect(replay.decision.changes.isEmpty)
    #expect(conversation.refresh(family.refresh[2]).status == 200)
    #expect(conversation.me("Bearer \(family.access[0])").status == 200)
  }

  @Test func `the policy allow lets every token of the family work`() throws {
    let conversation = Conversation { $0.refreshTokenReuse = .allow }
    let family = try Self.family(conversation)
    conversation.advance(.seconds(86_400))
    for token in family.refresh { #expect(conversation.refresh(token).status == 200) }
  }

  @Test func `within the grace period a lost answer can be had again, and after it the family ends`() throws {
    let conversation = Conversation { $0.refreshTokenGrace = .seconds(10) }
    let token = try conversation.tokens().refresh
    _ = conversation.refresh(token)
    conversation.advance(.milliseconds(9_999))
    let again = conversation.refresh(token)
    #expect(again.status == 200)
    conversation.advance(.milliseconds(1))
    let late = conversation.refresh(token)
    #expect(
      late.refusal == .refreshTokenReused(replacedAgo: .seconds(10), revokesFamily: true), "from the first use on")
    #expect(conversation.refresh(try #require(again.refreshToken)).refusal?.kind == .refreshTokenRevoked)
  }

  @Test func `without rotation the token stays and is not sent again`() throws {
    let conversation = Conversation { $0.refreshTokenRotation = false }
    let token = try conversation.tokens().refresh
    for _ in 0..<3 {
      #expect(
        conversation.refresh(token).wire() == """
          HTTP/1.1 200 OK

          {"access_token":"RANDOM","token_type":"Bearer","expires_in":3600,"scope":"profile email offline_access"}
          """)
    }
  }

  @Test func `one that lies idle for 14 days ends`() throws {
    let conversation = Conversation()
    let token = try conversation.tokens().refresh
    conversation.advance(.seconds(1_209_600))
    let answer = conversation.refresh(token)
    #expect(answer.refusal == .refreshTokenExpired(by: .zero, lifetime: .seconds(1_209_600)))
    #expect(answer.decision.changes.isEmpty)
    #expect(
      answer.wire() == """
        HTTP/1.1 400 Bad Request

        {"error":"invalid_grant","error_description":"The authorization grant is invalid."}
        """)
    conversation.advance(.seconds(3599))
    #expect(conversation.refresh(token).refusal?.kind == .refreshTokenExpired)
    conversation.advance(.seconds(1))
    #expect(conversation.refresh(token).refusal == .refreshTokenUnknown(token), "an hour later it is forgotten")
  }

  @Test func `one that is used in time starts anew each time`() throws {
    let conversation = Conversation()
    var token = try conversation.tokens().refresh
    for _ in 0..<4 {
      conversation.advance(.nanoseconds(1_209_599_999_999_999))
      token = try #require(conversation.refresh(token).refreshToken)
    }
  }

  @Test func `a replayed token is remembered as long as its family lives`() throws {
    let conversation = Conversation()
    let token = try conversation.tokens().refresh
    conversation.advance(.seconds(1_209_000))
    let newest = try #require(conversation.refresh(token).refreshToken)
    conversation.advance(.seconds(599))
    #expect(conversation.refresh(token).refusal?.kind == .refreshTokenReused)
    conversation.advance(.seconds(1_200_000))
    #expect(conversation.refresh(newest).refusal?.kind == .refreshTokenRevoked)
  }

  @Test func `one keeps the lifetime it was issued with`() throws {
    let conversation = Conversation()
    let token = try conversation.tokens().refresh
    conversation.server.policy.refreshTokenLifetime = .seconds(1)
    conversation.advance(.seconds(60))
    let newest = try #require(conversation.refresh(token).refreshToken)
    conversation.advance(.seconds(1))
    #expect(conversation.refresh(newest).refusal == .refreshTokenExpired(by: .zero, lifetime: .seconds(1)))
  }
}
