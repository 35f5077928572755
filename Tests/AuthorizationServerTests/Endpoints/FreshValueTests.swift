import AuthorizationServer
import OAuth
import Testing

@Suite struct `RFC 9700 §2.1.1: a challenge or nonce that comes again` {
  private static let request = "\(Wire.openIDRequest)&code_challenge=\(Wire.challenge)&code_challenge_method=S256"

  private static func found(_ check: Check, _ answer: Answer) -> String? {
    answer.decision.report.results.first { $0.check == check }?.finding.found?.revealed
  }

  @Test func `is noticed once a code was issued for it, and not refused`() throws {
    let conversation = Conversation()
    let request = "\(Self.request)&nonce=n-0S6"
    #expect(Self.found(.codeChallengeWellFormed, conversation.authorize(request)) == "43 characters")
    #expect(Self.found(.nonceAcceptable, conversation.authorize(request)) == "n-0S6")
    _ = try conversation.approve(request)
    conversation.advance(.seconds(12))
    let again = conversation.authorize(request)
    #expect(again.refusal == nil)
    #expect(
      Self.found(.codeChallengeWellFormed, again)
        == "43 characters; used before, 12.0 s ago, though every request needs a new one")
    #expect(
      Self.found(.nonceAcceptable, again) == "n-0S6; used before, 12.0 s ago, though every request needs a new one")
  }

  @Test func `is fresh for another client, and after an hour`() throws {
    let conversation = Conversation()
    _ = try conversation.approve(Self.request)
    #expect(Self.found(.codeChallengeWellFormed, conversation.authorize(Wire.nativeRequest)) == "43 characters")
    conversation.advance(ServerLimits.freshnessMemory)
    #expect(Self.found(.codeChallengeWellFormed, conversation.authorize(Self.request)) == "43 characters")
  }
}
