import AuthorizationServer
import OAuth
import Testing

@Suite struct `A table that forgets` {
  private let start = Instant(seconds: 1_800_000_000)

  @Test func `forgets at the instant and not before`() {
    var table = ExpiringTable<String, Int>()
    table.insert(1, for: "a", forgetAt: start + .seconds(1))
    table.sweep(at: start + .nanoseconds(999_999_999))
    #expect(table["a"] == 1)
    table.sweep(at: start + .seconds(1))
    #expect(table["a"] == nil)
    #expect(table.count == 0)
  }

  @Test func `forgets in the order of the instants, not of insertion`() {
    var table = ExpiringTable<Int, Int>()
    for second in [5, 1, 4, 2, 3] { table.insert(second, for: second, forgetAt: start + .seconds(second)) }
    for second in 1...5 {
      table.sweep(at: start + .seconds(second))
      #expect(table.values.sorted() == Array((second + 1)..<6))
    }
  }

  @Test func `a bounded table lets go of what would be forgotten first`() {
    var table = ExpiringTable<Int, Int>(atMost: 2)
    table.insert(1, for: 1, forgetAt: start + .seconds(30))
    table.insert(2, for: 2, forgetAt: start + .seconds(10))
    table.insert(3, for: 3, forgetAt: start + .seconds(20))
    #expect(table.values.sorted() == [1, 3])
    for _ in 0..<10_000 { table.insert(3, for: 3, forgetAt: start + .seconds(20)) }
    #expect(table.values.sorted() == [1, 3])
  }

  @Test func `of what is due at once it lets the oldest go, and says so`() {
    var table = ExpiringTable<Int, Int>(atMost: 3)
    for number in 1...3 { #expect(table.insert(number, for: number, forgetAt: start) == []) }
    #expect(table.insert(4, for: 4, forgetAt: start) == [1])
    #expect(table.insert(2, for: 2, forgetAt: start) == [])
    #expect(table.insert(5, for: 5, forgetAt: start) == [3])
    #expect(table.values.sorted() == [2, 4, 5])
    #expect(table.insert(6, for: 6, forgetAt: start + .seconds(-1)) == [6])
  }

  @Test func `keeps what was kept longer, and never shorter`() {
    var table = ExpiringTable<String, Int>()
    table.insert(1, for: "a", forgetAt: start + .seconds(10))
    table.keep("a", until: start + .seconds(20))
    table.keep("a", until: start + .seconds(5))
    table.keep("b", until: start + .seconds(5))
    table.sweep(at: start + .seconds(19))
    #expect(table["a"] == 1)
    table.sweep(at: start + .seconds(20))
    #expect(table.count == 0)
  }

  @Test func `lets a later entry of the same key live by its own instant`() {
    var table = ExpiringTable<String, Int>()
    table.insert(1, for: "a", forgetAt: start + .seconds(1))
    table.remove("a")
    table.insert(2, for: "a", forgetAt: start + .seconds(10))
    table.sweep(at: start + .seconds(5))
    #expect(table["a"] == 2)
    table.insert(3, for: "a", forgetAt: start + .seconds(6))
    table.sweep(at: start + .seconds(6))
    #expect(table["a"] == nil)
  }

  @Test func `changes an entry in place and makes none`() {
    var table = ExpiringTable<String, Int>()
    table.insert(1, for: "a", forgetAt: start)
    table.update("a") { $0 += 1 }
    table.update("b") { $0 += 1 }
    #expect(table["a"] == 2)
    #expect(table.count == 1)
  }
}

@Suite struct `The server's memory` {
  private func counts(_ conversation: Conversation) -> [Int] {
    let state = conversation.server.state
    return [
      state.sessions.count, state.pendingAuthorizations.count, state.grants.count, state.authorizationCodes.count,
      state.accessTokens.count,
    ]
  }

  @Test func `does not grow with what has long expired`() throws {
    let conversation = Conversation()
    for _ in 0..<50 {
      conversation.cookie = nil
      _ = try conversation.accessToken()
      conversation.cookie = nil
      _ = try conversation.loginForm()
    }
    #expect(counts(conversation) == [100, 50, 50, 50, 50])
    conversation.advance(.seconds(600))
    _ = conversation.me("Bearer a")
    #expect(counts(conversation) == [100, 0, 50, 50, 50])
    conversation.advance(.seconds(3030))
    _ = conversation.me("Bearer a")
    #expect(counts(conversation) == [50, 0, 50, 0, 50])
    conversation.advance(.seconds(7200 - 3630))
    _ = conversation.me("Bearer a")
    #expect(counts(conversation) == [50, 0, 0, 0, 0])
    conversation.advance(.seconds(8 * 3600))
    _ = conversation.me("Bearer a")
    #expect(counts(conversation) == [0, 0, 0, 0, 0])
  }

  @Test func `stays level while codes come and go`() {
    let conversation = Conversation()
    conversation.server.approvesAs = "alice"
    var most = 0
    for _ in 0..<1000 {
      _ = conversation.authorize(Wire.request)
      conversation.advance(.seconds(36))
      most = max(most, conversation.server.state.authorizationCodes.count)
    }
    #expect(most == 101)
    #expect(conversation.server.state.grants.count == 101)
  }

  @Test func `keeps a revocation as long as the tokens it ends`() throws {
    let conversation = Conversation()
    let code = try conversation.code()
    let token = try #require(conversation.redeem(code).accessToken)
    _ = conversation.redeem(code)
    conversation.advance(.seconds(7199))
    #expect(conversation.me("Bearer \(token)").refusal?.kind == .accessTokenRevoked)
    conversation.advance(.seconds(1))
    #expect(conversation.me("Bearer \(token)").refusal == .accessTokenUnknown(token))
  }

  @Test func `holds digests, not what it issued`() throws {
    let conversation = Conversation()
    let code = try conversation.code()
    let token = try #require(conversation.redeem(code).accessToken)
    var text = ""
    dump(conversation.server.state, to: &text)
    #expect(text.contains(code.prefix(6)))
    for secret in [code, token, try #require(conversation.cookie?.split(separator: "=").last.map(String.init))] {
      #expect(!text.contains(secret))
    }
  }
}
