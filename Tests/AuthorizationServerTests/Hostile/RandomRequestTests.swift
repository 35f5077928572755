import AuthorizationServer
import HTTPTypes
import OAuth
import Testing

@Suite struct `Requests drawn by chance` {
  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func `never trap, never fault and never lead away`(_ seed: UInt64) throws {
    let conversation = try Conversation(.samples(), seed: seed)
    var generator = RequestGenerator(seed: seed)
    var kinds = Set<Refusal.Kind>()
    for _ in 0..<800 {
      let answer = conversation.send(generator.next())
      generator.learn(answer)
      conversation.advance(.milliseconds(40))
      #expect((200..<500).contains(answer.status))
      let isTold = answer.status >= 400 || answer[.location]?.contains("error=") == true
      #expect(isTold == (answer.refusal.map { !Self.isUntold($0) } ?? false))
      for field in answer.response.head.headerFields {
        #expect(field.value.utf8.allSatisfy { (0x20...0x7E).contains($0) })
      }
      if let location = answer[.location] { #expect(Self.isTrusted(location)) }
      if answer[.contentType] == "application/json" {
        #expect(throws: Never.self) { try JSON(parsing: answer.response.body) }
      }
      #expect(answer.status != 401 || answer[.wwwAuthenticate] != nil)
      if let kind = answer.refusal?.kind { kinds.insert(kind) }
    }
    #expect(kinds.count >= 20, "the generator must reach deep into the lists")
  }

  @Test func `get the same answers from the same seed`() {
    func answers() -> [String] {
      let conversation = Conversation(seed: 9)
      var generator = RequestGenerator(seed: 9)
      return (0..<300).map { _ in
        let answer = conversation.send(generator.next())
        generator.learn(answer)
        let fields = answer.response.head.headerFields.map { "\($0.name): \($0.value)" }
        return (["\(answer.status)"] + fields + [answer.body]).joined(separator: "\n")
      }
    }
    #expect(answers() == answers())
  }

  /// Refusals that whoever asked is not told of. RFC 7662 §2.2; decision D11.
  private static func isUntold(_ refusal: Refusal) -> Bool {
    switch refusal {
    case .tokenUnknown, .tokenNotMeantForCaller, .tokenRevoked, .tokenExpired: true
    case .tokenOfAnotherClient(_, _, let callerIsPublic): callerIsPublic
    default: false
    }
  }

  private static func isTrusted(_ location: String) -> Bool {
    ["http://127.0.0.1:8252/callback?", "http://[::1]/callback?", "/authorize/consent?interaction="]
      .contains { location.hasPrefix($0) }
  }
}
