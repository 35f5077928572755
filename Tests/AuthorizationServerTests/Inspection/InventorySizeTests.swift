import AuthorizationServer
import OAuth
import Synchronization
import Testing

/// Counts how often a key is looked at, instead of measuring a time.
private struct CountedKey: Hashable {
  static let lookups = Mutex(0)

  let number: Int

  func hash(into hasher: inout Hasher) {
    Self.lookups.withLock { $0 += 1 }
    hasher.combine(number)
  }
}

@Suite(.serialized) struct `The inventory of a large server` {
  private let start = Instant(seconds: 1_800_000_000)

  @Test func `costs what is told, not what is remembered`() {
    var costs: [Int] = []
    for size in [1_000, 100_000] {
      var table = ExpiringTable<CountedKey, Int>()
      for number in 0..<size { table.insert(number, for: CountedKey(number: number), forgetAt: start + .seconds(60)) }
      CountedKey.lookups.withLock { $0 = 0 }
      #expect(table.newest(200, at: start).map(\.value) == Array((size - 200..<size).reversed()))
      costs.append(CountedKey.lookups.withLock { $0 })
    }
    #expect(costs.allSatisfy { $0 < 2_000 }, "\(costs)")
  }

  @Test func `tells the newest 200 of each kind, and how many there are`() {
    let conversation = Conversation()
    for _ in 0..<500 { _ = conversation.token("grant_type=client_credentials&\(Wire.jobSecret)") }
    let tokens = conversation.inventory.accessTokens
    #expect(tokens.count == 500)
    #expect(tokens.entries.count == 200)
    let last = conversation.token("grant_type=client_credentials&\(Wire.jobSecret)").accessToken ?? ""
    #expect(conversation.inventory.accessTokens.entries.first?.token.digest == TokenDigest(last))
  }

  @Test func `a flood of browsers hides nobody who has signed in`() throws {
    let conversation = Conversation()
    _ = try conversation.consentForm()
    let anonymous = Conversation()
    anonymous.server = conversation.server
    for _ in 0..<500 {
      anonymous.cookie = nil
      _ = anonymous.authorize(Wire.request)
    }
    let inventory = anonymous.inventory
    #expect(inventory.sessions.count == 501)
    #expect(inventory.sessions.entries.map(\.session.resourceOwner) == ["alice"])
  }

  @Test func `what was removed is passed over, and what came again stands once`() {
    var table = ExpiringTable<Int, String>()
    for number in 0..<5 { table.insert("first", for: number, forgetAt: start + .seconds(60)) }
    table.remove(3)
    table.remove(1)
    table.insert("again", for: 1, forgetAt: start + .seconds(60))
    table.insert("due", for: 9, forgetAt: start)
    #expect(table.newest(200, at: start).map(\.key) == [1, 4, 2, 0])
    #expect(table.newest(2, at: start).map(\.value) == ["again", "first"])
  }

  @Test func `a long chain of refresh tokens is told from its newest`() throws {
    let conversation = Conversation()
    var token = try conversation.tokens().refresh
    for _ in 0..<250 { token = try #require(conversation.refresh(token).refreshToken) }
    let families = conversation.inventory.families
    #expect(families.count == 251)
    let members = try #require(families.entries.first).members
    #expect(members.count == 200)
    #expect(members.first?.depth == 0, "its forebears are not told")
    #expect(members.last?.token.digest == TokenDigest(token))
  }
}
