import OAuth
import Testing

@testable import Playground

@Suite struct `The meaning of a claim` {
  @Test func `is known for everything the server signs`() throws {
    let tokens = try SignedTokens().walk.timeline.signedTokens
    #expect(Set(tokens.map(\.kind)) == Set(SeenToken.Kind.allCases))
    for token in tokens {
      let reading = TokenReading(token.text)
      guard case .object(let header) = try reading.header.get(), case .object(let claims) = try reading.payload.get()
      else {
        Issue.record("a token has two objects")
        continue
      }
      for member in header { #expect(ClaimLesson.of(member.name, in: .header) != nil, "\(member.name)") }
      for member in claims { #expect(ClaimLesson.of(member.name, in: .payload) != nil, "\(member.name)") }
    }
  }

  @Test func `fits a column, and no name stands twice in one part`() {
    for part in ClaimLesson.Part.allCases {
      let names = ClaimLesson.all.filter { $0.part == part }.map(\.name)
      #expect(Set(names).count == names.count)
    }
    for lesson in ClaimLesson.all { #expect((5...34).contains(lesson.meaning.count), "\(lesson.meaning)") }
  }

  @Test func `is found by its word`() {
    #expect(Glossary.entries(for: "aud").map(\.kind) == [.claim])
    #expect(Glossary.entries(for: "kid").map(\.kind) == [.tokenHeader])
    #expect(Glossary.entries(for: "nonce").map(\.kind) == [.parameter, .claim])
  }
}
