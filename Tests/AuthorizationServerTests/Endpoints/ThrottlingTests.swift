import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `RFC 6749 §2.3.1, §10.10: guessing is throttled` {
  private static let wrong = "client_id=workshop-app&client_secret=wrong"

  @Test func `after ten wrong secrets the answer is 429, and the right secret still counts`() throws {
    let conversation = Conversation()
    let code = try conversation.code()
    for _ in 0..<10 { #expect(conversation.token("grant_type=a&\(Self.wrong)").status == 401) }
    let answer = conversation.token("grant_type=a&\(Self.wrong)")
    #expect(answer.refusal.map { "\($0)" }?.contains("failures: 10") == true)
    #expect(
      answer.wire(.retryAfter, .cacheControl, .wwwAuthenticate) == """
        HTTP/1.1 429 Too Many Requests
        Retry-After: 60
        Cache-Control: no-store

        {"error":"invalid_client","error_description":"Client authentication failed."}
        """)
    #expect(conversation.redeem(code).status == 200)
    #expect(
      conversation.token("grant_type=a&\(Self.wrong)").status == 429,
      "of too many wrong ones the right one excuses none")
  }

  @Test func `sixty seconds after the last one the usual answer returns`() {
    let conversation = Conversation()
    for _ in 0..<11 { _ = conversation.token(Self.wrong) }
    conversation.advance(.nanoseconds(59_999_999_999))
    #expect(conversation.token(Self.wrong).status == 429)
    conversation.advance(.seconds(60))
    #expect(conversation.token(Self.wrong).refusal?.kind == .clientSecretWrong)
  }

  @Test func `ten in ten minutes are no haste`() {
    let conversation = Conversation()
    for _ in 0..<12 {
      #expect(conversation.token(Self.wrong).status == 401)
      conversation.advance(.seconds(60))
    }
  }

  @Test func `every endpoint and both ways to send a secret count together`() {
    let conversation = Conversation()
    let basic = "Authorization: Basic d29ya3Nob3AtYXBwOndyb25n"
    for _ in 0..<3 {
      _ = conversation.token("", basic)
      _ = conversation.introspect("token=a&\(Self.wrong)")
      _ = conversation.revoke("token=a", basic)
    }
    #expect(conversation.token(Self.wrong).status == 401)
    for answer in [
      conversation.token("", basic), conversation.introspect("token=a&\(Self.wrong)"),
      conversation.revoke("token=a", basic),
    ] {
      #expect(answer.wire(.retryAfter).hasPrefix("HTTP/1.1 429 Too Many Requests\nRetry-After: 60\n"))
    }
  }

  @Test func `each client is counted for itself, and only wrong secrets are`() {
    let conversation = Conversation()
    for _ in 0..<20 {
      _ = conversation.token("client_id=workshop-app")
      _ = conversation.redeem("c")
      _ = conversation.token("client_id=other-app&client_secret=wrong")
    }
    #expect(conversation.token("client_id=other-app&client_secret=wrong").status == 429)
    #expect(conversation.token(Self.wrong).status == 401)
  }

  @Test func `the answer does not tell which clients there are`() {
    let conversation = Conversation()
    func answers(_ client: String) -> [String] {
      (0..<12).map { conversation.token("grant_type=a&client_id=\(client)&client_secret=guess\($0)").wire(.retryAfter) }
    }
    let confidential = answers("workshop-app")
    #expect(confidential[9].hasPrefix("HTTP/1.1 401 ") && confidential[10].hasPrefix("HTTP/1.1 429 "))
    #expect(answers("nobody") == confidential)
    #expect(answers("native-app") == confidential)
    #expect(conversation.token("grant_type=a&client_id=nobody").status == 401, "without a secret nothing is guessed")
    #expect(conversation.token("grant_type=authorization_code&code=x&client_id=native-app").status == 400)
  }

  @Test(arguments: ["n%C3%B6body", String(repeating: "n", count: 256)])
  func `a name that no client can have is not remembered`(_ name: String) {
    let conversation = Conversation()
    for _ in 0..<12 { #expect(conversation.token("client_id=\(name)&client_secret=x").status == 401) }
    #expect(conversation.server.inventory(at: conversation.now).guesses.count == 0)
  }

  @Test func `the right secret excuses the wrong ones before it, unless they were too many`() throws {
    let conversation = Conversation()
    let basic = "Authorization: Basic d29ya3Nob3AtYXBwOndyb25n"
    for right in [
      { conversation.token("grant_type=a&\(Wire.secret)") }, { conversation.introspect("token=a&\(Wire.secret)") },
      { conversation.revoke("token=a", Wire.basic) },
    ] {
      for _ in 0..<9 { #expect(conversation.token("", basic).status == 401) }
      #expect(right().status != 401)
    }
    for _ in 0..<10 { #expect(conversation.token("", basic).status == 401) }
    _ = conversation.token("grant_type=a&\(Wire.secret)")
    #expect(conversation.token("", basic).status == 429)
  }

  @Test func `so does the right password`() throws {
    let conversation = Conversation()
    for _ in 0..<3 {
      for _ in 0..<9 { #expect(try Self.guess(conversation, "alice").status == 400) }
      #expect(conversation.signIn(try conversation.loginForm()).status == 303)
      conversation.cookie = nil
    }
  }

  private static func guess(_ conversation: Conversation, _ username: String) throws -> Answer {
    conversation.signIn(try conversation.loginForm(), "username=\(username)&password=wrong")
  }

  @Test func `after ten wrong passwords too, and the right one still counts`() throws {
    let conversation = Conversation()
    for _ in 0..<10 { #expect(try Self.guess(conversation, "alice").status == 400) }
    let answer = try Self.guess(conversation, "alice")
    #expect(answer.refusal == .passwordThrottled(username: "alice", failures: 10))
    #expect(answer.wire(.retryAfter).hasPrefix("HTTP/1.1 429 Too Many Requests\nRetry-After: 60\n"))
    #expect(conversation.signIn(try #require(Form(page: answer.body))).status == 303)
  }

  @Test func `a password is guessed again after a minute, and another person's meanwhile`() throws {
    let conversation = Conversation()
    for _ in 0..<11 { _ = try Self.guess(conversation, "alice") }
    #expect(try Self.guess(conversation, "bob").refusal == .passwordWrong(username: "bob"))
    conversation.advance(.seconds(60))
    #expect(try Self.guess(conversation, "alice").refusal == .passwordWrong(username: "alice"))
  }

  @Test func `throttling tells no names either`() throws {
    let pages = try ["alice", "nobody"].map { username in
      let conversation = Conversation()
      for _ in 0..<10 { _ = try Self.guess(conversation, username) }
      return try Self.guess(conversation, username).wire(.retryAfter)
    }
    #expect(pages[0] == pages[1])
  }
}
