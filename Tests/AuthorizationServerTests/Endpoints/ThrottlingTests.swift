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
    #expect(conversation.token("grant_type=a&\(Self.wrong)").status == 429, "the right secret forgives no wrong ones")
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
