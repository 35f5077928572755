import OAuth
import Playground
import Testing

@Suite struct `The meaning of a parameter` {
  static let names = Glossary.words.map { ParameterName($0) }.filter { ParameterLesson.of($0) != nil }

  @Test(arguments: names)
  func `fits the third column of the request form in every stage`(_ name: ParameterName) throws {
    for stage in Stage.allCases.map(Optional.some) + [nil] {
      let meaning = try #require(ParameterLesson.meaning(of: name, in: stage))
      #expect((5...34).contains(meaning.count), "\(meaning)")
      #expect(meaning.utf8.allSatisfy { (0x20...0x7E).contains($0) })
    }
  }

  @Test func `is known for everything the client sends`() throws {
    let walk = try MemoryCarrier().walkthrough()
    for stage in Stage.allCases {
      for field in try #require(walk.editors[stage]).fields where field.place != .header {
        #expect(ParameterLesson.meaning(of: ParameterName(field.name), in: stage) != nil, "\(field.name)")
      }
    }
  }

  @Test func `depends on the stage where the parameter does`() {
    #expect(ParameterLesson.meaning(of: .redirectURI, in: .authorize) == "where the answer goes")
    #expect(ParameterLesson.meaning(of: .redirectURI, in: .token) == "must equal step 1")
    #expect(ParameterLesson.meaning(of: .code, in: .token) == "single use, from step 2")
    #expect(ParameterLesson.meaning(of: .grantType, in: .token) == "trades a code for tokens")
    #expect(ParameterLesson.meaning(of: .grantType, in: .refresh) == "a new token without a new login")
    #expect(ParameterLesson.meaning(of: .clientSecret, in: .introspect) == "proves the resource server")
  }

  @Test func `of an unknown parameter is nil, also when only its case is wrong`() {
    #expect(ParameterLesson.meaning(of: "foo", in: .token) == nil)
    #expect(ParameterLesson.of("Client_ID") == nil)
  }
}
